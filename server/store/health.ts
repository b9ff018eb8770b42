import { sql } from 'kysely';
import type { Db } from './pool.ts';

/** Whether the database answers and the province is set up. */
export async function isReady(db: Db): Promise<boolean> {
  try {
    const { rows } = await sql<{ ready: boolean }>`select exists (select 1 from province) as ready`.execute(db);
    return rows[0]?.ready === true;
  } catch {
    return false;
  }
}
