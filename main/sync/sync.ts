import { ProblemError, type ProblemCode } from '../../contract/problems.ts';
import { referenceReplySchema } from '../../contract/sync.ts';
import type { Clock, Fetch, Log, Randomness } from '../desk/ports.ts';
import type { ReferenceData } from '../desk/reference-data.ts';
import type { Store } from '../store/store.ts';
import { backOff } from './back-off.ts';
import { listenForHints } from './hints.ts';
import { createProvince, LineDown, ProvinceRefused, serverTime, type Province } from './province.ts';
import { pullFeed } from './pull.ts';
import { pushLog } from './push.ts';

/** What the status bar says about the line. Times are milliseconds since 1970 by the device's clock. */
export type LineState =
  | { readonly state: 'up'; readonly since: number | null }
  | { readonly state: 'sending'; readonly left: number; readonly of: number }
  | { readonly state: 'down'; readonly since: number }
  | { readonly state: 'stopped'; readonly since: number; readonly code: ProblemCode };

export interface Sync {
  line(): LineState;
  /** There is something new to send, or the person asks: goes at once. */
  kick(): void;
  /** Reference data has just been changed from here: asks for it at once. */
  refreshReference(): void;
  /** The province's routes, for what is done online only. */
  readonly province: Province;
  /** When the round under way, or the first one, is over. */
  settled(): Promise<void>;
  /** @returns when the round under way is over; nothing is sent after it. */
  stop(): Promise<void>;
}

export interface SyncOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly fetch: Fetch;
  readonly log: Log;
  readonly reference: ReferenceData;
  readonly changed: (topic: 'status' | 'dossiers' | 'reference' | 'session') => void;
}

/** How often a desk with nothing to send asks whether there is news, ms. Hints make it sooner, never later. */
const ASK_EVERY_MS = 10_000;
const REFERENCE_EVERY_MS = 60_000;
const TIME_EVERY_MS = 10 * 60_000;

/**
 * One sender, one order. Driven by a clock as well as by new work, so that a missed wake-up costs seconds (S8).
 * Starts at once.
 */
