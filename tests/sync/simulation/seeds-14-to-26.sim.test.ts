import { expect, inject, test } from 'vitest';
import { simulateSeeds } from './seeds.ts';

test('every promise of the sync holds in seeds 14 to 26, and they meet every named trouble', async () => {
  const { told, missed, kinds } = await simulateSeeds(inject('postgresUrl'), 14, 26);
  expect(missed).toEqual([]);
  expect(told).toBeGreaterThan(1_500);
  expect(Math.min(...Object.values(kinds))).toBeGreaterThan(6);
}, 1_500_000);
