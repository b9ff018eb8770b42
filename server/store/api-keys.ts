import type { Db } from './pool.ts';
import type { ApiKeyTable } from './tables.ts';

export async function insertApiKey(db: Db, row: Omit<ApiKeyTable, 'revoked_at'>): Promise<void> {
  await db
    .insertInto('api_key')
    .values({ ...row, revoked_at: null })
    .execute();
}

/** The key of that hash, unless it was revoked. */
export async function apiKeyByHash(db: Db, hash: string): Promise<ApiKeyTable | null> {
  const row = await db
    .selectFrom('api_key')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Without the hashes: nobody needs to see them. */
export async function allApiKeys(db: Db): Promise<Omit<ApiKeyTable, 'hash'>[]> {
  return db.selectFrom('api_key').select(['id', 'name', 'created_at', 'revoked_at']).orderBy('created_at').execute();
}

/** @returns false where there is none, or it was revoked before */
export async function revokeApiKey(db: Db, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
