import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from './calendar.ts';
import { type ClockMark, processingClock } from './processing-clock.ts';

const calendar = createCalendar(calendarSchema.parse(shipped));
const start = (at: string, value = 3, frozen: string | null = null): ClockMark => ({
  kind: 'start',
  at,
  limit: { value, unit: 'WORKING_DAY' },
  frozen,
  by: 'receipt',
});
const pause = (at: string): ClockMark => ({ kind: 'pause', at, reason: 'financial' });
const resume = (at: string): ClockMark => ({ kind: 'resume', at });
const view = (marks: readonly ClockMark[], now: string) => processingClock(marks, calendar, now);
const codes = (marks: readonly ClockMark[], now: string): readonly string[] =>
  view(marks, now).faults.map((f) => f.code);

const RECEIVED = '2026-11-23T10:42:00';

test('a running clock tells days used, days left and the date', () => {
  expect(view([start(RECEIVED)], '2026-11-23T11:00:00')).toMatchObject({
    state: 'running',
    used: 0,
    left: 3,
    dueAt: '2026-11-27T17:00:00',
  });
  expect(view([start(RECEIVED)], '2026-11-26T08:00:00')).toMatchObject({ used: 2, left: 1, late: false, overdue: 0 });
  expect(view([start(RECEIVED)], '2026-11-27T17:00:00')).toMatchObject({ used: 3, left: 0, late: false });
});

test('the limit is broken one second after closing time; overdue days are working days', () => {
  expect(view([start(RECEIVED)], '2026-11-27T17:00:01')).toMatchObject({ late: true, overdue: 0 });
  expect(view([start(RECEIVED)], '2026-11-29T09:00:00')).toMatchObject({ late: true, overdue: 0 });
  expect(view([start(RECEIVED)], '2026-12-01T09:00:00')).toMatchObject({ late: true, overdue: 2, left: 0 });
});

test('a financial obligation: what was left goes on from the day after', () => {
  const marks = [start(RECEIVED, 10), pause('2026-11-26T09:00:00')];
  expect(view(marks, '2026-12-20T09:00:00')).toMatchObject({
    state: 'paused',
    dueAt: null,
    used: 2,
    left: 8,
    late: false,
    pausedSince: '2026-11-26T09:00:00',
    pausedFor: 'financial',
  });
  // Two used (25, 26); eight left from 08/12: 9, 10, 11, 14, 15, 16, 17, 18.
  expect(view([...marks, resume('2026-12-08T14:00:00')], '2026-12-08T15:00:00')).toMatchObject({
    state: 'running',
    dueAt: '2026-12-18T17:00:00',
    used: 2,
    left: 8,
  });
});

test('paused on the last day, it ends on the day it goes on, or on the next the office works', () => {
  const marks = [start(RECEIVED), pause('2026-11-27T09:00:00')];
  const due = (at: string) => view([...marks, resume(at)], at).dueAt;
  expect(due('2026-12-01T09:00:00')).toBe('2026-12-01T17:00:00');
  expect(due('2026-12-01T18:00:00')).toBe('2026-12-02T17:00:00');
  expect(due('2026-12-05T09:00:00')).toBe('2026-12-07T17:00:00');
});

test('a pause after the due moment saves nobody from being late', () => {
  const marks = [start(RECEIVED), pause('2026-11-30T09:00:00'), resume('2026-12-04T09:00:00')];
  expect(view(marks, '2026-12-04T10:00:00')).toMatchObject({ dueAt: '2026-11-27T17:00:00', late: true });
});

test('same-day work that waited is due on the day it goes on, by the 15:00 rule', () => {
  const marks: readonly ClockMark[] = [
    { kind: 'start', at: RECEIVED, limit: { value: 0, unit: 'SAME_DAY' }, frozen: null, by: 'receipt' },
    pause('2026-11-23T11:00:00'),
  ];
  expect(view([...marks, resume('2026-11-23T16:00:00')], '2026-11-23T16:00:00').dueAt).toBe('2026-11-23T17:00:00');
  expect(view([...marks, resume('2026-11-26T15:00:01')], '2026-11-26T16:00:00').dueAt).toBe('2026-11-27T17:00:00');
});

test('a supplement restarts the clock from zero, also out of a pause', () => {
  const marks: readonly ClockMark[] = [
    start(RECEIVED, 5),
    { kind: 'pause', at: '2026-11-26T09:00:00', reason: 'supplement' },
    { kind: 'restart', at: '2026-12-07T09:00:00' },
  ];
  expect(view(marks, '2026-12-08T09:00:00')).toMatchObject({
    state: 'running',
    used: 1,
    left: 4,
    dueAt: '2026-12-14T17:00:00',
  });
});

