import { expect, test } from 'vitest';
import type { DayCell } from '../../domain/calendar/due-date.ts';
import { columnsOf, ticksOf, weeksOf } from './day-groups.ts';

const cell = (date: string, role: DayCell['role'], more: Partial<DayCell> = {}): DayCell => ({
  date,
  role,
  n: null,
  reason: null,
  weekend: false,
  ...more,
});
const friday = cell('2026-11-27', 'received');
const saturday = cell('2026-11-28', 'off', { weekend: true });
const sunday = cell('2026-11-29', 'off', { weekend: true });
const monday = cell('2026-11-30', 'due', { n: 1 });

test('a weekend off is one narrow column', () => {
  expect(columnsOf([friday, saturday, sunday, monday])).toEqual([
    { kind: 'day', cell: friday },
    { kind: 'weekend', from: '2026-11-28', to: '2026-11-29' },
    { kind: 'day', cell: monday },
  ]);
});

test('a Saturday worked to make up stands as a day', () => {
  const worked = cell('2026-11-28', 'counted', { n: 1, weekend: true });
  expect(columnsOf([friday, worked, sunday, monday]).map((column) => column.kind)).toEqual([
    'day',
    'day',
    'weekend',
    'day',
  ]);
  expect(weeksOf([friday, worked, sunday, monday])[0]?.days).toHaveLength(6);
});

test('weeks begin on Monday and leave empty what lies outside', () => {
  const weeks = weeksOf([friday, saturday, sunday, monday]);
  expect(weeks.map((week) => week.from)).toEqual(['2026-11-23', '2026-11-30']);
  expect(weeks[0]?.days).toEqual([null, null, null, null, friday]);
  expect(weeks[1]?.days).toEqual([monday, null, null, null, null]);
  expect(weeksOf([])).toEqual([]);
});

test('ticks are past, paused, left, over', () => {
  expect(ticksOf({ past: 2, left: 1 })).toEqual(['past', 'past', 'left']);
  expect(ticksOf({ past: 1, left: 0, paused: 1, over: 1 })).toEqual(['past', 'paused', 'over']);
});
