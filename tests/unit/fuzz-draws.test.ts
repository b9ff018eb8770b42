import { expect, test } from 'vitest';
import { drawsFrom } from '../prove/fuzz/malformed.ts';

test('no two of 120,000 inputs draw the same id, and one seed draws the same again', () => {
  const ids = new Set<string>();
  for (let n = 1; n <= 120_000; n++) ids.add(drawsFrom(`12359b6797a3 ${n}`).bytes(16).toString('hex'));
  expect(ids.size).toBe(120_000);
  expect(ids).toContain(drawsFrom('12359b6797a3 7').bytes(16).toString('hex'));
});

test('what is drawn below a number is spread over all of them', () => {
  const draws = drawsFrom('spread');
  const counts = Array.from({ length: 6 }, () => 0);
  for (let n = 0; n < 60_000; n++) {
    const drawn = draws.below(6);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
});
