import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { pino } from 'pino';
import { DEMO_COUNTER, DEMO_OFFICE, DEMO_PASSWORD } from '../../server/demo.ts';
import { CODE_LIVES_MS, codeHash, newCode } from '../../server/enrolment-code.ts';
import { systemClock } from '../../server/clock.ts';
import { systemRandom } from '../../server/random.ts';
import { runServer, type RunningServer } from '../../server/run.ts';
import { storeCode } from '../../server/store/enrolment.ts';
import { freshDatabase } from './database.ts';

export { DEMO_PASSWORD };

/** The demonstration province over real HTTP, on a database of its own; its line can be cut by stopping it. */
export interface TestProvince {
  /** Stays the same over stop and start. */
  readonly server: string;
  enrolmentCode(): Promise<string>;
  rows(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it for good and removes what it left. */
  remove(): Promise<void>;
}

export async function testProvince(): Promise<TestProvince> {
  const folder = mkdtempSync(join(tmpdir(), 'quay-mot-cua-province-'));
  const { db, url } = await freshDatabase(2);
  let port = 0;
  const open = (): Promise<RunningServer> =>
    runServer(
      {
        folder,
        databaseUrl: url,
        demo: true,
        catalogue: new URL('../../catalogue/', import.meta.url),
        host: '127.0.0.1',
        port,
      },
      pino({ level: 'silent' }),
    );
  let running: RunningServer | null = await open();
  const server = running.url;
  port = Number(new URL(server).port);
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };
  return {
    server,
    async enrolmentCode() {
      const code = newCode(systemRandom);
      const now = systemClock.now();
      const row = { codeHash: codeHash(code), office: DEMO_OFFICE, counter: DEMO_COUNTER };
      await storeCode(db, { ...row, expiresAt: now + CODE_LIVES_MS }, now);
      return code;
    },
    async rows(sql, parameters = []) {
      const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql, [...parameters]));
      return rows;
    },
    stop,
    async start() {
      running ??= await open();
    },
    async remove() {
      await stop();
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
