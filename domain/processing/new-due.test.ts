import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asked, calendar, dutyAsked, extendedTo, receivedWith, viewAfter } from '../../tests/harness/history.ts';
import { addDays, dateOf, localDateTime } from '../calendar/civil-date.ts';
import type { ClockLimit } from '../calendar/clock-marks.ts';
import { momentOf } from '../calendar/clock-state.ts';
import { countFrom } from '../calendar/due-date.ts';
import { processingClock } from '../calendar/processing-clock.ts';
import { dueAfterWait, enteredDue, extensionDue, laterDays } from './new-due.ts';

const THURSDAY = '2026-11-19T08:30:00';
const three: ClockLimit = { value: 3, unit: 'WORKING_DAY' };

test('after a supplement the three days are counted again from zero', () => {
  const { clock } = viewAfter(receivedWith(THURSDAY, three), asked('2026-11-20T09:00:00'));
  expect(dueAfterWait(clock, '2026-12-01T10:00:00', calendar)).toEqual({
    at: '2026-12-04T17:00:00',
    calendarVersion: calendar.version,
    words: {
      vi: 'Tính lại từ đầu, 3 ngày làm việc, hẹn thứ Sáu 04/12',
      en: 'Counted again from zero, 3 working days, due Friday 04/12',
    },
  });
});

test('after a duty was paid what was left goes on', () => {
  // 12/10 with 27 days, stopped on 29/10 (13 used), paid on 02/11: 14 left.
  const { clock } = viewAfter(
    receivedWith('2026-10-12T09:20:00', { value: 27, unit: 'WORKING_DAY' }),
    dutyAsked('2026-10-29T10:05:00'),
  );
  const due = dueAfterWait(clock, '2026-11-02T15:30:00', calendar);
  expect([due.at, due.words.vi]).toEqual([
    '2026-11-20T17:00:00',
    'Tính tiếp 14 ngày làm việc còn lại, hẹn thứ Sáu 20/11',
  ]);
});

test('a date that was entered by hand cannot be counted again: the officer is asked', () => {
  const received = receivedWith(THURSDAY, three);
  const due = { ...received.due, limit: null, enteredBecause: 'theo biên bản' };
  const { clock } = viewAfter({ ...received, due }, asked('2026-11-20T09:00:00'));
  expect(dueAfterWait(clock, '2026-11-23T10:00:00', calendar).at).toBeNull();
  expect(enteredDue('2026-12-01', 'theo biên bản', calendar)).toEqual({
    at: '2026-12-01T17:00:00',
    calendarVersion: calendar.version,
    enteredBecause: 'theo biên bản',
  });
});

test('a new date is later, on a working day, and not in the past', () => {
  const clock = { dueAt: '2026-11-23T17:00:00' };
  const at = (date: string) => extensionDue(clock, date, null, '2026-11-20', calendar);
  expect(at('2026-11-23')).toEqual({ why: 'not-after-due' });
  expect(at('2026-11-24')).toEqual({ why: 'day-off' });
  expect(at('2026-11-28')).toEqual({ why: 'day-off' });
  expect(at('2026-11-30')).toEqual({
    due: { at: '2026-11-30T17:00:00', calendarVersion: calendar.version, enteredBecause: null },
  });
  expect(extensionDue(clock, '2026-11-26', null, '2026-11-27', calendar)).toEqual({ why: 'past' });
  expect(at('2099-01-01')).toEqual({ why: 'beyond-calendar' });
  expect(extensionDue(clock, '2099-01-01', 'quá lịch', '2026-11-20', calendar)).toMatchObject({
    due: { at: '2099-01-01T17:00:00', enteredBecause: 'quá lịch' },
  });
  expect(laterDays('2026-11-23T17:00:00', '2026-11-20', calendar, 3)).toEqual([
    { date: '2026-11-25', days: 1 },
    { date: '2026-11-26', days: 2 },
    { date: '2026-11-27', days: 3 },
  ]);
});

const second = { from: Date.UTC(2026, 0, 5) / 1000, to: Date.UTC(2027, 1, 1) / 1000 };
/** A receipt, the request, the answer, and now; in order. */
const moments = fc
  .tuple(
    fc.integer({ min: second.from, max: second.to }),
    fc.nat({ max: 900_000 }),
    fc.nat({ max: 900_000 }),
    fc.nat({ max: 900_000 }),
  )
  .map(([first, ...gaps]) => gaps.reduce((times, gap) => [...times, (times.at(-1) ?? 0) + gap], [first]))
  .map((times) => times.map((s) => localDateTime(s * 1000)) as [string, string, string, string]); // four by construction
const limits = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((value): ClockLimit => ({ value, unit: 'WORKING_DAY' })),
  fc.integer({ min: 1, max: 45 }).map((value): ClockLimit => ({ value, unit: 'DAY' })),
);

test('the restart equals a fresh count from the day of the supplement', () => {
  fc.assert(
    fc.property(moments, limits, ([a, b, c], limit) => {
      const { clock } = viewAfter(receivedWith(a, limit), asked(b));
      const count = countFrom(c, limit, calendar);
      expect(dueAfterWait(clock, c, calendar).at).toBe(count === null ? null : momentOf(count.due, calendar));
    }),
  );
});

test('no clock runs while it stands: whenever one looks, as many days are used and left', () => {
  fc.assert(
    fc.property(moments, limits, fc.boolean(), ([a, b, c, d], limit, money) => {
      const { clock } = viewAfter(receivedWith(a, limit), money ? dutyAsked(b) : asked(b));
      const first = processingClock(clock.marks, calendar, c);
      const later = processingClock(clock.marks, calendar, d);
      expect([later.used, later.left, later.dueAt, later.overdue]).toEqual([first.used, first.left, null, 0]);
    }),
  );
});

test('what goes on is never due before what was promised', () => {
  fc.assert(
    fc.property(moments, limits, ([a, b, c], limit) => {
      const before = viewAfter(receivedWith(a, limit));
      const { clock } = viewAfter(receivedWith(a, limit), dutyAsked(b));
      const due = dueAfterWait(clock, c, calendar).at;
      expect(due === null || due >= (before.clock.dueAt ?? '')).toBe(true);
    }),
  );
});

test('an extension is never earlier than the date it replaces', () => {
  fc.assert(
    fc.property(moments, limits, fc.integer({ min: -10, max: 60 }), ([a, b], limit, days) => {
      const view = viewAfter(receivedWith(a, limit));
      const due = view.clock.dueAt ?? '';
      const asked = extensionDue(view.clock, addDays(dateOf(due), days), null, dateOf(b), calendar);
      const at = 'due' in asked ? asked.due.at : null;
      const after = at === null ? null : viewAfter(receivedWith(a, limit), extendedTo(b, at)).clock.dueAt;
      expect(after === null || (after > due && calendar.isReturnDay(dateOf(after)))).toBe(true);
    }),
  );
});
