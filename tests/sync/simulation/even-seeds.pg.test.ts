import { inject, test } from 'vitest';
import { simulateSeeds } from './seeds.ts';

test('every promise of the sync holds in the even seeds', async () => {
  await simulateSeeds(inject('postgresUrl'), 'even');
}, 600_000);
