import { sql } from 'kysely';
import pg from 'pg';
import type { Db } from './pool.ts';

/** Carries hints between the instances on one database, by PostgreSQL's LISTEN and NOTIFY. A lost one costs ten seconds. */
const CHANNEL = 'quay_mot_cua_hint';
const AGAIN_AFTER_MS = 2000;

export interface Notices {
  close(): Promise<void>;
}

/** Listens until closed; a broken connection is made again. */
export async function listenForNotices(url: string, heard: (text: string) => void): Promise<Notices> {
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'quay-mot-cua hints' });
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!closed) timer = setTimeout(() => void connect().catch(() => undefined), AGAIN_AFTER_MS);
    });
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    client = next;
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
  };
  await connect();
  return {
    async close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

export async function notify(db: Db, text: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${text})`.execute(db);
}
