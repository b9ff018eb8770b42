import { ProblemError } from '../../contract/problems.ts';
import { sha256, verdictText, verifyText } from '../../contract/signing.ts';
import type { HeldElsewhere, PushReply, Verdict } from '../../contract/sync.ts';
import { bytesFault } from '../../domain/log/envelope.ts';
import type { OutgoingEvent } from '../store/outgoing.ts';
import type { Store } from '../store/store.ts';
import type { Witnessed } from './province.ts';

/** What the answer to a batch says of it, checked and not yet stored. */
export interface Said {
  readonly accepted: readonly { readonly verdict: Verdict; readonly aggregateId: string }[];
  /** The first refusal, or null. */
  readonly refused: Verdict | null;
  /** Events that have their verdict by it. */
  readonly settled: number;
  /** It took all of them, and has nothing else to say. */
  readonly isAll: boolean;
}

/** @throws ProblemError DT-02 for a verdict that is not the server's or not on our bytes */
export function saidOf(
  { reply, isSigned }: Witnessed<PushReply>,
  batch: readonly OutgoingEvent[],
  serverPublicKey: string,
): Said {
  const sent = new Map(batch.map((event) => [event.id, event]));
  const accepted: { verdict: Verdict; aggregateId: string }[] = [];
  let refused: Verdict | null = null;
  for (const verdict of reply.verdicts) {
    const event = sent.get(verdict.eventId);
    if (event === undefined || event.hash !== verdict.hash) throw new ProblemError('DT-02');
    if (!isSigned && !isGenuine(verdict, serverPublicKey)) throw new ProblemError('DT-02');
    if (verdict.end === 'refused') refused ??= verdict;
    else accepted.push({ verdict, aggregateId: event.aggregateId });
  }
  const settled = new Set(accepted.map(({ verdict }) => verdict.eventId)).size;
  const { expected, elsewhere = [], ended } = reply;
  const isPlain = refused === null && expected === null && elsewhere.length === 0 && ended !== true;
  return { accepted, refused, settled, isAll: isPlain && settled === batch.length };
}

export function settle(store: Store, { accepted }: Said): void {
  store.transact(() => {
    for (const { verdict, aggregateId } of accepted) store.outbox.settle(verdict, aggregateId);
  });
  store.tidyJournal();
}

/**
 * Stores events where the province holds them, with the verdicts they have there.
 * @throws ProblemError DT-02 for one that is not whole, not known here, or whose verdict is not the server's
 */
export function takeElsewhere(store: Store, held: readonly HeldElsewhere[], serverPublicKey: string): void {
  for (const { event, verdict } of held) {
    const { id, hash } = event.envelope;
    const isAbout = verdict.eventId === id && verdict.hash === hash && store.log?.aggregateOf(id) !== null;
    if (!isAbout || !isGenuine(verdict, serverPublicKey) || bytesFault(event, sha256) !== null) {
      throw new ProblemError('DT-02');
    }
  }
  store.transact(() => {
    store.takeIn(held.map(({ event }) => event));
    for (const { event, verdict } of held) store.outbox.settle(verdict, event.envelope.aggregateId);
  });
  store.tidyJournal();
}

/** "In the provincial system" is said only after a verdict with the server's own signature, or in an answer it signed. */
export function isGenuine(verdict: Verdict, serverPublicKey: string): boolean {
  return verifyText(serverPublicKey, verdictText(verdict), verdict.signature);
}

/**
 * The province's own word on those of these events that it confirmed once: sent again, they bring it along, and it sees that
 * it has forgotten them.
 */
export function confirmations({ outbox }: Pick<Store, 'outbox'>, ids: readonly string[]): Verdict[] {
  return ids.flatMap((id) => outbox.verdictOn(id) ?? []).filter(isConfirming);
}

/** Whether it says that the event is in. */
export function isConfirming({ end }: Verdict): boolean {
  return end === 'applied' || end === 'flagged';
}
