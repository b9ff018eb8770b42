import { expect, test } from 'vitest';
import { doublePress } from './double-press.ts';

test('a key that calls the next number, pressed twice in a second, calls once', () => {
  let now = 500;
  const press = doublePress(() => now);
  expect(press.isDouble()).toBe(false);
  press.took();
  now += 999;
  expect(press.isDouble()).toBe(true);
  now += 1;
  expect(press.isDouble()).toBe(false);
});
