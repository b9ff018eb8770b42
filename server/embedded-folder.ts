import { createHash } from 'node:crypto';
import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RunAs } from './embedded-binaries.ts';

/** The port of a live PostgreSQL in this data folder, from its pid file (line 1 its process, line 4 its port). */
export function runningPort(data: string): number | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
    process.kill(pid, 0);
    return port;
  } catch (error) {
    // EPERM: it lives, and is another user's, which is how it runs when we were root before.
    if (error instanceof Error && 'code' in error && error.code === 'EPERM') {
      return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[3]);
    }
    return null;
  }
}

export function own(folder: string, as: RunAs | null): void {
  mkdirSync(folder, { recursive: true });
  if (as !== null && statSync(folder).uid !== as.uid) chownSync(folder, as.uid, as.gid);
  if (process.platform !== 'win32') chmodSync(folder, 0o700);
}

/** As root the data must lie where PostgreSQL's ordinary user gets to: below no folder closed to others. */
export function reachable(folder: string, as: RunAs | null): string {
  if (as === null) return folder;
  for (let at = dirname(folder); ; at = dirname(at)) {
    if (existsSync(at) && statSync(at).uid !== as.uid && (statSync(at).mode & 0o001) === 0) {
      const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
      // What was meant to be temporary stays so.
      if (folder.startsWith(join(tmpdir(), '/'))) return join(tmpdir(), `quay-mot-cua-${name}`);
      return join(rootFolder(), name);
    }
    if (dirname(at) === at) return folder;
  }
}

export function rootFolder(): string {
  for (const base of ['/var/lib', '/var/tmp', tmpdir()]) {
    try {
      accessSync(base, constants.W_OK);
      const folder = join(base, 'quay-mot-cua');
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      return folder;
    } catch {
      // Not writable here: the next one.
    }
  }
  throw new Error('no folder for PostgreSQL can be written');
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object' ? done(address.port) : fail(new Error('no port')),
      );
    });
  });
}
