import { expect, test } from 'vitest';
import { opensAgain } from './opens-again.ts';

const twoSessions = {
  sessionsOf: () => [
    { from: '07:00', to: '11:30' },
    { from: '13:30', to: '17:00' },
  ],
};

test.each([
  ['2026-11-23T06:30:00', '2026-11-23T13:30:00'],
  ['2026-11-23T11:40:00', '2026-11-23T13:30:00'],
  ['2026-11-23T13:30:00', null],
  ['2026-11-23T16:00:00', null],
])('at %s the office opens again at %s', (now, again) => {
  expect(opensAgain(twoSessions, now)).toBe(again);
});

test('a day of one session, and a day off, have no break', () => {
  expect(opensAgain({ sessionsOf: () => [{ from: '07:00', to: '11:30' }] }, '2026-11-28T08:00:00')).toBeNull();
  expect(opensAgain({ sessionsOf: () => [] }, '2026-11-29T08:00:00')).toBeNull();
});
