import { expect, test } from 'vitest';
import { doublePress } from './double-press.ts';

test('a key that calls the next number, pressed twice in a second, calls once; where nobody was called it may be pressed again', async () => {
  let now = 500;
  let calls = 0;
  let called: string | null = null;
  const once = doublePress<string>(() => now);
  const press = (): Promise<string | null> =>
    once(() => {
      calls += 1;
      return Promise.resolve(called);
    });
  await press();
  called = 'A001';
  expect(await press()).toBe('A001');
  now += 999;
  expect(await press()).toBeNull();
  expect(calls).toBe(2);
  now += 1;
  await press();
  expect(calls).toBe(3);
});
