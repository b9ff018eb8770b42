import { expect, test } from 'vitest';
import { assertFits } from '../prove/planted/planted.ts';
import { plants } from '../prove/planted/plants.ts';

test('every planted bug still fits the sources it would break', () => {
  expect(plants.length).toBeGreaterThanOrEqual(12);
  for (const plant of plants) expect(() => assertFits(plant)).not.toThrow();
});
