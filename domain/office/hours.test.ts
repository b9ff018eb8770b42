import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../calendar/calendar.ts';
import { receptionHours } from './hours.ts';

const data = calendarSchema.parse(
  JSON.parse(await readFile(new URL('../../catalogue/calendar.json', import.meta.url), 'utf8')),
);
const calendar = createCalendar(data, 'xa-29905');

test.each(['2026-11-23', '2026-11-24', '2027-02-05'])('the week is told the same from %s, holidays or not', (from) => {
  expect(receptionHours(calendar, from)).toBe(
    'thứ Hai đến thứ Sáu, 7 giờ 00 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ 00; thứ Bảy, 7 giờ 00 đến 11 giờ 30',
  );
});
