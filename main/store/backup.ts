import { copyFile, open, readdir, rename, rm } from 'node:fs/promises';
import { copyFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { metaOf } from './meta.ts';
import { AUTO_CHECKPOINT, openSqlite, type DatabaseKey, type Sqlite } from './sqlite.ts';

const KEEP = 7;

/**
 * Copies the database while work goes on. After a full checkpoint the main file alone is a whole database; with
 * automatic checkpoints off nothing writes to it until the copy is done, so no writer waits for the disk.
 * The copy is encrypted with the same key, and says in itself that it is one: put back in the database's place, it is
 * known as a copy, and the desk goes on in a new log. The newest seven are kept, the one just made among them.
 * @throws Error when the database was closed meanwhile: closing writes to the file, so that copy is thrown away
 */
export async function backupNow(
  db: Sqlite,
  database: string,
  folder: string,
  { stamp, key }: { readonly stamp: string; readonly key: DatabaseKey },
): Promise<string> {
  const target = join(folder, `desk-${stamp}.db`);
  const leftOver = (await readdir(folder)).filter((name) => /^desk-\d.*\.db\.part$/.test(name));
  await Promise.all(leftOver.map((name) => rm(join(folder, name))));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('wal_autocheckpoint = 0');
  try {
    await copyFile(database, `${target}.part`);
    if (!db.open) {
      await rm(`${target}.part`);
      throw new Error('closed while it was copied');
    }
    markAsCopy(`${target}.part`, key);
    const copy = await open(`${target}.part`, 'r+');
    await copy.sync();
    await copy.close();
    await rename(`${target}.part`, target);
  } finally {
    if (db.open) db.pragma(`wal_autocheckpoint = ${AUTO_CHECKPOINT}`);
  }
  // By their names; one named later than now comes from a time when the clock was wrong, and goes first.
  const daily = (await readdir(folder)).filter((name) => /^desk-\d.*\.db$/.test(name)).sort();
  const now = daily.indexOf(basename(target)) + 1;
  const oldestFirst = [...daily.slice(now), ...daily.slice(0, now)];
  await Promise.all(oldestFirst.slice(0, -KEEP).map((name) => rm(join(folder, name))));
  return target;
}

function markAsCopy(path: string, key: DatabaseKey): void {
  const copy = openSqlite(path, key, { create: false });
  // Closing brings what is written into the file itself.
  metaOf(copy).set('isCopy', true);
  copy.close();
}

/** The copy made before a migration, kept beside the daily ones and never pruned. Nothing else runs yet, so it may block. */
export function backupBeforeMigration(
  db: Sqlite,
  database: string,
  folder: string,
  { from, stamp, key }: { readonly from: number; readonly stamp: string; readonly key: DatabaseKey },
): void {
  const target = join(folder, `before-migration-${from}-${stamp}.db`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(database, `${target}.part`);
  markAsCopy(`${target}.part`, key);
  renameSync(`${target}.part`, target);
}