test('an extension sets the date; a later pause is added to it', () => {
  const extend: ClockMark = { kind: 'extend', at: '2026-11-26T09:00:00', until: '2026-12-02' };
  expect(view([start(RECEIVED), extend], '2026-11-26T10:00:00')).toMatchObject({
    dueAt: '2026-12-02T17:00:00',
    left: 4,
    extensions: 1,
    faults: [],
  });
  const later = [start(RECEIVED), extend, pause('2026-11-30T09:00:00'), resume('2026-12-04T09:00:00')];
  expect(view(later, '2026-12-04T10:00:00').dueAt).toBe('2026-12-08T17:00:00');
});

test('an extension given during a pause counts what is waited after it', () => {
  const marks: readonly ClockMark[] = [
    start(RECEIVED),
    pause('2026-11-25T09:00:00'),
    { kind: 'extend', at: '2026-11-26T09:00:00', until: '2026-11-30' },
  ];
  expect(view(marks, '2026-11-26T10:00:00')).toMatchObject({
    state: 'paused',
    pausedSince: '2026-11-25T09:00:00',
    left: 2,
  });
  expect(view([...marks, resume('2026-11-27T09:00:00')], '2026-11-27T10:00:00').dueAt).toBe('2026-12-01T17:00:00');
});

test('the date printed at receipt holds although the calendar has changed, and the change is told', () => {
  const moved = view([start(RECEIVED, 3, '2026-11-26')], RECEIVED);
  expect(moved.dueAt).toBe('2026-11-26T17:00:00');
  expect(moved.faults.map((f) => f.code)).toEqual(['calendar-changed']);
  expect(codes([start(RECEIVED, 3, '2026-11-27')], RECEIVED)).toEqual([]);
});

test('a date the officer entered runs without a limit, and cannot be restarted', () => {
  const entered: ClockMark = { kind: 'start', at: RECEIVED, limit: null, frozen: '2026-12-10', by: 'receipt' };
  expect(view([entered], RECEIVED)).toMatchObject({ dueAt: '2026-12-10T17:00:00', left: 12, faults: [] });
  const again = view([entered, { kind: 'restart', at: '2026-12-01T09:00:00' }], '2026-12-01T10:00:00');
  expect(again).toMatchObject({ dueAt: null, left: null });
  expect(again.faults.map((f) => f.code)).toEqual(['no-limit']);
});

test('what is finished stands still: on time stays on time', () => {
  const marks: readonly ClockMark[] = [start(RECEIVED), { kind: 'finish', at: '2026-11-27T16:00:00' }];
  expect(view(marks, '2027-01-20T09:00:00')).toMatchObject({ state: 'finished', late: false, overdue: 0, used: 3 });
  const late: readonly ClockMark[] = [start(RECEIVED), { kind: 'finish', at: '2026-12-01T16:00:00' }];
  expect(view(late, '2027-01-20T09:00:00')).toMatchObject({ late: true, overdue: 2 });
});

test('marks that do not fit are kept as faults and change nothing else', () => {
  const now = '2026-11-30T09:00:00';
  expect(codes([pause(RECEIVED)], now)).toEqual(['not-started']);
  expect(codes([start(RECEIVED), start(RECEIVED)], now)).toEqual(['started-twice']);
  expect(codes([start(RECEIVED), resume(RECEIVED)], now)).toEqual(['not-paused']);
  expect(codes([start(RECEIVED), pause(RECEIVED), pause(RECEIVED)], now)).toEqual(['already-paused']);
  expect(codes([start(RECEIVED), pause('2026-11-20T09:00:00')], now)).toEqual(['out-of-order']);
  expect(codes([start(RECEIVED), { kind: 'finish', at: now }, resume(now)], now)).toEqual(['after-finish']);
  expect(codes([start('2027-12-30T09:00:00')], now)).toEqual(['beyond-calendar']);
  const extend = (at: string, until: string): ClockMark => ({ kind: 'extend', at, until });
  expect(
    codes(
      [start(RECEIVED), extend('2026-11-27T09:00:00', '2026-12-05'), extend('2026-12-01T09:00:00', '2026-12-08')],
      now,
    ),
  ).toEqual(['late-extension', 'extended-to-day-off', 'second-extension']);
});

test('the story is told mark by mark in both languages', () => {
  const marks = [start(RECEIVED), pause('2026-11-25T09:05:00'), resume('2026-11-26T14:00:00')];
  expect(view(marks, '2026-11-26T15:00:00').steps.map((s) => s.text.vi)).toEqual([
    '10 giờ 42 T2 23/11: Bắt đầu tính hạn khi tiếp nhận, 3 ngày làm việc, hẹn T6 27/11',
    '9 giờ 05 T4 25/11: Tạm dừng, chờ nghĩa vụ tài chính',
    '14 giờ 00 T5 26/11: Tính tiếp phần còn lại, hẹn T2 30/11',
  ]);
  expect(view(marks, '2026-11-26T15:00:00').steps[2]?.text.en).toBe(
    '14:00 Thu 26/11: Went on with what was left, due Mon 30/11',
  );
});
