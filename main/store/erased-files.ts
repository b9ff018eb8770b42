import { existsSync, readdirSync, rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { eraserOf, type Eraser } from './erasing.ts';
import type { DeskFolder } from './folder.ts';
import { journalOf, readJournal, type Journal } from './journal.ts';
import type { ScanCopies } from './scan-copies.ts';
import type { ScanFiles } from './scan-files.ts';
import type { ScanVault } from './scan-vault.ts';
import type { DatabaseKey, Sqlite } from './sqlite.ts';

/** What stands beside the database and must follow when it has erased something. */
export interface Beside {
  readonly folder: DeskFolder;
  readonly key: DatabaseKey;
  readonly eraser: Eraser;
  readonly journal: Journal;
  readonly scans: ScanFiles;
  readonly vault: ScanVault;
  readonly copies: ScanCopies;
  readonly transact: <T>(work: () => T) => T;
  /** What waits for the province, as the database has it now. */
  readonly unsent: () => readonly LogEvent[];
  /** Ids whose bodies are erased here. */
  readonly isErased: (id: string) => boolean;
  /** Makes a copy of the database as it is now. @returns its path */
  readonly backup: (stamp: string) => Promise<string>;
}

/**
 * Takes what an erasure by law has left beside the database: the search index's older parts, files of digitised papers,
 * journals, copies. Safe to repeat; what a crash cuts short is due again.
 * @returns whether there was anything to do
 * @throws Error disk full or not writable; it stays due
 */
export async function followErasures(beside: Beside, stamp: string): Promise<boolean> {
  const { eraser, transact, vault, copies, scans } = beside;
  const due = eraser.due();
  if (due.length === 0) return false;
  for (let first = true; transact(() => eraser.mergeSearch(first)); first = false) await breath();
  const files = [...new Set(due.flatMap((erasure) => erasure.files))];
  const gone = transact(() => files.filter((hash) => scans.drop(hash)));
  for (const hash of gone) {
    vault.remove(hash);
    await copies.remove(hash);
  }
  rewriteJournals(beside);
  const copy = await beside.backup(stamp);
  await removeOlderCopies(beside.folder.backups, basename(copy));
  await copies.keep(vault.hashes(), stamp);
  transact(() => eraser.followed(due.map(({ id }) => id)));
  return true;
}

/** The journal holds what is unsent and nothing else; those set aside lose what is erased, and what of them cannot be read. */
function rewriteJournals({ folder, key, journal, unsent, isErased }: Beside): void {
  journal.replace(unsent());
  const home = dirname(folder.journal);
  const aside = readdirSync(home).filter((name) => name.startsWith(`${basename(folder.journal)}.`));
  for (const name of aside) {
    const path = join(home, name);
    const { writes, whole } = readJournal(path, key);
    const has = ({ envelope, body }: LogEvent): boolean => body !== null && isErased(envelope.id);
    if (name.endsWith('.part')) rmSync(path, { force: true });
    else if (!whole || writes.flat().some(has)) {
      const left = writes.map((write) => write.map((one) => (has(one) ? { ...one, body: null, salt: null } : one)));
      journalOf(path, key, left);
    }
  }
}

/** Of a copy made before an erasure nothing can be kept: the one just made holds all the rest. */
async function removeOlderCopies(backups: string, newest: string): Promise<void> {
  for (const name of await readdir(backups)) {
    const isCopy = /\.db(\.part|-wal|-shm)?$/.test(name);
    if (isCopy && name !== newest) await rm(join(backups, name), { force: true });
  }
  if (!existsSync(join(backups, newest))) throw new Error('the copy just made is gone');
}

/** Whether an event stands here without its body. */
export function isErasedIn(db: Sqlite): (id: string) => boolean {
  const erased = db.prepare<[string], { n: number }>('SELECT 1 AS n FROM event WHERE id = ? AND body IS NULL');
  return (id) => erased.get(id) !== undefined;
}

/**
 * After an erasure the whole file is written anew, once: pages that were split before may hold what was moved off them, and
 * no overwriting reaches that. It cannot be done in steps, and of 100,000 dossiers it takes half a minute: so it is done
 * when the desk closes and nobody waits for it any more, and at the start only where that did not come about (the power
 * failed, the computer was switched off at once). Where it cannot be done (a full disk) the next time does.
 */
export function compactOnce(db: Sqlite): void {
  const eraser = eraserOf(db, () => undefined);
  if (!eraser.isToCompact()) return;
  try {
    db.exec('VACUUM');
  } catch {
    return;
  }
  eraser.compacted();
  db.pragma('wal_checkpoint(TRUNCATE)');
}
