import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCardQr, type CardReading } from './card-qr.ts';
import { ADDRESSES, GIVEN, MIDDLES, SURNAMES, cardText, samplePersonalId } from './sample-cards.ts';

const vietnameseName = fc
  .tuple(
    fc.constantFrom(...SURNAMES),
    fc.array(fc.constantFrom(...MIDDLES), { maxLength: 2 }),
    fc.constantFrom(...GIVEN),
  )
  .chain(([surname, middles, given]) => {
    const name = [surname, ...middles, given].join(' ');
    return fc.constantFrom(name, name.toUpperCase());
  });
const address = fc.constantFrom(...ADDRESSES);
const sexes = fc.constantFrom('male' as const, 'female' as const);

function certainName(reading: CardReading): string | null {
  return reading.kind === 'read' && reading.confidence === 'certain' ? reading.person.name : null;
}

test('a generated card reads back exactly, in NFC and in NFD, and is certain', () => {
  const person = fc
    .record({
      name: vietnameseName,
      address,
      year: fc.integer({ min: 1930, max: 2020 }),
      month: fc.integer({ min: 1, max: 12 }),
      sex: sexes,
      withOld: fc.boolean(),
    })
    .map(({ year, month, withOld, ...rest }) => ({
      ...rest,
      personalId: samplePersonalId(year, rest.sex),
      oldId: withOld ? '341567890' : null,
      birthDate: `${year}-${String(month).padStart(2, '0')}-28`,
      issueDate: '2021-09-09',
    }));
  fc.assert(
    fc.property(person, fc.constantFrom('NFC', 'NFD'), (card, form) => {
      const reading = readCardQr(cardText(card).normalize(form));
      expect(reading).toMatchObject({ kind: 'read', person: card, confidence: 'certain', format: 'cccd-2021' });
    }),
    { numRuns: 1000 },
  );
});

/** What scanners, drivers and typing programs make of one letter with marks. */
const CP1252 = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ', (letter, at) => [at + 0x80, letter]),
);
const utf8As = (letter: string, page: ReadonlyMap<number, string>): string =>
  Array.from(new TextEncoder().encode(letter), (byte) => page.get(byte) ?? String.fromCharCode(byte)).join('');
const marksAs = (keys: Readonly<Record<string, string>>) => (letter: string) =>
  Array.from(letter.normalize('NFD'), (part) => keys[part] ?? part).join('');

const DAMAGES: Readonly<Record<string, (letter: string) => string>> = {
  'decimal code point': (letter) => String(letter.codePointAt(0)),
  'hexadecimal code point': (letter) => (letter.codePointAt(0) ?? 0).toString(16),
  'capital hexadecimal code point': (letter) => (letter.codePointAt(0) ?? 0).toString(16).toUpperCase(),
  'padded hexadecimal code point': (letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0').toUpperCase(),
  'U+ code point': (letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16)}`,
  'character reference': (letter) => `&#${letter.codePointAt(0)};`,
  'low byte': (letter) => String((letter.codePointAt(0) ?? 0) & 255),
  'question mark': () => '?',
  'replacement character': () => '\ufffd',
  'number sign': () => '#',
  'UTF-8 as Windows-1252': (letter) => utf8As(letter, CP1252),
  'UTF-8 as Latin-1': (letter) => utf8As(letter, new Map()),
  'VNI keys': (letter) =>
    marksAs({
      '\u0302': '6',
      '\u0306': '8',
      '\u031b': '7',
      '\u0301': '1',
      '\u0300': '2',
      '\u0309': '3',
      '\u0303': '4',
      '\u0323': '5',
      đ: 'd9',
      Đ: 'D9',
    })(letter),
  'VIQR signs': (letter) =>
    marksAs({
      '\u0302': '^',
      '\u0306': '(',
      '\u031b': '+',
      '\u0301': "'",
      '\u0300': '`',
      '\u0309': '?',
      '\u0303': '~',
      '\u0323': '.',
      đ: 'dd',
      Đ: 'DD',
    })(letter),
  'Telex keys': (letter) => {
    const [base = '', ...marks] = Array.from(letter.normalize('NFD'));
    if (base === 'đ') return 'dd';
    if (base === 'Đ') return 'DD';
    const keys: Record<string, string> = {
      '\u0302': base,
      '\u0306': 'w',
      '\u031b': 'w',
      '\u0301': 's',
      '\u0300': 'f',
      '\u0309': 'r',
      '\u0303': 'x',
      '\u0323': 'j',
    };
    const quality = (mark: string): boolean => /[\u0302\u0306\u031b]/.test(mark);
    const ordered = [...marks.filter(quality), ...marks.filter((mark) => !quality(mark))];
    return base + ordered.map((mark) => keys[mark] ?? '').join('');
  },
};

const isMarked = (letter: string): boolean => /\P{ASCII}/u.test(letter);

