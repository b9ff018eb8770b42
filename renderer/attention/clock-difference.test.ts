import { expect, test } from 'vitest';
import { clockDifference } from './clock-difference.ts';

test('a few seconds are no difference, whichever clock is ahead', () => {
  expect(clockDifference(4_999)).toEqual({ kind: 'same' });
  expect(clockDifference(-4_999)).toEqual({ kind: 'same' });
});

test('under two minutes it is told in seconds, then in minutes', () => {
  expect(clockDifference(-6_400)).toEqual({ kind: 'seconds', n: 6 });
  expect(clockDifference(119_000)).toEqual({ kind: 'seconds', n: 119 });
  expect(clockDifference(-600_000)).toEqual({ kind: 'minutes', n: 10 });
});

test('a clock never compared is unknown', () => {
  expect(clockDifference(null)).toEqual({ kind: 'unknown' });
});
