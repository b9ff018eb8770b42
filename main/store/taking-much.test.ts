import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDatabaseKey } from './key-file.ts';
import { makeDurable, openSqlite, type DatabaseKey, type Sqlite } from './sqlite.ts';
import { takingMuch, type TakingMuch } from './taking-much.ts';

let folder: string;
let path: string;
let db: Sqlite;
const key = newDatabaseKey();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taking-much-'));
  path = join(folder, 'desk.db');
  db = openSqlite(path, key, { create: true });
  makeDurable(db);
  db.exec('CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const begin = (by: DatabaseKey = key, isCopied = false): TakingMuch =>
  takingMuch(db, { path, key: by, transact: (work) => db.transaction(work).immediate(), isCopied });

/** A page of the feed: about a megabyte. */
function takePage(much: TakingMuch, page: number): void {
  const put = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
  much.transact(() => {
    for (let row = 0; row < 250; row++) put.run(`${page}-${row}`, 'x'.repeat(4000));
  });
}

/** Pages `from` up to and without `to`, each tended to. */
async function takePages(much: TakingMuch, from: number, to: number): Promise<void> {
  for (let page = from; page < to; page++) {
    takePage(much, page);
    await much.tend();
  }
}

const rowsIn = (of: Sqlite): number => Number(of.prepare('SELECT count(*) FROM meta').pluck().get());

test('pages are brought into the file by the way, and all of them once it ends; the log beside it begins anew', async () => {
  const much = begin();
  await takePages(much, 0, 12);
  await much.end();
  expect(statSync(`${path}-wal`).size).toBeLessThan(9_000_000);
  // The file alone, as after a power cut that took the log beside it.
  copyFileSync(path, join(folder, 'alone.db'));
  const alone = openSqlite(join(folder, 'alone.db'), key, { create: false });
  expect(rowsIn(alone)).toBe(3000);
  alone.close();
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
});

test('every other commit waits for the disk as ever, also after one that came to nothing', async () => {
  const much = begin();
  much.transact(() => expect(db.pragma('synchronous', { simple: true })).toBe(1));
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  expect(() =>
    much.transact(() => {
      throw new Error('nothing');
    }),
  ).toThrow('nothing');
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
  await much.end();
});

test('while the file is copied nothing is brought into it', async () => {
  const much = begin();
  await takePages(much, 0, 5);
  await much.rest();
  const before = readFileSync(path);
  await takePages(much, 5, 12);
  expect(readFileSync(path).equals(before)).toBe(true);
  much.goOn();
  await much.end();
  expect(readFileSync(path).equals(before)).toBe(false);
});

test('begun while the file is copied, it waits for the end of that', async () => {
  const before = readFileSync(path);
  db.pragma('wal_autocheckpoint = 0');
  const much = begin(key, true);
  await takePages(much, 0, 6);
  expect(readFileSync(path).equals(before)).toBe(true);
  much.goOn();
  await much.end();
  expect(readFileSync(path).equals(before)).toBe(false);
});

test('where the thread cannot do it, the desk does it itself as before, and nothing waits for ever', async () => {
  const much = begin(newDatabaseKey());
  await takePages(much, 0, 6);
  await much.end();
  expect(rowsIn(db)).toBe(1500);
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
});

test('a copy begun while pages are brought in waits for that, and both go on', async () => {
  const much = begin();
  await takePages(much, 0, 4);
  // The fourth is on its way; this one waits for it, and brings in what was written meanwhile.
  const tended = much.tend();
  await much.rest();
  const before = readFileSync(path);
  await tended;
  takePage(much, 4);
  await much.tend();
  expect(readFileSync(path).equals(before)).toBe(true);
  much.goOn();
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(0);
  await much.end();
});

test('a full disk at the end leaves the desk as it was before', async () => {
  let isFull = false;
  const transact = <T>(work: () => T): T => {
    if (isFull) throw new Error('full');
    return db.transaction(work).immediate();
  };
  const much = takingMuch(db, { path, key, transact, isCopied: false });
  takePage(much, 0);
  isFull = true;
  await expect(much.end()).rejects.toThrow('full');
  expect(db.pragma('wal_autocheckpoint', { simple: true })).toBe(1000);
});
