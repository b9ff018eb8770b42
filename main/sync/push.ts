import { ProblemError } from '../../contract/problems.ts';
import {
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  pushReplySchema,
  type PushReply,
  type Verdict,
} from '../../contract/sync.ts';
import type { OutgoingEvent } from '../store/outgoing.ts';
import type { Store } from '../store/store.ts';
import { ProvinceRefused, type Province, type Witnessed } from './province.ts';
import { confirmations, saidOf, settle, takeElsewhere } from './settle.ts';

export type PushResult =
  /** Nothing of this log is unsent any more. */
  | { readonly kind: 'drained' }
  /** The province refuses an event of this log: what follows cannot be sent until a person has looked. */
  | { readonly kind: 'refused'; readonly verdict: Verdict }
  /** Nothing more of this log is taken from its writer: it has begun another since. */
  | { readonly kind: 'ended' }
  /** The province holds events of it in another place; that place is stored now, and the log was left. */
  | { readonly kind: 'elsewhere' }
  /** What the province wants before it is not here: in this log nothing more can come from this desk. `wanted`: that place. */
  | { readonly kind: 'gap'; readonly wanted: number };

export interface PushOptions {
  readonly store: Store;
  readonly province: Province;
  readonly serverPublicKey: string;
  /** After each answered batch. */
  readonly progressed: () => void;
  /** Whether to stop before the next batch. */
  readonly stopped: () => boolean;
}

/** Batches on the way at once: the server works on one while the answer to the one before is settled here. */
const AHEAD = 2;

/** A batch on its way. */
interface Sending {
  readonly batch: readonly OutgoingEvent[];
  readonly first: number;
  readonly last: number;
  /** Sent while the one before it was on its way. */
  readonly isAhead: boolean;
  /** Never fails: what went wrong is told. */
  readonly answer: Promise<Outcome>;
}

type Outcome =
  | { readonly kind: 'told'; readonly told: Witnessed<PushReply> }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Sends one log's unsent events in order, in contiguous batches, and keeps the verdicts. Repeats, lost replies and
 * cut-off requests are harmless: the server ignores what it has and says from where it wants more. Two batches are on the
 * way at most; anything but "took all" lets the second one pass unheard, and they go one at a time until one is taken whole.
 * @throws LineDown, ProvinceRefused, ProblemError DT-02 for a verdict that is not the server's or not on our bytes
 */
export async function pushLog(log: string, options: PushOptions): Promise<PushResult> {
  const { store, serverPublicKey, progressed, stopped } = options;
  const mark = (upTo: number, sent: boolean): void => store.transact(() => store.outbox.markSent(log, upTo, sent));
  let most = MAX_BATCH_EVENTS;
  let from: number | null = null;
  let wentBack = false;
  let atOnce = AHEAD;
  const underWay: Sending[] = [];
  /** What is under way is not listened to any more, and nothing is sent ahead for now. */
  const oneAtATime = async (): Promise<void> => {
    atOnce = 1;
    const upTo = underWay.at(-1)?.last ?? 0;
    await Promise.all(underWay.splice(0).map(({ answer }) => answer));
    // No answer: it may have arrived or not, so it is said to wait until the province has confirmed it.
    mark(upTo, false);
  };
  try {
    for (;;) {
      while (underWay.length < atOnce && !stopped()) {
        const batch = nextBatch(store, log, { from, most, after: underWay.at(-1)?.last ?? 0 });
        const [first, last] = [batch[0], batch[batch.length - 1]];
        if (first === undefined || last === undefined) break;
        mark(last.seq, true);
        const answer = ask(options.province, log, batch, store);
        underWay.push({ batch, first: first.seq, last: last.seq, isAhead: underWay.length > 0, answer });
      }
      const [sending] = underWay;
      if (sending === undefined) return { kind: 'drained' };
      const { batch, last } = sending;
      const outcome = await sending.answer;
      const said = outcome.kind === 'told' ? saidOf(outcome.told, batch, serverPublicKey) : null;
      const isPlain = said?.isAll === true;
      if (isPlain) underWay.shift();
      else await oneAtATime();
      // Perhaps only because it came before the one it follows on: it is sent once more, alone.
      if (!isPlain && sending.isAhead) continue;
      if (outcome.kind === 'failed' || said === null) {
        const error = outcome.kind === 'failed' ? outcome.error : null;
        if (!(error instanceof ProvinceRefused) || error.status !== 413 || batch.length === 1) throw error;
        most = Math.ceil(batch.length / 2);
        continue;
      }
      const { reply } = outcome.told;
      settle(store, said);
      progressed();
      if (said.refused !== null) return { kind: 'refused', verdict: said.refused };
      if (reply.elsewhere !== undefined && reply.elsewhere.length > 0) {
        takeElsewhere(store, reply.elsewhere, serverPublicKey);
        return { kind: 'elsewhere' };
      }
      if (reply.ended === true) return { kind: 'ended' };
      if (reply.expected !== null) {
        // The server lacks something earlier (it was restored): from there, though it was acknowledged once. It can want
        // that once in a round and only backwards; whatever else it says would have us send for ever.
        if (wentBack || reply.expected >= sending.first) return { kind: 'gap', wanted: reply.expected };
        wentBack = true;
        from = reply.expected;
      } else {
        if (said.settled === 0) throw new ProblemError('DT-02');
        from = from === null || last >= (store.log?.head().seq ?? 0) ? null : last + 1;
        // All taken, in its place: the next ones may go ahead of their answers again.
        if (isPlain && from === null) atOnce = AHEAD;
      }
    }
  } finally {
    // Nothing of this log is on its way once this has returned.
    if (underWay.length > 0) await oneAtATime();
  }
}

async function ask(
  province: Province,
  log: string,
  batch: readonly OutgoingEvent[],
  store: Pick<Store, 'outbox'>,
): Promise<Outcome> {
  const json = pushText(store, log, batch);
  try {
    return { kind: 'told', told: await province.witnessed('POST', '/v1/push', json, pushReplySchema) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

/** What is asked of `POST /v1/push`: the events as the very texts that stand here. */
export function pushText(store: Pick<Store, 'outbox'>, log: string, batch: readonly OutgoingEvent[]): string {
  const said = confirmations(
    store,
    batch.map(({ id }) => id),
  );
  const verdicts = said.length === 0 ? '' : `,"verdicts":${JSON.stringify(said)}`;
  return `{"log":${JSON.stringify(log)},"events":[${batch.map(({ text }) => text).join(',')}]${verdicts}}`;
}

function nextBatch(
  store: Store,
  log: string,
  { from, most, after }: { readonly from: number | null; readonly most: number; readonly after: number },
): OutgoingEvent[] {
  const rows = from === null ? store.log?.unsentFrom(log, most, after) : store.log?.eventsFrom(log, from, most);
  let bytes = 0;
  const batch: OutgoingEvent[] = [];
  for (const row of rows ?? []) {
    const before = batch[batch.length - 1];
    if (before !== undefined && row.seq !== before.seq + 1) break;
    bytes += row.bytes;
    if (batch.length > 0 && bytes > MAX_BATCH_BYTES * 0.95) break;
    batch.push(row);
  }
  return batch;
}
