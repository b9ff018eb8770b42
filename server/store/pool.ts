import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { assertWritable, placesOf } from './places.ts';
import type { Tables } from './tables.ts';

/** The province's database: the pool, or a transaction on it. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface PoolOptions {
  /** Of one place or several, see `placesOf`. */
  readonly url: string;
  readonly connections?: number;
  /** A broken idle connection; the pool makes a new one. */
  readonly onError?: (error: Error) => void;
}

/** Whole numbers of 64 bits are times and counts here, far below 2^53. */
const types: pg.CustomTypesConfig = {
  // pg's own signature gives `any` back: it is the registry of parsers by type number.
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export function openDatabase(options: PoolOptions): Db {
  const pool = poolOf(options);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  pools.set(db, pool);
  return db;
}

const pools = new WeakMap<Db, DatabasePool>();

/** Connections of the pool now: open, idle, and how many statements wait for one. */
export function poolUse(db: Db): { readonly open: number; readonly idle: number; readonly waiting: number } {
  const of = pools.get(db)?.places ?? [];
  const sum = (part: (pool: pg.Pool) => number) => of.reduce((all, pool) => all + part(pool), 0);
  return {
    open: sum((pool) => pool.totalCount),
    idle: sum((pool) => pool.idleCount),
    waiting: sum((pool) => pool.waitingCount),
  };
}

/** Connections of each place the database may be at, and the way to the one that takes writes. */
export interface DatabasePool {
  readonly options: pg.PoolOptions;
  readonly places: readonly pg.Pool[];
  connect(): Promise<pg.PoolClient>;
  end(): Promise<void>;
}

/** The connections themselves, before anything is asked through them. */
export function poolOf(options: PoolOptions): DatabasePool {
  const { urls, mustWrite } = placesOf(options.url);
  const first = placePool(urls[0], mustWrite, options);
  const places = [first, ...urls.slice(1).map((url) => placePool(url, mustWrite, options))];
  /** Where the last connection was found. */
  let current = 0;
  return {
    options: first.options,
    places,
    async connect() {
      const from = current;
      let fault: unknown;
      for (let tried = 0; tried < places.length; tried++) {
        const at = (from + tried) % places.length;
        try {
          const client = await (places[at] ?? first).connect();
          current = at;
          return client;
        } catch (error) {
          fault = error;
          if (isFull(error)) break;
        }
      }
      throw fault;
    },
    async end() {
      await Promise.all(places.map((pool) => pool.end()));
    },
  };
}

/** All connections are at work: the database is there, and another place would not help. */
function isFull(error: unknown): boolean {
  return error instanceof Error && error.message.includes('timeout exceeded when trying to connect');
}

function verify(client: pg.PoolClient, done: (error?: Error) => void): void {
  const told = async (): Promise<void> => {
    let fault: Error | undefined;
    try {
      await assertWritable(client);
    } catch (error) {
      fault = error instanceof Error ? error : new Error('not asked', { cause: error });
    }
    done(fault);
  };
  void told();
}

function placePool(url: string, mustWrite: boolean, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'quay-mot-cua',
    ...(mustWrite ? { verify } : {}),
  });
  const broke = (error: Error): void => options.onError?.(error);
  pool.on('error', broke);
  // One that breaks between two statements of a transaction has nobody else to tell; the next statement fails with it.
  pool.on('connect', (client) => client.on('error', broke));
  return pool;
}

export async function canConnect(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the database a connection string names where the cluster does not have it yet. */
export async function ensureDatabase(maintenanceUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return withDatabase(maintenanceUrl, name);
}

/** A new database with what `template` holds, which nobody may be connected to. @returns its connection string */
export async function copyDatabase(maintenanceUrl: string, template: string): Promise<string> {
  const name = `copy_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    await client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`,
    );
  } finally {
    await client.end();
  }
  return withDatabase(maintenanceUrl, name);
}

function withDatabase(url: string, name: string): string {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.href;
}

/** What PostgreSQL says of a failed statement: its five-character code, and the constraint where one was broken. */
export function databaseFault(error: unknown): { readonly code: string; readonly constraint: string } | null {
  if (!(error instanceof pg.DatabaseError) || error.code === undefined) return null;
  return { code: error.code, constraint: error.constraint ?? '' };
}
