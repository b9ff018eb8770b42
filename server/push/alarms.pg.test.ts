import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  alarmSchema,
  settleAlarmsReplySchema,
  settledAlarmSchema,
  type Alarm,
  type SettledAlarm,
} from '../../contract/kept-apart.ts';
import { pushing } from '../../tests/harness/pushing.ts';
import { OFFICE, OTHER, type Answer, type Seat, type TestDesk } from '../../tests/harness/test-server.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { systemRandom } from '../random.ts';
import { alarmCounts } from '../store/alarms.ts';

/** An alarm is open until an administrator has settled it, and again when it comes again; who settled it, and why, is kept. */
const world = pushing();
const { desk, push } = world;
let admin: Seat;
let theirs: Seat;

beforeAll(async () => {
  admin = await world.province.seat('qt', 'administrator', OFFICE);
  theirs = await world.province.seat('qt-kia', 'administrator', OTHER);
});

const ask = (seat: Seat, method: 'GET' | 'POST', target: string, body?: unknown): Promise<Answer> =>
  seat.desk.ask(method, target, body, { 'x-session': seat.token });

async function open(log: string, seat = admin): Promise<Alarm[]> {
  const all = (await ask(seat, 'GET', '/v1/admin/alarms')).as(z.array(alarmSchema));
  return all.filter((alarm) => alarm.log === log);
}

async function settledOf(log: string, seat = admin): Promise<SettledAlarm[]> {
  const all = (await ask(seat, 'GET', '/v1/admin/alarms/settled')).as(z.array(settledAlarmSchema));
  return all.filter((alarm) => alarm.log === log);
}

const settle = (alarms: readonly Alarm[], because: string, seat = admin): Promise<Answer> =>
  ask(seat, 'POST', '/v1/admin/alarms/settle', {
    alarms: alarms.map(({ eventId, log, seq, hash, reason, at }) => ({ eventId, log, seq, hash, reason, at })),
    because,
  });

const counted = async (reason: string): Promise<number> =>
  Number((await alarmCounts(world.province.db)).find((one) => one.reason === reason)?.n ?? 0);

/** A desk whose place 1 is taken, and another event for that place. */
async function cloned(): Promise<{ one: TestDesk; log: TestWriter; again: () => Promise<unknown> }> {
  const { desk: one, log } = await desk();
  log.receive();
  await push(one, log.events);
  const clone = testWriter(one.place, one.key);
  clone.receive();
  return { one, log, again: () => push(one, clone.events) };
}

test('settled with a reason it leaves the open ones and the gauge, and stands among the settled with who and when', async () => {
  const before = await counted('XV-02');
  const { one, again } = await cloned();
  await again();
  // A repeat is no other alarm.
  await again();
  const raised = await open(one.place.log);
  expect(raised.map(({ seq, reason }) => [seq, reason])).toEqual([[1, 'XV-02']]);
  expect(await counted('XV-02')).toBe(before + 1);

  world.province.clock.at += 60_000;
  const order = () => settle(raised, 'máy sao từ ảnh đĩa, đã thu lại');
  expect((await order()).as(settleAlarmsReplySchema)).toEqual({ settled: 1 });
  // The answer may be lost: the same again says the same, and keeps who was first.
  expect((await order()).as(settleAlarmsReplySchema)).toEqual({ settled: 1 });
  expect(await open(one.place.log)).toEqual([]);
  expect(await counted('XV-02')).toBe(before);
  expect(await settledOf(one.place.log)).toEqual([
    {
      ...raised[0],
      settledAt: world.province.clock.at,
      settledBy: 'Người thử',
      because: 'máy sao từ ảnh đĩa, đã thu lại',
    },
  ]);
});

test('what comes again is open again, whoever had settled what; what came after it was shown is not settled unseen', async () => {
  const { one, again } = await cloned();
  await again();
  const first = await open(one.place.log);
  await settle(first, 'lần thứ nhất');
  world.province.clock.at += 60_000;
  await again();
  const second = await open(one.place.log);
  expect(second.map(({ at }) => at)).toEqual([world.province.clock.at]);
  // An order of one who saw the first alone.
  expect((await settle(first, 'thấy lần đầu')).as(settleAlarmsReplySchema)).toEqual({ settled: 0 });
  expect(await open(one.place.log)).toEqual(second);
  await settle(second, 'lần thứ hai');
  expect(await open(one.place.log)).toEqual([]);
  expect((await settledOf(one.place.log)).map(({ because }) => because)).toEqual(['lần thứ hai', 'lần thứ nhất']);
});

