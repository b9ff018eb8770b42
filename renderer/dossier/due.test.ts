import { expect, test } from 'vitest';
import { dueOf } from './due.ts';

const row = (daysLeft: number | null, dueAt: string | null = '2026-11-23T17:00:00') => ({
  dueAt,
  daysLeft,
  state: 'received' as const,
});
const now = '2026-11-23T10:42:00';

test('one working day left or none is soon, more is in time', () => {
  expect(dueOf(row(2), now)).toEqual({ state: 'inTime', left: 2 });
  expect(dueOf(row(1), now)).toEqual({ state: 'soon', left: 1 });
  expect(dueOf(row(0), now)).toEqual({ state: 'soon', left: 0 });
});

test('on the due day the hour decides', () => {
  expect(dueOf(row(0), '2026-11-23T17:00:01')).toEqual({ state: 'overdue', by: 0 });
});

test('a passed due day is overdue by its working days', () => {
  expect(dueOf(row(-3), now)).toEqual({ state: 'overdue', by: 3 });
});

test('past the calendar no number is said', () => {
  expect(dueOf(row(null, '2019-01-01T17:00:00'), now)).toEqual({ state: 'overdue', by: null });
  expect(dueOf(row(null, '2099-01-01T17:00:00'), now)).toEqual({ state: 'inTime', left: null });
});

test('what was done at once, or never promised for a day, is not overdue', () => {
  for (const state of ['done', 'finished', 'returned', 'archived'] as const) {
    expect(dueOf({ ...row(-3), state }, now)).toEqual({ state: 'done' });
  }
  expect(dueOf(row(null, null), now)).toBe(null);
});

test('while the citizen is waited for no day presses; a withdrawal does', () => {
  expect(dueOf({ ...row(null, null), state: 'supplement' }, now)).toEqual({ state: 'paused', reason: 'supplement' });
  expect(dueOf({ ...row(null, null), state: 'financial' }, now)).toEqual({ state: 'paused', reason: 'financial' });
  expect(dueOf({ ...row(3), state: 'withdrawing' }, now)).toEqual({ state: 'asked' });
});
