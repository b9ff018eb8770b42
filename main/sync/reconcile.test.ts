import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmedReceipts } from '../../tests/harness/confirmed-receipts.ts';
import type { EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import type { DeskFolder } from '../store/folder.ts';
import { openSqlite } from '../store/sqlite.ts';
import { openStore, type Store } from '../store/store.ts';
import type { Province } from './province.ts';
import { compareHeads } from './reconcile.ts';

/** Three receipts confirmed in a log this desk has left since; the province was put back and holds less of it. */

let made: EnrolledFolder;
let folder: DeskFolder;
let store: Store;
let old: string;

beforeEach(async () => {
  ({ made, folder } = await confirmedReceipts());
});
afterEach(() => {
  store.close();
  folder.unlock();
  made.remove();
});

function leaveWithout(...lost: readonly number[]): void {
  const db = openSqlite(join(made.path, 'desk.db'), made.databaseKey, { create: false });
  for (const seq of lost) db.prepare('DELETE FROM event WHERE seq = ?').run(seq);
  db.close();
  store = openStore(folder, made.databaseKey, { create: false, stamp: 'test' });
  old = store.meta.get('enrolment')?.log ?? '';
  store.leaveLog({ because: 'restored', from: null, renamed: [] });
  expect(store.outbox.isEmpty()).toBe(true);
}

/** [isWhole, places of the old log that wait, places of the own one that wait] */
async function compared(head: number) {
  const own = store.meta.get('enrolment')?.log ?? '';
  const logs = [
    { log: old, head },
    { log: own, head: store.log?.lastIn(own).seq ?? 0 },
  ];
  // Only its answer about heads is asked for.
  const province = { request: () => Promise.resolve({ epoch: 'e', logs, holds: [] }) } as unknown as Province;
  const isWhole = await compareHeads(store, province);
  const places = (log: string) => store.log?.unsentFrom(log, 10).map(({ seq }) => seq);
  return [isWhole, places(old), places(own)];
}

test('what the province has lost of a log left before is sent in that log', async () => {
  leaveWithout();
  expect(await compared(1)).toEqual([false, [2, 3], []]);
  // Safe to repeat.
  expect(await compared(1)).toEqual([false, [2, 3], []]);
});

test('behind a place that nobody has any more it goes on in the own log', async () => {
  leaveWithout(2);
  expect(await compared(1)).toEqual([false, [], [1]]);
  expect(await compared(1)).toEqual([true, [], [1]]);
});

test('up to such a place it is sent where it stands', async () => {
  leaveWithout(3);
  expect(await compared(1)).toEqual([false, [2], []]);
});

test("a colleague's log is sent behind a place that the province holds as it stands here, and only there", async () => {
  leaveWithout();
  // Whoever has not left a log has it of a colleague.
  store.transact(() => store.meta.set('formerLogs', []));
  const own = store.meta.get('enrolment')?.log ?? '';
  const logs = [
    { log: old, head: 2 },
    { log: own, head: 0 },
  ];
  const [, second] = store.log?.eventsFrom(old, 1, 2) ?? [];
  const asked: unknown[] = [];
  const province = (isHeld: boolean) =>
    ({
      request: (_: string, __: string, { places }: { places: readonly { log: string; seq: number }[] }) => {
        asked.push(...places.filter(({ seq }) => seq < 3));
        return Promise.resolve({ epoch: 'e', logs, holds: places.map(() => isHeld) });
      },
    }) as unknown as Province;
  expect(await compareHeads(store, province(false))).toBe(true);
  expect(store.outbox.isEmpty()).toBe(true);
  expect(await compareHeads(store, province(true))).toBe(false);
  expect(store.log?.unsentFrom(old, 10).map(({ seq }) => seq)).toEqual([3]);
  expect(asked).toContainEqual({ log: old, seq: 2, hash: second?.hash });
});

test('the own log is begun there again where the province forgot it, though nothing is in it yet', async () => {
  leaveWithout();
  store.transact(() => store.meta.set('leftLogs', []));
  const own = store.meta.get('enrolment')?.log ?? '';
  /** Answers what it is asked. */
  const province = {
    request: (_: string, __: string, { places }: { places: readonly { log: string; seq: number }[] }) =>
      Promise.resolve({
        epoch: 'e',
        logs: [...new Set(places.map(({ log }) => log))].map((log) => ({ log, head: log === own ? null : 3 })),
        holds: places.map(({ seq }) => seq <= 3),
      }),
  } as unknown as Province;
  expect(await compareHeads(store, province)).toBe(false);
  expect(store.meta.get('leftLogs')).toMatchObject([{ log: old, seq: 3, because: 'restored' }]);
  expect(store.outbox.isEmpty()).toBe(true);
});
