import { expect, test } from 'vitest';
import { createCalendar } from '../../../domain/calendar/calendar.ts';
import { calendarSchema } from '../../../contract/calendar.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleHall } from '../../../tests/harness/example-door.ts';
import { hoursOf, opensAt, stateOf } from './waiting.ts';

const data = calendarSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'catalogue', 'calendar.json'), 'utf8')),
);
const calendar = createCalendar(data, 'xa-29905');

test.each([
  // A Monday: before, between and after the sessions; Tuesday 24/11 is a holiday.
  ['2026-11-23T06:30:00', '2026-11-23T07:00:00'],
  ['2026-11-23T12:00:00', '2026-11-23T13:30:00'],
  ['2026-11-23T18:00:00', '2026-11-25T07:00:00'],
  ['2026-11-23T10:00:00', null],
])('at %s people are received again %s', (now, opens) => {
  expect(opensAt(calendar, now)).toBe(opens);
});

test('hours of the day as they hang at the door, and none on a holiday', () => {
  expect(hoursOf(calendar, '2026-11-23T18:00:00')).toBe('7:00–11:30, 13:30–17:00');
  expect(hoursOf(calendar, '2026-11-24T10:00:00')).toBe('');
});

test('a hall that a person closed says so within the hours, and when people are received next', () => {
  const { host, door } = exampleHall();
  expect(stateOf(door, calendar, '2026-11-23T10:00:00')).toBe('open');
  host.does({ kind: 'closeHall' }, '10:00');
  expect(stateOf(door, calendar, '2026-11-23T10:01:00')).toBe('closed');
  expect(opensAt(calendar, '2026-11-23T10:01:00', 'closed')).toBe('2026-11-23T13:30:00');
  expect(opensAt(calendar, '2026-11-23T16:30:00', 'closed')).toBe('2026-11-25T07:00:00');
});

test('without a hall the hour says whether anybody is received', () => {
  expect(stateOf(null, calendar, '2026-11-23T10:00:00')).toBe('none');
  expect(stateOf(null, calendar, '2026-11-23T18:00:00')).toBe('closed');
});
