import { beforeEach, expect, test, vi } from 'vitest';
import { ProblemError } from '../../../contract/problems.ts';
import { silentLog } from '../../../tests/harness/test-desk.ts';
import { virtualClock, type VirtualClock } from '../../../tests/harness/virtual-clock.ts';
import { createScannerFolder, LOOK_EVERY_MS, SETTLED_MS, type FolderFiles } from './scanner-folder.ts';

/** A scanner's folder in memory: files grow, lock, vanish, and the network tells nothing. */
let files: Map<string, { bytes: string; at: number; locked?: boolean }>;
let there: boolean;
let tell: () => void;
let clock: VirtualClock;
let taken: string[];
let fail: Error | null;
let folder: ReturnType<typeof createScannerFolder>;
const changed = vi.fn<() => void>();

beforeEach(() => {
  files = new Map();
  there = true;
  tell = () => undefined;
  taken = [];
  fail = null;
  changed.mockClear();
  clock = virtualClock(0);
  const inMemory: FolderFiles = {
    list: () =>
      there
        ? Promise.resolve([...files].map(([name, { bytes, at }]) => ({ name, size: bytes.length, changedAt: at })))
        : Promise.reject(new Error('gone')),
    read(path) {
      const file = files.get(path.split('/').at(-1) ?? '');
      if (file === undefined || file.locked === true) return Promise.reject(new Error('EBUSY'));
      return Promise.resolve(Buffer.from(file.bytes));
    },
    watch(_path, onChange) {
      tell = onChange;
      return () => {
        tell = () => undefined;
      };
    },
  };
  folder = createScannerFolder({
    clock,
    log: silentLog,
    files: inMemory,
    changed,
    take: (name, _path, bytes) => {
      if (fail !== null) return Promise.reject(fail);
      taken.push(`${name} ${Buffer.from(bytes).toString()}`);
      return Promise.resolve();
    },
  });
});

async function pass(ms: number): Promise<void> {
  clock.advance(ms);
  await folder.settled();
}

test('a file is taken once it has stopped growing, and once only', async () => {
  files.set('a.pdf', { bytes: 'one', at: 1 });
  folder.set('/scanner');
  await pass(0);
  expect(taken).toEqual([]);
  files.set('a.pdf', { bytes: 'one two', at: 2 });
  await pass(SETTLED_MS);
  expect(taken).toEqual([]);
  await pass(SETTLED_MS);
  expect(taken).toEqual(['a.pdf one two']);
  await pass(LOOK_EVERY_MS * 3);
  expect(taken).toHaveLength(1);
});

test('a word from the system is enough; without one the folder is looked at from time to time', async () => {
  folder.set('/scanner');
  await pass(0);
  files.set('a.pdf', { bytes: 'a', at: 1 });
  tell();
  await pass(0);
  await pass(SETTLED_MS);
  expect(taken).toEqual(['a.pdf a']);
  files.set('b.pdf', { bytes: 'b', at: 1 });
  await pass(LOOK_EVERY_MS);
  await pass(SETTLED_MS);
  expect(taken).toEqual(['a.pdf a', 'b.pdf b']);
});

test('the next scan under the same name is another scan', async () => {
  files.set('scan.pdf', { bytes: 'first', at: 1 });
  folder.set('/scanner');
  await pass(0);
  await pass(SETTLED_MS);
  files.set('scan.pdf', { bytes: 'other', at: 2 });
  await pass(LOOK_EVERY_MS);
  await pass(SETTLED_MS);
  expect(taken).toEqual(['scan.pdf first', 'scan.pdf other']);
});

test('an empty file and one the scanner still holds are waited for', async () => {
  files.set('empty.pdf', { bytes: '', at: 1 });
  files.set('held.pdf', { bytes: 'x', at: 1, locked: true });
  folder.set('/scanner');
  await pass(0);
  for (let n = 0; n < 5; n += 1) await pass(SETTLED_MS);
  expect([taken, folder.unusable()]).toEqual([[], []]);
  files.set('held.pdf', { bytes: 'x', at: 1 });
  await pass(SETTLED_MS);
  expect(taken).toEqual(['held.pdf x']);
});

test('what cannot be taken is named once, and forgotten when it is gone', async () => {
  files.set('a.tif', { bytes: 'II', at: 1 });
  fail = new ProblemError('SH-01', { name: 'a.tif' });
  folder.set('/scanner');
  await pass(0);
  await pass(SETTLED_MS);
  expect(folder.unusable()).toEqual([{ name: 'a.tif', code: 'SH-01' }]);
  await pass(LOOK_EVERY_MS * 2);
  expect(changed).toHaveBeenCalledTimes(1);
  files.delete('a.tif');
  await pass(LOOK_EVERY_MS);
  expect(folder.unusable()).toEqual([]);
});

test('a full disk is told, and the scan is taken once there is room', async () => {
  files.set('a.pdf', { bytes: 'a', at: 1 });
  fail = new ProblemError('LT-03');
  folder.set('/scanner');
  await pass(0);
  await pass(SETTLED_MS);
  expect(folder.unusable()).toEqual([{ name: 'a.pdf', code: 'LT-03' }]);
  fail = null;
  await pass(SETTLED_MS);
  expect(taken).toEqual(['a.pdf a']);
  expect(folder.unusable()).toEqual([]);
});

test('a folder that goes away is told, and taken up again when it is back', async () => {
  folder.set('/scanner');
  await pass(0);
  there = false;
  tell();
  await pass(0);
  expect(folder.state()).toEqual({ path: '/scanner', readable: false });
  there = true;
  files.set('a.pdf', { bytes: 'a', at: 1 });
  await pass(LOOK_EVERY_MS);
  await pass(SETTLED_MS);
  expect(folder.state().readable).toBe(true);
  expect(taken).toEqual(['a.pdf a']);
});

test('another folder begins anew, none ends it', async () => {
  files.set('a.pdf', { bytes: 'a', at: 1 });
  folder.set('/scanner');
  await pass(0);
  await pass(SETTLED_MS);
  folder.set('/other');
  await pass(0);
  await pass(SETTLED_MS);
  expect(taken).toHaveLength(2);
  folder.set(null);
  files.set('b.pdf', { bytes: 'b', at: 1 });
  await pass(LOOK_EVERY_MS * 3);
  expect(taken).toHaveLength(2);
});
