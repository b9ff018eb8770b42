import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startProvince, type Province } from '../../scripts/start/province.ts';
import type { SigningKey } from '../../contract/signing.ts';
import { startEmbedded } from '../../server/embedded.ts';
import { serverKeyIn } from '../../server/keys.ts';

/** A real demonstration province in processes of its own, and a look into its PostgreSQL. */
export interface DemoProvince {
  readonly server: string;
  enrolmentCode(place?: { readonly office: string; readonly counter: string }): Promise<string>;
  /** Rows of the province's database. */
  rows(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** What the province signs with. */
  serverKey(): SigningKey;
  /** Connection string of the province's database. */
  databaseUrl(): Promise<string>;
  /** Stops server and PostgreSQL: the line is down. */
  stop(): Promise<void>;
  /** Starts them again at the same address. */
  start(): Promise<void>;
  remove(): Promise<void>;
}

/** Everybody's password in the demonstration province. */
export const DEMO_PASSWORD = 'banthu2026';

export async function demoProvince(): Promise<DemoProvince> {
  const folder = mkdtempSync(join(tmpdir(), 'province-'));
  let running: Province | null = await startProvince(folder, process.env);
  let look: pg.Pool | null = null;
  const { server } = running;

  const databaseUrl = async (): Promise<string> => {
    // The server's own PostgreSQL is running already; this only tells its address.
    const { url } = await startEmbedded({ folder: join(folder, 'postgresql') });
    const address = new URL(url);
    address.pathname = '/quay_mot_cua';
    return address.href;
  };
  const pool = async (): Promise<pg.Pool> => {
    if (look !== null) return look;
    look = new pg.Pool({ connectionString: await databaseUrl(), max: 2 });
    look.on('error', () => undefined);
    return look;
  };
  const stop = async (): Promise<void> => {
    await look?.end();
    look = null;
    await running?.stop();
    running = null;
  };
  return {
    server,
    async enrolmentCode(place) {
      if (running === null) throw new Error('the province is stopped');
      return running.enrolmentCode(place);
    },
    async rows(sql, values = []) {
      const result = await (await pool()).query<Record<string, unknown>>(sql, [...values]);
      return result.rows;
    },
    serverKey: () => serverKeyIn(join(folder, 'server-key.json')),
    databaseUrl,
    stop,
    async start() {
      running ??= await startProvince(folder, process.env);
      if (running.server !== server) throw new Error(`the province came back at ${running.server}, not ${server}`);
    },
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
