import { expect, test } from 'vitest';
import { calendarSchema } from '../contract/calendar.ts';
import { calendarFaults } from '../domain/calendar/calendar-faults.ts';
import type { CalendarData } from '../domain/calendar/calendar-data.ts';
import { weekday } from '../domain/calendar/civil-date.ts';
import shipped from './calendar.json' with { type: 'json' };

const data: CalendarData = calendarSchema.parse(shipped);

test('the shipped calendar has no fault', () => {
  expect(calendarFaults(data)).toEqual([]);
});

test('every day has a name in both languages and its source; 2027 is all computed', () => {
  expect(data.days.filter((d) => d.name.vi === '' || d.name.en === '' || d.source === '')).toEqual([]);
  expect(data.days.filter((d) => d.date >= '2027-01-01' && d.status !== 'computed')).toEqual([]);
  expect(data.days.filter((d) => d.status === 'unconfirmed').map((d) => d.date)).toEqual(['2026-01-10', '2026-08-22']);
});

test('what no text confirms is marked as an assumption: office hours, hours of Saturday reception', () => {
  expect(data.officeHours.map((row) => row.status)).toEqual(['unconfirmed']);
  expect(data.weekendReception.map((row) => row.status)).toEqual(['unconfirmed']);
});

test('the special days of each kind are the published ones', () => {
  const count = (kind: string): number => data.days.filter((d) => d.kind === kind).length;
  expect(['statutory', 'compensatory', 'swap_off', 'makeup_workday'].map(count)).toEqual([35, 4, 3, 3]);
  expect(data.days.filter((d) => d.kind === 'makeup_workday' && weekday(d.date) !== 6)).toEqual([]);
});

test('all text is NFC', () => {
  const text = JSON.stringify(shipped);
  expect(text).toBe(text.normalize('NFC'));
});

test('faults of an edited calendar are found', () => {
  const [first] = data.days;
  if (first === undefined) throw new Error('the calendar is empty');
  const edited: CalendarData = {
    ...data,
    sameDayCutoff: [],
    officeHours: data.officeHours.map((row) => ({ ...row, sessions: [{ from: '13:30', to: '11:30' }] })),
    days: [
      ...data.days,
      first,
      { ...first, date: '2028-01-01' },
      { ...first, date: '2026-06-01', kind: 'makeup_workday' },
      { ...first, date: '2026-06-06', kind: 'swap_off' },
    ],
  };
  expect(calendarFaults(edited)).toEqual([
    '2025-01-01: stands twice',
    '2028-01-01: outside the horizon',
    '2028-01-01: confirmed, but past the official announcements',
    '2026-06-01: a make-up day is a Saturday or Sunday',
    '2026-06-06: a day off by swap or in lieu is a working day',
    'sameDayCutoff: no rule at the beginning of the horizon',
    'hours of every office from 2025-01-01: sessions overlap or end early',
  ]);
});
