import { ProblemError } from '../../contract/problems.ts';
import { sha256 } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import { bytesFault, type LogEvent } from '../../domain/log/envelope.ts';
import type { Store } from '../store/store.ts';
import type { Witnessed } from './province.ts';
import { isGenuine } from './settle.ts';

/** Events of other desks with the province's verdicts on them. */
export interface Page {
  readonly events: readonly LogEvent[];
  readonly verdicts: readonly Verdict[];
}

/** @throws ProblemError DT-02 for an event whose bytes do not match their hash, or a verdict that is not the province's */
export function checkPage({ reply: { events, verdicts }, isSigned }: Witnessed<Page>, serverPublicKey: string): void {
  // Other desks' signatures are the server's to judge (it knows their keys); whole bytes are ours.
  if (events.some((event) => bytesFault(event, sha256) !== null)) throw new ProblemError('DT-02');
  if (!isSigned && verdicts.some((verdict) => !isGenuine(verdict, serverPublicKey))) throw new ProblemError('DT-02');
}

/**
 * Stores a page that was checked; call inside `transact`.
 * @returns how many events and verdicts concerned what is here
 */
export function takePage(store: Store, { events, verdicts }: Page): number {
  let fresh = store.takeIn(events);
  for (const verdict of verdicts) {
    const aggregateId = store.log?.aggregateOf(verdict.eventId) ?? null;
    if (aggregateId === null) continue;
    store.outbox.settle(verdict, aggregateId);
    fresh += 1;
  }
  return fresh;
}
