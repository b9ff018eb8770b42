import { expect, test } from 'vitest';
import { proveHall } from '../prove/hall/prove.ts';

/** The short form of `npm run prove -- hall`: the long one is run by hand. */
test('the host killed mid-call, and two reigns at once: every printed ticket is in the log, no number twice, the rule replayed', async () => {
  const { losses, printed, calls } = await proveHall({
    count: 3,
    seed: 'short',
    losing: ['kill', 'cable', 'oneWay'],
    net: 'loopback',
  });
  expect(losses).toEqual({ kill: 1, cable: 1, oneWay: 1 });
  expect(printed).toBeGreaterThan(5);
  expect(calls).toBeGreaterThan(2);
}, 240_000);
