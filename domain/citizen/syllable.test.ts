import { expect, test } from 'vitest';
import { GIVEN, MIDDLES, SURNAMES } from './sample-cards.ts';
import { hasOnlyLetters, isSyllable } from './syllable.ts';
import { hasTelexLeftovers, hasViqrLeftovers } from './typing-leftovers.ts';

test.each([...new Set([...SURNAMES, ...MIDDLES, ...GIVEN])])(
  '%s is a syllable, in both normal forms and cases',
  (word) => {
    for (const form of ['NFC', 'NFD']) {
      expect(isSyllable(word.normalize(form))).toBe(true);
      expect(isSyllable(word.toUpperCase().normalize(form))).toBe(true);
    }
  },
);

test.each([
  'Nguyen',
  'Nguyn',
  'Phm',
  'Coong',
  'Thaanh',
  'Hac',
  'Bec',
  'Hảt',
  'LEA',
  'Kpă',
  'Jem',
  'Wong',
  'cí',
  'ka',
  'ngí',
  'tiét',
  'Iêu',
  'Qu',
  'gh',
  '',
  'Há́',
])('%j is no syllable', (word) => {
  expect(isSyllable(word)).toBe(false);
});

test('only letters of names count as letters', () => {
  for (const word of ['Nguyễn', 'Jessica', 'Wong', 'Zơ']) expect(hasOnlyLetters(word)).toBe(true);
  for (const word of ['Nguye64n', 'Lê?', 'Lê\ufffd', 'HÃª', 'Ð', 'Lê\u00ad', 'Ãº', ''])
    expect(hasOnlyLetters(word)).toBe(false);
});

test('typed marks left beside their letters are recognised', () => {
  expect(
    ['Nguyeenx', 'Nguyeexn', 'Vawn', 'DDuwcs', 'Ddoof', 'Tuwowng', 'Hoaf', 'Tranf'].filter(
      (word) => hasTelexLeftovers(word) !== true,
    ),
  ).toEqual([]);
  expect(['Nguyễn', 'An', 'Jessica', 'Ksor', 'Xuân'].filter((word) => hasTelexLeftovers(word) !== false)).toEqual([]);
  expect(['Nguye^~n', "Ba'", 'Thi.', 'Thu+', 'Va(n'].filter((word) => hasViqrLeftovers(word) !== true)).toEqual([]);
  expect(["H'Hen", "Y'Bhốt", 'An'].filter((word) => hasViqrLeftovers(word) !== false)).toEqual([]);
});
