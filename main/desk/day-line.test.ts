import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../../domain/calendar/calendar.ts';
import { dayLine, daysLeft } from './day-line.ts';

const data: unknown = JSON.parse(readFileSync(new URL('../../catalogue/calendar.json', import.meta.url), 'utf8'));
const calendar = createCalendar(calendarSchema.parse(data));
const line = (received: string, due: string | null, today: string): string =>
  dayLine(received, due, today, calendar)
    .map((day) => `${day.date.slice(8)} ${day.kind}`)
    .join(', ');

test('a holiday in the week is a day off, days up to today are used, the rest is left', () => {
  expect(line('2026-11-20T09:00:00', '2026-11-27T17:00:00', '2026-11-25')).toBe(
    '20 received, 23 used, 24 off, 25 used, 26 left, 27 left',
  );
});

test('after the due day the line goes on to today', () => {
  expect(line('2026-11-18T09:00:00', '2026-11-20T17:00:00', '2026-11-23')).toBe(
    '18 received, 19 used, 20 used, 23 over',
  );
});

test('without a due day, past the calendar or over five months there is no line', () => {
  expect(line('2026-11-18T09:00:00', null, '2026-11-23')).toBe('');
  expect(line('2026-01-05T09:00:00', '2026-11-20T17:00:00', '2026-11-23')).toBe('');
  expect(line('2199-01-05T09:00:00', '2199-01-08T17:00:00', '2199-01-06')).toBe('');
});

test('days left are working days: none on the due day, below none after it', () => {
  expect(daysLeft('2026-11-27T17:00:00', '2026-11-23', calendar)).toBe(3);
  expect(daysLeft('2026-11-23T17:00:00', '2026-11-23', calendar)).toBe(0);
  expect(daysLeft('2026-11-20T17:00:00', '2026-11-23', calendar)).toBe(-1);
  expect(daysLeft(null, '2026-11-23', calendar)).toBe(null);
});
