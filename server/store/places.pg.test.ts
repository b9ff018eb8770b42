import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../tests/harness/database.ts';
import { freePort } from '../embedded-folder.ts';
import { connectTo, ReadOnlyPlace } from './places.ts';
import { openDatabase } from './pool.ts';
import { inTransaction } from './transaction.ts';

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.db.destroy());

/** Ends the backend a transaction runs on, as an administrator or a dying primary does. */
async function endBackend(pid: number): Promise<void> {
  const other = new pg.Client({ connectionString: inject('postgresUrl') });
  await other.connect();
  await other.query('select pg_terminate_backend($1)', [pid]);
  await other.end();
}

test('a connection that breaks between two statements fails that work alone', async () => {
  const broke: string[] = [];
  const db = openDatabase({ url: fresh.url, connections: 1, onError: (error) => broke.push(error.message) });
  const work = inTransaction(db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await endBackend(rows[0]?.pid ?? 0);
    while (broke.length === 0) await new Promise((resolve) => setImmediate(resolve));
    return sql`select 1`.execute(tx);
  });
  await expect(work).rejects.toThrow(/terminat|not queryable/);
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
});

test('a connection string with several places finds the one that is there, and takes the next when that one goes', async () => {
  const { username, password, host, pathname } = new URL(fresh.url);
  const nobody = `127.0.0.1:${await freePort()}`;
  const url = `postgres://${username}:${password}@${nobody},${host}${pathname}?target_session_attrs=read-write`;
  const db = openDatabase({ url, connections: 2 });
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await db.destroy();
  const away = openDatabase({ url: `postgres://${username}:${password}@${nobody},${nobody}${pathname}` });
  await expect(sql`select 1`.execute(away)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await away.destroy();
});

test('a place that takes no writes is passed over, and nothing is left connected there', async () => {
  const { db, url } = await freshDatabase();
  const name = new URL(url).pathname.slice(1);
  await sql`alter database ${sql.id(name)} set default_transaction_read_only = on`.execute(db);
  const words = `${url}?target_session_attrs=read-write`;
  const readOnly = openDatabase({ url: words, connections: 1 });
  await expect(sql`select 1`.execute(readOnly)).rejects.toBeInstanceOf(ReadOnlyPlace);
  await expect(connectTo(words, {})).rejects.toBeInstanceOf(ReadOnlyPlace);
  await readOnly.destroy();
  await db.destroy();
});

test('the commit of a transaction waits without a limit of time', async () => {
  const db = openDatabase({ url: fresh.url, connections: 1 });
  const limitNow = async (): Promise<string | undefined> =>
    (await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db)).rows[0]?.statement_timeout;
  await inTransaction(db, async (tx) => {
    // Run by PostgreSQL in the commit itself.
    await sql`create temporary table probe (seen text) on commit preserve rows`.execute(tx);
    await sql`create function pg_temp.see() returns trigger language plpgsql as
      'begin insert into probe values (current_setting(''statement_timeout'')); return null; end'`.execute(tx);
    await sql`create temporary table cause (n integer)`.execute(tx);
    await sql`create constraint trigger see after insert on cause deferrable initially deferred
      for each row execute function pg_temp.see()`.execute(tx);
    await sql`insert into cause values (1)`.execute(tx);
  });
  expect((await sql<{ seen: string }>`select seen from probe`.execute(db)).rows).toEqual([{ seen: '0' }]);
  expect(await limitNow()).toBe('1min');
  await db.destroy();
});
