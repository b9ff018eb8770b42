import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { systemClock } from '../../../main/clock.ts';
import type { HallRole } from '../../../contract/hall.ts';
import type { Network } from './network.ts';
import { enrolledFolder, MONDAY_10_42, OFFICE, type EnrolledFolder } from '../../harness/enrolled-folder.ts';

/** One machine of the proof, as the proof sees it from outside. */
export interface Machine {
  readonly n: number;
  readonly role: HallRole;
  readonly address: string;
  readonly counter: string;
  /** Its hall's state as it last told it. */
  readonly state: { readonly state: string; readonly term: number | null };
  readonly device: string;
  readonly isUp: boolean;
  start(): Promise<void>;
  /** SIGKILL: nothing is said to anybody. */
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT: silent, and back. */
  freeze(isFrozen: boolean): void;
  /** @throws Error with the code it was refused with, or 'gone' where the machine dies before it answers */
  do(what: object): Promise<unknown>;
  call(name: string, input: object): Promise<unknown>;
  /** When it tells such a state. @throws Error where that takes a minute: something is stuck */
  until(wanted: (state: Machine['state']) => boolean): Promise<void>;
  remove(): void;
}

const readySchema = z.object({ ready: z.object({ device: z.string(), publicKey: z.string() }) });
const stateSchema = z.object({ state: z.string(), term: z.int().nullable() });
const saidSchema = z.object({ id: z.int(), value: z.unknown().optional(), error: z.string().optional() });

const STUCK_AFTER_MS = 60_000;
const shift = MONDAY_10_42 - systemClock.now();

export async function machine(
  n: number,
  role: HallRole,
  login: string,
  network: Network,
): Promise<Machine & { readonly publicKey: string }> {
  const hex = n.toString(16).padStart(4, '0');
  const counter = `sa-dec-${n}`;
  const address = network.address(n);
  const folder: EnrolledFolder = await enrolledFolder({
    numbers: { from: n * 250 + 1, to: n * 250 + 250 },
    seat: {
      device: `019ab000-0000-7000-8000-0000000d${hex}`,
      log: `019ab000-0000-7000-8000-0000001a${hex}`,
      office: OFFICE,
      counter,
      counterName: `Quầy ${n}`,
      kind: role,
    },
  });
  let child: ChildProcess | null = null;
  let state: Machine['state'] = { state: 'none', term: null };
  let ids = { device: '', publicKey: '' };
  let asked = 0;
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  const watching = new Set<() => void>();

  const hear = (line: string, ready: () => void): void => {
    const json: unknown = JSON.parse(line);
    const said = saidSchema.safeParse(json);
    if (said.success) {
      const asker = waiting.get(said.data.id);
      waiting.delete(said.data.id);
      if (said.data.error === undefined) asker?.done(said.data.value);
      else asker?.failed(new Error(said.data.error));
      return;
    }
    const told = stateSchema.safeParse(json);
    if (told.success) {
      state = told.data;
      watching.forEach((watch) => watch());
      return;
    }
    ids = readySchema.parse(json).ready;
    ready();
  };

  const self: Machine & { readonly publicKey: string } = {
    n,
    role,
    address,
    counter,
    get state() {
      return state;
    },
    get device() {
      return ids.device;
    },
    get publicKey() {
      return ids.publicKey;
    },
    get isUp() {
      return child !== null;
    },
    start: () =>
      new Promise((resolve, reject) => {
        const script = fileURLToPath(new URL('machine.ts', import.meta.url));
        const setup = JSON.stringify({ folder: folder.path, address, login, shift });
        const [program, ...words] = [...network.before(n), process.execPath, script, setup];
        const made = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
        child = made;
        createInterface({ input: made.stdout }).on('line', (line) => hear(line, resolve));
        made.once('exit', () => {
          if (child === made) child = null;
          state = { state: 'down', term: null };
          for (const { failed } of waiting.values()) failed(new Error('gone'));
          waiting.clear();
          reject(new Error('gone'));
        });
      }),
    kill: () =>
      new Promise((resolve) => {
        const dying = child;
        if (dying === null) return resolve();
        dying.once('exit', () => resolve());
        dying.kill('SIGKILL');
      }),
    freeze: (isFrozen) => void child?.kill(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    do: (what) =>
      new Promise((resolve, reject) => {
        if (child === null) return reject(new Error('gone'));
        const id = (asked += 1);
        waiting.set(id, { done: resolve, failed: reject });
        child.stdin?.write(`${JSON.stringify({ id, ...what })}\n`);
      }),
    call: (name, input) => self.do({ do: 'call', name, input }),
    until: (wanted) =>
      new Promise((resolve, reject) => {
        const stuck = systemClock.after(STUCK_AFTER_MS, () => {
          watching.delete(watch);
          reject(new Error(`machine ${n} stays ${JSON.stringify(state)}`));
        });
        const watch = (): void => {
          if (!wanted(state)) return;
          watching.delete(watch);
          stuck();
          resolve();
        };
        watching.add(watch);
        watch();
      }),
    remove: () => folder.remove(),
  };
  return self;
}
