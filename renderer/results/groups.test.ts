import { expect, test } from 'vitest';
import type { ResultRow } from '../../contract/desk/results.ts';
import { groupsOf, type Order } from './groups.ts';

const row = (n: number, over: Partial<ResultRow>): ResultRow => ({
  dossierId: `019ab000-0000-7000-9000-${String(n).padStart(12, '0')}`,
  code: `H20.57-261118-${String(n).padStart(4, '0')}`,
  name: '',
  procedure: '',
  kind: 'result',
  outcome: 'granted',
  at: 'shelf',
  place: 'Kệ A, ngăn 1',
  readyAt: '2026-11-20T08:00:00',
  dueAt: '2026-11-20T17:00:00',
  late: false,
  resultWay: 'counter',
  canMessage: true,
  told: null,
  waited: 1,
  reminded: 0,
  next: { kind: 'reminder', n: 1, on: '2026-11-27', lastDay: null },
  isDue: false,
  owed: 0,
  ...over,
});
const archive = { kind: 'archive' as const, on: '2026-11-20' };
const rows = [
  row(1, {}),
  row(2, { at: 'unit', readyAt: null }),
  row(3, { at: 'counter', place: '', readyAt: '2026-11-23T08:00:00' }),
  row(4, { isDue: true, next: archive }),
  row(5, { isDue: true }),
  row(6, { readyAt: '2026-11-23T09:00:00', place: 'Kệ A, ngăn 10', dueAt: '2026-11-19T17:00:00' }),
  row(7, { at: 'electronic', place: '', dueAt: null }),
  row(8, { place: 'Kệ A, ngăn 2' }),
];
const heads = (order: Order) =>
  groupsOf(rows, order, '2026-11-23').map(({ head, rows: own }) => {
    const words = head.kind === 'place' ? head.place : head.kind === 'day' ? head.day : head.kind;
    return `${words}: ${own.map((each) => each.code.slice(-1)).join('')}`;
  });

test('by age: what lies nowhere yet, whose turn has come, today’s, what waited longer; what has not come is last', () => {
  expect(heads('age')).toEqual([
    'arrived: 3',
    'toRemind: 5',
    'toArchive: 4',
    'today: 6',
    'earlier: 18',
    'electronic: 7',
    'away: 2',
  ]);
});

test('by shelf: compartment 10 stands after 2', () => {
  expect(heads('shelf')).toEqual([
    'arrived: 3',
    'Kệ A, ngăn 1: 145',
    'Kệ A, ngăn 2: 8',
    'Kệ A, ngăn 10: 6',
    'electronic: 7',
    'away: 2',
  ]);
});

test('by due day: day by day, those without one behind', () => {
  expect(heads('due')).toEqual(['arrived: 3', '2026-11-19: 6', '2026-11-20: 1458', 'undated: 7', 'away: 2']);
});

test('no row is lost or shown twice, whatever the order', () => {
  for (const order of ['age', 'shelf', 'due'] as const) {
    const shown = groupsOf(rows, order, '2026-11-23').flatMap((group) => group.rows);
    expect(shown.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual(rows);
  }
});
