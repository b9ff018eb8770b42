import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolledFolder, usualSeat, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { hostOf, writeAll } from '../../tests/harness/hall-example.ts';
import { seededRandomness } from '../../tests/harness/test-desk.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { takeFolder } from './folder.ts';
import { openStore, type Store } from './store.ts';

/** A page that was compared with one log of this desk, and is taken in after the desk has left that log. */

let folder: EnrolledFolder;
let store: Store;
const random = seededRandomness('agreeing');

beforeEach(async () => {
  folder = await enrolledFolder({});
  store = openStore(takeFolder(folder.path), folder.databaseKey, { create: false, stamp: 's' });
  const host = hostOf(store);
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  writeAll(store, host, () => ({ id: random.id(), salt: '00'.repeat(16) }));
});
afterEach(() => {
  store.close();
  folder.remove();
});

test('what was compared with another log is compared again with the one that is written now', () => {
  const own = store.log?.head().log;
  expect(own).toBe(usualSeat.log);
  // Another machine with this one's key wrote something else in the first place of its log.
  const theirs = testWriter(usualSeat, folder.deviceKey).receive();
  store.transact(() => store.takeIn([theirs], random.id()));
  expect(store.log?.head().log).not.toBe(own);
});