test('nobody settles the alarm of another office, nor a part of an order that names one', async () => {
  const { one, again } = await cloned();
  await again();
  const raised = await open(one.place.log);
  expect((await settle(raised, 'không phải của tôi', theirs)).code).toBe('SV-02');
  const foreign = await world.desk(OTHER);
  foreign.log.receive({}, { actor: 'u-khong-co' });
  await push(foreign.desk, foreign.log.events);
  const [alarm] = await open(foreign.desk.place.log, theirs);
  if (alarm === undefined) throw new Error('no alarm');
  expect((await settle([...raised, alarm], 'cả hai')).code).toBe('SV-02');
  expect(await open(one.place.log)).toEqual(raised);
  expect(await settledOf(foreign.desk.place.log, theirs)).toEqual([]);
});

test('a name nobody knows is told with the name, and told again where it writes on after that was settled', async () => {
  const { desk: one, log } = await desk();
  log.receive({}, { actor: 'u-bia' });
  log.receive({}, { actor: 'u-bia' });
  await push(one, log.events);
  const raised = await open(one.place.log);
  expect(raised.map(({ seq, reason, person }) => [seq, reason, person])).toEqual([[1, 'XV-21', 'u-bia']]);
  await settle(raised, 'tài khoản cũ của người đã nghỉ');
  // What was in before is no news, however often it is sent.
  await push(one, log.events);
  expect(await open(one.place.log)).toEqual([]);
  log.receive({}, { actor: 'u-bia' });
  await push(one, log.events);
  expect((await open(one.place.log)).map(({ seq }) => seq)).toEqual([3]);
});

test('a paper asked for in such a name stands with the rest, however it was written down, and buries nothing', async () => {
  const { desk: one } = await desk();
  const { device, log } = one.place;
  // As an instance of the release before writes it down.
  const look = (nth: number) =>
    world.province.db
      .insertInto('scan_fetch')
      .values({
        hash: nth.toString(16).padStart(64, '0'),
        dossier: device,
        device,
        office: OFFICE,
        person: 'u-bia',
        at: world.province.clock.at,
        stranger: true,
      })
      .execute();
  await look(1);
  await look(1);
  const raised = await open(log);
  expect(raised.map(({ seq, reason, person, sentBy }) => [seq, reason, person, sentBy])).toEqual([
    [0, 'XV-21', 'u-bia', device],
  ]);
  await settle(raised, 'hỏi quầy rồi');
  expect(await open(log)).toEqual([]);
  world.province.clock.at += 1000;
  for (let nth = 1; nth <= 60; nth++) await look(nth);
  expect(await open(log)).toHaveLength(50);
});

test('what was taken in says which dossier to look at; of an id that is another office’s nothing is said', async () => {
  const { desk: one, log } = await desk();
  const foreign = await world.desk(OTHER);
  const theirs = foreign.log.receive();
  await push(foreign.desk, foreign.log.events);
  const code = 'TAM-261124-7-LO';
  const received = log.receive({
    code: { text: code, kind: 'temporary', date: '2026-11-24', number: 1, grantId: null },
  });
  log.slip(received);
  log.write(
    { log: systemRandom.id(), seq: 7, id: null, hash: null, aggregateId: null },
    { aggregate: 'log', aggregateId: one.place.log, type: 'log.hole' },
  );
  log.receive({}, { id: theirs.envelope.id });
  await push(one, log.events);
  await ask(admin, 'POST', '/v1/admin/revoke', { device: one.place.device, trusted: 0, because: 'mất cắp' });
  const told = (await open(one.place.log)).map(({ seq, reason, dossier }) => `${seq} ${reason} ${dossier ?? 'none'}`);
  expect(told.toSorted()).toEqual([
    `1 XV-06 ${code}`,
    `2 XV-06 ${code}`,
    '3 XV-06 none',
    '3 XV-25 none',
    '4 XV-16 none',
  ]);
  await settle(await open(one.place.log), 'đã xem các hồ sơ');
  expect((await settledOf(one.place.log)).filter(({ seq }) => seq < 3).map(({ dossier }) => dossier)).toEqual([
    code,
    code,
  ]);
});
