import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../calendar/calendar.ts';
import { afterWorkingHours, CHECK_HOURS } from '../calendar/working-hours.ts';
import { checkStandings, checkTime, compareToCheck, type ToCheck } from './to-check.ts';

const data = calendarSchema.parse(
  JSON.parse(await readFile(new URL('../../catalogue/calendar.json', import.meta.url), 'utf8')),
);
const calendar = createCalendar(data, 'xa-29905');
const sent = (submittedAt: string): ToCheck => ({
  submittedAt,
  checkBy: afterWorkingHours(submittedAt, CHECK_HOURS, calendar),
});

test.each([
  // Monday 10:42 sent, 8 working hours: Wednesday 10:42, Tuesday 24/11 being a holiday; nights count nothing.
  ['2026-11-23T10:42:00', '2026-11-23T10:42:00', 'inTime', 8 * 3600],
  ['2026-11-23T10:42:00', '2026-11-24T15:00:00', 'inTime', 13_320],
  ['2026-11-23T10:42:00', '2026-11-25T09:00:00', 'soon', 6120],
  ['2026-11-23T10:42:00', '2026-11-25T11:00:00', 'late', -1080],
])('sent %s, at %s it is %s', (submittedAt, now, standing, left) => {
  expect(checkTime(sent(submittedAt), now, calendar)).toEqual({ standing, left });
});

test('past the end of the calendar there is no limit, and it is not late', () => {
  const row = { submittedAt: '2026-11-23T10:42:00', checkBy: null };
  expect(checkTime(row, '2026-11-30T10:00:00', calendar)).toEqual({ standing: 'noLimit', left: null });
});

const moment = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([day, hour, minute]) => {
    const two = (n: number): string => String(n).padStart(2, '0');
    return `2026-11-${two(day)}T${two(hour)}:${two(minute)}:00`;
  });

test('time left never grows while time goes on, and nothing late comes back into time', () => {
  fc.assert(
    fc.property(moment, moment, moment, (submittedAt, a, b) => {
      const [first, second] = a < b ? [a, b] : [b, a];
      const row = sent(submittedAt);
      const before = checkTime(row, first, calendar);
      const after = checkTime(row, second, calendar);
      if (before.left === null || after.left === null) return;
      expect(after.left).toBeLessThanOrEqual(before.left);
      expect(checkStandings.indexOf(after.standing)).toBeLessThanOrEqual(checkStandings.indexOf(before.standing));
    }),
  );
});

test('in the order of the list nobody stands before one whose time ends earlier; late ones come first', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 20 }), moment, (all, now) => {
      const rows = [...all.map(sent), { submittedAt: now, checkBy: null }].toSorted(compareToCheck);
      const standings = rows.map((row) => checkStandings.indexOf(checkTime(row, now, calendar).standing));
      expect(standings).toEqual(standings.toSorted((a, b) => a - b));
      const ends = rows.map(({ checkBy }) => checkBy ?? '9999');
      expect(ends).toEqual(ends.toSorted());
    }),
  );
});
