import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitWithin, LONGEST_SIDE, pagePoints, shrinkSteps } from './page-size.ts';

const size = fc.record({ width: fc.integer({ min: 1, max: 20_000 }), height: fc.integer({ min: 1, max: 20_000 }) });

test('a 12 megapixel photograph becomes A4 at 150 dots an inch', () => {
  expect(fitWithin({ width: 3024, height: 4032 })).toEqual({ width: 1316, height: 1754 });
  expect(fitWithin({ width: 2480, height: 3508 })).toEqual({ width: 1240, height: 1754 });
});

test('nothing is enlarged, nothing is longer than the limit, no side is 0', () => {
  fc.assert(
    fc.property(size, (from) => {
      const to = fitWithin(from);
      expect(Math.max(to.width, to.height)).toBeLessThanOrEqual(LONGEST_SIDE);
      expect(to.width).toBeGreaterThanOrEqual(1);
      expect(to.height).toBeGreaterThanOrEqual(1);
      expect(to.width).toBeLessThanOrEqual(from.width);
      expect(to.height).toBeLessThanOrEqual(from.height);
    }),
  );
});

test('what is small enough is left as it is', () => {
  const small = fc.record({
    width: fc.integer({ min: 1, max: LONGEST_SIDE }),
    height: fc.integer({ min: 1, max: 1754 }),
  });
  fc.assert(
    fc.property(small, (from) => {
      expect(fitWithin(from)).toEqual(from);
    }),
  );
});

/** No thinner than 1 to 20: beyond that a side is rounded to a dot. */
const readable = size.filter(({ width, height }) => Math.max(width, height) <= 20 * Math.min(width, height));

test('no step shrinks to less than half, and the last is the size wanted', () => {
  fc.assert(
    fc.property(readable, (from) => {
      const to = fitWithin(from);
      let before = from;
      const steps = shrinkSteps(from, to);
      expect(steps.at(-1)).toEqual(to);
      for (const step of steps) {
        expect(step.width * 2 + 2).toBeGreaterThanOrEqual(before.width);
        expect(step.height * 2 + 2).toBeGreaterThanOrEqual(before.height);
        before = step;
      }
    }),
  );
});

test('what has the shape of A4 is A4, upright or lying', () => {
  expect(pagePoints({ width: 1240, height: 1754 })).toEqual({ width: 595.28, height: 841.89 });
  expect(pagePoints({ width: 1754, height: 1240 })).toEqual({ width: 841.89, height: 595.28 });
});

test('a card or a photograph keeps its shape and its size', () => {
  expect(pagePoints({ width: 1754, height: 1316 })).toEqual({ width: 1754 * 0.48, height: 1316 * 0.48 });
  expect(pagePoints({ width: 505, height: 318 })).toEqual({ width: 505 * 0.48, height: 318 * 0.48 });
});
