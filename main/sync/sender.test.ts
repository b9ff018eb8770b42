import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey } from '../../contract/signing.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { MONDAY_10_42, OFFICE } from '../../tests/harness/enrolled-folder.ts';
import { openedStore, writeReceipt, type OpenedStore } from '../../tests/harness/opened-store.ts';
import { silentLog } from '../../tests/harness/test-desk.ts';
import { unsignedVerdict } from '../../tests/harness/unsigned-verdict.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { openSqlite } from '../store/sqlite.ts';
import { LineDown, ProvinceRefused, type Province } from './province.ts';
import { sender } from './sender.ts';
import { Stumbled, stumbling } from './stumbling.ts';

/** Two logs of other desks wait here; the server fails at the one each time. */

let own: OpenedStore;
/** In the order they are sent in. */
const [bad, good] = ['019ab000-0000-7000-8000-00000000ba01', '019ab000-0000-7000-8000-00000000d001'];
beforeEach(async () => {
  own = await openedStore();
  const events = [bad, good].map((log) =>
    testWriter({ device: systemRandom.id(), log, office: OFFICE }, newSigningKey()).receive(),
  );
  own.store.transact(() => {
    own.store.takeIn(events);
    for (const log of [bad, good]) own.store.outbox.queue(log, 1, 1);
  });
});
afterEach(() => own.close());

/** @param gappy a log of which the first place is wanted, whatever is sent of it */
function senderThatFails(error: Error, asked: () => void = () => undefined, gappy = '') {
  const province = {
    request: () => Promise.resolve({ head: 0 }),
    witnessed: (_method: string, _target: string, json: string) => {
      // As the sender made it.
      const { log, events } = JSON.parse(json) as { log: string; events: LogEvent[] };
      asked();
      if (log === bad) return Promise.reject(error);
      if (log === gappy) return Promise.resolve({ reply: { head: 0, expected: 1, verdicts: [] }, isSigned: true });
      const verdicts = events.map((event) => unsignedVerdict(event));
      return Promise.resolve({ reply: { head: 1, expected: null, verdicts }, isSigned: true });
    },
  } as unknown as Province;
  const faults: unknown[] = [];
  const sending = sender({
    store: own.store,
    province,
    clock: virtualClock(MONDAY_10_42),
    log: silentLog,
    serverPublicKey: '',
    stamp: () => ({ id: systemRandom.id(), salt: 'aa', at: { device: MONDAY_10_42, offset: 0 } }),
    stumbles: stumbling(virtualClock(0), systemRandom),
    fault: (fault) => void faults.push(fault),
    begunAnew: () => Promise.resolve(),
    progressed: () => undefined,
  });
  return { sending, faults };
}

test.each([
  ['a fault of the server', new ProvinceRefused(500, 'GN-03', 9_000), Stumbled],
  ['a request that is cut each time', new LineDown('cut'), Stumbled],
  ['a server that says it is not ready', new ProvinceRefused(503, 'DT-04', 9_000), ProvinceRefused],
])('%s: the round ends twice, and from then on the other log goes', async (_what, error, told) => {
  const { sending, faults } = senderThatFails(error);
  for (let n = 0; n < 2; n++) {
    sending.begin();
    await expect(sending.send(() => false)).rejects.toBe(error);
  }
  expect([own.store.outbox.logs(), faults]).toEqual([[bad, good], []]);
  sending.begin();
  await sending.send(() => false);
  expect(own.store.outbox.logs()).toEqual([bad]);
  expect(faults).toEqual([expect.any(told)]);
  // Once a round: not again between pages of the feed.
  expect(sending.isDue()).toBe(false);
  await sending.send(() => false);
  expect(faults).toHaveLength(1);
  sending.begin();
  expect(sending.isDue()).toBe(true);
});

test('what was being sent when the round was given up is left out of the next one, once', async () => {
  let isOver = false;
  let stoodOver: string | null = null;
  const { sending, faults } = senderThatFails(new LineDown('cut'), () => {
    if (isOver) return;
    isOver = true;
    stoodOver = sending.struck();
  });
  sending.begin();
  await expect(sending.send(() => isOver)).rejects.toThrow('cut');
  expect(stoodOver).toBe(bad);
  sending.begin();
  await sending.send(() => false);
  expect(own.store.outbox.logs()).toEqual([bad]);
  expect(faults).toMatchObject([{ code: 'DT-07' }]);
  sending.begin();
  expect(sending.isDue()).toBe(true);
});

test('behind a place of the own log that is lost here nothing could ever come in: it goes on in a new log', async () => {
  const before = own.store.meta.get('enrolment')?.log ?? '';
  const [, second, third] = [writeReceipt(own), writeReceipt(own), writeReceipt(own)];
  const db = openSqlite(join(own.folder.path, 'desk.db'), own.folder.databaseKey, { create: false });
  db.prepare('DELETE FROM event WHERE log = ? AND seq = 1').run(before);
  db.prepare('DELETE FROM outbox WHERE log = ? AND seq = 1').run(before);
  db.close();
  const { sending, faults } = senderThatFails(new LineDown('cut'), () => undefined, before);
  // The other logs are not asked about here.
  for (const log of [bad, good]) own.store.transact(() => own.store.outbox.forget(log));
  sending.begin();
  await sending.send(() => false);
  expect(faults).toEqual([]);
  expect(own.store.outbox.isEmpty()).toBe(true);
  for (const [nth, { envelope }] of [second, third].entries()) {
    const verdict = own.store.outbox.verdictOn(envelope.id);
    expect([verdict?.log === before, verdict?.seq]).toEqual([false, nth + 1]);
  }
  // The officers are told, and the province: what was written there is nowhere else.
  expect(own.store.meta.get('logMatters')).toMatchObject([{ log: before, because: 'lost', at: MONDAY_10_42 }]);
  const events = own.store.log?.eventsFrom(own.store.meta.get('enrolment')?.log ?? '', 3, 10) ?? [];
  expect(events.map(({ event }) => [event.envelope.type, event.body])).toEqual([
    ['log.hole', { log: before, seq: 1, id: null, hash: null, aggregateId: null }],
  ]);
});

test('a province that wants of the own log what it was sent is told so, and no log is left', async () => {
  const before = own.store.meta.get('enrolment')?.log ?? '';
  writeReceipt(own);
  const { sending, faults } = senderThatFails(new LineDown('cut'), () => undefined, before);
  for (const log of [bad, good]) own.store.transact(() => own.store.outbox.forget(log));
  sending.begin();
  await sending.send(() => false);
  expect(faults).toMatchObject([{ code: 'DT-02' }]);
  expect(own.store.meta.get('enrolment')?.log).toBe(before);
});
