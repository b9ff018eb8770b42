import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bankFault, crc16, purposeOf, readVietQr, vietQr } from './viet-qr.ts';

/** Examples of the NAPAS specification 1.5.2 (6.1.1, 6.2.1 to an account), and codes that went through banks' apps. */
const published = [
  {
    text: '00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F',
    request: { bin: '970403', account: '0011012345678', amount: null, purpose: '' },
  },
  {
    text: '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E',
    request: { bin: '970403', account: '0011012345678', amount: 180_000, purpose: 'thanh toan don hang' },
  },
  {
    text: '00020101021238540010A00000072701240006970436011098895593570208QRIBFTTA53037045405100005802VN62320828day la noi dung chuyen khoan6304EEF5',
    request: { bin: '970436', account: '9889559357', amount: 10_000, purpose: 'day la noi dung chuyen khoan' },
  },
  {
    text: '00020101021238570010A00000072701270006970436011300710012345670208QRIBFTTA530370454068500005802VN62120808DH4821136304E529',
    request: { bin: '970436', account: '0071001234567', amount: 850_000, purpose: 'DH482113' },
  },
  {
    text: '00020101021138540010A00000072701240006970436011012345678900208QRIBFTTA53037045405500005802VN62110807Payment6304D309',
    request: { bin: '970436', account: '1234567890', amount: 50_000, purpose: 'Payment' },
  },
  {
    text: '00020101021138530010A0000007270123000697041501091234567890208QRIBFTTA53037045802VN63046376',
    request: { bin: '970415', account: '123456789', amount: null, purpose: '' },
  },
];

test.each(published)('reads $text', ({ text, request }) => {
  expect(readVietQr(text)).toEqual(request);
});

test('writes the published codes letter by letter', () => {
  expect(vietQr({ bin: '970403', account: '0011012345678', amount: null, purpose: '' })).toBe(published[0]?.text);
  expect(vietQr({ bin: '970436', account: '0071001234567', amount: 850_000, purpose: 'DH482113' })).toBe(
    published[3]?.text,
  );
  expect(vietQr({ bin: '970415', account: '123456789', amount: null, purpose: '' })).toBe(published[5]?.text);
});

test('the checksum is the one of its catalogue entry', () => {
  // CRC-16/IBM-3740 ("CCITT-FALSE"): check value of the digits 1 to 9.
  expect(crc16('123456789')).toBe('29B1');
  // NAPAS specification, 6.1.1 and 6.1.2 as printed there.
  expect(crc16('00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304')).toBe(
    'F4E5',
  );
  expect(crc16('00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN6304')).toBe(
    '4F52',
  );
});

test('a transfer to a card is none to an account', () => {
  expect(
    readVietQr('00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52'),
  ).toBeNull();
});

const letters = fc.stringMatching(/^[0-9A-Za-z]{1,19}$/);
const request = fc.record({
  bin: fc.stringMatching(/^\d{6}$/),
  account: letters,
  amount: fc.option(fc.integer({ min: 1, max: 9_999_999_999_999 })),
  purpose: fc.stringMatching(/^[ -~]{0,25}$/),
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(request, (wanted) => {
      expect(readVietQr(vietQr(wanted))).toEqual(wanted);
    }),
  );
});

test('one wrong letter is always noticed', () => {
  fc.assert(
    fc.property(request, fc.nat(), fc.stringMatching(/^[ -~]$/), (wanted, place, letter) => {
      const text = vietQr(wanted);
      const at = place % text.length;
      fc.pre(text[at] !== letter);
      expect(readVietQr(text.slice(0, at) + letter + text.slice(at + 1))).toBeNull();
    }),
  );
});

test.each([
  [{ bin: '97040', account: '1', amount: 1, purpose: '' }],
  [{ bin: '970403', account: '', amount: 1, purpose: '' }],
  [{ bin: '970403', account: '0011 0123', amount: 1, purpose: '' }],
  [{ bin: '970403', account: '1', amount: 0, purpose: '' }],
  [{ bin: '970403', account: '1', amount: 1.5, purpose: '' }],
  [{ bin: '970403', account: '1', amount: 10_000_000_000_000, purpose: '' }],
  [{ bin: '970403', account: '1', amount: 1, purpose: 'lệ phí' }],
  [{ bin: '970403', account: '1', amount: 1, purpose: 'x'.repeat(26) }],
])('%j is refused', (wrong) => {
  expect(() => vietQr(wrong)).toThrow(RangeError);
});

test('what is wrong with an account is said', () => {
  expect(bankFault({ bin: '970403', account: '0011012345678' })).toBeNull();
  expect(bankFault({ bin: '9704', account: '0011012345678' })).toBe('bin');
  expect(bankFault({ bin: '970403', account: '1'.repeat(20) })).toBe('account');
});

test.each([
  ['H20.57-261123-0304', 'H20 57 261123 0304'],
  ['TAM-261123-012-7K2M-41QF', 'TAM 261123 012 7K2M 41QF'],
  ['000.17.22.H56-210531-0001', '000 17 22 H56 210531 0001'],
  ['H20.571.122.133-261123-0304', '571 122 133 261123 0304'],
  ['Đơn số 7/2026', 'DON SO 7 2026'],
  ['X'.repeat(30), 'X'.repeat(25)],
])('the purpose of %s is %s', (code, purpose) => {
  expect(purposeOf(code)).toBe(purpose);
});

test('any code makes a purpose that fits and changes no more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (code) => {
      const purpose = purposeOf(code);
      expect(purpose).toMatch(/^(?:[0-9A-Z]+(?: [0-9A-Z]+)*)?$/);
      expect(purpose.length).toBeLessThanOrEqual(25);
      expect(purposeOf(purpose)).toBe(purpose);
    }),
  );
});
