import { placeUse, type PlaceUse } from '../../contract/place-use.ts';
import type { Counter } from '../../contract/sync.ts';
import type { Db, Tx } from './pool.ts';

/** A place as it is ordered: what is not said of its use stays as it is, and of a new one is the usual. */
export interface CounterOrder extends Omit<Counter, 'revision' | 'use'> {
  readonly use?: PlaceUse | undefined;
}

export async function countersOf(db: Db | Tx, office: string): Promise<Counter[]> {
  return db.selectFrom('counter').selectAll().where('office', '=', office).orderBy('id').execute();
}

export async function counterById(db: Db | Tx, id: string): Promise<Counter | null> {
  return (await db.selectFrom('counter').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** @returns null where the id is taken */
export async function insertCounter(db: Db | Tx, counter: CounterOrder): Promise<Counter | null> {
  const row = await db
    .insertInto('counter')
    .values({ ...counter, use: placeUse(counter.kind, counter.use), revision: 1 })
    .onConflict((on) => on.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** A place stays in its office, and its machine what it is. @returns null where the row is no longer of that revision */
export async function updateCounter(
  db: Db | Tx,
  { id, name, kind, use, disabled, office }: CounterOrder,
  revision: number,
): Promise<Counter | null> {
  const row = await db
    .updateTable('counter')
    .set({ name, disabled, revision: revision + 1, ...(use === undefined ? {} : { use: placeUse(kind, use) }) })
    .where('id', '=', id)
    .where('office', '=', office)
    .where('kind', '=', kind)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}
