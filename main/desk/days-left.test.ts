import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../../domain/calendar/calendar.ts';
import { daysLeft } from './days-left.ts';

const data: unknown = JSON.parse(readFileSync(new URL('../../catalogue/calendar.json', import.meta.url), 'utf8'));
const calendar = createCalendar(calendarSchema.parse(data));

test('days left are working days: none on the due day, below none after it', () => {
  expect(daysLeft('2026-11-27T17:00:00', '2026-11-23', calendar)).toBe(3);
  expect(daysLeft('2026-11-23T17:00:00', '2026-11-23', calendar)).toBe(0);
  expect(daysLeft('2026-11-20T17:00:00', '2026-11-23', calendar)).toBe(-1);
  expect(daysLeft(null, '2026-11-23', calendar)).toBe(null);
});
