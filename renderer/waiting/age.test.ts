import { expect, test } from 'vitest';
import { ageOf } from './age.ts';

test.each([
  ['2026-11-23T10:42:00', '2026-11-23T10:42:59', { unit: 'now', n: 0 }],
  // The page's clock may stand a little behind the desk's.
  ['2026-11-23T10:42:30', '2026-11-23T10:42:00', { unit: 'now', n: 0 }],
  ['2026-11-23T10:42:00', '2026-11-23T11:41:00', { unit: 'minutes', n: 59 }],
  ['2026-11-23T23:50:00', '2026-11-24T00:10:00', { unit: 'minutes', n: 20 }],
  ['2026-11-23T10:42:30', '2026-11-23T12:42:10', { unit: 'hours', n: 1 }],
  ['2026-11-23T10:42:00', '2026-11-24T10:41:00', { unit: 'hours', n: 23 }],
  ['2026-11-23T10:42:00', '2026-11-26T10:42:00', { unit: 'days', n: 3 }],
])('%s seen at %s', (local, now, age) => {
  expect(ageOf(local, now)).toEqual(age);
});
