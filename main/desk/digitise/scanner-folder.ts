import { watch } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { isProblemCode, ProblemError } from '../../../contract/problems.ts';
import { MOST_BYTES } from '../../../domain/digitise/pages.ts';
import type { Clock, Log } from '../ports.ts';

/** A file as the folder lists it. */
interface Listed {
  readonly name: string;
  readonly size: number;
  readonly changedAt: number;
}

/** The folder as this machine sees it; tests have one of their own. */
export interface FolderFiles {
  /** @throws where the folder cannot be read */
  list(path: string): Promise<Listed[]>;
  read(path: string): Promise<Uint8Array>;
  /** Calls when something changed in the folder. @returns ends it */
  watch(path: string, changed: () => void): () => void;
}

export interface ScannerFolderOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly files?: FolderFiles;
  /** Takes a whole file in. @throws ProblemError what is wrong with it */
  readonly take: (name: string, path: string, bytes: Uint8Array) => Promise<void>;
  /** The list of what cannot be taken, or the state of the folder, is another. */
  readonly changed: () => void;
}

/** A file that has not grown for so long is whole: scanners write a page at a time. */
export const SETTLED_MS = 1_500;
/** A folder in the network tells of no change. */
export const LOOK_EVERY_MS = 30_000;

/**
 * Watches the folder this machine's scanner writes to (thư mục máy quét). A file is read once it has stopped growing,
 * kept encrypted, and stays in the folder until an officer has dealt with it. Nothing in the folder is ever changed here.
 */
export function createScannerFolder(options: ScannerFolderOptions) {
  const { clock, log, take, changed, files = folderFiles } = options;
  /** What each name was when it was last dealt with, or last seen while still growing. */
  const dealt = new Map<string, string>();
  const growing = new Map<string, string>();
  const unusable = new Map<string, string>();
  let path: string | null = null;
  let readable = true;
  let stopWatching: () => void = () => undefined;
  let cancel: () => void = () => undefined;
  let looking: Promise<void> = Promise.resolve();

  /** The next look at the latest in so many ms; an earlier one planned before stays. */
  let plannedFor = Infinity;
  function plan(ms: number): void {
    const at = clock.monotonic() + ms;
    if (at >= plannedFor) return;
    cancel();
    plannedFor = at;
    cancel = clock.after(ms, () => {
      plannedFor = Infinity;
      looking = looking
        .then(look)
        .catch((error: unknown) => log.error('the scanner folder could not be looked at', error));
    });
  }

  async function look(): Promise<void> {
    const here = path;
    if (here === null) return;
    let listed: Listed[];
    try {
      listed = await files.list(here);
    } catch {
      if (here === path) setReadable(false);
      return plan(LOOK_EVERY_MS);
    }
    if (here !== path) return;
    if (!readable) watchAgain(here);
    setReadable(true);
    forgetMissing(new Set(listed.map((file) => file.name)));
    for (const file of listed) {
      if (here !== path) return;
      await seen(here, file);
    }
    plan(growing.size > 0 ? SETTLED_MS : LOOK_EVERY_MS);
  }

  async function seen(here: string, file: Listed): Promise<void> {
    const stamp = `${file.size} ${file.changedAt}`;
    if (dealt.get(file.name) === stamp) return;
    if (growing.get(file.name) !== stamp || file.size === 0) {
      growing.set(file.name, stamp);
      return;
    }
    growing.delete(file.name);
    try {
      if (file.size > MOST_BYTES) throw new ProblemError('SH-04', { name: file.name });
      const full = join(here, file.name);
      const bytes = await files.read(full);
      await take(file.name, full, bytes);
      settle(file.name, stamp, null);
    } catch (error) {
      const code = error instanceof ProblemError && isProblemCode(error.code) ? error.code : null;
      // The disk was full: once there is room again the scan is taken. Not readable: the scanner still holds it.
      if (code === null || code.startsWith('LT-')) growing.set(file.name, stamp);
      if (code === null) log.warn('a file of the scanner folder cannot be read yet');
      else if (code.startsWith('LT-')) settle(file.name, null, code);
      else settle(file.name, stamp, code);
    }
  }

  function settle(name: string, stamp: string | null, code: string | null): void {
    if (stamp !== null) dealt.set(name, stamp);
    const before = unusable.get(name) ?? null;
    if (code === null) unusable.delete(name);
    else unusable.set(name, code);
    if (before !== code) changed();
  }

  function forgetMissing(names: ReadonlySet<string>): void {
    for (const name of [...dealt.keys(), ...growing.keys()]) {
      if (names.has(name)) continue;
      dealt.delete(name);
      growing.delete(name);
      if (unusable.delete(name)) changed();
    }
  }

  function setReadable(now: boolean): void {
    if (readable === now) return;
    readable = now;
    changed();
  }

  function watchAgain(here: string): void {
    stopWatching();
    try {
      stopWatching = files.watch(here, () => plan(0));
    } catch {
      // Looked at from time to time all the same.
      stopWatching = () => undefined;
    }
  }

  function forget(): void {
    cancel();
    plannedFor = Infinity;
    stopWatching();
    stopWatching = () => undefined;
    for (const map of [dealt, growing, unusable]) map.clear();
  }

  return {
    state: (): { path: string | null; readable: boolean } => ({ path, readable }),
    unusable: () => [...unusable].map(([name, code]) => ({ name, code })),
    /** Watches this folder from now on; null: none. */
    set(next: string | null): void {
      forget();
      path = next;
      readable = true;
      if (next !== null) {
        watchAgain(next);
        plan(0);
      }
    },
    /** When the look under way is over. */
    settled: () => looking,
    stop(): Promise<void> {
      forget();
      path = null;
      return looking;
    },
  };
}

/**
 * A folder a scanner may write to: there, readable, whole in its name, and apart from this program's own data.
 * @throws ProblemError SH-10
 */
export async function checkedFolder(path: string, dataDir: string): Promise<string> {
  const refuse = (cause: unknown): ProblemError => new ProblemError('SH-10', { path }, { cause });
  if (!isAbsolute(path)) throw refuse(null);
  const whole = resolve(path);
  if (isWithin(whole, resolve(dataDir)) || isWithin(resolve(dataDir), whole)) throw refuse(null);
  try {
    await readdir(whole);
  } catch (error) {
    throw refuse(error);
  }
  return whole;
}

function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

const folderFiles: FolderFiles = {
  async list(path) {
    const names = (await readdir(path, { withFileTypes: true }))
      // Names in hiding are a program's own: half-written, or the system's.
      .filter((entry) => entry.isFile() && !/^[.~]|\.(tmp|part|partial)$/i.test(entry.name))
      .map((entry) => entry.name);
    const listed: Listed[] = [];
    for (const name of names.slice(0, 500)) {
      const found = await stat(join(path, name)).catch(() => null);
      if (found !== null) listed.push({ name, size: found.size, changedAt: found.mtimeMs });
    }
    return listed;
  },
  read: (path) => readFile(path),
  watch(path, changed) {
    const watcher = watch(path, { persistent: false }, () => changed());
    // The folder went away: the next look says so.
    watcher.on('error', () => {
      watcher.close();
      changed();
    });
    return () => watcher.close();
  },
};
