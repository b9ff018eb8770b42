import { createHash } from 'node:crypto';
import { fork } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../contract/problems.ts';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import { enrolledFolder, OFFICE, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { takeFolder } from './folder.ts';
import { readJournal } from './journal.ts';
import { assertKey, keyFromPassphrase, newDatabaseKey, readKeyFile } from './key-file.ts';
import { openSqlite } from './sqlite.ts';
import { bodyOf, openStore, type Store } from './store.ts';

/** A database that is full, damaged, newer, or opened with the wrong key: named, and left as it was. */

let folder: EnrolledFolder;
let files: ReturnType<typeof takeFolder>;

beforeEach(async () => {
  folder = await enrolledFolder();
  files = takeFolder(folder.path);
});

afterEach(() => {
  files.unlock();
  folder.remove();
});

const open = (key = folder.databaseKey): Store => openStore(files, key, { create: false, stamp: 'test' });
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

let made = 0;

function receive(store: Store, n: number): string {
  made += 1;
  const id = `019ab000-0000-7000-9000-${String(made).padStart(12, '0')}`;
  store.record(() => ({
    now: 1,
    events: [
      {
        stamp: { id, salt: 'ab'.repeat(16), at: { device: 1, offset: null } },
        event: {
          aggregate: 'dossier',
          aggregateId: id,
          after: [],
          type: 'dossier.received',
          version: 1,
          body: bodyOf(inventedDossier(n, OFFICE)),
          actor: 'u-ngan',
          approvedBy: null,
        },
      },
    ],
  }));
  return id;
}

test('a wrong key is named and the file is left as it was', () => {
  const before = hashOf(files.database);
  expect(codeOf(() => open(newDatabaseKey()))).toBe('LT-02');
  expect(hashOf(files.database)).toBe(before);
});

test('a wrong passphrase is told apart from a damaged database', () => {
  const file = readKeyFile(files.keys);
  if (file === null) throw new Error('no key file');
  expect(codeOf(() => keyFromPassphrase(file, 'sai'))).toBe('LT-02');
  assertKey(file, keyFromPassphrase(file, folder.passphrase));
  expect(codeOf(() => assertKey(file, newDatabaseKey()))).toBe('LT-02');
});

test('a damaged page is named when it is read', () => {
  const store = open();
  for (let n = 0; n < 40; n++) receive(store, n);
  store.close();
  const bytes = readFileSync(files.database);
  for (let at = 4096 * 3; at < bytes.length; at += 4096) bytes[at + 100] = (bytes[at + 100] ?? 0) ^ 0xff;
  writeFileSync(files.database, bytes);
  const before = hashOf(files.database);
  expect(codeOf(() => open().dossiers.recent(50))).toBe('LT-01');
  expect(hashOf(files.database)).toBe(before);
});

test('a database of a newer release is refused and left as it was', () => {
  const db = openSqlite(files.database, folder.databaseKey, { create: false });
  db.pragma('user_version = 999');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const before = hashOf(files.database);
  expect(codeOf(open)).toBe('LT-04');
  expect(hashOf(files.database)).toBe(before);
});

test('on a full disk nothing is half saved, and what follows is saved once there is room', () => {
  const db = openSqlite(files.database, folder.databaseKey, { create: false });
  const pages = Number(db.pragma('page_count', { simple: true }));
  db.close();
  const full = openStore(files, folder.databaseKey, { create: false, stamp: 'test', maxPages: pages + 20 });
  let saved = 0;
  const code = codeOf(() => {
    for (let n = 1; n < 5000; n++) {
      receive(full, n);
      saved += 1;
    }
  });
  expect(code).toBe('LT-03');
  expect(saved).toBeGreaterThan(0);
  expect(full.dossiers.recent(5000)).toHaveLength(saved);
  expect(full.log?.head().seq).toBe(saved);
  full.close();
  const roomy = open();
  receive(roomy, 6000);
  expect(roomy.log?.head().seq).toBe(saved + 1);
  roomy.close();
});

test('a torn journal is set aside, and what is unsent stands in a fresh one', () => {
  const before = open();
  receive(before, 1);
  receive(before, 2);
  before.close();
  const whole = readJournal(files.journal, folder.databaseKey).writes;
  const bytes = readFileSync(files.journal);
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  writeFileSync(files.journal, bytes);
  open().close();
  expect(readJournal(files.journal, folder.databaseKey)).toEqual({ writes: whole, whole: true });
  expect(readdirSync(folder.path)).toContain('desk.journal.test');
});

test('a database put back from an older copy leaves the journal of what it lost aside, untouched', async () => {
  const store = open();
  const copy = await store.backup('2026-11-20T07-00-00');
  receive(store, 1);
  receive(store, 2);
  store.close();
  const lost = readFileSync(files.journal);
  copyFileSync(copy, files.database);
  open().close();
  expect(readFileSync(join(folder.path, 'desk.journal.test'))).toEqual(lost);
});

test('a second instance on the same folder is refused, a killed one is not in the way', async () => {
  expect(codeOf(() => takeFolder(folder.path))).toBe('LT-05');
  files.unlock();
  const child = fork(new URL('../../tests/harness/folder-holder.ts', import.meta.url), [folder.path]);
  await new Promise((resolve) => child.once('message', resolve));
  expect(codeOf(() => takeFolder(folder.path))).toBe('LT-05');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  files = takeFolder(folder.path);
});

test('a network path and a folder that cannot be made are refused', () => {
  expect(codeOf(() => takeFolder('\\\\server\\share\\quay'))).toBe('LT-06');
  const file = join(mkdtempSync(join(tmpdir(), 'quay-')), 'file');
  writeFileSync(file, '');
  expect(codeOf(() => takeFolder(join(file, 'below')))).toBe('LT-07');
  rmSync(join(file, '..'), { recursive: true });
});

test('the daily backup opens with the same key and holds the same dossiers; seven are kept', async () => {
  const store = open();
  const id = receive(store, 1);
  for (let day = 10; day < 19; day++) {
    const copying = store.backup(`2026-11-${day}T07-00-00`);
    receive(store, day);
    await copying;
  }
  const kept = readdirSync(files.backups).filter((name) => name.startsWith('desk-'));
  expect(kept).toHaveLength(7);
  store.close();
  const other = mkdtempSync(join(tmpdir(), 'quay-'));
  mkdirSync(join(other, 'backups'));
  copyFileSync(join(files.backups, kept[0] ?? ''), join(other, 'desk.db'));
  const restored = openStore(
    { ...files, database: join(other, 'desk.db'), journal: join(other, 'desk.journal') },
    folder.databaseKey,
    {
      create: false,
      stamp: 'test',
    },
  );
  expect(restored.dossiers.get(id)?.received?.code.text).toBe(inventedDossier(1, OFFICE).code.text);
  restored.close();
  rmSync(other, { recursive: true });
});
