import { expect, test } from 'vitest';
import { systemRandom } from './random.ts';

test('ids are UUIDv7 and grow within the process', () => {
  const ids = Array.from({ length: 2000 }, () => systemRandom.id());
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('bytes have the length asked for and do not repeat', () => {
  expect(systemRandom.bytes(32)).toHaveLength(32);
  expect(systemRandom.bytes(32)).not.toEqual(systemRandom.bytes(32));
});

test('a fraction is at least 0 and below 1', () => {
  for (let i = 0; i < 1000; i += 1) {
    const fraction = systemRandom.fraction();
    expect(fraction).toBeGreaterThanOrEqual(0);
    expect(fraction).toBeLessThan(1);
  }
});
