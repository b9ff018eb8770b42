import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { poolOf } from '../../../server/store/pool.ts';
import type { Tables } from '../../../server/store/tables.ts';
import type { Db } from '../../../server/store/pool.ts';

/** Named moments of a push on the server, in order: where the simulation kills it, or holds it up. */
export const serverPoints = {
  locked: { of: /^select .* from "log" .*for update/, when: 'after' },
  'event-stored': { of: /^insert into "?event"?\s/, when: 'after' },
  'view-saved': { of: /^insert into "?dossier_view"?\s/, when: 'after' },
  fed: { of: /insert into "?feed"?\s/, when: 'after' },
  'verdict-kept': { of: /^insert into "?verdict"?\s/, when: 'after' },
  'head-moved': { of: /^update "log"/, when: 'after' },
  'before-commit': { of: /^commit/, when: 'before' },
  committed: { of: /^commit/, when: 'after' },
} as const;

/** The same of a digitised paper: after its upload is noted, after it is kept. */
export const scanPoints = {
  'upload noted': /^insert into "?scan_upload"?\s/,
  kept: /^insert into "?scan_file"?\s/,
} as const;

export type ServerPoint = keyof typeof serverPoints;

/** Told each statement before and after; may wait, or throw what the statement then fails with. */
export type Watch = (statement: string, when: 'before' | 'after') => Promise<void>;

export interface WatchedDatabase {
  readonly db: Db;
  /** Cuts every connection, as the end of the process does. */
  cut(): void;
  close(): Promise<void>;
}

export function watchedDatabase(url: string, watch: Watch): WatchedDatabase {
  const pool = poolOf({ url, connections: 8 });
  const inUse = new Set<pg.PoolClient>();
  const watched: PostgresPool = {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      inUse.add(client);
      return watchedClient(client, watch, () => inUse.delete(client));
    },
  };
  return {
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: watched }) }),
    cut() {
      for (const client of inUse) socketOf(client).destroy();
    },
    close: () => pool.end(),
  };
}

function watchedClient(client: pg.PoolClient, watch: Watch, released: () => void): PostgresPoolClient {
  const query = async (sql: string, parameters: readonly unknown[]) => {
    await watch(sql, 'before');
    const result = await client.query(sql, [...parameters]);
    await watch(sql, 'after');
    return result;
  };
  return {
    // Kysely asks with text and parameters only; cursors are for streams, which the server has none of.
    query: query as unknown as PostgresPoolClient['query'],
    release(destroy) {
      released();
      client.release(destroy);
    },
  };
}

/** The line to PostgreSQL itself: what a killed process leaves cut. */
function socketOf(client: pg.PoolClient): { destroy(): void } {
  // The driver keeps it public but untyped.
  return (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream;
}
