import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { virtualClock } from '../../../tests/harness/virtual-clock.ts';
import { takeFolder, type DeskFolder } from '../../store/folder.ts';
import { openStore, type Store } from '../../store/store.ts';
import { LOOSE_DAYS, sweepScans } from './sweep.ts';

let folder: EnrolledFolder;
let files: DeskFolder;
let store: Store;
const DAY = 86_400_000;

beforeEach(async () => {
  folder = await enrolledFolder();
  files = takeFolder(folder.path);
  store = openStore(files, folder.databaseKey, { create: false, stamp: 'test' });
});
afterEach(() => {
  store.close();
  files.unlock();
  folder.remove();
});

test('a file nobody knows waits its week before it goes; one a dossier names stays', async () => {
  const clock = virtualClock(0);
  const lost = await store.vault.put(Buffer.from('written, and then the power went'));
  const named = await store.vault.put(Buffer.from('in a dossier whose database came from a backup'));
  store.scans.named('dossier-1', [named]);
  const sweep = (): number => sweepScans({ store, clock, changed: () => undefined });
  expect(sweep()).toBe(0);
  clock.advance(LOOSE_DAYS * DAY);
  expect(sweep()).toBe(0);
  expect(store.vault.has(lost)).toBe(true);
  clock.advance(1);
  expect(sweep()).toBe(1);
  expect(store.vault.hashes()).toEqual([named]);
  clock.advance(400 * DAY);
  expect(sweep()).toBe(0);
});
