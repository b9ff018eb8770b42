import { ProblemError, type ProblemCode } from '../../contract/problems.ts';
import type { Clock, Log } from '../desk/ports.ts';
import type { Stamp } from '../store/events.ts';
import type { Store } from '../store/store.ts';
import { isOfLog } from './apart.ts';
import { closeHoles, leaveAfter, leaveGap, tellOfNewLog } from './own-log.ts';
import { ProvinceRefused, type Province } from './province.ts';
import { pushLog, type PushResult } from './push.ts';
import { dropRefused } from './refused-log.ts';
import { Stumbled, type Stumbling } from './stumbling.ts';

/** Logs left in one round before the next one waits its time. */
const LOGS_AT_ONCE = 3;
/** Unsent for so long with a province that answers, and nothing to send: something is wrong, and is said. Monotonic ms. */
const STANDS_STILL_MS = 60_000;

/** Sends what is unsent, log by log: what is wrong with one holds up no other (S4). */
export interface Sender {
  /** Another round: what was put aside in the one before is tried again, but for a log that one stood still over. */
  begin(): void;
  /**
   * Every log that is not put aside. What is wrong with one is told to `fault` and puts it aside.
   * @param stopped whether the round it is sent in is over
   * @throws what ends the round
   */
  send(stopped: () => boolean): Promise<void>;
  /** Whether anything waits in a log that is not put aside. */
  isDue(): boolean;
  /** The round was given up. @returns the log it stood still over, or null */
  struck(): string | null;
  /** Whether something has waited for a minute that no push takes up. */
  standsStill(): boolean;
}

export interface SenderOptions {
  readonly store: Store;
  readonly province: Province;
  readonly clock: Clock;
  readonly log: Log;
  readonly serverPublicKey: string;
  readonly stamp: () => Stamp;
  readonly stumbles: Stumbling;
  readonly fault: (error: unknown) => void;
  /** The province was told of a new log: it has numbers for it. */
  readonly begunAnew: () => Promise<void>;
  /** After each answered batch. */
  readonly progressed: () => void;
}

export function sender(options: SenderOptions): Sender {
  const { store, province, clock, log, serverPublicKey, stamp, stumbles, fault } = options;
  let aside = new Set<string>();
  let stoodOver: string | null = null;
  /** Being sent now. */
  let sending: string | null = null;
  let left = 0;
  let sentAt = clock.monotonic();
  const ownLog = (): string => store.meta.get('enrolment')?.log ?? '';

  /** @throws what is not the fault of this log */
  async function apart(logId: string, what: string, stopped: () => boolean, work: () => Promise<boolean>) {
    const resting = stumbles.resting(what);
    if (resting !== null) {
      putAside(logId, resting, true);
      return false;
    }
    sending = logId;
    try {
      const result = await work();
      if (stopped()) return false;
      stumbles.wentThrough(what);
      sending = null;
      return result;
    } catch (error) {
      if (stopped()) throw error;
      sending = null;
      const isOwn = stumbles.fell(what, error);
      if (!isOwn && !isOfLog(error)) throw error;
      putAside(logId, error, isOwn);
      return false;
    }
  }

  function putAside(logId: string, error: unknown, isOwn: boolean): void {
    aside.add(logId);
    // A server that says itself that it is not ready is told as that.
    const isReady = !(error instanceof ProvinceRefused) || error.status !== 503;
    fault(isOwn && isReady ? new Stumbled(error) : error);
  }

  /** Before anything of it is sent: the province knows the new log, and gives it numbers of its own. */
  async function tell(): Promise<boolean> {
    if (await tellOfNewLog(store, province)) await options.begunAnew();
    return false;
  }

  /** @returns whether there is more to send now, in another log */
  async function pushOne(logId: string, times: number, stopped: () => boolean): Promise<boolean> {
    const result = await pushLog(logId, {
      store,
      province,
      serverPublicKey,
      stopped,
      progressed() {
        sentAt = clock.monotonic();
        options.progressed();
      },
    });
    if (stopped()) return false;
    const isOwn = ownLog() === logId;
    switch (result.kind) {
      case 'drained':
        return false;
      case 'elsewhere':
        return true;
      case 'gap':
        if (isOwn) {
          if (times >= LOGS_AT_ONCE) throw new ProblemError('DT-02');
          leaveGap(store, result.wanted, clock.now());
          log.warn('the log was left for a new one', { because: result.kind });
          return true;
        }
        // What it was queued for is compared again, and told another way.
        store.transact(() => store.outbox.forget(logId));
        return false;
      case 'ended':
      case 'refused':
        if (result.kind === 'refused')
          log.warn('the province refused an event', { code: result.verdict.reason, seq: result.verdict.seq });
        if ((store.meta.get('formerLogs') ?? []).includes(logId)) {
          store.moveFromFormer(logId, null);
          return true;
        }
        if (!isOwn) {
          if (result.kind === 'refused') dropRefused(store, logId, clock.now());
          else store.transact(() => store.outbox.forget(logId));
          return false;
        }
        // So often in a round: a desk whose every log is refused must not make logs without end.
        if (times >= LOGS_AT_ONCE) throw new ProvinceRefused(409, codeOf(result), null);
        await leaveAfter(result, store, province);
        log.warn('the log was left for a new one', { because: result.kind });
        return true;
    }
  }

  return {
    begin() {
      aside = new Set(stoodOver === null ? [] : [stoodOver]);
      // For one round: everything else comes first, then it is tried again.
      if (stoodOver !== null) fault(new ProblemError('DT-07'));
      stoodOver = null;
    },
    async send(stopped) {
      for (let again = true, times = 0; again && !stopped(); times++) {
        again = false;
        const own = ownLog();
        if (!aside.has(own)) await apart(own, `new ${own}`, stopped, tell);
        if (stopped()) return;
        closeHoles(store, stamp, clock.now());
        for (const logId of store.outbox.logs()) {
          if (aside.has(logId) || stopped()) continue;
          again = (await apart(logId, logId, stopped, () => pushOne(logId, times, stopped))) || again;
        }
      }
      if (stopped()) return;
      const before = left;
      left = store.outbox.count().events;
      if (left === 0 || left < before || aside.size > 0) sentAt = clock.monotonic();
    },
    isDue: () => store.outbox.logs().some((logId) => !aside.has(logId)),
    struck() {
      stoodOver = sending;
      sending = null;
      return stoodOver;
    },
    standsStill: () => left > 0 && clock.monotonic() - sentAt >= STANDS_STILL_MS,
  };
}

function codeOf(result: Extract<PushResult, { kind: 'refused' | 'ended' }>): ProblemCode {
  return result.kind === 'refused' && result.verdict.reason === 'XV-02' ? 'XV-02' : 'XV-01';
}
