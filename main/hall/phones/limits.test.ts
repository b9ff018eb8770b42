import { expect, test } from 'vitest';
import { countedBy, isNear, plainAddress } from './limits.ts';

test('so many, then none until the stretch is over; each address for itself', () => {
  const counted = countedBy({ times: 2, withinMs: 1000 });
  expect([0, 1, 2].map((now) => counted.pass('a', now))).toEqual([true, true, false]);
  expect(counted.pass('b', 2)).toBe(true);
  expect(counted.pass('a', 1000)).toBe(true);
});

test.each([
  ['10.1.2.3', true],
  ['172.31.0.1', true],
  ['172.32.0.1', false],
  ['192.168.1.9', true],
  ['::ffff:192.168.1.9', true],
  ['8.8.8.8', false],
  ['::1', false],
])('%s is near: %s', (address, near) => expect(isNear(plainAddress(address))).toBe(near));
