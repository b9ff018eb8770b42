import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldText, foldWords, matchRanges, matchesWords, sameName, suggestedCase, tidyName } from './name.ts';
import { GIVEN, MIDDLES, SURNAMES } from './sample-cards.ts';

const name = fc
  .array(fc.constantFrom(...SURNAMES, ...MIDDLES, ...GIVEN), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

test('a name folds to bare small letters, đ to d', () => {
  expect(foldText('  Đặng  Thị Thuý-Hằng, ')).toBe('dang thi thuy hang');
  expect(foldWords('H’Hen Niê')).toEqual(['h', 'hen', 'nie']);
  expect(foldText('  ,.')).toBe('');
});

test('both places of the tone mark fold to the same', () => {
  expect(foldText('Hoà Thuý')).toBe(foldText('Hòa Thúy'));
});

test('folding is the same for every normal form and case, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(name, anyText), (text) => {
      const once = foldText(text);
      expect(foldText(once)).toBe(once);
      for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) expect(foldText(text.normalize(form))).toBe(once);
    }),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(name, (text) => {
      const bare = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
      for (const other of [bare, text.toUpperCase(), text.toLowerCase()]) expect(foldText(other)).toBe(foldText(text));
      expect(foldText(text)).toMatch(/^[a-z ]+$/);
    }),
  );
});

test('words are found in any order, half typed, each for one word of the text', () => {
  expect(matchesWords('Phạm Thị Thuý Hằng', 'hang pham')).toBe(true);
  expect(matchesWords('Phạm Thị Thuý Hằng', 'thi thu')).toBe(true);
  expect(matchesWords('Phạm Thị Hằng', 'thi thi')).toBe(false);
  expect(matchesWords('Phạm Thị Hằng', 'ang')).toBe(false);
  expect(matchesWords('Nguyễn Nguyệt', 'ngu nguyet')).toBe(true);
  expect(matchesWords('Phạm', '')).toBe(true);
});

test('the typed letters are marked with their marks, in the original text', () => {
  const text = 'Phạm Thị Thuý Hằng';
  const marked = matchRanges(text, 'thuy ha').map(({ from, to }) => text.slice(from, to));
  expect(marked).toEqual(['Thuý', 'Hằ']);
  const apart = text.normalize('NFD');
  expect(matchRanges(apart, 'thuy ha').map(({ from, to }) => apart.slice(from, to).normalize('NFC'))).toEqual([
    'Thuý',
    'Hằ',
  ]);
  expect(matchRanges(text, '  ')).toEqual([]);
});

test('marked runs lie in order inside the text, never overlap, and fold to what was typed', () => {
  fc.assert(
    fc.property(fc.oneof(name, anyText), fc.oneof(name, anyText), (text, query) => {
      let end = 0;
      for (const { from, to } of matchRanges(text, query)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(text.length);
        end = to;
      }
    }),
  );
  fc.assert(
    fc.property(name, (text) => {
      expect(matchRanges(text, text).map(({ from, to }) => text.slice(from, to))).toEqual(text.split(' '));
    }),
  );
});

test('tidying keeps letters and case, and drops only what is not seen', () => {
  expect(tidyName('  NGUYỄN \u00a0 Văn\u200b  a ')).toBe('NGUYỄN Văn a');
  expect(tidyName('Thuý'.normalize('NFD'))).toBe('Thuý');
});

test('another case is offered for names all in one case only', () => {
  expect(suggestedCase('ĐẶNG THỊ ÁNH')).toBe('Đặng Thị Ánh');
  expect(suggestedCase("h'hen niê")).toBe("H'Hen Niê");
  expect(suggestedCase('Đặng thị Ánh')).toBeNull();
  expect(suggestedCase('Đặng Thị Ánh')).toBeNull();
});

test('names are the same whatever their case, form, spacing or tone placement, and differ by their marks', () => {
  expect(sameName('NGUYỄN  THỊ HOÀ', 'Nguyễn Thị Hòa'.normalize('NFD'))).toBe(true);
  expect(sameName('Nguyễn Thị Hoa', 'Nguyễn Thị Hoà')).toBe(false);
  expect(sameName('Lê Thị Lan', 'Lê Lan Thị')).toBe(false);
});