test('one letter of the name damaged in any known way is never read as certain', () => {
  fc.assert(
    fc.property(
      vietnameseName,
      address,
      fc.nat(),
      fc.constantFrom(...Object.keys(DAMAGES)),
      (name, residence, pick, kind) => {
        const letters = Array.from(name);
        const marked = letters.flatMap((letter, at) => (isMarked(letter) ? [at] : []));
        const at = marked[pick % Math.max(1, marked.length)];
        fc.pre(at !== undefined);
        const broken = letters.map((letter, n) => (n === at ? (DAMAGES[kind]?.(letter) ?? letter) : letter)).join('');
        fc.pre(broken !== name);
        const card = {
          personalId: '087096004218',
          oldId: null,
          birthDate: '1996-08-14',
          sex: 'male' as const,
          issueDate: '2021-09-09',
        };
        expect(
          certainName(readCardQr(cardText({ ...card, name: broken, address: residence }))),
          `${name} as ${broken}`,
        ).toBeNull();
      },
    ),
    { numRuns: 5000 },
  );
});

/** What a scanner that cannot carry some letters does to the whole of what it types. */
const CHANNELS: Readonly<Record<string, (letter: string) => string>> = {
  'drops what is not ASCII': (letter) => (isMarked(letter) ? '' : letter),
  'drops what is not Latin-1': (letter) => (letter > '\u00ff' ? '' : letter),
  'bares what is not Latin-1': (letter) => (letter > '\u00ff' ? bare(letter) : letter),
  'bares every letter': (letter) => bare(letter),
  'bares ă, ĩ, ũ, đ and drops the rest': (letter) =>
    letter > '\u02ff' ? '' : letter > '\u00ff' ? bare(letter) : letter,
  'takes the low byte for the letter': (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) & 255),
  ...DAMAGES,
};
function bare(letter: string): string {
  return letter.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd').replace('Đ', 'D');
}

/** A typing program set to VNI between scanner and page: digits behind a vowel of the same word become marks. */
function throughVni(text: string): string {
  const marks = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323', '\u0302', '\u031b', '\u0306'];
  const fits = ['', 'aeiouy', 'aeiouy', 'aeiouy', 'aeiouy', 'aeiouy', 'aeo', 'ou', 'a'];
  let [out, word] = ['', ''];
  for (const key of text) {
    const digit = /[1-8]/.test(key) ? Number(key) : 0;
    const letters = Array.from(word.normalize('NFC'));
    const at = letters.findLastIndex((letter) => (fits[digit] ?? '').includes(bare(letter).toLowerCase()));
    const plain = at < 0 ? [] : Array.from((letters[at] ?? '').normalize('NFD'));
    if (digit > 0 && at >= 0 && !plain.includes(marks[digit] ?? '')) {
      const kept = digit <= 5 ? plain.filter((part) => !marks.slice(1, 6).includes(part)) : plain;
      word = letters.with(at, [...kept, marks[digit] ?? ''].join('').normalize('NFC')).join('');
    } else if (/\p{L}/u.test(key)) {
      word += key;
    } else {
      out += word + key;
      word = '';
    }
  }
  return (out + word).normalize('NFC');
}

test('the typing program set to VNI never makes a certain wrong name out of digits typed for letters', () => {
  expect(throughVni('Thu253')).toBe('Thủ');
  const kinds = ['decimal code point', 'low byte', 'VNI keys', 'hexadecimal code point'];
  fc.assert(
    fc.property(vietnameseName, address, fc.constantFrom(...kinds), (name, residence, kind) => {
      const card = { personalId: '087096004218', oldId: null, birthDate: '1996-08-14', sex: 'male' as const };
      const sent = Array.from(cardText({ ...card, name, address: residence, issueDate: '2021-09-09' }), (letter) =>
        isMarked(letter) ? (DAMAGES[kind]?.(letter) ?? letter) : letter,
      ).join('');
      expect(certainName(readCardQr(throughVni(sent))) ?? name).toBe(name);
    }),
    { numRuns: 3000 },
  );
});

test('a scanner that loses letters never gives a wrong name as certain', () => {
  fc.assert(
    fc.property(
      vietnameseName,
      address,
      fc.constantFrom(...Object.keys(CHANNELS)),
      fc.boolean(),
      (name, residence, kind, female) => {
        const sex = female ? ('female' as const) : ('male' as const);
        const card = {
          personalId: samplePersonalId(1996, sex),
          oldId: null,
          birthDate: '1996-08-14',
          sex,
          issueDate: '2021-09-09',
        };
        const sent = Array.from(cardText({ ...card, name, address: residence }), (letter) =>
          isMarked(letter) ? (CHANNELS[kind]?.(letter) ?? letter) : letter,
        ).join('');
        const reading = readCardQr(sent);
        expect(certainName(reading) ?? name).toBe(name);
      },
    ),
    { numRuns: 5000 },
  );
});
