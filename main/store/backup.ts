import { copyFile, readdir, rename, rm } from 'node:fs/promises';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Sqlite } from './sqlite.ts';

const KEEP = 7;

/**
 * Copies the database while work goes on. After a full checkpoint the main file alone is a whole database; with
 * automatic checkpoints off nothing writes to it until the copy is done, so no writer waits for the disk.
 * The copy is encrypted with the same key. The newest seven are kept.
 */
export async function backupNow(db: Sqlite, database: string, folder: string, stamp: string): Promise<string> {
  const target = join(folder, `desk-${stamp}.db`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('wal_autocheckpoint = 0');
  try {
    await copyFile(database, `${target}.part`);
    await rename(`${target}.part`, target);
  } finally {
    if (db.open) db.pragma('wal_autocheckpoint = 1000');
  }
  const daily = (await readdir(folder)).filter((name) => /^desk-\d.*\.db$/.test(name)).sort();
  await Promise.all(daily.slice(0, -KEEP).map((name) => rm(join(folder, name))));
  return target;
}

/** The copy made before a migration, kept beside the daily ones and never pruned. Nothing else runs yet, so it may block. */
export function backupBeforeMigration(db: Sqlite, database: string, folder: string, from: number, stamp: string): void {
  const target = join(folder, `before-migration-${from}-${stamp}.db`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(database, `${target}.part`);
  renameSync(`${target}.part`, target);
}
