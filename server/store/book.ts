import { sql } from 'kysely';
import type { Tx } from './pool.ts';

/** A received dossier that is to stand in its office's book. */
export interface Entering {
  readonly dossier: string;
  readonly office: string;
  readonly year: number;
}

/**
 * The next running numbers (số thứ tự, Mẫu 01 field 19) of the offices' books, in the order given; once to a dossier, in
 * commit order: the caller holds the offices' locks.
 * @returns by dossier, the number given now; none for one that has had its number
 */
export async function enterInBook(
  tx: Tx,
  entering: readonly Entering[],
): Promise<ReadonlyMap<string, { readonly year: number; readonly number: number }>> {
  const given = new Map<string, { readonly year: number; readonly number: number }>();
  if (entering.length === 0) return given;
  const known = await tx
    .selectFrom('book_entry')
    .select('aggregate_id')
    .where('aggregate_id', '=', sql<string>`any(${entering.map(({ dossier }) => dossier)}::uuid[])`)
    .execute();
  const done = new Set(known.map((row) => row.aggregate_id));
  const fresh = entering.filter(({ dossier }) => !done.has(dossier) && done.add(dossier) !== undefined);
  const books = Map.groupBy(fresh, ({ office, year }) => `${year} ${office}`);
  for (const [, entries] of [...books].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = entries;
    if (first === undefined) continue;
    const { office, year } = first;
    const { last } = await tx
      .insertInto('book')
      .values({ office, year, last: entries.length })
      .onConflict((on) => on.columns(['office', 'year']).doUpdateSet({ last: sql`book.last + ${entries.length}` }))
      .returning('last')
      .executeTakeFirstOrThrow();
    entries.forEach(({ dossier }, nth) => given.set(dossier, { year, number: last - entries.length + nth + 1 }));
  }
  const offices = fresh.map(({ office }) => office);
  const dossiers = fresh.map(({ dossier }) => dossier);
  const numbers = dossiers.map((dossier) => given.get(dossier));
  await sql`insert into book_entry (aggregate_id, office, year, number)
    select * from unnest(${dossiers}::uuid[], ${offices}::text[], ${numbers.map((each) => each?.year ?? null)}::integer[],
      ${numbers.map((each) => each?.number ?? null)}::integer[])`.execute(tx);
  return given;
}
