import { sql } from 'kysely';
import type pg from 'pg';
import { connectTo } from './places.ts';
import type { Db } from './pool.ts';

/** Carries hints between the instances on one database, by PostgreSQL's LISTEN and NOTIFY. A lost one costs ten seconds. */
const CHANNEL = 'quay_mot_cua_hint';
const AGAIN_AFTER_MS = 2000;
/** A line that died without a word is noticed, and one in the making is not waited for without end. */
const LIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000, connectionTimeoutMillis: 10_000 } as const;

export interface Notices {
  close(): Promise<void>;
}

/** Listens until closed; a broken connection is made again, where the database is by then. */
export async function listenForNotices(url: string, heard: (text: string) => void): Promise<Notices> {
  let closed = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const again = (): void => {
    if (!closed) timer = setTimeout(() => void connect().catch(again), AGAIN_AFTER_MS);
  };
  const connect = async (): Promise<void> => {
    const next = await connectTo(url, { ...LIVE, application_name: 'quay-mot-cua hints' });
    try {
      await next.query(`listen ${CHANNEL}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    next.on('end', again);
    next.on('notification', ({ payload }) => heard(payload ?? ''));
    client = next;
    if (closed) await next.end();
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
