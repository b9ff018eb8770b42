import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkCode,
  codeAliases,
  formatDossierCode,
  formatTemporaryCode,
  parseDossierCode,
  readCheckCode,
  shortNumber,
} from './code.ts';

const LOG = '01936f5a-0000-7000-8000-0123456789ab';
const OFFICIAL = /^(?:[A-Z]\d{2}(?:\.\d{2,3}){0,4}|\d{3}(?:\.\d{2,3}){0,3}\.[A-Z]\d{2})-\d{6}-\d{4,7}$/;
const date = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
const agency = fc.oneof(
  fc.stringMatching(/^[A-Z]\d{2}(\.\d{2,3}){0,4}$/),
  fc.stringMatching(/^\d{3}(\.\d{2,3}){0,3}\.[A-Z]\d{2}$/),
);

test('a code is agency, day and number of the day', () => {
  expect(formatDossierCode({ agency: 'H20.57', date: '2026-11-23', number: 304 })).toBe('H20.57-261123-0304');
});

test('a code reads back what it was made of, in small letters and with other dashes too', () => {
  fc.assert(
    fc.property(agency, date, fc.integer({ min: 1, max: 9_999_999 }), (office, day, number) => {
      const code = formatDossierCode({ agency: office, date: day, number });
      expect(code).toMatch(OFFICIAL);
      const read = { kind: 'official', agency: office, date: day, number };
      expect(parseDossierCode(code)).toMatchObject(read);
      expect(parseDossierCode(` ${code.toLowerCase().replaceAll('-', ' – ')} `)).toMatchObject(read);
      expect(shortNumber(code)).toBe(String(number).padStart(4, '0'));
    }),
  );
});

test('the old order and the numbers of ministry portals are read', () => {
  expect(parseDossierCode('000.17.22.H56-210531-0001')).toMatchObject({
    agency: '000.17.22.H56',
    order: 'level-1-last',
    date: '2021-05-31',
    ministry: null,
  });
  expect(parseDossierCode('H15.50.05.13-261008-0975')).toMatchObject({
    order: 'level-1-first',
    number: 975,
    digits: 4,
  });
  expect(parseDossierCode('G22-261008-150012')).toMatchObject({ number: 150012, digits: 6, ministry: '15' });
  expect(parseDossierCode('H20.57-261123-0912345')).toMatchObject({ number: 912345, digits: 7, ministry: '09' });
  expect(shortNumber('H20.57-261123-0912345')).toBe('0912345');
});

test.each(['H20.57-261399-0304', 'H20.57-261123-0000', 'H20.57-261123-304', 'ABC/2026/12', 'TAM-261123-012-7K2M-41QG'])(
  '%s is kept as text',
  (text) => {
    expect(parseDossierCode(` ${text} `)).toEqual({ kind: 'other', text });
    expect(shortNumber(text)).toBeNull();
  },
);

test('parts that make no code are a mistake of the caller', () => {
  expect(() => formatDossierCode({ agency: 'H20', date: '2026-11-31', number: 1 })).toThrow(RangeError);
  expect(() => formatDossierCode({ agency: 'H20', date: '2026-11-23', number: 0 })).toThrow(RangeError);
  expect(() => formatDossierCode({ agency: 'TAM', date: '2026-11-23', number: 1 })).toThrow(RangeError);
  expect(() => formatTemporaryCode({ log: 'x', date: '2026-11-23', number: 1 })).toThrow(RangeError);
});

test('a temporary code says so, names its log, and never parses as an official one', () => {
  fc.assert(
    fc.property(fc.uuid({ version: 7 }), date, fc.integer({ min: 1, max: 99_999 }), (log, day, number) => {
      const code = formatTemporaryCode({ log, date: day, number });
      expect(code).toMatch(/^TAM-\d{6}-\d{3,5}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(code).not.toMatch(OFFICIAL);
      expect(parseDossierCode(code)).toMatchObject({ kind: 'temporary', date: day, number });
      expect(
        parseDossierCode(
          code
            .toLowerCase()
            .replace(/1(?=.{0,3}$)/, 'l')
            .replace(/0(?=.{0,3}$)/, 'o'),
        ),
      ).toMatchObject({ kind: 'temporary' });
    }),
  );
});

test('temporary codes of other logs, days and numbers are other codes', () => {
  const other = '01936f5a-0000-7000-8000-0123456789bb';
  const parts = { log: LOG, date: '2026-11-23', number: 12 };
  const codes = [parts, { ...parts, log: other }, { ...parts, number: 13 }, { ...parts, date: '2026-11-24' }].map(
    formatTemporaryCode,
  );
  expect(new Set(codes).size).toBe(4);
  expect(shortNumber(codes[0] ?? '')).toBe('T012');
});

test('one wrong letter, or two neighbours changed round, is noticed in a code read over the phone', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{64}$/);
  const letter = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
  fc.assert(
    fc.property(hex, fc.nat({ max: 7 }), letter, (hash, at, wrong) => {
      const code = checkCode(hash);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      expect(readCheckCode(code.toLowerCase().replace('-', ' '))).toBe(code);
      expect(readCheckCode(code.replaceAll('0', 'o').replaceAll('1', 'i'))).toBe(code);
      const letters = Array.from(code.replace('-', ''));
      const next = letters[at + 1] ?? letters[at] ?? '';
      const replaced = letters.with(at, wrong);
      const exchanged =
        letters[at + 1] === undefined ? letters : letters.with(at, next).with(at + 1, letters[at] ?? '');
      for (const heard of [replaced, exchanged].map((parts) => parts.join(''))) {
        expect(readCheckCode(heard) === null).toBe(heard !== letters.join(''));
      }
    }),
    { numRuns: 3000 },
  );
  expect(() => checkCode('xyz')).toThrow(RangeError);
});

test('a code is found whole, without signs, from its day on, and by its short number', () => {
  expect(codeAliases('h20.57-261123-0304')).toEqual(['H20.57-261123-0304', 'H20572611230304', '261123-0304', '0304']);
  const temporary = formatTemporaryCode({ log: LOG, date: '2026-11-23', number: 12 });
  expect(codeAliases(temporary)).toContain('T012');
  expect(codeAliases('abc/2026/12')).toEqual(['ABC/2026/12', 'ABC202612']);
});
