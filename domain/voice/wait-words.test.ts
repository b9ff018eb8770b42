import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitInRow, waitInSentence, waitRange } from './wait-words.ts';

test.each([
  [{ from: 0, to: 5 }, 'dưới 5 phút', 'dưới 5 phút'],
  [{ from: 5, to: 10 }, '5 đến 10 phút', '5–10 phút'],
  [{ from: 10, to: 10 }, '10 phút', '10 phút'],
])('%o', (range, sentence, row) => {
  expect(waitInSentence(range).vi).toBe(sentence);
  expect(waitInRow(range).vi).toBe(row);
});

test.each([
  [0, 100, { from: 0, to: 5 }],
  [301, 590, { from: 5, to: 10 }],
  [600, 900, { from: 10, to: 15 }],
  [1300, 1700, { from: 20, to: 30 }],
  [0, 0, { from: 0, to: 5 }],
  [86_400, 86_400, null],
])('%i to %i seconds is told as %o', (low, high, range) => {
  expect(waitRange(low, high)).toEqual(range);
});

test('what is told is never narrower than what was computed, and in fives', () => {
  fc.assert(
    fc.property(fc.nat({ max: 80_000 }), fc.nat({ max: 5000 }), (low, more) => {
      const range = waitRange(low, low + more) ?? { from: 0, to: 0 };
      expect(range.from * 60).toBeLessThanOrEqual(low);
      expect(range.to * 60).toBeGreaterThanOrEqual(low + more);
      expect(range.from).toBeLessThan(range.to);
      expect([range.from % 5, range.to % 5]).toEqual([0, 0]);
    }),
  );
});
