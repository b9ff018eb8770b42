import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { takeFolder } from './folder.ts';
import { scanCopiesOf } from './scan-copies.ts';
import { openStore, type Store } from './store.ts';

/** What the daily copies keep of the digitised papers, and how it comes back. */

let folder: EnrolledFolder;
let files: ReturnType<typeof takeFolder>;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(`%PDF ${text}`);
const stamp = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T07-00-00`;

beforeEach(async () => {
  folder = await enrolledFolder();
  files = takeFolder(folder.path);
});
afterEach(() => {
  files.unlock();
  folder.remove();
});

const open = (): Store => openStore(files, folder.databaseKey, { create: false, stamp: 'test' });
const kept = (hash: string): string => join(files.backups, 'scans', hash.slice(0, 2), hash);
const inVault = (hash: string): string => join(files.scans, hash.slice(0, 2), hash);

async function scanned(store: Store, text: string): Promise<string> {
  const hash = await store.vault.put(bytes(text));
  store.transact(() => store.scans.add({ hash, bytes: text.length, pages: 1, kind: 'pdf' }, 1));
  return hash;
}

async function backUp(store: Store, day: number): Promise<string> {
  const copy = await store.backup(stamp(day));
  await store.keepScans(stamp(day));
  return copy;
}

test('each scan is kept once however many copies there are, and takes no room of its own', async () => {
  const store = open();
  const birth = await scanned(store, 'Giấy chứng sinh');
  await backUp(store, 10);
  const first = statSync(kept(birth));
  expect([first.ino, first.nlink]).toEqual([statSync(inVault(birth)).ino, 2]);
  const land = await scanned(store, 'Đơn đăng ký đất đai');
  await backUp(store, 11);
  expect(statSync(kept(birth)).ctimeMs).toBe(first.ctimeMs);
  expect(readFileSync(kept(land)).equals(readFileSync(inVault(land)))).toBe(true);
  expect(readFileSync(kept(land)).toString('latin1')).not.toContain('%PDF');
  store.close();
});

test('a database put back from a copy has its scans again at the next start, whatever became of the folder', async () => {
  const store = open();
  const birth = await scanned(store, 'Giấy chứng sinh');
  const copy = await backUp(store, 10);
  const later = await scanned(store, 'Sau bản sao');
  store.close();
  rmSync(files.scans, { recursive: true });
  copyFileSync(copy, files.database);
  rmSync(`${files.database}-wal`, { force: true });
  const again = open();
  expect(await again.giveBackScans()).toBe(1);
  expect(Buffer.from(await again.vault.read(birth)).equals(bytes('Giấy chứng sinh'))).toBe(true);
  expect(again.vault.has(later)).toBe(false);
  expect(await again.giveBackScans()).toBe(0);
  again.close();
});

test('what was removed stays while a copy knows it and goes with the last of them; it does not come back by itself', async () => {
  const store = open();
  const gone = await scanned(store, 'Bản quét nhầm');
  await backUp(store, 1);
  store.transact(() => store.scans.sweep(10, 5));
  store.vault.remove(gone);
  for (let day = 2; day <= 7; day += 1) await backUp(store, day);
  expect(readdirSync(join(files.backups, 'scans'), { recursive: true })).toContain(join(gone.slice(0, 2), gone));
  expect(await store.giveBackScans()).toBe(0);
  await backUp(store, 8);
  expect(readdirSync(join(files.backups, 'scans'), { recursive: true })).not.toContain(join(gone.slice(0, 2), gone));
  expect(readdirSync(files.backups).filter((name) => name.startsWith('scans-'))).toHaveLength(7);
  store.close();
});

test('a file that was damaged and scanned again is kept as it is now', async () => {
  const store = open();
  const birth = await scanned(store, 'Giấy chứng sinh');
  await backUp(store, 10);
  const length = statSync(inVault(birth)).size;
  writeFileSync(inVault(birth), Buffer.alloc(length));
  utimesSync(inVault(birth), new Date('2026-11-01'), new Date('2026-11-01'));
  await scanned(store, 'Giấy chứng sinh');
  await backUp(store, 11);
  rmSync(inVault(birth));
  expect(await store.giveBackScans()).toBe(1);
  expect(Buffer.from(await store.vault.read(birth)).equals(bytes('Giấy chứng sinh'))).toBe(true);
  store.close();
});

test('where the disk knows no second names, a scan is copied once and not again', async () => {
  const store = open();
  const birth = await scanned(store, 'Giấy chứng sinh');
  const noNames = (): Promise<void> => Promise.reject(new Error('EPERM'));
  const copies = scanCopiesOf(files.scans, files.backups, noNames);
  await store.backup(stamp(10));
  await copies.keep([birth], stamp(10));
  const first = statSync(kept(birth));
  expect(first.ino).not.toBe(statSync(inVault(birth)).ino);
  expect(readFileSync(kept(birth)).equals(readFileSync(inVault(birth)))).toBe(true);
  await copies.keep([birth], stamp(10));
  expect(statSync(kept(birth))).toMatchObject({ ino: first.ino, ctimeMs: first.ctimeMs });
  store.close();
});
