import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmedReceipts } from '../../tests/harness/confirmed-receipts.ts';
import type { EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import type { DeskFolder } from '../store/folder.ts';
import { openStore, type Store } from '../store/store.ts';
import { comparison } from './comparing.ts';
import { LineDown, ProvinceRefused, type Province } from './province.ts';

/** The province was put back, and holds other events in the places of a log this desk has left. */

const EPOCH = '019ab000-0000-7000-8000-0000000000e1';
const QUARTER = 15 * 60_000;

let made: EnrolledFolder;
let folder: DeskFolder;
let store: Store;
let old: string;

beforeEach(async () => {
  ({ made, folder } = await confirmedReceipts());
  store = openStore(folder, made.databaseKey, { create: false, stamp: 'test' });
  old = store.meta.get('enrolment')?.log ?? '';
  store.leaveLog({ because: 'restored', from: null, renamed: [] });
  store.transact(() => {
    store.meta.set('formerLogs', []);
    store.meta.set('feed', { epoch: EPOCH, cursor: 'YQ' });
  });
});
afterEach(() => {
  store.close();
  folder.unlock();
  made.remove();
});

/** What is asked of a province that holds none of these events of the old log, and answers what it is told again as `again` says. */
function compared(again: () => unknown) {
  const asked: string[] = [];
  const request = (_method: string, path: string, body: unknown) => {
    asked.push(path);
    if (path === '/v1/restate') return Promise.resolve().then(again);
    // As the desk sends it.
    const { places } = body as { places: { log: string; seq: number }[] };
    const logs = places.map(({ log, seq }) => ({ log, head: seq }));
    return Promise.resolve({ epoch: EPOCH, logs, holds: places.map(({ log }) => log !== old) });
  };
  const clock = virtualClock(0);
  // Only what is asked for here.
  const province = { request } as unknown as Province;
  const comparing = comparison({ store, province, serverPublicKey: made.serverKey.publicKey, clock });
  const compare = () => comparing.compare();
  const tells = (): number => asked.filter((path) => path === '/v1/restate').length;
  return { compare, clock, tells };
}

/** @returns the hash of a digitised paper here that is set aside for this */
function notTaken(code: string): string {
  const hash = createHash('sha256').update(code).digest('hex');
  store.transact(() => {
    store.scans.add({ hash, bytes: 9, pages: 1, kind: 'pdf' }, 0);
    store.scans.named(`of ${hash}`, [hash]);
    store.toSend.setAside(hash, code, 0);
  });
  return hash;
}

test('what is forgotten is told again from the second comparison on, a quarter of an hour later, until all is held', async () => {
  let waits = true;
  const ids = (store.log?.before(old, 99, 99) ?? []).map(({ envelope }) => envelope.id);
  const { compare, clock, tells } = compared(() => ({ held: [], waits: waits ? ids : [] }));
  const paper = notTaken('SH-14');
  const damaged = notTaken('SH-18');
  expect([await compare(), tells(), store.meta.get('compared') === EPOCH]).toEqual([false, 0, false]);
  clock.advance(QUARTER - 1);
  await compare();
  expect(tells()).toBe(0);
  clock.advance(1);
  await compare();
  expect([tells(), store.meta.get('compared') === EPOCH]).toEqual([1, false]);
  expect(store.toSend.standOf(paper)?.state).toBe('setAside');
  waits = false;
  clock.advance(QUARTER);
  await compare();
  expect([tells(), store.meta.get('compared') === EPOCH]).toEqual([2, true]);
  // The event that names it may have been among what was forgotten.
  expect([paper, damaged].map((hash) => store.toSend.standOf(hash)?.state)).toEqual(['waiting', 'setAside']);
  clock.advance(QUARTER);
  await compare();
  expect(tells()).toBe(2);
});

test('what was heard and written over by its own desk is told at once, and each quarter of an hour until the province has it', async () => {
  store.transact(() => store.meta.set('compared', EPOCH));
  const [first] = store.log?.before(old, 2, 1) ?? [];
  if (first === undefined) throw new Error('not here');
  const at = { log: '019ab000-0000-7000-8000-00000000000a', device: '019ab000-0000-7000-8000-00000000000d' };
  const event = (id: string, hash: string) => ({ ...first, envelope: { ...first.envelope, ...at, id, hash } });
  const heard = event('019ab000-0000-7000-8000-0000000000aa', 'a'.repeat(64));
  store.hearing.hear([{ event: heard, verdict: null }]);
  const { compare, clock, tells } = compared(() => ({ held: [], waits: [heard.envelope.id] }));
  await compare();
  expect(tells()).toBe(0);
  const anew = event('019ab000-0000-7000-8000-0000000000bb', 'b'.repeat(64));
  store.transact(() => store.takeIn([anew]));
  await compare();
  await compare();
  expect(tells()).toBe(1);
  clock.advance(QUARTER);
  await compare();
  expect(tells()).toBe(2);
  // Here it waits for the province like anything heard: its dossier does not say that it is there.
  const waits = () => [store.outbox.standOf(heard.envelope.aggregateId).heard, store.hearing.waitingCount()];
  expect(waits()).toEqual([1, 1]);
  // It stands in a log of the province now.
  const there = { ...heard.envelope, log: '019ab000-0000-7000-8000-00000000000c', hash: 'c'.repeat(64) };
  store.transact(() => store.takeIn([{ ...heard, envelope: there }]));
  clock.advance(QUARTER);
  await compare();
  expect(tells()).toBe(2);
  expect(store.log?.hashOf(heard.envelope.id)).toBe(there.hash);
});

test('a server one release older, which has no ear for it, stops nothing', async () => {
  const { compare, clock, tells } = compared(() => {
    throw new ProvinceRefused(404, 'SV-02', null);
  });
  await compare();
  clock.advance(QUARTER);
  expect([await compare(), tells(), store.meta.get('compared') === EPOCH]).toEqual([false, 1, false]);
});

test.each([400, 403, 500])(
  'a telling that is answered %d is tried again a quarter of an hour later, not in the next round',
  async (status) => {
    const { compare, clock, tells } = compared(() => {
      throw new ProvinceRefused(status, 'GN-02', null);
    });
    await compare();
    clock.advance(QUARTER);
    const each = async (): Promise<unknown> => compare().catch((error: unknown) => error);
    await each();
    const once = tells();
    for (let n = 0; n < 10; n++) await each();
    expect([once > 0, tells()]).toEqual([true, once]);
    clock.advance(QUARTER);
    await each();
    expect(tells()).toBe(2 * once);
  },
);

test.each([503, null])(
  'a province that is busy (%s), or a line that breaks, is asked again in the next round',
  async (status) => {
    const { compare, clock, tells } = compared(() => {
      throw status === null ? new LineDown('cut') : new ProvinceRefused(status, 'SV-01', null);
    });
    await compare();
    clock.advance(QUARTER);
    for (let n = 0; n < 3; n++) await expect(compare()).rejects.toThrow(status === null ? 'cut' : 'SV-01');
    expect(tells()).toBe(3);
  },
);

test('a machine of the waiting room tells nothing: that is for desks', async () => {
  const enrolment = store.meta.get('enrolment');
  if (enrolment === null) throw new Error('not enrolled');
  store.transact(() => store.meta.set('enrolment', { ...enrolment, kind: 'kiosk' }));
  const { compare, clock, tells } = compared(() => {
    throw new ProvinceRefused(403, 'GN-06', null);
  });
  await compare();
  clock.advance(QUARTER);
  await compare();
  expect([tells(), store.meta.get('compared') === EPOCH]).toEqual([0, true]);
});
