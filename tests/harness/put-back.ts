import { sql } from 'kysely';
import type { Db } from '../../server/store/pool.ts';

/** A copy of every table as it is now, inside the same database. @returns puts it back, as a restored backup does */
export async function copyOf(db: Db): Promise<() => Promise<void>> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%'`.execute(db);
  const names = rows.map(({ name }) => name);
  await sql`drop schema if exists kept cascade`.execute(db);
  await sql`create schema kept`.execute(db);
  await db.transaction().execute(async (tx) => {
    for (const name of names)
      await sql`create table kept.${sql.table(name)} as table public.${sql.table(name)}`.execute(tx);
  });
  return () =>
    db.transaction().execute(async (tx) => {
      // No foreign key and no trigger in between: it is the whole of it that goes back.
      await sql`set local session_replication_role = replica`.execute(tx);
      for (const name of names) await sql`delete from public.${sql.table(name)}`.execute(tx);
      for (const name of names)
        await sql`insert into public.${sql.table(name)} select * from kept.${sql.table(name)}`.execute(tx);
    });
}
