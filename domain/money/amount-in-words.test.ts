import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.ts';

test.each([
  [0, 'Không đồng'],
  [1, 'Một đồng'],
  [4, 'Bốn đồng'],
  [5, 'Năm đồng'],
  [10, 'Mười đồng'],
  [11, 'Mười một đồng'],
  [14, 'Mười bốn đồng'],
  [15, 'Mười lăm đồng'],
  [20, 'Hai mươi đồng'],
  [21, 'Hai mươi mốt đồng'],
  [24, 'Hai mươi tư đồng'],
  [55, 'Năm mươi lăm đồng'],
  [100, 'Một trăm đồng'],
  [101, 'Một trăm linh một đồng'],
  [104, 'Một trăm linh bốn đồng'],
  [105, 'Một trăm linh năm đồng'],
  [110, 'Một trăm mười đồng'],
  [111, 'Một trăm mười một đồng'],
  [2_000, 'Hai nghìn đồng'],
  [8_000, 'Tám nghìn đồng'],
  [10_000, 'Mười nghìn đồng'],
  [21_000, 'Hai mươi mốt nghìn đồng'],
  [150_000, 'Một trăm năm mươi nghìn đồng'],
  [105_500, 'Một trăm linh năm nghìn năm trăm đồng'],
  [1_005, 'Một nghìn không trăm linh năm đồng'],
  [1_050, 'Một nghìn không trăm năm mươi đồng'],
  [1_000_000, 'Một triệu đồng'],
  [1_000_005, 'Một triệu không trăm linh năm đồng'],
  [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
  [1_234_567, 'Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng'],
  [30_000_000, 'Ba mươi triệu đồng'],
  [1_000_000_000, 'Một tỷ đồng'],
  [1_000_000_001, 'Một tỷ không trăm linh một đồng'],
  [2_015_000_000, 'Hai tỷ không trăm mười lăm triệu đồng'],
  [1_000_000_000_000, 'Một nghìn tỷ đồng'],
  [1_005_000_000_000, 'Một nghìn không trăm linh năm tỷ đồng'],
])('%i: %s', (amount, words) => {
  expect(amountInWords(amount)).toBe(words);
});

test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no sum', (amount) => {
  expect(() => amountInWords(amount)).toThrow(RangeError);
});

/** Reads the words as a person adds them up; independent of how they were made. */
function readWords(text: string): number {
  const words = 'không một hai ba bốn năm sáu bảy tám chín mười'.split(' ');
  const value = Object.fromEntries([...words.entries()].map(([n, word]) => [word, n]));
  Object.assign(value, { mốt: 1, tư: 4, lăm: 5 });
  const scale: Record<string, number> = { nghìn: 1000, triệu: 1_000_000 };
  let milliards = 0;
  let sum = 0;
  let group = 0;
  let unit = 0;
  for (const word of text
    .toLowerCase()
    .replace(/ đồng$/, '')
    .split(' ')) {
    if (word === 'linh') continue;
    if (word === 'trăm') [group, unit] = [unit * 100, 0];
    else if (word === 'mươi') [group, unit] = [group + unit * 10, 0];
    else if (word === 'tỷ') [milliards, sum, group, unit] = [(milliards + sum + group + unit) * 1e9, 0, 0, 0];
    else if (word in scale) [sum, group, unit] = [sum + (group + unit) * (scale[word] ?? 0), 0, 0];
    else if (word in value) unit += value[word] ?? 0;
    else throw new Error(`no word of a sum: ${word}`);
  }
  return milliards + sum + group + unit;
}

const sums = fc.oneof(
  fc.nat({ max: 2_000_000 }),
  fc.maxSafeNat(),
  fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 12 })).map(([n, power]) => n * 10 ** power),
);

test('the words are the sum, no two sums have the same, and they are plain text in NFC', () => {
  fc.assert(
    fc.property(sums, (amount) => {
      const words = amountInWords(amount);
      expect(readWords(words)).toBe(amount);
      expect(words).toBe(words.normalize('NFC'));
      expect(words).toMatch(/^\p{Lu}[\p{Ll} ]* đồng$/u);
      expect(words).not.toMatch(/ {2}|mươi (?:một|bốn|năm)\b/u);
    }),
    { numRuns: 2000 },
  );
});
