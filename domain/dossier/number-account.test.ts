import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountOf } from './number-account.ts';
import { nextNumber } from './number-range.ts';

const used = (...numbers: number[]) =>
  numbers.map((number) => ({
    number,
    dossierId: `d${number}`,
    code: `H20.57-261123-${String(number).padStart(4, '0')}`,
  }));

test('a day that used its numbers in order: what was used, and what was never reached', () => {
  const { runs, outside } = accountOf([{ from: 251, to: 500 }], used(253, 251, 252));
  expect(runs).toEqual([
    { from: 251, to: 253, fate: 'used' },
    { from: 254, to: 500, fate: 'unused' },
  ]);
  expect(outside).toEqual([]);
});

test('a number passed over is a gap, never an unused one; a used-up range leaves nothing', () => {
  const { runs, outside } = accountOf(
    [
      { from: 501, to: 510 },
      { from: 1, to: 4 },
    ],
    used(1, 4, 503, 900),
  );
  expect(runs).toEqual([
    { from: 1, to: 1, fate: 'used' },
    { from: 2, to: 3, fate: 'gap' },
    { from: 4, to: 4, fate: 'used' },
    { from: 501, to: 502, fate: 'gap' },
    { from: 503, to: 503, fate: 'used' },
    { from: 504, to: 510, fate: 'unused' },
  ]);
  expect(outside.map((each) => each.number)).toEqual([900]);
});

test('a day nobody received anything on', () => {
  expect(accountOf([{ from: 1, to: 250 }], []).runs).toEqual([{ from: 1, to: 250, fate: 'unused' }]);
  expect(accountOf([], [])).toEqual({ runs: [], used: [], outside: [] });
});

/** Ranges that do not touch, in any order. */
const ranges = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 })
  .map((steps) => {
    let at = 0;
    return steps.map(([gap, length]) => {
      const from = at + gap;
      at = from + length;
      return { from, to: at };
    });
  });

test('every number of the ranges is accounted for exactly once, and by its own fate', () => {
  fc.assert(
    fc.property(ranges, fc.uniqueArray(fc.integer({ min: 1, max: 100 })), (given, numbers) => {
      const { runs, used: within, outside } = accountOf(given, used(...numbers));
      const all = given.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
      const told = runs.flatMap(({ from, to, fate }) =>
        Array.from({ length: to - from + 1 }, (_, n) => ({ number: from + n, fate })),
      );
      expect(told.map((each) => each.number)).toEqual(all.toSorted((a, b) => a - b));
      for (const { number, fate } of told) expect(fate === 'used').toBe(numbers.includes(number));
      expect([...within, ...outside].map((each) => each.number).toSorted((a, b) => a - b)).toEqual(
        numbers.toSorted((a, b) => a - b),
      );
      // What is unused may still be given; a gap may not.
      const next = nextNumber(
        given.toSorted((a, b) => a.from - b.from),
        numbers,
      );
      expect(next === null || told.find((each) => each.number === next)?.fate === 'unused').toBe(true);
    }),
  );
});
