import { expect, test } from 'vitest';
import { silentLog } from '../../tests/harness/test-desk.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { createSecondDisk } from './second-disk.ts';

/** Another machine's line: it has what it is told to have. */
function line() {
  let has = 0;
  let waiting: { readonly n: number; readonly given: () => void }[] = [];
  return {
    relay: {
      get givenUpTo() {
        return has;
      },
      whenGiven(n: number, given: () => void) {
        if (n <= has) given();
        else waiting.push({ n, given });
      },
    },
    takes(upTo: number) {
      has = upTo;
      waiting = waiting.filter(({ n, given }) => {
        if (n <= has) given();
        return n > has;
      });
    },
  };
}

function host() {
  const clock = virtualClock(0);
  const lines = [line(), line()];
  let newest = 0;
  let changes = 0;
  const disk = createSecondDisk({
    clock,
    log: silentLog,
    newest: () => newest,
    links: () => lines,
    changed: () => {
      changes += 1;
    },
  });
  return {
    changes: () => changes,
    clock,
    lines,
    disk,
    /** Writes one event and waits for the other disk. */
    write: async (): Promise<boolean> => {
      newest += 1;
      let isDone = false;
      void disk.confirm(lines).then(() => (isDone = true));
      await Promise.resolve();
      await Promise.resolve();
      return isDone;
    },
  };
}

test('one machine that has it is enough, and nothing is said', async () => {
  const { clock, lines, disk, write } = host();
  expect(await write()).toBe(false);
  lines[1]?.takes(1);
  clock.advance(10_000);
  expect(disk.aloneFor()).toBeNull();
});

test('nobody answers: it goes on after 2.5 s, says since when, and until a machine has everything that was waited for', async () => {
  const { clock, lines, disk, write, changes } = host();
  await write();
  clock.advance(2_400);
  disk.look();
  expect(changes()).toBe(0);
  expect(disk.aloneFor()).toBeNull();
  clock.advance(100);
  expect(disk.aloneFor()).toBe(2_500);
  expect(changes()).toBe(1);
  await write();
  clock.advance(2_500);
  // Since the first that nobody took, not since the last.
  expect(disk.aloneFor()).toBe(5_000);
  lines[0]?.takes(1);
  expect(disk.aloneFor()).toBe(5_000);
  disk.look();
  expect(changes()).toBe(2);
  lines[0]?.takes(2);
  expect(disk.aloneFor()).toBeNull();
  // The screens are told by the beat, once.
  disk.look();
  disk.look();
  expect(changes()).toBe(3);
});

test('a host on its own waits for nobody and tells of nothing', async () => {
  const clock = virtualClock(0);
  const disk = createSecondDisk({ clock, log: silentLog, newest: () => 9, links: () => [], changed: () => undefined });
  await disk.confirm([]);
  clock.advance(60_000);
  expect(disk.aloneFor()).toBeNull();
});
