import { sql } from 'kysely';
import type { Tx } from './pool.ts';

/**
 * The next running number (số thứ tự, Mẫu 01 field 19) of the office's book for the year, given once to a dossier, in
 * commit order: the caller holds the office's lock.
 * @returns null where the dossier already has its number
 */
export async function enterInBook(
  tx: Tx,
  aggregateId: string,
  office: string,
  year: number,
): Promise<{ year: number; number: number } | null> {
  const known = await tx
    .selectFrom('book_entry')
    .select('number')
    .where('aggregate_id', '=', aggregateId)
    .executeTakeFirst();
  if (known !== undefined) return null;
  const { last: number } = await tx
    .insertInto('book')
    .values({ office, year, last: 1 })
    .onConflict((on) => on.columns(['office', 'year']).doUpdateSet({ last: sql`book.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  await tx.insertInto('book_entry').values({ aggregate_id: aggregateId, office, year, number }).execute();
  return { year, number };
}
