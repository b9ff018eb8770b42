import { afterEach, beforeEach, expect, test } from 'vitest';
import { openedStore, type OpenedStore } from '../../tests/harness/opened-store.ts';
import type { WaitingScan } from './scan-files.ts';
import type { Store } from './store.ts';

let opened: OpenedStore;
let store: Store;

beforeEach(async () => {
  opened = await openedStore();
  ({ store } = opened);
});
afterEach(() => opened.close());

const hash = (letter: string): string => letter.repeat(64);
const DAY = 86_400_000;

function keep(letter: string, now = 0, over: Partial<WaitingScan> = {}): void {
  const file = { hash: hash(letter), bytes: 10, pages: 1, kind: 'pdf' as const };
  store.scans.add(file, now);
  store.scans.wait({
    ...file,
    madeFrom: 'file',
    name: 'a.pdf',
    owner: 'u-ngan',
    arrived: 0,
    folderPath: null,
    ...over,
  });
}

test('a scan of the scanner is everybody’s, what a person brought in is their own', () => {
  keep('a', 0, { owner: null, madeFrom: 'scanner', folderPath: '/scanner/a.pdf', arrived: 2 });
  keep('b', 0, { arrived: 1 });
  keep('c', 0, { owner: 'u-tam', arrived: 3 });
  const seen = (user: string): string[] => store.scans.waitingFor(user).map((scan) => scan.hash.slice(0, 1));
  expect(seen('u-ngan')).toEqual(['a', 'b']);
  expect(seen('u-tam')).toEqual(['c', 'a']);
  expect(store.scans.waiting(hash('a'))).toMatchObject({ folderPath: '/scanner/a.pdf', madeFrom: 'scanner', pages: 1 });
  expect(store.scans.drop(hash('a'))).toBe(true);
  expect(store.scans.get(hash('a'))).toBeNull();
  expect(seen('u-ngan')).toEqual(['b']);
});

test('a file no dossier names goes after its time, one that is named stays', () => {
  keep('a');
  keep('b');
  store.scans.named('dossier-1', [hash('b'), hash('f')]);
  const sweep = (day: number): string[] => store.transact(() => store.scans.sweep(day * DAY, 7 * DAY));
  expect(sweep(7)).toEqual([]);
  expect(sweep(8)).toEqual([hash('a')]);
  expect(store.scans.get(hash('a'))).toBeNull();
  expect(store.scans.waitingFor('u-ngan').map((scan) => scan.hash)).toEqual([hash('b')]);
  expect(sweep(400)).toEqual([]);
});

test('a file taken out of its dossier has its whole time from then on', () => {
  keep('a');
  store.scans.named('dossier-1', [hash('a')]);
  store.scans.named('dossier-2', [hash('a')]);
  const sweep = (day: number): string[] => store.transact(() => store.scans.sweep(day * DAY, 7 * DAY));
  expect(sweep(30)).toEqual([]);
  store.scans.named('dossier-1', []);
  expect(store.scans.isNamed(hash('a'))).toBe(true);
  store.scans.named('dossier-2', []);
  expect(store.scans.isNamed(hash('a'))).toBe(false);
  expect(sweep(31)).toEqual([]);
  expect(sweep(38)).toEqual([]);
  expect(sweep(39)).toEqual([hash('a')]);
});

test('every look is kept, newest first, and outlives the file', () => {
  keep('a');
  const look = { hash: hash('a'), user: 'u-tam', why: 'screen' as const, fromPage: 0, toPage: 2 };
  store.scans.addView({ ...look, at: 1 });
  store.scans.addView({ ...look, at: 2, user: 'u-ngan', why: 'saved' });
  store.transact(() => store.scans.sweep(0, 7 * DAY));
  expect(store.transact(() => store.scans.sweep(30 * DAY, 7 * DAY))).toEqual([hash('a')]);
  expect(store.scans.viewsOf(hash('a'), 10)).toEqual([
    { ...look, at: 2, user: 'u-ngan', why: 'saved' },
    { ...look, at: 1 },
  ]);
  expect(store.scans.viewsOf(hash('a'), 1)).toHaveLength(1);
});

test('a scan that came to a dossier waits no more, and its file stays', () => {
  keep('a');
  store.scans.named('dossier-1', [hash('a')]);
  expect(store.scans.drop(hash('a'))).toBe(false);
  expect(store.scans.waitingFor('u-ngan')).toEqual([]);
  expect(store.scans.get(hash('a'))).toMatchObject({ bytes: 10 });
});
