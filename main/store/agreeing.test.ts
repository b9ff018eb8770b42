import { afterEach, beforeEach, expect, test } from 'vitest';
import { usualSeat } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { hostOf, writeAll } from '../../tests/harness/hall-example.ts';
import { seededRandomness } from '../../tests/harness/test-desk.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import type { Store } from './store.ts';

/** A page that was compared with one log of this desk, and is taken in after the desk has left that log. */

let opened: OpenedStore;
let store: Store;
const random = seededRandomness('agreeing');

beforeEach(async () => {
  opened = await openedStore();
  ({ store } = opened);
  const host = hostOf(store);
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  for (const n of [1, 2])
    host.does({ kind: 'openCounter', counter: `q${n}`, name: `Quầy ${n}`, series: ['A'] }, '07:00', `u-${n}`);
  writeAll(store, host, () => ({ id: random.id(), salt: '00'.repeat(16) }));
});
afterEach(() => opened.close());

test('what was compared with another log is compared again with the one that is written now', () => {
  const own = store.log?.head().log;
  expect(own).toBe(usualSeat.log);
  // Another machine with this one's key wrote something else in the first place of its log.
  const theirs = testWriter(usualSeat, opened.folder.deviceKey).receive();
  store.transact(() => store.takeIn([theirs], random.id()));
  expect(store.log?.head().log).not.toBe(own);
});

test('what a colleague was told to stand in its place before, and stands elsewhere by a later word, is no reason to leave a log', () => {
  const own = store.log?.head().log;
  const theirs = testWriter(usualSeat, opened.folder.deviceKey).receive();
  const later = { ...unsignedVerdict(theirs, { at: 2 }), log: random.id(), hash: 'ab'.repeat(32) };
  store.transact(() => store.outbox.settle(later, theirs.envelope.aggregateId));
  store.hearing.hear([{ event: theirs, verdict: unsignedVerdict(theirs, { at: 1 }) }]);
  expect(store.log?.head().log).toBe(own);
  expect(store.outbox.verdictOn(theirs.envelope.id)).toEqual(later);
});

test('of a log that is left, what stands in the province where it stands here stays: the new log has no gap', () => {
  const own = store.log?.head().log ?? '';
  const here = store.log?.unsentFrom(own, 99) ?? [];
  expect(here.length).toBeGreaterThan(1);
  const at = here.length - 1;
  const ahead = here.slice(0, at).map(({ event }) => event);
  // Put back from a copy that had sent nothing yet: all but the last had been sent, and another after them.
  const other = testWriter(usualSeat, opened.folder.deviceKey);
  other.events.push(...ahead);
  const theirs = other.receive();
  store.transact(() => store.takeIn([...ahead, theirs]));
  const fresh = store.log?.head().log ?? '';
  expect(fresh).not.toBe(own);
  const places = (log: string) => store.log?.unsentFrom(log, 99).map(({ seq }) => seq);
  expect([places(own), places(fresh), store.log?.head().seq]).toEqual([
    here.slice(0, at).map(({ seq }) => seq),
    [1],
    1,
  ]);
});
