import type { Verdict } from '../../contract/sync.ts';
import { takeOut, type FoundApart } from '../store/quarantine.ts';
import { takeStretch, type Incoming, type TakeIn } from './take-in.ts';

/**
 * Gives an event that is kept apart another end, as if it came now: its verdict of before is replaced.
 * @returns why it was kept apart, and its new verdict; null where somebody else has just done so
 */
export async function takeAnew(
  taking: TakeIn,
  found: FoundApart,
  incoming: Incoming,
): Promise<{ readonly reason: string; readonly verdict: Verdict } | null> {
  const reason = await takeOut(taking.tx, taking.feed, found);
  if (reason === null) return null;
  const [verdict] = await takeStretch(taking, [incoming]);
  if (verdict === undefined) throw new Error('an event without an end');
  return { reason, verdict };
}
