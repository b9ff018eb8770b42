import type { Verdict } from '../../contract/sync.ts';
import type { Envelope } from '../../domain/log/envelope.ts';
import type { LogRow } from '../store/logs.ts';
import { raiseAlarm } from '../store/alarms.ts';
import { newStrangers, type Named } from '../store/strangers.ts';
import type { Tx } from '../store/pool.ts';

/** Who writes what a machine finds by itself: a hole in its log. */
const MACHINE = 'may';

/** What was judged, and how. */
export interface JudgedEvent {
  readonly envelope: Pick<Envelope, 'type' | 'actor' | 'approvedBy'>;
  readonly verdict: Verdict;
}

/**
 * An event is signed by its desk, and the desk says who wrote it and who approved. Where its office has never had anybody
 * of that name, or never as a supervisor, an alarm (`XV-21`) tells of the first such event of a log. Its verdict is as it
 * would be: a province put back from a copy has forgotten who joined since, and what they did is honest.
 */
export async function tellOfStrangers(
  tx: Tx,
  log: LogRow,
  sentBy: string,
  judged: readonly JudgedEvent[],
): Promise<void> {
  // What the province writes itself has its own name, or those of the events it tells again.
  if (log.portal) return;
  const firsts = new Map<string, Named & { readonly verdict: Verdict }>();
  for (const { envelope, verdict } of judged) {
    const { actor, approvedBy } = envelope;
    const named = [
      ...(actor === MACHINE ? [] : [{ person: actor, approves: false }]),
      ...(approvedBy === null ? [] : [{ person: approvedBy, approves: true }]),
    ];
    for (const one of named) if (!firsts.has(keyOf(one))) firsts.set(keyOf(one), { ...one, verdict });
  }
  for (const one of await newStrangers(tx, log, [...firsts.values()])) {
    const first = firsts.get(keyOf(one));
    if (first !== undefined) await raiseAlarm(tx, { ...first.verdict, reason: 'XV-21' }, sentBy, one.person);
  }
}

function keyOf({ person, approves }: Named): string {
  return `${approves ? 'approves' : 'writes'} ${person}`;
}
