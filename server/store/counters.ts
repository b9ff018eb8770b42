import type { Counter } from '../../contract/sync.ts';
import type { Db, Tx } from './pool.ts';

export async function countersOf(db: Db | Tx, office: string): Promise<Counter[]> {
  return db.selectFrom('counter').selectAll().where('office', '=', office).orderBy('id').execute();
}

export async function counterById(db: Db | Tx, id: string): Promise<Counter | null> {
  return (await db.selectFrom('counter').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** @returns null where the id is taken */
export async function insertCounter(db: Db | Tx, counter: Omit<Counter, 'revision'>): Promise<Counter | null> {
  const row = await db
    .insertInto('counter')
    .values({ ...counter, revision: 1 })
    .onConflict((on) => on.column('id').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}

/** A counter stays in its office, and what it is. @returns null where the row is no longer of that revision */
export async function updateCounter(
  db: Db | Tx,
  { id, name, kind, disabled, office }: Omit<Counter, 'revision'>,
  revision: number,
): Promise<Counter | null> {
  const row = await db
    .updateTable('counter')
    .set({ name, disabled, revision: revision + 1 })
    .where('id', '=', id)
    .where('office', '=', office)
    .where('kind', '=', kind)
    .where('revision', '=', revision)
    .returningAll()
    .executeTakeFirst();
  return row ?? null;
}
