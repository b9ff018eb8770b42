import { afterAll, beforeAll, expect, test } from 'vitest';
import { headsReplySchema, pushReplySchema, referenceReplySchema, type NumberGrant } from '../../contract/sync.ts';
import { formatDossierCode } from '../../domain/dossier/code.ts';
import { grantsClash } from '../../domain/dossier/number-range.ts';
import {
  CENTRE,
  OFFICE,
  OTHER,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { daysAfter, vietnamDate } from '../clock.ts';
import { systemRandom } from '../random.ts';
import { changeProvince } from '../store/province.ts';

/** Ranges of numbers after a restore: known to the desks alone until they tell them. */

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

const grantsOf = async (desk: TestDesk) =>
  (await desk.ask('GET', '/v1/reference')).as(referenceReplySchema).reference.grants;
const tell = async (desk: TestDesk, grants: readonly NumberGrant[]) =>
  (await desk.ask('POST', '/v1/heads', { places: [], grants })).as(headsReplySchema);
const today = () => vietnamDate(province.clock.now());

/** As after `restored`: whoever was enrolled before is to tell. @param end of the epoch's id: where ranges are given then */
async function putBack(end: string): Promise<void> {
  province.clock.at += 1;
  const epoch = systemRandom.id().slice(0, -end.length) + end;
  await changeProvince(province.db, { epoch, restored_at: province.clock.now() });
}

const range = (log: string, from: number): NumberGrant => ({
  id: systemRandom.id(),
  log,
  office: OFFICE,
  prefix: 'H20.57',
  from,
  to: from + 249,
  validFrom: today(),
  validTo: daysAfter(today(), 45),
});

test('a range told of a log that was begun after the copy is given to nobody else, and its numbers are right once the log is known', async () => {
  const [one, two] = [await province.enrol(OFFICE), await province.enrol(OFFICE)];
  await putBack('400000');
  const log = systemRandom.id();
  const told = range(log, 1);
  await tell(one, [told]);
  await tell(two, []);
  const [given, ...more] = await grantsOf(two);
  expect([given && grantsClash(given, told), more]).toEqual([false, []]);
  // It begins its log there once more, and tells again.
  const left = [{ log: one.place.log, seq: 1, hash: 'ab'.repeat(32), because: 'restored' }];
  expect((await one.ask('POST', '/v1/log', { log, left })).status).toBe(200);
  await tell(one, [told]);
  expect(await grantsOf(one)).toEqual([told]);
  const writer = testWriter({ ...one.place, log }, one.key);
  const [date, number] = [today(), told.from + 1];
  const text = formatDossierCode({ agency: told.prefix, date, number });
  writer.receive({ code: { text, kind: 'official', date, number, grantId: told.id } });
  const { verdicts } = (await one.ask('POST', '/v1/push', { log, events: writer.events })).as(pushReplySchema);
  expect(verdicts.map(({ end, reason }) => [end, reason])).toEqual([['applied', null]]);
});

test('what another device holds is not taken over by telling of it', async () => {
  const [one, two] = [await province.enrol(OFFICE), await province.enrol(OFFICE)];
  const [own] = await grantsOf(one);
  if (own === undefined) throw new Error('no range');
  await putBack('400000');
  await tell(two, [own, { ...own, log: two.place.log }, { ...own, log: systemRandom.id() }]);
  await tell(one, [own]);
  expect(await grantsOf(one)).toEqual([own]);
  expect((await grantsOf(two)).map(({ id }) => id)).not.toContain(own.id);
});

test('a range nobody tells again after a restore is not given to another soon: its numbers may be on paper', async () => {
  const [one, two] = [await province.enrol(OTHER), await province.enrol(OTHER)];
  const [forgotten] = await grantsOf(one);
  if (forgotten === undefined) throw new Error('no range');
  await putBack('c00000');
  await province.db.deleteFrom('number_grant').where('id', '=', forgotten.id).execute();
  // The other of two cloned machines, say, told what it had; the one that printed from this range is silent.
  await tell(one, []);
  await tell(two, []);
  for (let n = 0; n < 5; n++) {
    const newcomer = await province.enrol(OTHER);
    for (const given of await grantsOf(newcomer)) expect(grantsClash(given, forgotten)).toBe(false);
  }
});

test('a range nobody can have been given is not kept: of another office’s numbers, too wide, too far on, or where nothing was put back', async () => {
  const kept = async (office: string, told: (log: string) => NumberGrant): Promise<number> => {
    const one = await province.enrol(office);
    const grant = told(one.place.log);
    await tell(one, [grant]);
    const rows = await province.db.selectFrom('number_grant').select('id').where('id', '=', grant.id).execute();
    return rows.length;
  };
  await changeProvince(province.db, { restored_at: null });
  const from = 9_000;
  expect(await kept(OFFICE, (log) => range(log, from))).toBe(0);
  await putBack('400000');
  const { prefix } = await theirs();
  expect(await kept(OFFICE, (log) => ({ ...range(log, from), prefix }))).toBe(0);
  expect(await kept(OFFICE, (log) => ({ ...range(log, from), to: from + 250 }))).toBe(0);
  expect(await kept(OFFICE, (log) => ({ ...range(log, from), validTo: daysAfter(today(), 46) }))).toBe(0);
  expect(await kept(OFFICE, (log) => range(log, from))).toBe(1);
  // A prefix that was changed after the copy is nobody else's.
  expect(await kept(OFFICE, (log) => ({ ...range(log, from), prefix: 'H20.999' }))).toBe(1);
});

/** A range that office itself has been given. */
async function theirs(): Promise<NumberGrant> {
  const row = await province.db.selectFrom('number_grant').selectAll().where('office', '=', OTHER).executeTakeFirst();
  if (row === undefined) throw new Error('no range');
  return { ...range(row.log, row.first), office: OTHER, prefix: row.prefix };
}

test('a kiosk or a display, which is given none, is not waited for; a desk is', async () => {
  const [one, desk, shown] = [await province.enrol(CENTRE), await province.enrol(CENTRE), await province.enrol(CENTRE)];
  await province.db.updateTable('device').set({ kind: 'display' }).where('id', '=', shown.place.device).execute();
  await putBack('800000');
  await tell(one, []);
  expect(await grantsOf(one)).toEqual([]);
  await tell(desk, []);
  expect((await grantsOf(one)).map(({ log }) => log)).toEqual([one.place.log]);
});
