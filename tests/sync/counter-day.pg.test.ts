import { afterAll, beforeAll, expect, test } from 'vitest';
import { textPrinter } from '../harness/test-desk.ts';
import { openWorld, type World } from '../harness/world.ts';
import { fill, receive } from '../tour/day/counter.ts';
import { people } from '../tour/day/people.ts';

/** The end of a counter's day at the other desks of its office, through the province. */

const OFFICE = 'xa-29905';
const DAY = '2026-11-23';
let world: World;

beforeAll(async () => {
  world = await openWorld({ start: `${DAY}T14:00:00`, printer: () => textPrinter });
}, 120_000);
afterAll(() => world.close());

test('a drawer counted and a day closed at one counter are known at the other, and on the machine that replaces it', async () => {
  const first = await world.desk({ office: OFFICE, counter: `${OFFICE}-q1`, place: 'Quầy 1' });
  const second = await world.desk({ office: OFFICE, counter: `${OFFICE}-q2`, place: 'Quầy 2' });
  const ngan = await first.as('ngan');
  const tam = await second.as('tam');
  const { dossierId } = await receive(
    ngan,
    await fill(ngan, {
      applicant: people.birth,
      procedureCode: '2.000815',
      over: { feeAmount: 15_000, feePaid: 'cash' },
    }),
  );
  await tam.until('dossier.recent', { limit: 10 }, (rows) => rows.some((row) => row.id === dossierId));
  const [one] = (await ngan.call('cash.list', { date: DAY, counter: null })).rows;
  const counter = one?.counter ?? '';
  expect((await tam.call('cash.list', { date: DAY, counter })).count).toBeNull();

  // The line of the other counter is cut: what is done meanwhile reaches it once it is back, not before.
  second.setLine(false);
  const pieces = [
    { value: 10_000, count: 1 },
    { value: 5_000, count: 1 },
  ];
  await ngan.call('cash.count', { date: DAY, opening: 0, pieces, note: 'đủ' });
  const closed = await ngan.call('day.close', { date: DAY, note: 'khóa tủ' });
  await ngan.until('status.get', {}, (status) => status.waiting.events === 0);
  expect((await tam.call('cash.list', { date: DAY, counter })).count).toBeNull();
  second.setLine(true);
  const { count } = await tam.until('cash.list', { date: DAY, counter }, (list) => list.count !== null);
  expect(count).toMatchObject({ expected: 15_000, counted: 15_000, difference: 0, note: 'đủ', by: 'Lê Thị Kim Ngân' });
  // Its own drawer is its own.
  expect(await tam.call('day.get', { date: DAY })).toMatchObject({ closed: null, cash: { count: null } });

  await first.close();
  const replaced = await world.desk({ office: OFFICE, counter: `${OFFICE}-q1`, place: 'Quầy 1' });
  const there = await replaced.as('ngan');
  const page = await there.until('day.get', { date: DAY }, (day) => day.closed !== null);
  expect(page).toMatchObject({ counter: closed.counter, closed: closed.closed, received: 1, changedSince: false });
  expect((await there.try('day.close', { date: DAY, note: '' })).ok).toBe(false);
  await there.call('day.reopen', { date: DAY, reason: 'thu thêm một khoản' });
  expect((await there.call('day.get', { date: DAY })).reopenings).toHaveLength(1);
}, 120_000);
