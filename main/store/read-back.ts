import { eventSchema, type ReadEvent } from '../../contract/events.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import type { NewEvent } from './events.ts';

/**
 * What this release could not read back itself is no event: better refused here than signed, printed, and kept apart
 * by the province. Reading changes nothing either, so that every machine folds the bytes that were signed.
 */
export function readBack({ type, version, body }: NewEvent): ReadEvent {
  const read = eventSchema.safeParse({ type, version, body });
  if (!read.success) throw new Error(`${type}: ${read.error.issues[0]?.path.join('.') ?? ''} cannot be read back`);
  // From its schema: strings, numbers, booleans, nulls.
  if (canonical(read.data.body as unknown as Json) !== canonical(body)) throw new Error(`${type}: reading changes it`);
  return read.data;
}
