import { canonical, type Json } from '../../domain/log/canonical.ts';
import { ProblemError } from '../../contract/problems.ts';
import { sha256, verifyText } from '../../contract/signing.ts';
import { sealFault } from '../../domain/log/envelope.ts';
import {
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  pushReplySchema,
  type HeldElsewhere,
  type PushReply,
  type Verdict,
} from '../../contract/sync.ts';
import type { Store } from '../store/store.ts';
import { ProvinceRefused, type Province } from './province.ts';

export type PushResult =
  /** Nothing of this log is unsent any more. */
  | { readonly kind: 'drained' }
  /** The province refuses an event of this log: what follows cannot be sent until a person has looked. */
  | { readonly kind: 'refused'; readonly verdict: Verdict }
  /** Nothing more of this log is taken from its writer: it has begun another since. */
  | { readonly kind: 'ended' }
  /** The province holds events of it in another place; that place is stored now, and the log was left. */
  | { readonly kind: 'elsewhere' };

export interface PushOptions {
  readonly store: Store;
  readonly province: Province;
  readonly serverPublicKey: string;
  /** After each answered batch. */
  readonly progressed: () => void;
  /** Whether to stop before the next batch. */
  readonly stopped: () => boolean;
}

/**
 * Sends one log's unsent events in order, in contiguous batches, and keeps the verdicts. Repeats, lost replies and
 * cut-off requests are harmless: the server ignores what it has and says from where it wants more.
 * @throws LineDown, ProvinceRefused, ProblemError DT-02 for a verdict that is not the server's or not on our bytes
 */
export async function pushLog(log: string, options: PushOptions): Promise<PushResult> {
  const { store, province, serverPublicKey, progressed, stopped } = options;
  let most = MAX_BATCH_EVENTS;
  let from: number | null = null;
  let wentBack = false;
  while (!stopped()) {
    const batch = nextBatch(store, log, from, most);
    const [first, last] = [batch[0], batch[batch.length - 1]];
    if (first === undefined || last === undefined) return { kind: 'drained' };
    const mark = (sent: boolean): void => store.transact(() => store.outbox.markSent(log, last.seq, sent));
    mark(true);
    let reply: PushReply;
    try {
      const request = { log, events: batch.map((row) => row.event) };
      reply = await province.request('POST', '/v1/push', request, pushReplySchema);
    } catch (error) {
      // No answer: it may have arrived or not, so it is said to wait until the province has confirmed it.
      mark(false);
      if (!(error instanceof ProvinceRefused) || error.status !== 413 || batch.length === 1) throw error;
      most = Math.ceil(batch.length / 2);
      continue;
    }
    const sent = new Map(batch.map(({ event }) => [event.envelope.id, event.envelope]));
    const { refused, settled } = settle(store, reply, serverPublicKey, sent);
    if (settled < batch.length) mark(false);
    progressed();
    if (refused !== null) return { kind: 'refused', verdict: refused };
    if (reply.elsewhere !== undefined && reply.elsewhere.length > 0) {
      takeElsewhere(store, reply.elsewhere, serverPublicKey);
      return { kind: 'elsewhere' };
    }
    if (reply.ended === true) return { kind: 'ended' };
    if (reply.expected !== null) {
      // The server lacks something earlier (it was restored): from there, though it was acknowledged once. It can want
      // that once in a round and only backwards; whatever else it says would have us send for ever.
      if (wentBack || reply.expected >= first.seq) throw new ProblemError('DT-02');
      wentBack = true;
      from = reply.expected;
    } else {
      if (settled === 0) throw new ProblemError('DT-02');
      from = from === null || last.seq >= (store.log?.head().seq ?? 0) ? null : last.seq + 1;
    }
  }
  return { kind: 'drained' };
}

function nextBatch(store: Store, log: string, from: number | null, most: number) {
  const rows = from === null ? store.log?.unsentFrom(log, most) : store.log?.eventsFrom(log, from, most);
  let bytes = 0;
  const batch = [];
  for (const row of rows ?? []) {
    const before = batch[batch.length - 1];
    if (before !== undefined && row.seq !== before.seq + 1) break;
    bytes += row.bytes;
    if (batch.length > 0 && bytes > MAX_BATCH_BYTES * 0.95) break;
    batch.push(row);
  }
  return batch;
}

/**
 * Stores events where the province holds them, with the verdicts they have there.
 * @throws ProblemError DT-02 for one that is not whole, not known here, or whose verdict is not the server's
 */
export function takeElsewhere(store: Store, held: readonly HeldElsewhere[], serverPublicKey: string): void {
  const verifier = { sha256, verify: () => true };
  for (const { event, verdict } of held) {
    const { id, hash } = event.envelope;
    const isAbout = verdict.eventId === id && verdict.hash === hash && store.log?.aggregateOf(id) !== null;
    if (!isAbout || !isGenuine(verdict, serverPublicKey) || sealFault(event, verifier) !== null) {
      throw new ProblemError('DT-02');
    }
  }
  store.transact(() => {
    store.takeIn(held.map(({ event }) => event));
    for (const { event, verdict } of held) store.outbox.settle(verdict, event.envelope.aggregateId);
  });
  store.tidyJournal();
}

/** @returns the first refusal, or null, and how many events have their verdict now. */
function settle(
  store: Store,
  reply: PushReply,
  serverPublicKey: string,
  sent: ReadonlyMap<string, { readonly aggregateId: string; readonly hash: string }>,
): { refused: Verdict | null; settled: number } {
  const accepted: { verdict: Verdict; aggregateId: string }[] = [];
  let refused: Verdict | null = null;
  for (const verdict of reply.verdicts) {
    const envelope = sent.get(verdict.eventId);
    if (envelope === undefined || envelope.hash !== verdict.hash || !isGenuine(verdict, serverPublicKey)) {
      throw new ProblemError('DT-02');
    }
    if (verdict.end === 'refused') refused ??= verdict;
    else accepted.push({ verdict, aggregateId: envelope.aggregateId });
  }
  store.transact(() => {
    for (const { verdict, aggregateId } of accepted) store.outbox.settle(verdict, aggregateId);
  });
  store.tidyJournal();
  return { refused, settled: new Set(accepted.map(({ verdict }) => verdict.eventId)).size };
}

/** "In the provincial system" is said only after a verdict with the server's own signature. */
export function isGenuine(verdict: Verdict, serverPublicKey: string): boolean {
  const { signature, ...signed } = verdict;
  // A verdict is strings, integers and nulls, checked by its schema.
  return verifyText(serverPublicKey, canonical(signed as Json), signature);
}
