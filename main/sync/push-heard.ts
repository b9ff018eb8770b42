import { pushReplySchema, type PushReply } from '../../contract/sync.ts';
import type { Clock, Log } from '../desk/ports.ts';
import type { OutgoingEvent } from '../store/outgoing.ts';
import type { Store } from '../store/store.ts';
import { isUnknownLog } from './apart.ts';
import { batchesOf } from './courier.ts';
import { tellAgain } from './forgotten.ts';
import { tellOfLog } from './own-log.ts';
import { pushText } from './push.ts';
import { ProvinceRefused, type Province, type Witnessed } from './province.ts';
import { dropRefused } from './refused-log.ts';
import { saidOf, settle, takeElsewhere } from './settle.ts';
import { Stumbled, type Stumbling } from './stumbling.ts';

/** Their own desk goes first: this long it has with the line up, monotonic ms. */
const OTHERS_FIRST_MS = 45_000;
/** What stands before it may still come by a machine that is off: so long nobody brings it, monotonic ms. */
const NOBODYS_MS = 5 * 60_000;
const AT_ONCE = 500;

/** Hands on what other desks of the office told through the hall and the province has not judged. */
export interface HeardPusher {
  /** Safe to repeat. @throws LineDown; ProvinceRefused where the province is not to be asked at all now */
  push(): Promise<void>;
}

/**
 * A desk that burns after its events were heard must not take them along: any desk of its office brings them, signed as
 * they are. What the province lacks before them is their own desk's to send.
 */
export function heardPusher(options: {
  readonly store: Store;
  readonly province: Province;
  readonly serverPublicKey: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly stumbles: Stumbling;
  /** What is wrong with one log alone. */
  readonly fault: (error: unknown) => void;
  /** After each answered stretch that brought a verdict. */
  readonly progressed: () => void;
  readonly stopped: () => boolean;
}): HeardPusher {
  const { store, province, serverPublicKey, clock, log, stumbles, fault, progressed, stopped } = options;
  const since = new Map<string, number>();
  /** Logs of which the province lacks what stands before, and when it was first seen or last told without it. */
  const stuck = new Map<string, number>();

  const send = (events: readonly OutgoingEvent[], logId: string): Promise<Witnessed<PushReply>> => {
    const json = pushText(store, logId, events);
    return province.witnessed('POST', '/v1/push', json, pushReplySchema);
  };

  /** @throws as `send`, where nobody here knows how the log began */
  async function sendKnown(events: readonly OutgoingEvent[], logId: string): Promise<Witnessed<PushReply>> {
    try {
      return await send(events, logId);
    } catch (error) {
      if (!isUnknownLog(error) || !(await tellOfLog(store, province, logId))) throw error;
      return send(events, logId);
    }
  }

  /** Sends what waits, and what the province lacks before it. Null: that is not here, and nobody has said where it went. */
  async function sendFrom(waiting: readonly OutgoingEvent[], logId: string) {
    const batch = stretch(waiting);
    const told = await sendKnown(batch, logId);
    const [first] = batch;
    const { expected } = told.reply;
    if (expected === null || first === undefined || expected >= first.seq) return { batch, told };
    const earlier = stretch(store.log?.eventsFrom(logId, expected, AT_ONCE) ?? []);
    if (earlier[0]?.seq === expected) return { batch: earlier, told: await send(earlier, logId) };
    // Moved to another log since, as its desk has signed: the province goes on behind it once it holds it there.
    if (!(await tellOfLog(store, province, logId))) return null;
    const again = await send(batch, logId);
    return again.reply.expected === null ? { batch, told: again } : null;
  }

  /** @returns whether the province holds it all, or will never take it from here */
  async function pushLog(logId: string): Promise<boolean> {
    let waiting = store.hearing.waitingOf(logId, AT_ONCE);
    while (waiting.length > 0 && !stopped()) {
      const sent = await sendFrom(waiting, logId);
      if (sent === null) {
        const [first] = waiting;
        const isOwn = first?.event.envelope.device === store.meta.get('enrolment')?.device;
        // Of this very machine, lost here since, behind a place that nobody has: it can come in from its own log only.
        if (isOwn && first !== undefined) store.moveFromFormer(logId, first.seq);
        return isOwn || (await tellWithout(logId, waiting));
      }
      const { batch, told } = sent;
      stuck.delete(logId);
      if (told.reply.ended === true) {
        // A log of this very machine: what it hears of it was lost here since. It goes on in the one written now.
        store.moveFromFormer(logId, batch[0]?.seq ?? null);
        return true;
      }
      const said = saidOf(told, batch, serverPublicKey);
      settle(store, said);
      if (said.settled > 0) progressed();
      const elsewhere = told.reply.elsewhere ?? [];
      if (elsewhere.length > 0) takeElsewhere(store, elsewhere, serverPublicKey);
      if (said.refused !== null) {
        log.warn('the province refused what another desk had told', { log: logId });
        dropRefused(store, logId, clock.now());
        return true;
      }
      if (said.settled + elsewhere.length === 0) return false;
      waiting = store.hearing.waitingOf(logId, AT_ONCE);
    }
    return true;
  }

  /**
   * Its desk has left that log, and what stood before is lost with its disk: the province takes it by itself then.
   * @returns whether nothing of that log waits any more
   */
  async function tellWithout(logId: string, waiting: readonly OutgoingEvent[]): Promise<boolean> {
    const from = stuck.get(logId) ?? clock.monotonic();
    stuck.set(logId, from);
    if (clock.monotonic() - from < NOBODYS_MS || store.meta.get('enrolment')?.kind !== 'desk') return false;
    stuck.set(logId, clock.monotonic());
    const told = waiting.map(({ event }) => ({ event, verdict: null }));
    if (await tellAgain(store, province, serverPublicKey, told)) progressed();
    return store.hearing.waitingOf(logId, 1).length === 0;
  }

  return {
    async push() {
      const logs = new Set(store.hearing.waitingLogs());
      for (const seen of [since, stuck]) for (const known of seen.keys()) if (!logs.has(known)) seen.delete(known);
      for (const logId of logs) {
        const seen = since.get(logId) ?? clock.monotonic();
        since.set(logId, seen);
        if (clock.monotonic() - seen < OTHERS_FIRST_MS || stopped()) continue;
        try {
          // What the province lacks before it may come from another desk: not asked again before it had its time.
          if (await pushLog(logId)) since.delete(logId);
          else since.set(logId, clock.monotonic());
          stumbles.wentThrough(`heard ${logId}`);
        } catch (error) {
          if (!stopped() && stumbles.fell(`heard ${logId}`, error)) {
            fault(new Stumbled(error));
            since.set(logId, clock.monotonic());
            continue;
          }
          // A log the province has not been told of yet, and nobody here knows how it began: its own desk tells it.
          if (!(error instanceof ProvinceRefused) || error.status >= 500 || error.status === 429) throw error;
          log.info('what another desk had told waits for that desk', { log: logId, code: error.code });
          since.set(logId, clock.monotonic());
        }
      }
    },
  };
}

/** What of these goes into one push: from the first on, without a gap. */
function stretch(rows: readonly OutgoingEvent[]): OutgoingEvent[] {
  const [batch] = batchesOf(rows);
  return rows.slice(0, batch?.events.length ?? 0);
}
