import { afterEach, beforeEach, expect, test } from 'vitest';
import { epochMs, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { receiveComplete } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, MONDAY_10_42, passwordOf, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { fakeProvince, type FakeProvince } from '../../tests/harness/fake-province.ts';
import { openTestDesk, textPrinter, type TestDesk } from '../../tests/harness/test-desk.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import type { SlipPrinter } from '../print/printer.ts';

/** Somebody sets the clock while the line is down: nothing is dated by what they set without a word of it. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MARK = 'Đồng hồ máy sai lúc in, ngày giờ trên giấy này cần đối chiếu.';

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;
let isCut: boolean;
let pages: string[];
/** True time, ms: the province's clock, and that of whoever sets this one right. */
let began: number;
const truth = (): number => began + desk.clock.upFor();

const printer: SlipPrinter = {
  ...textPrinter,
  makePdf: (html, page) => {
    pages.push(html);
    return textPrinter.makePdf(html, page);
  },
};

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  isCut = false;
  pages = [];
  began = MONDAY_10_42;
  province.answers.set('/v1/time', () => Response.json({ now: truth() }));
  await open(MONDAY_10_42);
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

async function open(wall: number): Promise<void> {
  const clock = virtualClock(wall);
  const opened = await openTestDesk(folder.path, {
    printer,
    clock,
    fetch: (url, init) => (isCut ? Promise.reject(new TypeError('no line')) : province.fetch(url, init)),
  });
  desk = { ...opened, clock };
  await desk.signIn('ngan');
}

/** The program is closed and opened again; its clock goes on. */
async function openAgain(): Promise<void> {
  desk.clock.advance(MINUTE);
  const [wall, now] = [desk.clock.now(), truth()];
  await desk.desk.close();
  began = now;
  await open(wall);
}

/** The clock here, so far off, and the province has said so; then the line is cut for some hours. */
async function measuredAndCut(by: number, hours: number): Promise<void> {
  desk.clock.setWall(desk.clock.now() + by);
  await province.round(desk);
  isCut = true;
  desk.clock.sleep(hours * HOUR);
  desk.clock.advance(2 * MINUTE);
}

const setBy = (ms: number): void => desk.clock.setWall(desk.clock.now() + ms);
async function clock(): Promise<{ now: string; minutes: number | null; warning: string | null }> {
  const { now, offset, warning } = (await desk.call('status.get', {})).clock;
  const minutes = offset === null ? null : Math.round(offset / MINUTE) || 0;
  return { now: off(now), minutes, warning: warning?.vi ?? null };
}
const right = { now: 'right', minutes: 0, warning: null };
/** Half a second may go with the way to the province and back. */
const off = (local: LocalDateTime, from = truth()): string => {
  const ms = epochMs(local) - from;
  return Math.abs(ms) < 2_000 ? 'right' : `${Math.round(ms / MINUTE)} min`;
};

/** How a receipt given now is dated, when it is due, and whether its slip says that the clock is wrong. */
async function receipt(): Promise<{ at: string; due: string | null; isMarked: boolean }> {
  const { dossierId } = await receiveComplete(desk);
  await desk.call('slip.print', { dossierId, form: '01', about: null });
  const { row } = await desk.call('dossier.get', { id: dossierId });
  return { at: off(row.receivedAt), due: row.dueAt, isMarked: pages.at(-1)?.includes(MARK) ?? false };
}

test.each([
  ['an hour fast', HOUR, 3],
  ['a day fast', DAY, 3],
  ['a day fast, the line down for two', DAY, 48],
  ['an hour slow', -HOUR, 3],
])('set right as the screen asks, with no line: what is received then is dated right, %s', async (_how, by, hours) => {
  await measuredAndCut(by, hours);
  const before = await receipt();
  expect(before).toMatchObject({ at: 'right', isMarked: false });
  expect((await clock()).warning).toContain('Giờ nhận và hẹn trả tính theo giờ của tỉnh');
  setBy(-by);
  expect(await receipt()).toEqual({ at: 'right', due: before.due, isMarked: false });
  expect(await clock()).toEqual(right);
  // Once, however often it is looked at.
  desk.clock.advance(HOUR);
  expect(await clock()).toEqual(right);
  // What was known of it is known over a restart, and the province's word settles it.
  await openAgain();
  expect(await clock()).toEqual(right);
  isCut = false;
  await province.round(desk);
  expect(await clock()).toEqual(right);
  expect(await receipt()).toMatchObject({ at: 'right', isMarked: false });
});

test('the program was opened with no line since the province was asked: set right then, it is right too', async () => {
  await measuredAndCut(HOUR, 1);
  await openAgain();
  desk.clock.sleep(2 * HOUR);
  setBy(-HOUR);
  expect(await receipt()).toMatchObject({ at: 'right', isMarked: false });
  expect((await clock()).warning).toBeNull();
});

test('what is written says the offset that holds for the clock as it was set', async () => {
  await measuredAndCut(HOUR, 3);
  setBy(-HOUR);
  const { dossierId } = await receiveComplete(desk);
  const { story } = await desk.call('dossier.get', { id: dossierId });
  expect(story.map(({ at }) => off(at))).toEqual(['right']);
});

test.each([
  ['a day ahead', DAY],
  ['three weeks ahead', 21 * DAY],
  ['a year back', -365 * DAY],
])(
  'set wrong with no line, %s: dated by the time that has passed, and screen and slip say it, until it is set right',
  async (_how, by) => {
    await measuredAndCut(0, 3);
    const { due } = await receipt();
    setBy(by);
    expect(await receipt()).toEqual({ at: 'right', due, isMarked: true });
    expect((await clock()).warning).toContain('Đồng hồ máy chạy lùi, bị đặt sai');
    await openAgain();
    expect(await receipt()).toEqual({ at: 'right', due, isMarked: true });
    setBy(-by);
    expect(await receipt()).toEqual({ at: 'right', due, isMarked: false });
    expect((await clock()).warning).toBeNull();
  },
);

test('set wrong, and measured again: the province’s time, a clock that is said to be off, and no slip marked', async () => {
  await measuredAndCut(0, 3);
  setBy(30 * DAY);
  expect(await receipt()).toMatchObject({ isMarked: true });
  isCut = false;
  await province.round(desk);
  expect(await receipt()).toMatchObject({ at: 'right', isMarked: false });
  const told = await clock();
  expect(told).toMatchObject({ now: 'right', minutes: -30 * 24 * 60 });
  expect(told.warning).toContain('Đồng hồ máy lệch 30 ngày');
  // And what was carried before is carried no more.
  await openAgain();
  expect(await clock()).toEqual(told);
});

test('the province not asked since the program was opened, and nothing said against the clock: what is set then is believed, and marked', async () => {
  isCut = true;
  desk.clock.sleep(HOUR);
  setBy(30 * DAY);
  expect(await receipt()).toMatchObject({ at: `${30 * 24 * 60} min`, isMarked: true });
  expect((await clock()).warning).toContain('bị đặt sai');
  isCut = false;
  await province.round(desk);
  expect(await receipt()).toMatchObject({ at: 'right', isMarked: false });
});

test('a clock that shows a time that cannot be is believed once it was set right', async () => {
  await desk.desk.close();
  isCut = true;
  await open(0);
  expect((await clock()).warning).toContain('chạy lùi');
  desk.clock.setWall(truth() + HOUR);
  expect(await clock()).toMatchObject({ now: '60 min', warning: null });
  expect(await receipt()).toMatchObject({ isMarked: false });
});

test.each([
  ['a night', 15],
  ['a weekend', 63],
  ['the days of Tết', 9 * 24],
])('the machine slept over %s with no line: nothing was set, and nothing is said', async (_how, hours) => {
  await measuredAndCut(0, 1);
  desk.clock.sleep(hours * HOUR);
  expect(await clock()).toEqual(right);
  await desk.signIn('ngan');
  expect(await receipt()).toMatchObject({ at: 'right', isMarked: false });
});

test('small steps, as the system makes them to keep the clock right, say nothing', async () => {
  isCut = true;
  for (let n = 0; n < 30; n++) {
    desk.clock.advance(10 * MINUTE);
    setBy(8_000);
  }
  expect(await clock()).toEqual({ now: '4 min', minutes: null, warning: null });
});

test('a clock that is set while the province is asked is asked about again, and nothing is dated by half of it', async () => {
  let isSet = false;
  province.answers.set('/v1/time', () => {
    const now = truth();
    if (!isSet) setBy(-HOUR);
    isSet = true;
    return Response.json({ now });
  });
  await province.round(desk);
  expect((await clock()).minutes).toBeNull();
  await province.round(desk);
  expect(await clock()).toMatchObject({ now: 'right', minutes: 60 });
});

test('a mistake that is undone leaves no doubt, and none of it is forgotten where the next step is judged', async () => {
  isCut = true;
  setBy(20 * DAY);
  expect((await clock()).warning).toContain('bị đặt sai');
  await openAgain();
  setBy(-20 * DAY);
  expect((await clock()).warning).toBeNull();
  expect(await receipt()).toMatchObject({ at: 'right', isMarked: false });
});

test('set further off first and right then: dated right, by all that was done since the program was opened', async () => {
  await measuredAndCut(HOUR, 1);
  await openAgain();
  setBy(HOUR);
  expect((await clock()).warning).toContain('bị đặt sai');
  setBy(-2 * HOUR);
  expect(await receipt()).toMatchObject({ at: 'right', isMarked: false });
  expect((await clock()).warning).toBeNull();
});

test('set ahead by a year by mistake, with no line: who works here signs in, and is told of the clock', async () => {
  await measuredAndCut(0, 3);
  await province.round(desk);
  expect((await desk.call('status.get', {})).line.state).toBe('down');
  setBy(365 * DAY);
  expect(await desk.try('session.signIn', { login: 'ngan', password: passwordOf('ngan') })).toMatchObject({ ok: true });
  expect(await receipt()).toMatchObject({ at: 'right', isMarked: true });
});

test('a clock that was slow for days and is set right takes no half-done receipt', async () => {
  desk.clock.setWall(desk.clock.now() - 8 * DAY);
  await province.round(desk);
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content: draft.content });
  const [saved] = await desk.call('draft.list', {});
  expect(off(saved?.savedAt ?? draft.savedAt)).toBe('right');
  setBy(8 * DAY);
  await province.round(desk);
  desk.clock.advance(HOUR);
  await desk.signIn('ngan');
  expect((await desk.call('draft.list', {})).map(({ id }) => id)).toEqual([draft.id]);
});

test('set and closed within the minute: it is known when the program is opened again', async () => {
  await measuredAndCut(HOUR, 3);
  setBy(-HOUR);
  const [wall, now] = [desk.clock.now(), truth()];
  await desk.desk.close();
  began = now;
  await open(wall);
  expect(await clock()).toEqual(right);
});
