import { ProblemError } from '../../contract/problems.ts';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { CallInput, CallName, CallOutput, Reply } from '../../contract/desk.ts';
import { createDesk, type OpenedDesk } from '../../main/desk/desk.ts';
import type { Desk, DeskOptions, Log, Randomness } from '../../main/desk/ports.ts';
import type { SlipPrinter } from '../../main/print/printer.ts';
import { MONDAY_10_42, PASSPHRASE, passwordOf } from './enrolled-folder.ts';
import { openKeychain } from './open-keychain.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

/** The same bytes for the same seed; ids look like UUIDv7 and grow. */
export function seededRandomness(seed: string): Randomness {
  let n = 0;
  const next = (): Buffer => createHash('sha256').update(`${seed}/${n++}`).digest();
  return {
    bytes: (count) => Buffer.concat(Array.from({ length: Math.ceil(count / 32) }, next)).subarray(0, count),
    fraction: () => next().readUInt32BE(0) / 2 ** 32,
    id() {
      const hex = next().toString('hex');
      const counter = n.toString(16).padStart(8, '0');
      return `019ab000-${counter.slice(-4)}-7${counter.slice(1, 4)}-8${hex.slice(0, 3)}-${hex.slice(3, 15)}`;
    },
  };
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Makes a "PDF" of the page's text, so that tests of the ledger need no browser. */
export const textPrinter: SlipPrinter = {
  makePdf: (html) => Promise.resolve(new TextEncoder().encode(`%PDF ${html}`)),
  makePicture: () => Promise.reject(new ProblemError('IN-03')),
  status: () => Promise.resolve({ state: 'none', name: null }),
  close: () => Promise.resolve(),
};

export interface TestDesk {
  readonly desk: Desk;
  readonly clock: VirtualClock;
  /** @throws when the reply is an error */
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  try<N extends CallName>(name: N, input: unknown): Promise<Reply<CallOutput<N>>>;
  signIn(login: string): Promise<void>;
}

/** A desk opened again must not give the ids it gave before. */
let openings = 0;

/** A desk on an enrolled folder, its database opened, its line down, its clock in the test's hand. */
export async function openTestDesk(
  dataDir: string,
  options: Partial<DeskOptions> = {},
  made: (opened: OpenedDesk) => void = () => undefined,
): Promise<TestDesk> {
  const clock = virtualClock(MONDAY_10_42);
  const all: DeskOptions = {
    host: 'browser',
    dataDir,
    catalogueDir: fileURLToPath(new URL('../../catalogue', import.meta.url)),
    clock,
    random: seededRandomness(`${dataDir} ${(openings += 1)}`),
    keychain: openKeychain,
    fetch: () => Promise.reject(new TypeError('no line')),
    printer: textPrinter,
    log: silentLog,
    demo: null,
    checkOutput: true,
    ...options,
  };
  const desk = await createDesk(all, made);
  const caller = { session: 's1', trusted: true };
  const attempt = <N extends CallName>(name: N, input: unknown): Promise<Reply<CallOutput<N>>> =>
    // The router parses every answer (checkOutput), so its type is the contract's.
    desk.call(caller, name, input) as Promise<Reply<CallOutput<N>>>;
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const reply = await attempt(name, input);
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${JSON.stringify(reply.error.params)}`);
    return reply.value;
  };
  if ((await call('session.get', {})).machine === 'sealed') await call('machine.open', { passphrase: PASSPHRASE });
  return {
    desk,
    clock,
    call,
    try: attempt,
    async signIn(login) {
      await call('session.signIn', { login, password: passwordOf(login) });
    },
  };
}
