import { constants, existsSync, readFileSync } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './key-file.ts';

/**
 * The scans beside the daily copies of the database, `backups/scans/ab/abcd…`: the vault's own encrypted files, each
 * once however many copies name it, as a second name of the same file where the disk can, else as a copy. Beside each
 * `desk-STAMP.db` a list `scans-STAMP.txt` says what there was; what neither the vault nor a list names any more goes,
 * so that a paper removed by law is gone with the last copy that knew it.
 */
export interface ScanCopies {
  /** @throws Error disk full or not writable; what was kept before stays */
  keep(hashes: readonly string[], stamp: string): Promise<void>;
  /** Puts back those that are missing in the vault and kept here. @returns how many */
  giveBack(hashes: readonly string[]): Promise<number>;
  /** One that may be kept in no copy any more. */
  remove(hash: string): Promise<void>;
}

/** Gives a file a second name. */
type Link = (from: string, to: string) => Promise<void>;

/** @param secondName another way to link: for a disk that cannot */
export function scanCopiesOf(vault: string, backups: string, secondName: Link = link): ScanCopies {
  const kept = join(backups, 'scans');
  const at = (folder: string, hash: string): string => join(folder, hash.slice(0, 2), hash);
  const listOf = (stamp: string): string => join(backups, `scans-${stamp}.txt`);

  async function prune(there: readonly string[]): Promise<void> {
    const named = new Set(there);
    for (const name of await readdir(backups)) {
      const stamp = /^scans-(.*)\.txt$/.exec(name)?.[1];
      if (stamp === undefined) continue;
      if (!existsSync(join(backups, `desk-${stamp}.db`))) await rm(listOf(stamp), { force: true });
      else for (const hash of readFileSync(listOf(stamp), 'utf8').split('\n')) named.add(hash);
    }
    for (const entry of await readdir(kept, { recursive: true, withFileTypes: true })) {
      // A half-written one is named by nothing either.
      if (entry.isFile() && !named.has(entry.name)) await rm(join(entry.parentPath, entry.name), { force: true });
    }
  }

  return {
    async keep(hashes, stamp) {
      await mkdir(kept, { recursive: true, mode: 0o700 });
      const there: string[] = [];
      for (const hash of hashes) if (await placed(at(vault, hash), at(kept, hash), secondName)) there.push(hash);
      await writeFile(`${listOf(stamp)}.part`, there.join('\n'), { mode: 0o600, flush: true });
      await rename(`${listOf(stamp)}.part`, listOf(stamp));
      await prune(there);
    },
    remove: (hash) => rm(at(kept, hash), { force: true }),
    async giveBack(hashes) {
      let back = 0;
      for (const hash of hashes) {
        if (existsSync(at(vault, hash)) || !existsSync(at(kept, hash))) continue;
        if (await placed(at(kept, hash), at(vault, hash), secondName)) back += 1;
      }
      return back;
    },
  };
}

/** The same file at another place; nothing is done where it stands there. @returns false where it went meanwhile */
async function placed(from: string, to: string, secondName: Link): Promise<boolean> {
  const source = await stat(from).catch(() => null);
  if (source === null) return false;
  const target = await stat(to).catch(() => null);
  // One that was damaged and scanned again has another time.
  if (target !== null && target.size === source.size && sameSecond(target.mtimeMs, source.mtimeMs)) return true;
  const shelf = dirname(to);
  await mkdir(shelf, { recursive: true, mode: 0o700 });
  const part = join(shelf, `.part-${basename(to)}`);
  await rm(part, { force: true });
  try {
    await secondName(from, part);
  } catch {
    // A disk without second names (a memory stick's file system): a copy that keeps its time.
    await copyFile(from, part, constants.COPYFILE_EXCL);
    await utimes(part, source.atime, source.mtime);
    const file = await open(part, 'r+');
    await file.sync();
    await file.close();
  }
  await rename(part, to);
  syncFolder(shelf);
  return true;
}

/** File systems keep times down to two seconds. */
function sameSecond(a: number, b: number): boolean {
  return Math.abs(a - b) <= 2000;
}
