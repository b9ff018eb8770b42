import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { pullReplySchema, pushReplySchema, type Office } from '../../contract/sync.ts';
import { lockWaits } from '../../tests/harness/lock-waits.ts';
import { OFFICE, testProvince, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { newRecoveryKey } from '../recovery-key.ts';
import { insertCounter } from '../store/counters.ts';
import { setRecoveryKey } from '../store/offices.ts';
import { officeJoins } from './office-joins.ts';

/** An office that a desk's catalogue knows before the province does, or that a province put back from a copy has forgotten. */

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

function named(id: string): Omit<Office, 'revision'> {
  const texts = { name: 'Trung tâm Phục vụ hành chính công xã Mới', shortName: 'Xã Mới', authority: 'UBND xã Mới' };
  const none = { codePrefix: null, parent: null, phone: '', address: '', bank: null, disabled: false };
  return { id, kind: 'commune-centre', place: 'Xã Mới', ...texts, ...none };
}

/** A desk of it, enrolled as soon as there can be one. */
async function deskAt(office: string): Promise<TestDesk> {
  await insertCounter(province.db, { id: `${office}-q1`, office, name: 'Quầy 1', kind: 'desk', disabled: false });
  await setRecoveryKey(province.db, office, newRecoveryKey().publicKey);
  return province.enrol(office);
}

/** From its feed's beginning. */
async function heardBy(desk: TestDesk): Promise<string[]> {
  const { events } = (await desk.ask('GET', '/v1/pull?limit=500')).as(pullReplySchema);
  return events.map(({ envelope }) => envelope.id);
}

async function push(desk: TestDesk, log: TestWriter): Promise<void> {
  const reply = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  expect(reply.as(pushReplySchema).verdicts.every(({ end }) => end === 'applied')).toBe(true);
}

function idsOf(events: readonly LogEvent[]): string[] {
  return events.map(({ envelope }) => envelope.id);
}

test('an office that joins has all that named it before, the oldest first, and nothing of what did not', async () => {
  const desk = await province.enrol(OFFICE);
  const log = testWriter(desk.place, desk.key);
  const first = log.receive({ competentOffice: 'xa-moi-1' });
  const slip = log.slip(first);
  log.receive();
  const third = log.receive({ competentOffice: 'xa-moi-1' });
  // A longer name that begins like it.
  log.receive({ competentOffice: 'xa-moi-12' });
  await push(desk, log);
  expect(await officeJoins(province.db, named('xa-moi-1'))).toMatchObject({ id: 'xa-moi-1', revision: 1 });
  const there = await deskAt('xa-moi-1');
  expect(await heardBy(there)).toEqual(idsOf([first, slip, third]));
  // What comes since goes there as it always did, once.
  const fourth = log.receive({ competentOffice: 'xa-moi-1' });
  await push(desk, log);
  expect(await heardBy(there)).toEqual(idsOf([first, slip, third, fourth]));
  expect(await officeJoins(province.db, named('xa-moi-1'))).toBeNull();
});

test('it has what a push under way is about to store, which saw no such office', async () => {
  const desk = await province.enrol(OFFICE);
  const log = testWriter(desk.place, desk.key);
  const first = log.receive({ competentOffice: 'xa-moi-2' });
  const gate = await province.db.startTransaction().execute();
  await sql`lock table verdict in share row exclusive mode`.execute(gate);
  const pushed = push(desk, log);
  while ((await lockWaits(province.db)) < 1);
  let isOver = false;
  const joined = officeJoins(province.db, named('xa-moi-2')).finally(() => {
    isOver = true;
  });
  while (!isOver && (await lockWaits(province.db)) < 2);
  await gate.commit().execute();
  await Promise.all([pushed, joined]);
  expect(await heardBy(await deskAt('xa-moi-2'))).toEqual(idsOf([first]));
});

test('however it meets many of them, it has everything once', async () => {
  const office = 'xa-moi-3';
  const writers = await Promise.all(
    [0, 1, 2].map(async () => {
      const desk = await province.enrol(OFFICE);
      const log = testWriter(desk.place, desk.key);
      for (let each = 0; each < 4; each++) log.receive({ competentOffice: office });
      return { desk, log };
    }),
  );
  await Promise.all([...writers.map(({ desk, log }) => push(desk, log)), officeJoins(province.db, named(office))]);
  const all = writers.flatMap(({ log }) => idsOf(log.events));
  expect((await heardBy(await deskAt(office))).toSorted()).toEqual(all.toSorted());
});
