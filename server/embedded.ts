import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { postgresBinaries, runAs, type RunAs } from './embedded-binaries.ts';
import { freePort, own, reachable, rootFolder, runningPort } from './embedded-folder.ts';
import { canConnect } from './store/pool.ts';

export interface EmbeddedPostgres {
  /** Connection string of the maintenance database `postgres`. */
  readonly url: string;
  /** The folder in use: not the one asked for where PostgreSQL's user cannot reach that. */
  readonly folder: string;
  /** Whether it was running already, started by another process. */
  readonly wasRunning: boolean;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  /** Trades safety on power loss for speed: for tests only. */
  readonly unsafe?: boolean;
}

/** Nothing of it has to outlive a power cut. */
const unsafeSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'jit=off'];

/**
 * A real PostgreSQL of our own in a data folder. One left running by a killed process is found by its pid file and
 * used again. Listens on 127.0.0.1 only, with a random password kept in the folder.
 * @throws Error with PostgreSQL's own words when it cannot be made or started
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const as = runAs();
  mkdirSync(dirname(resolve(options.folder)), { recursive: true });
  const folder = reachable(resolve(options.folder), as);
  const data = join(folder, 'data');
  own(folder, as);
  const native = postgresBinaries(as, as === null ? join(folder, 'bin') : rootFolder());
  const ctl = (args: readonly string[]) => run(join(native, 'bin', 'pg_ctl'), ['-D', data, ...args], as, folder);

  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(native, folder, as);
  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  const urlAt = (port: number) => `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  const running = async (wasRunning: boolean): Promise<EmbeddedPostgres | null> => {
    const port = runningPort(data);
    if (port === null || !(await canConnect(urlAt(port)))) return null;
    return { url: urlAt(port), folder, wasRunning, stop: () => ctl(['stop', '-m', 'fast', '-w', '-t', '60']) };
  };

  const already = await running(true);
  if (already !== null) return already;
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const settings = ['-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', "unix_socket_directories=''"];
    if (options.unsafe === true) settings.push(...unsafeSettings.flatMap((each) => ['-c', each]));
    try {
      await ctl(['start', '-w', '-t', '60', '-l', join(folder, 'postgres.log'), '-o', settings.join(' ')]);
    } catch (error) {
      // Another process may have started it between our look and now, or taken the port.
      const other = await running(true);
      if (other !== null) return other;
      if (attempt === 3) throw error;
      continue;
    }
    const started = await running(false);
    if (started !== null) return started;
    if (attempt === 3) throw new Error(`PostgreSQL in ${folder} started but accepts no connection`);
  }
}

async function initialise(native: string, folder: string, as: RunAs | null): Promise<void> {
  const half = join(folder, 'data.new');
  rmSync(half, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  const file = join(folder, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (as !== null) chownSync(file, as.uid, as.gid);
  const args = ['-D', half, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${file}`];
  await run(join(native, 'bin', 'initdb'), [...args, '--encoding=UTF8', '--locale=C', '--no-instructions'], as, folder);
  renameSync(half, join(folder, 'data'));
}

function run(program: string, args: readonly string[], as: RunAs | null, cwd: string): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...as, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`${program} ${args.join(' ')}: ${said}`))));
  });
}
