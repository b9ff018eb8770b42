import fc from 'fast-check';
import { expect, test } from 'vitest';
import { counterClip, spokenCall } from './call.ts';
import { clipsOfNumber, letterNames, numberClips, numberWords } from './spoken.ts';

test.each([
  ['A047', 'Quầy 1', 'Mời số a bốn mươi bảy đến quầy một'],
  ['B027', 'Quầy 3', 'Mời số bê hai mươi bảy đến quầy ba'],
  ['C001', 'Quầy 10', 'Mời số xê một đến quầy mười'],
  ['D015', 'Quầy 15', 'Mời số dê mười lăm đến quầy mười lăm'],
  ['E021', 'Bàn 21', 'Mời số e hai mươi mốt đến bàn hai mươi mốt'],
  ['K024', 'Cửa số 4', 'Mời số ca hai mươi tư đến cửa bốn'],
  ['K105', 'Phòng 105', 'Mời số ca một trăm linh năm đến phòng một trăm linh năm'],
  ['A100', 'Quầy 6', 'Mời số a một trăm đến quầy sáu'],
  ['F1010', 'Quầy 2', 'Mời số ép một nghìn không trăm mười đến quầy hai'],
])('%s to %s is read %s', (number, counter, said) => {
  expect(spokenCall({ number, counter }).said).toBe(said);
});

test('what is shown has the number as printed and the counter as the office calls it', () => {
  expect(spokenCall({ number: 'B027', counter: 'Quầy 3' }).shown).toBe('Mời số B027 đến Quầy 3');
  expect(spokenCall({ number: 'B027', counter: 'Quầy 3' }).clips).toEqual([
    'moi-so',
    'chu-b',
    'so-2',
    'so-muoi',
    'so-7',
    'den-quay',
    'so-3',
  ]);
});

test('a counter with a name of its own is said by a clip of that name, and only where the office has one', () => {
  const call = { number: 'A001', counter: 'Tiếp công dân' };
  expect(spokenCall(call).clips).toBeNull();
  expect(spokenCall(call, new Set([counterClip('Tiếp công dân')])).clips).toEqual([
    'moi-so',
    'chu-a',
    'so-1',
    'den-tiep-cong-dan',
  ]);
});

test.each(['', 'B', '027', 'BB027', 'b027', 'B-1-2', 'Đ001'])('%s is no ticket', (number) => {
  expect(() => spokenCall({ number, counter: 'Quầy 1' })).toThrow(RangeError);
});

const letters = fc.constantFrom(...Object.keys(letterNames));

test('any two tickets sound different, and noughts in front change nothing', () => {
  fc.assert(
    fc.property(letters, fc.nat({ max: 9999 }), letters, fc.nat({ max: 9999 }), (a, n, b, m) => {
      const one = spokenCall({ number: `${a}${String(n).padStart(3, '0')}`, counter: 'Quầy 1' });
      const other = spokenCall({ number: `${b}${m}`, counter: 'Quầy 1' });
      const same = a === b && n === m;
      expect(one.said === other.said).toBe(same);
      expect(one.clips?.join(' ') === other.clips?.join(' ')).toBe(same);
    }),
    { numRuns: 1000 },
  );
});

test('every number up to 9.999 has clips in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const known = new Set<string>(Object.values(numberClips[language]));
    for (let n = 0; n <= 9999; n += 1) {
      const clips = clipsOfNumber(n, language);
      expect(clips.length).toBeGreaterThan(0);
      expect(clips.every((clip) => known.has(clip))).toBe(true);
    }
  }
});

test.each([
  [0, 'zero'],
  [13, 'thirteen'],
  [20, 'twenty'],
  [47, 'forty seven'],
  [105, 'one hundred five'],
  [1010, 'one thousand ten'],
])('%i is %s', (n, words) => {
  expect(numberWords(n, 'en').join(' ')).toBe(words);
});

test.each([-1, 0.5, 1_000_000, Number.NaN])('%d is not said', (n) => {
  expect(() => numberWords(n, 'vi')).toThrow(RangeError);
});
