import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import { poolOf } from '../../../server/store/pool.ts';
import type { Tables } from '../../../server/store/tables.ts';
import type { Db } from '../../../server/store/pool.ts';

/** What the server is killed over, and the request it is asked with; null: whichever does it. */
export const routes = {
  push: null,
  log: '/v1/log',
  restate: '/v1/restate',
  /** Of what was kept apart, by itself: within a push, or as something is written down again. */
  'letting in': null,
} as const;

/** Named moments of its work on the server, in order: where the simulation kills it, or holds it up. */
export const serverPoints = {
  locked: { of: /^select .* from "log" .*for update/, when: 'after', during: 'push' },
  'event-stored': { of: /^insert into "?event"?\s/, when: 'after', during: 'push' },
  'view-saved': { of: /^insert into "?dossier_view"?\s/, when: 'after', during: 'push' },
  fed: { of: /insert into "?feed"?\s/, when: 'after', during: 'push' },
  'verdict-kept': { of: /^insert into "?verdict"?\s/, when: 'after', during: 'push' },
  'head-moved': { of: /^update "log"/, when: 'after', during: 'push' },
  'before-commit': { of: /^commit/, when: 'before', during: 'push' },
  committed: { of: /^commit/, when: 'after', during: 'push' },
  'log-begun': { of: /^insert into "log"/, when: 'after', during: 'log' },
  'log-told': { of: /^commit/, when: 'after', during: 'log' },
  'restating-log-begun': { of: /^insert into "log"/, when: 'after', during: 'restate' },
  restated: { of: /^insert into "?event"?\s/, when: 'after', during: 'restate' },
  'restated-committed': { of: /^commit/, when: 'after', during: 'restate' },
  'taken-out': { of: /^delete from "event"/, when: 'after', during: 'letting in' },
  'let-in': { of: /^insert into "release"/, when: 'after', during: 'letting in' },
} as const satisfies Readonly<
  Record<string, { readonly of: RegExp; readonly when: 'before' | 'after'; readonly during: keyof typeof routes }>
>;

/** The same of a digitised paper: after its upload is noted, after it is kept. */
export const scanPoints = {
  'upload noted': /^insert into "?scan_upload"?\s/,
  kept: /^insert into "?scan_file"?\s/,
} as const;

export type ServerPoint = keyof typeof serverPoints;

/** Told each statement before and after, or that it failed; may wait, or throw what the statement then fails with. */
export type Watch = (statement: string, when: 'before' | 'after' | 'failed') => Promise<void>;

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
    const result = await client.query(sql, [...parameters]).catch(async (error: unknown) => {
      await watch(sql, 'failed');
      throw error;
    });
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
