import type { SigningKey } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import { takeOut, type FoundApart } from '../store/quarantine.ts';
import { insertVerdicts } from '../store/verdicts.ts';
import { takeStretch, type Incoming, type TakeIn } from './take-in.ts';
import { signVerdict } from './verdict.ts';

/**
 * Gives an event that is kept apart another end, as if it came now: its verdict of before is replaced.
 * @returns why it was kept apart, and its new verdict; null where somebody else has just done so
 */
export async function takeAnew(
  key: SigningKey,
  taking: TakeIn,
  found: FoundApart,
  incoming: Incoming,
): Promise<{ readonly reason: string; readonly verdict: Verdict } | null> {
  const reason = await takeOut(taking.tx, taking.feed, found);
  if (reason === null) return null;
  const [end] = await takeStretch(taking, [incoming]);
  if (end === undefined) throw new Error('an event without an end');
  const { id: eventId, seq, hash } = incoming.event.envelope;
  const verdict = signVerdict(key, { eventId, log: found.log, seq, hash, ...end, at: taking.now });
  await insertVerdicts(taking.tx, [verdict]);
  return { reason, verdict };
}
