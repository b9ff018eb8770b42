import fc from 'fast-check';
import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from './calendar.ts';
import { addDays } from './civil-date.ts';
import { afterWorkingHours, CHECK_HOURS, workingSecondsBetween, workingTimeLeft } from './working-hours.ts';

const calendar = createCalendar(calendarSchema.parse(shipped));

// Monday 23/11/2026 is worked, Tuesday 24/11 is a holiday; office hours 7:00–11:30 and 13:30–17:00 are eight hours.
test.each([
  ['at opening', '2026-11-23T07:00:00', '2026-11-23T17:00:00'],
  ['in the morning, over the noon break and the holiday', '2026-11-23T10:42:00', '2026-11-25T10:42:00'],
  ['in the noon break', '2026-11-25T12:00:00', '2026-11-26T11:30:00'],
  ['in the evening', '2026-11-25T20:15:00', '2026-11-26T17:00:00'],
  ['on the holiday', '2026-11-24T09:00:00', '2026-11-25T17:00:00'],
  ['on Saturday morning, though dossiers are received then', '2026-11-28T08:00:00', '2026-11-30T17:00:00'],
  ['before opening', '2026-11-25T05:00:00', '2026-11-25T17:00:00'],
])('eight working hours from %s', (_, from, by) => {
  expect(afterWorkingHours(from, CHECK_HOURS, calendar)).toBe(by);
});

test('past the calendar no moment is made up', () => {
  expect(afterWorkingHours(`${calendar.horizon.to}T16:30:00`, CHECK_HOURS, calendar)).toBeNull();
  expect(afterWorkingHours(`${addDays(calendar.horizon.to, 2)}T09:00:00`, CHECK_HOURS, calendar)).toBeNull();
  expect(workingSecondsBetween('2026-11-23T09:00:00', '2099-01-01T09:00:00', calendar)).toBeNull();
});

test('time left is told in hours and minutes, and so is what is over', () => {
  expect(workingTimeLeft(12_000).vi).toBe('còn 3 giờ 20 phút làm việc');
  expect(workingTimeLeft(3600)).toEqual({ vi: 'còn 1 giờ làm việc', en: '1 h of office time left' });
  expect(workingTimeLeft(59).vi).toBe('còn 0 phút làm việc');
  expect(workingTimeLeft(-2400).vi).toBe('quá 40 phút làm việc');
});

const moment = fc
  .tuple(fc.nat(400), fc.nat(86_399))
  .map(([day, second]) => `${addDays('2026-10-01', day)}T${new Date(second * 1000).toISOString().slice(11, 19)}`);

test('from any moment, exactly so many hours of office time lie before the moment found', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 40 }), (from, hours) => {
      const by = afterWorkingHours(from, hours, calendar);
      if (by === null) return;
      expect(by > from).toBe(true);
      expect(workingSecondsBetween(from, by, calendar)).toBe(hours * 3600);
    }),
  );
});

test('office time adds up, and turns its sign with the direction', () => {
  fc.assert(
    fc.property(moment, moment, moment, (a, b, c) => {
      const between = (x: string, y: string): number => workingSecondsBetween(x, y, calendar) ?? Number.NaN;
      expect(between(a, b) + between(b, c)).toBe(between(a, c));
      expect(between(a, b) + between(b, a)).toBe(0);
    }),
  );
});