export function startSync(options: SyncOptions): Sync {
  const { store, clock, random, fetch, log, reference, changed } = options;
  const enrolment = store.meta.get('enrolment');
  const deviceKey = store.meta.get('deviceKey');
  if (enrolment === null || deviceKey === null) throw new ProblemError('DK-03');
  const province = createProvince(fetch, enrolment.serverUrl, enrolment.device, deviceKey);

  let failures = 0;
  let stopped = false;
  let running: Promise<void> | null = null;
  let again = false;
  let cancelTimer = (): void => undefined;
  let timeAt = Number.NEGATIVE_INFINITY;
  let referenceAt = Number.NEGATIVE_INFINITY;
  let line: LineState = initialLine(store, clock);

  const say = (next: LineState): void => {
    const before = line;
    line = next;
    if (before.state !== next.state) {
      store.meta.set('lineDownSince', next.state === 'down' ? next.since : null);
      changed('session');
    }
    changed('status');
  };

  const answered = (): void => {
    failures = 0;
    store.meta.set('lastContact', clock.now());
  };

  async function askTime(): Promise<void> {
    if (clock.monotonic() - timeAt < TIME_EVERY_MS && line.state !== 'down') return;
    const sent = clock.now();
    const started = clock.monotonic();
    const server = await serverTime(fetch, enrolment?.serverUrl ?? '');
    // Half the way there and back: good to well under the minute that matters here.
    const offset = Math.round(server - (sent + (clock.monotonic() - started) / 2));
    store.transact(() => store.meta.set('clock', { offset, at: sent }));
    timeAt = clock.monotonic();
  }

  async function askReference(): Promise<void> {
    if (clock.monotonic() - referenceAt < REFERENCE_EVERY_MS) return;
    const versions = new URLSearchParams(reference.versions());
    const reply = await province.request('GET', `/v1/reference?${versions.toString()}`, null, referenceReplySchema);
    if (reference.take(reply.reference)) changed('reference');
    referenceAt = clock.monotonic();
  }

  async function round(): Promise<void> {
    await askTime();
    answered();
    const total = store.outbox.count().events;
    for (const logId of store.outbox.logs()) {
      if (stopped) return;
      const result = await pushLog(logId, {
        store,
        province,
        serverPublicKey: enrolment?.serverPublicKey ?? '',
        progressed: () => {
          answered();
          const left = store.outbox.count().events;
          say(left > 0 ? { state: 'sending', left, of: Math.max(total, left) } : { state: 'up', since: clock.now() });
          changed('dossiers');
        },
      });
      if (result.kind === 'refused') throw new ProvinceRefused(409, codeOf(result.code), null);
    }
    if (stopped) return;
    await askReference();
    listen();
    if (await pullFeed(store, province, enrolment?.serverPublicKey ?? '')) changed('dossiers');
    answered();
    const left = store.outbox.count().events;
    say(
      left > 0
        ? { state: 'sending', left, of: Math.max(total, left) }
        : { state: 'up', since: upSince(line) ?? clock.now() },
    );
  }

  function failed(error: unknown): number {
    failures += 1;
    changed('dossiers');
    const since = line.state === 'down' || line.state === 'stopped' ? line.since : clock.now();
    if (error instanceof LineDown) {
      say({ state: 'down', since });
      return backOff(failures, random.fraction(), null);
    }
    if (error instanceof ProvinceRefused) {
      log.warn('the province refused', { status: error.status, code: error.code });
      // 5xx and 429 pass; anything else needs a person, and is tried again all the same.
      const passing = error.status >= 500 || error.status === 429;
      say(passing ? { state: 'down', since } : { state: 'stopped', since, code: error.code });
      return backOff(failures, random.fraction(), error.retryAfter);
    }
    const code = error instanceof ProblemError ? error.code : 'GN-03';
    log.error('sync round failed', error, { code });
    say({ state: 'stopped', since, code });
    return backOff(failures, random.fraction(), null);
  }

  function wake(): void {
    cancelTimer();
    if (stopped) return;
    if (running !== null) {
      again = true;
      return;
    }
    running = round()
      .then(
        () => (again ? 0 : ASK_EVERY_MS),
        (error: unknown) => (stopped ? 0 : failed(error)),
      )
      .then((wait) => {
        running = null;
        again = false;
        if (!stopped) cancelTimer = clock.after(wait, wake);
      });
  }

  cancelTimer = clock.after(0, wake);

  const ending = new AbortController();
  let listening = false;
  /** Opened again by the round after it broke, so a line that comes and goes is never hammered. */
  function listen(): void {
    if (listening || stopped) return;
    listening = true;
    listenForHints(province, ending.signal, (hint) => {
      if (hint === 'reference') referenceAt = Number.NEGATIVE_INFINITY;
      wake();
    })
      .catch((error: unknown) => {
        if (!stopped) log.info('no hints', { reason: error instanceof Error ? error.name : 'unknown' });
      })
      .finally(() => {
        listening = false;
      });
  }

  return {
    province,
    line: () => line,
    kick: wake,
    refreshReference() {
      referenceAt = Number.NEGATIVE_INFINITY;
      wake();
    },
    async settled() {
      if (running === null) wake();
      await running;
    },
    async stop() {
      stopped = true;
      ending.abort();
      cancelTimer();
      await running;
    },
  };
}

function upSince(line: LineState): number | null {
  return line.state === 'up' ? line.since : null;
}

/** Before the first answer the line is what it was when the program closed. */
function initialLine(store: Store, clock: Clock): LineState {
  const down = store.meta.get('lineDownSince');
  return down === null
    ? { state: 'down', since: store.meta.get('lastContact') ?? clock.now() }
    : { state: 'down', since: down };
}

function codeOf(code: string): ProblemCode {
  return code === 'XV-02' ? 'XV-02' : 'XV-01';
}
