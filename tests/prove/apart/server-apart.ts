import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild, textIn, type Child } from '../../../scripts/child.ts';
import { systemClock } from '../../../main/clock.ts';
import { codeHash } from '../../../server/enrolment-code.ts';
import { freePort } from '../../../server/embedded-folder.ts';
import { systemRandom } from '../../../server/random.ts';
import { storeCode } from '../../../server/store/enrolment.ts';
import { openDatabase } from '../../../server/store/pool.ts';

/** The demonstration's server as a process of its own at an address it keeps, on a database that somebody else looks after. */
export interface ServerApart {
  readonly url: string;
  readonly port: number;
  /** Its data: the key, which another instance shares. */
  readonly folder: string;
  /** Of its process; null while there is none. */
  pid(): number | null;
  /** When it listens. @throws Error when it ends before that by itself */
  start(): Promise<void>;
  /** SIGKILL. */
  kill(): Promise<void>;
  /** Asked to end, it does. */
  stop(): Promise<void>;
  /** Whether it has ended though nobody killed it. */
  hasFallen(): boolean;
  /** Status of GET /ready; null: no answer. */
  ready(): Promise<number | null>;
  remove(): Promise<void>;
}

/** Processes that are started hundreds of times: Node keeps what it has read of the sources. */
export const compileCache = join(tmpdir(), 'quay-compile-cache');
const THIS_RELEASE = join(import.meta.dirname, '..', '..', '..');

/**
 * @param keyFolder the folder of another instance, whose key this one shares
 * @param sources the program's root; of another release, say
 */
export async function serverApart(
  databaseUrl: string,
  keyFolder?: string,
  sources: string = THIS_RELEASE,
): Promise<ServerApart> {
  const folder = keyFolder ?? mkdtempSync(join(tmpdir(), 'quay-server-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const own = { QMC_DEMO: '1', QMC_SERVER_DATA: folder, DATABASE_URL: databaseUrl };
  const env = { ...process.env, ...own, NODE_COMPILE_CACHE: compileCache };
  let child: Child | null = null;
  let fell = false;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const dying = child;
    child = null;
    await dying?.stop(signal);
  };
  return {
    url,
    port,
    folder,
    pid: () => child?.process.pid ?? null,
    async start() {
      const started = startChild([join(sources, 'server', 'start.ts'), '--demo', '--port', String(port)], env);
      child = started;
      void started.ended.then(() => {
        if (child === started) fell = true;
      });
      await started.line((said) => textIn(said, 'listening'));
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    hasFallen: () => fell,
    async ready() {
      try {
        const { status, body } = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(15_000) });
        await body?.cancel();
        return status;
      } catch {
        return null;
      }
    },
    async remove() {
      await end('SIGKILL');
      if (keyFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One-time codes for desks at a counter, put into the database as the command line does. */
export async function enrolmentCodes(
  databaseUrl: string,
  places: readonly { readonly office: string; readonly counter: string }[],
): Promise<string[]> {
  const db = openDatabase({ url: databaseUrl, connections: 1 });
  const now = systemClock.now();
  const codes: string[] = [];
  for (const { office, counter } of places) {
    const code = `THU-${systemRandom.id()}`.toUpperCase();
    await storeCode(db, { codeHash: codeHash(code), office, counter, expiresAt: now + 3_600_000 }, now);
    codes.push(code);
  }
  await db.destroy();
  return codes;
}
