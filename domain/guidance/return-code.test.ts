import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReturnCode, returnCode, returnCodeFacts, returnCodeInQr } from './return-code.ts';

const hash = fc.stringMatching(/^[0-9a-f]{64}$/);

test('a return code is read back however it is typed, and a wrong letter is noticed', () => {
  const printed = returnCode('7c3f00aa19'.padEnd(64, '0'));
  expect(printed).toMatch(/^QL [0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  for (const typed of [printed, printed.toLowerCase(), printed.replaceAll(/[ -]/g, ''), ` ${returnCodeInQr(printed)} `])
    expect(readReturnCode(typed)).toBe(printed);
  expect(readReturnCode(printed.slice(3))).toBeNull();
  expect(readReturnCode('QL 7K2M')).toBeNull();
  expect(readReturnCode('Quốc lộ 1')).toBeNull();
});

test('any code survives its way through a QR; one wrong letter never gives another code', () => {
  fc.assert(
    fc.property(hash, fc.nat(7), fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]$/), (hex, at, letter) => {
      const code = returnCode(hex);
      expect(readReturnCode(returnCodeInQr(code))).toBe(code);
      const place = at < 4 ? at + 3 : at + 4;
      if (code[place] === letter) return;
      expect(readReturnCode(code.slice(0, place) + letter + code.slice(place + 1))).toBeNull();
    }),
  );
});

test('each request of a dossier has its own', () => {
  expect(returnCodeFacts('a', 1)).not.toBe(returnCodeFacts('a', 2));
  expect(returnCodeFacts('a', 1)).not.toBe(returnCodeFacts('b', 1));
});
