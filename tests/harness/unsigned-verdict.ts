import type { Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';

/** A verdict for what does not look at its signature: of a store, or of an answer that was signed as a whole. */
export function unsignedVerdict({ envelope }: Pick<LogEvent, 'envelope'>, over: Partial<Verdict> = {}): Verdict {
  const { id: eventId, log, seq, hash } = envelope;
  return { eventId, log, seq, hash, end: 'applied', reason: null, book: null, at: 1, signature: 's', ...over };
}
