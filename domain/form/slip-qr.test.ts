import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classifyScan } from '../scan/classify.ts';
import { decodeSlipQr, encodeSlipQr, type SlipQr, slipQrFacts, slipQrMark } from './slip-qr.ts';

const one: SlipQr = {
  page: 'https://tracuu.dongthap.example.vn/h/',
  token: '48213907756120394817',
  dossierId: '019ab000-0001-7001-8a1b-5c2d3e4f5061',
  code: 'H20.57-261123-0304',
  procedure: '1.004873',
  due: '2026-11-27T17:00:00',
  signature: 'q80',
};

test('a telephone sees an address, a scanner the facts behind it', () => {
  const text = encodeSlipQr(one);
  expect(text).toBe(
    'HTTPS://TRACUU.DONGTHAP.EXAMPLE.VN/h/48213907756120394817' +
      '#QMC1/002132411416091259880956207465348681825/H20.57-261123-0304/1.004873/2611271700/109517',
  );
  expect(text).toContain(slipQrMark);
  expect(new URL(text).href.split('#')[0]).toBe('https://tracuu.dongthap.example.vn/h/48213907756120394817');
});

test.each(['https://tracuu.dongthap.example.vn/h', 'https://tracuu.dongthap.example.vn'])(
  'the token stands apart from %s',
  (page) => {
    expect(decodeSlipQr(encodeSlipQr({ ...one, page }))).toEqual({ ...one, page: `${page}/` });
  },
);

test("a counter's scanner knows it for the slip of its dossier", () => {
  expect(classifyScan(encodeSlipQr(one))).toMatchObject({ kind: 'slip-qr', dossierId: one.dossierId });
});

const letters = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength, maxLength });
const digitsAndLetters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const slips: fc.Arbitrary<SlipQr> = fc.record({
  page: fc.constantFrom('https://a.vn/', 'https://tracuu.dongthap.example.vn/h/', 'http://127.0.0.1:8080/ho-so/'),
  token: letters(`${digitsAndLetters}-_`, 1, 60),
  dossierId: fc.uuid(),
  code: letters(`${digitsAndLetters}.-`, 1, 30),
  procedure: letters(`${digitsAndLetters}.`, 1, 20),
  due: fc.option(
    fc
      .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:00Z'), noInvalidDate: true })
      .map((date) => `${date.toISOString().slice(0, 16)}:00`),
  ),
  signature: fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(slips, (slip) => {
      expect(decodeSlipQr(encodeSlipQr(slip))).toEqual(slip);
    }),
  );
});

test('any text is read as a slip or as nothing, and never fails', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(decodeSlipQr(text)).toBeNull();
    }),
  );
  const near = fc.tuple(slips, fc.nat(), fc.string({ minLength: 1, maxLength: 1 })).map(([slip, at, letter]) => {
    const text = encodeSlipQr(slip);
    const place = at % text.length;
    return text.slice(0, place) + letter + text.slice(place + 1);
  });
  fc.assert(
    fc.property(near, (text) => {
      const read = decodeSlipQr(text);
      expect(read?.dossierId ?? one.dossierId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    }),
  );
});

test('the signature covers dossier, code, procedure and due date', () => {
  const facts = slipQrFacts(one);
  expect(facts).toBe('QMC1/002132411416091259880956207465348681825/H20.57-261123-0304/1.004873/2611271700');
  expect(slipQrFacts({ ...one, due: null })).not.toBe(facts);
  expect(encodeSlipQr(one)).toContain(`#${facts}/`);
});

test.each<[string, Partial<SlipQr>]>([
  ['a code with a slash', { code: 'H20/57' }],
  ['a page with a query', { page: 'https://a.vn/?h=' }],
  ['a page that is no web address', { page: 'file:///h/' }],
  ['a token with a space', { token: 'a b' }],
  ['an id that is no UUID', { dossierId: 'x' }],
  ['a moment of another century', { due: '1999-11-27T17:00:00' }],
  ['a signature that is not base64url', { signature: '+/' }],
])('%s is refused', (_, change) => {
  expect(() => encodeSlipQr({ ...one, ...change })).toThrow(RangeError);
});
