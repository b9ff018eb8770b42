import { expect, inject, test } from 'vitest';
import { simulateSeeds } from './seeds.ts';

test('every promise of the sync holds in the odd seeds, and they meet every kind of trouble', async () => {
  const { told, counts } = await simulateSeeds(inject('postgresUrl'), 'odd');
  expect(told).toBeGreaterThan(600);
  const met = ['network', 'desk killed', 'server killed', 'faults', 'concurrent pairs'].map(
    (group) => Object.keys(counts[group] ?? {}).length,
  );
  expect(Math.min(...met)).toBeGreaterThan(3);
}, 1_500_000);
