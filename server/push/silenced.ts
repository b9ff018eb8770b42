import { eventSchema, type ReadEvent } from '../../contract/events.ts';
import type { WholeEvent } from './judge.ts';

/**
 * An event whose body was erased by law, as it is taken in: whoever sends it again, with its body or without (a desk that
 * has not heard, a courier's stick, a province put back from a copy), its envelope is stored and nothing of what it said.
 */
export function silenced(event: WholeEvent, erased: ReadonlyMap<string, ReadEvent | null>): WholeEvent {
  const rest = erased.get(event.envelope.id);
  if (rest === undefined) return event;
  return {
    ...event,
    bodyText: null,
    salt: null,
    bytes: Buffer.byteLength(event.envelopeText),
    read: rest === null ? null : eventSchema.parse(rest),
    apart: null,
    isErased: true,
  };
}
