import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Db, Tx } from './pool.ts';
import type { ProvinceTable } from './tables.ts';

export type Province = Selectable<ProvinceTable>;

/** Who this province is; null before `init`. */
export async function provinceOf(db: Db | Tx): Promise<Province | null> {
  return (await db.selectFrom('province').selectAll().executeTakeFirst()) ?? null;
}

export async function createProvince(db: Db | Tx, row: Insertable<ProvinceTable>): Promise<void> {
  await db.insertInto('province').values(row).execute();
}

/** @throws where the province was not set up */
export async function changeProvince(
  db: Db,
  change: Pick<
    Updateable<ProvinceTable>,
    'epoch' | 'restored_at' | 'offline_numbers_temporary' | 'lookup_url' | 'hotline' | 'scan_bytes_per_second'
  >,
): Promise<Province> {
  if (Object.keys(change).length === 0) return db.selectFrom('province').selectAll().executeTakeFirstOrThrow();
  return db.updateTable('province').set(change).returningAll().executeTakeFirstOrThrow();
}
