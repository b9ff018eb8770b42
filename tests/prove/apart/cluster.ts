import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postgresBinaries, runAs } from '../../../server/embedded-binaries.ts';
import { freePort, rootFolder } from '../../../server/embedded-folder.ts';
import { startEmbedded } from '../../../server/embedded.ts';
import { canConnect, ensureDatabase } from '../../../server/store/pool.ts';

/** A PostgreSQL at an address that it keeps through every death, safe on power loss as in a province. */
export interface Cluster {
  readonly host: string;
  readonly password: string;
  /** Connection string of the province's database. */
  readonly url: string;
  readonly data: string;
  start(): Promise<void>;
  /** SIGKILL to the postmaster and everything it has started, as when the machine dies. */
  kill(): void;
  /** SIGKILL to backends that serve `application`; the postmaster then ends all others and recovers. @returns how many */
  killBackends(application: string): Promise<number>;
  /** As the maintenance user, in its own database or in the province's. */
  ask(sql: string, database?: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

export const DATABASE = 'quay_mot_cua';

export async function newCluster(settings: readonly string[] = []): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'quay-cluster-'));
  // Root's PostgreSQL runs as an ordinary user, who must get to it.
  chmodSync(folder, 0o755);
  const first = await startEmbedded({ folder: join(folder, 'pg') });
  await ensureDatabase(first.url, DATABASE);
  await first.stop();
  const password = readFileSync(join(first.folder, 'password'), 'utf8').trim();
  const data = join(first.folder, 'data');
  appendFileSync(join(data, 'postgresql.auto.conf'), settings.map((line) => `${line}\n`).join(''));
  return clusterIn({ folder, used: first.folder, data, password, port: await freePort() });
}

/** A standby of a stopped cluster, made of a copy; it streams from the primary once both run. */
export async function standbyOf(primary: Cluster, name: string): Promise<Cluster> {
  const as = runAs();
  const folder = mkdtempSync(join(tmpdir(), 'quay-standby-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  cpSync(primary.data, data, { recursive: true, preserveTimestamps: true });
  const { hostname, port } = new URL(primary.url);
  const from = `host=${hostname} port=${port} user=postgres password=${primary.password} application_name=${name}`;
  writeFileSync(join(data, 'standby.signal'), '');
  // The primary's own wish for a standby is not the standby's.
  writeFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${from}'\n`);
  if (as !== null) execFileSync('chown', ['-R', `${as.uid}:${as.gid}`, data]);
  if (as !== null) chownSync(folder, as.uid, as.gid);
  chmodSync(data, 0o700);
  return clusterIn({ folder, used: folder, data, password: primary.password, port: await freePort() });
}

/** Makes a standby the primary. */
export async function promote(cluster: Cluster): Promise<void> {
  await control(cluster.data, ['promote', '-w', '-t', '60']);
}

interface Place {
  readonly folder: string;
  readonly used: string;
  readonly data: string;
  readonly password: string;
  readonly port: number;
}

function clusterIn({ folder, used, data, password, port }: Place): Cluster {
  const host = `127.0.0.1:${port}`;
  const urlOf = (database: string): string => `postgres://postgres:${password}@${host}/${database}`;
  const maintenance = urlOf('postgres');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  /** Killed, and perhaps not gone: PostgreSQL does not start over its own remains. */
  let dying: readonly number[] = [];
  const kill = (): void => {
    const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
    dying = [postmaster, ...childrenOf(postmaster)];
    dying.forEach(killNow);
  };
  const ask = async (sql: string, database = 'postgres'): Promise<Record<string, unknown>[]> => {
    const client = new pg.Client({ connectionString: urlOf(database) });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  return {
    host,
    password,
    data,
    url: urlOf(DATABASE),
    ask,
    kill,
    async start() {
      while (dying.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 20));
      await control(data, ['start', '-w', '-t', '120', '-l', join(used, 'postgres.log'), '-o', options]);
    },
    async killBackends(application) {
      const rows = await ask(`select pid from pg_stat_activity where application_name = '${application}'`);
      for (const { pid } of rows) killNow(Number(pid));
      return rows.length;
    },
    async remove() {
      if (await canConnect(maintenance)) kill();
      for (const path of new Set([folder, used])) rmSync(path, { recursive: true, force: true });
    },
  };
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function childrenOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return rows
    .map((row) => row.trim().split(/\s+/).map(Number))
    .flatMap(([own, parent]) => (own !== undefined && parent === pid ? [own] : []));
}

function control(data: string, words: readonly string[]): Promise<void> {
  const as = runAs();
  const native = postgresBinaries(as, as === null ? join(tmpdir(), 'quay-postgres') : rootFolder());
  return new Promise((resolve, reject) => {
    // Its own output would keep the pipe open as long as PostgreSQL lives.
    const child = spawn(join(native, 'bin', 'pg_ctl'), ['-D', data, ...words], { ...as, cwd: '/', stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`pg_ctl ${words.join(' ')} ended with ${code}`)),
    );
  });
}
