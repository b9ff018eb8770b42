import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmedReceipts } from '../../tests/harness/confirmed-receipts.ts';
import type { EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import type { FakeProvince } from '../../tests/harness/fake-province.ts';
import type { DeskFolder } from '../store/folder.ts';
import { openStore, type Store } from '../store/store.ts';
import { forgottenBy, tellAgain } from './forgotten.ts';
import { ProvinceRefused, type Province } from './province.ts';

/** Three receipts confirmed in a log this desk has left since: a log like any other's. The province has forgotten some. */

let made: EnrolledFolder;
let folder: DeskFolder;
let store: Store;
let province: FakeProvince;
let old: string;

beforeEach(async () => {
  ({ made, folder, province } = await confirmedReceipts());
  store = openStore(folder, made.databaseKey, { create: false, stamp: 'test' });
  old = store.meta.get('enrolment')?.log ?? '';
  store.leaveLog({ because: 'restored', from: null, renamed: [] });
});
afterEach(() => {
  store.close();
  folder.unlock();
  made.remove();
});

const eventsHere = () => (store.log?.before(old, 99, 99) ?? []).toReversed();

/** A province that holds these places of the old log, and answers what it is told again as `again` says. */
function holding(
  held: (seq: number) => boolean,
  again: (ids: readonly string[]) => { held: unknown[]; waits: string[] },
) {
  const told: string[][] = [];
  const request = (_method: string, path: string, body: unknown) => {
    if (path === '/v1/restate') {
      // As forgotten.ts sends it.
      const { held } = body as { held: { event: { envelope: { id: string } } }[] };
      const ids = held.map(({ event }) => event.envelope.id);
      told.push(ids);
      return Promise.resolve(ids).then(again);
    }
    // As above.
    const { places } = body as { places: { log: string; seq: number }[] };
    return Promise.resolve({ epoch: 'e', logs: [], holds: places.map(({ log, seq }) => log === old && held(seq)) });
  };
  // Only what is asked for here.
  return { province: { request } as unknown as Province, told };
}

const upTo = (head: number) => (seq: number) => seq <= head;

test('what lacks at the end of a log is found, with the province’s word on each', async () => {
  const found = await forgottenBy(store, holding(upTo(1), () => ({ held: [], waits: [] })).province);
  expect(found.map(({ event, verdict }) => [event.envelope.seq, verdict?.seq, verdict?.end])).toEqual([
    [2, 2, 'applied'],
    [3, 3, 'applied'],
  ]);
  expect(await forgottenBy(store, holding(upTo(3), () => ({ held: [], waits: [] })).province)).toEqual([]);
});

test('in the middle of a log too, where what follows does not go on from it: its desk has written that place anew', async () => {
  const third = eventsHere()[2];
  if (third === undefined) throw new Error('not here');
  const { envelope } = third;
  const anew = { ...envelope, id: '019ab000-0000-7000-8000-00000000bbbb', prev: 'e'.repeat(64), hash: 'd'.repeat(64) };
  store.transact(() => store.log?.insertForeign({ ...third, envelope: anew }));
  const { province: one } = holding(
    (seq) => seq !== 2,
    () => ({ held: [], waits: [] }),
  );
  const found = await forgottenBy(store, one);
  expect(found.map(({ event }) => [event.envelope.seq, event.envelope.id === envelope.id])).toEqual([
    [2, false],
    [3, true],
  ]);
});

test('what it never confirmed is not among it', async () => {
  const [, second] = eventsHere();
  if (second === undefined) throw new Error('not here');
  const apart = province.verdictOn(second, 'quarantined', 'XV-06');
  store.transact(() => store.outbox.settle(apart, second.envelope.aggregateId));
  const found = await forgottenBy(store, holding(upTo(1), () => ({ held: [], waits: [] })).province);
  expect(found.map(({ event }) => event.envelope.seq)).toEqual([3]);
});

test('an event in whose place another came stands aside, and is asked for too', async () => {
  const third = eventsHere()[2];
  if (third === undefined) throw new Error('not here');
  const { envelope } = third;
  const other = {
    ...third,
    envelope: { ...envelope, id: '019ab000-0000-7000-8000-00000000aaaa', hash: 'f'.repeat(64) },
  };
  store.transact(() => store.log?.insertForeign(other));
  const found = await forgottenBy(store, holding(upTo(3), () => ({ held: [], waits: [] })).province);
  expect(found.map(({ event }) => event.envelope.id)).toEqual([envelope.id]);
});

test('told again, it stands where the province says; while somebody may still bring it, not all is well', async () => {
  const waiting = holding(upTo(1), (ids) => ({ held: [], waits: [...ids] }));
  const found = await forgottenBy(store, waiting.province);
  expect(await tellAgain(store, waiting.province, made.serverKey.publicKey, found)).toBe(false);
  expect(waiting.told).toEqual([found.map(({ event }) => event.envelope.id)]);
  const done = holding(upTo(1), () => ({
    held: found.map(({ event }) => ({ event, verdict: province.verdictOn(event, 'flagged', 'XV-09') })),
    waits: [],
  }));
  expect(await tellAgain(store, done.province, made.serverKey.publicKey, found)).toBe(true);
  expect(found.map(({ event }) => store.outbox.verdictOn(event.envelope.id)?.end)).toEqual(['flagged', 'flagged']);
});

test('one that the province cannot read keeps back none of those beside it, and not all is well', async () => {
  const found = await forgottenBy(store, holding(upTo(0), () => ({ held: [], waits: [] })).province);
  const [, poisoned] = found;
  const one = holding(upTo(0), (ids) => {
    if (ids.includes(poisoned?.event.envelope.id ?? '')) throw new ProvinceRefused(400, 'GN-02', null);
    const told = found.filter(({ event }) => ids.includes(event.envelope.id));
    return {
      held: told.map(({ event }) => ({ event, verdict: province.verdictOn(event, 'flagged', 'XV-09') })),
      waits: [],
    };
  });
  expect(await tellAgain(store, one.province, made.serverKey.publicKey, found)).toBe(false);
  expect(one.told.map((ids) => ids.length)).toEqual([3, 2, 1, 1, 1]);
  const ends = found.map(({ event }) => store.outbox.verdictOn(event.envelope.id)?.end);
  expect(ends).toEqual(['flagged', 'applied', 'flagged']);
});
