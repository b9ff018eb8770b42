import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { verifierOf } from '../../../contract/signing.ts';
import { follows, sealFault, type Envelope } from '../../../domain/log/envelope.ts';
import { DEMO_PASSPHRASE } from '../../../main/desk/enrolment.ts';
import { takeFolder } from '../../../main/store/folder.ts';
import { keyFromPassphrase, readKeyFile } from '../../../main/store/key-file.ts';
import { recordPoints, takeInPoints } from '../../../main/store/points.ts';
import { openStore, type Store } from '../../../main/store/store.ts';
import type { OfficersDesk } from '../apart/officer-at-work.ts';
import { compileCache } from '../apart/server-apart.ts';
import type { Saved, WorkingOrder } from './working-desk.ts';

const env = { ...process.env, NODE_COMPILE_CACHE: compileCache };
const child = fileURLToPath(new URL('./working-desk.ts', import.meta.url));
export const places = [...recordPoints, ...takeInPoints, 'anywhere'] as const;
/** A point that does not come up within this is left: the desk is killed where it stands. */
const WAIT_FOR_POINT_MS = 5000;
/** A desk asks for a page once it has sent all it has, over a line that loses a third of it. */
const WAIT_FOR_PAGE_MS = 20_000;
/** Two pages of three do not come in time: its turn stays for so many lives. */
const MOST_WAITS = 4;
const ofPage: ReadonlySet<string> = new Set(takeInPoints);

/** A desk that is killed again and again. */
export interface DyingDesk {
  /** Runs it until it is dead, and looks at what is left. @returns where it died @throws Error for anything told and not there */
  die(n: number): Promise<(typeof places)[number]>;
  /** Ids of events it told as saved. */
  readonly told: ReadonlySet<string>;
}

/** @param first which of the places it dies at first */
export function dyingDesk(desk: OfficersDesk, seed: string, first: number): DyingDesk {
  const told = new Set<string>();
  let turn = first;
  let waited = 0;
  return {
    told,
    async die(n) {
      const draw = createHash('sha256').update(`${seed} ${desk.seat.name} ${n}`).digest();
      // Every place in turn, so that each is met equally often; how far into the work is drawn.
      const place = places[turn % places.length] ?? 'anywhere';
      const point = place === 'anywhere' ? null : place;
      const depth = 1 + ((draw[0] ?? 0) % 6);
      // An officer who goes on faster than the line takes it leaves the desk no time to hear anything; colleagues die too,
      // so that a page is seldom in more than one part.
      const [nth, acts] = ofPage.has(place) ? [1, depth] : [depth, Number.MAX_SAFE_INTEGER];
      const order = { ...desk, point, nth, acts, seed: draw.readUInt32BE(4) };
      const own = await liveAndDie(order, draw.readUInt16BE(2) % 1500, told);
      checkFolder(desk.dataDir, told);
      waited = own || !ofPage.has(place) ? 0 : waited + 1;
      if (waited % MOST_WAITS === 0) turn += 1;
      return own ? place : 'anywhere';
    },
  };
}

/** @returns whether it died at the point it was told to, or nobody had named one */
function liveAndDie(order: WorkingOrder, afterMs: number, told: Set<string>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const desk = fork(child, [JSON.stringify(order)], { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    let byUs = false;
    let timer: NodeJS.Timeout | undefined;
    desk.on('message', (message: Saved | { ready: true }) => {
      if ('saved' in message) {
        for (const id of message.saved) told.add(id);
        return;
      }
      const kill = (): void => {
        byUs = true;
        desk.kill('SIGKILL');
      };
      const waits = ofPage.has(order.point ?? '') ? WAIT_FOR_PAGE_MS : WAIT_FOR_POINT_MS;
      timer = setTimeout(kill, order.point === null ? afterMs : waits);
    });
    desk.once('error', reject);
    desk.once('close', (exitCode, signal) => {
      clearTimeout(timer);
      if (signal === 'SIGKILL') resolve(order.point === null || !byUs);
      else reject(new Error(`the desk ended by itself: ${exitCode ?? signal}`));
    });
  });
}

/** As the next start finds it: everything told, every log of its own sealed and whole. @throws Error */
function checkFolder(dataDir: string, told: ReadonlySet<string>): void {
  const folder = takeFolder(dataDir);
  try {
    const keys = readKeyFile(folder.keys);
    if (keys === null) throw new Error('no key file');
    const store = openStore(folder, keyFromPassphrase(keys, DEMO_PASSPHRASE), { create: false, stamp: 'check' });
    try {
      for (const id of told)
        if (store.log?.aggregateOf(id) === null) throw new Error(`${id} was told and is not there`);
      checkChain(store);
    } finally {
      store.close();
    }
  } finally {
    folder.unlock();
  }
}

function checkChain(store: Store): void {
  const key = store.meta.get('deviceKey');
  const head = store.log?.head();
  if (key === null || head === undefined) throw new Error('not enrolled');
  const verifier = verifierOf(key.publicKey);
  let before: Envelope | null = null;
  for (const { event } of store.log?.eventsFrom(head.log, 1, 10_000_000) ?? []) {
    const fault = sealFault(event, verifier);
    if (fault !== null) throw new Error(`event ${event.envelope.seq}: ${fault}`);
    if (!follows(before, event.envelope)) throw new Error(`event ${event.envelope.seq} does not follow`);
    before = event.envelope;
  }
  if ((before?.seq ?? 0) !== head.seq) throw new Error('the chain ends early');
}
