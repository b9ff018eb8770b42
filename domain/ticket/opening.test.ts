import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../calendar/calendar.ts';
import { dateOf } from '../calendar/civil-date.ts';
import { plusSeconds } from './line.ts';
import { beginsByItself } from './opening.ts';

const data = calendarSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'catalogue', 'calendar.json'), 'utf8')),
);
const calendar = createCalendar(data, 'xa-29905');

test.each([
  // A Monday, 7:00 to 11:30 and 13:30 to 17:00.
  ['2026-11-23T00:00:10', false],
  ['2026-11-23T06:29:59', false],
  ['2026-11-23T06:30:00', true],
  ['2026-11-23T12:00:00', true],
  ['2026-11-23T16:59:59', true],
  ['2026-11-23T17:00:00', false],
  // A holiday, a Sunday.
  ['2026-11-24T09:00:00', false],
  ['2026-11-29T09:00:00', false],
])('at %s the day begins by itself: %s', (now, begins) => {
  expect(beginsByItself(calendar, now)).toBe(begins);
});

test('whenever people are received the day has begun; on a day nobody is received it never does', () => {
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 - 1 });
  const holds = fc.property(minutes, (minute) => {
    const now = plusSeconds('2026-10-20T00:00:00', minute * 60);
    const begins = beginsByItself(calendar, now);
    return calendar.sessionsOf(dateOf(now)).length === 0 ? !begins : begins || !calendar.isOpen(now);
  });
  expect(fc.check(holds, { numRuns: 500 }).counterexample).toBeNull();
});
