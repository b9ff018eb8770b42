import { sql, type RawBuilder } from 'kysely';

/** Stands in no JSON text: every writer of JSON puts control characters down by their numbers. */
const BETWEEN = '\u0001';

/**
 * JSON texts as one list for PostgreSQL. As an array each would have all its quotation marks escaped and read back, which
 * costs a batch more than storing it does.
 */
export function jsonTexts(texts: readonly (string | null)[]): RawBuilder<unknown> {
  if (texts.some((text) => text?.includes(BETWEEN) === true)) throw new RangeError('not a JSON text');
  return sql`string_to_array(${texts.map((text) => text ?? '').join(BETWEEN)}, ${BETWEEN}, '')`;
}
