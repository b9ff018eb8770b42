import { expect, test } from 'vitest';
import { DOOR_EVERY_MS, phoneKeys } from './keys.ts';

const keys = phoneKeys(Buffer.alloc(32, 1).toString('base64url'));
const others = phoneKeys(Buffer.alloc(32, 2).toString('base64url'));
const at = (nth: number): number => nth * DOOR_EVERY_MS + 1;

test('a screen’s key opens for one stretch more and takes for three; the poster’s always; another secret’s never', () => {
  const key = keys.door(at(10));
  expect([10, 11, 12].map((nth) => keys.isGood(key, at(nth), 'open'))).toEqual([true, true, false]);
  expect([13, 14].map((nth) => keys.isGood(key, at(nth), 'take'))).toEqual([true, false]);
  expect(keys.isGood(key, at(9), 'take')).toBe(false);
  expect(keys.isGood(keys.poster, at(99), 'open')).toBe(true);
  expect(others.isGood(key, at(10), 'open')).toBe(false);
});

test('a phone is another one each day', () => {
  expect(keys.phone('x', '2026-11-23')).not.toBe(keys.phone('x', '2026-11-24'));
  expect(keys.phone('x', '2026-11-23')).not.toBe(others.phone('x', '2026-11-23'));
});
