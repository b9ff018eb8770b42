import { inject, test } from 'vitest';
import { simulateSeeds } from './seeds.ts';

test('every promise of the sync holds in the odd seeds', async () => {
  await simulateSeeds(inject('postgresUrl'), 'odd');
}, 600_000);
