import { expect, test } from 'vitest';
import {
  checkPersonalId,
  checkPhone,
  checkTaxCode,
  formatPersonalId,
  formatPhone,
  isOldNumber,
  maskPersonalId,
  personalIdFacts,
} from './personal-id.ts';

const codes = (id: string, known = {}): string[] => checkPersonalId(id, known).map(({ code }) => code);

test('a number tells province, sex and year of birth', () => {
  expect(personalIdFacts('087 196 004 218')).toEqual({
    prefix: '087',
    province: 'Đồng Tháp',
    sex: 'female',
    birthYear: 1996,
  });
  expect(personalIdFacts('082205000001')).toEqual({
    prefix: '082',
    province: 'Tiền Giang',
    sex: 'male',
    birthYear: 2005,
  });
  expect(personalIdFacts('08719600421')).toBeNull();
});

test.each([
  ['0', 'male', 1900],
  ['1', 'female', 1900],
  ['2', 'male', 2000],
  ['3', 'female', 2000],
  ['4', 'male', 2100],
  ['7', 'female', 2200],
  ['9', 'female', 2300],
])('the fourth digit %s means %s, born from %i', (digit, sex, century) => {
  expect(personalIdFacts(`087${digit}07000000`)).toMatchObject({ sex, birthYear: Number(century) + 7 });
});

test('a number that agrees with card and date is not remarked on', () => {
  expect(checkPersonalId('087196004218', { birthDate: '1996-08-14', sex: 'female' })).toEqual([]);
  expect(checkPersonalId('087196004218', { birthDate: null, sex: null })).toEqual([]);
  expect(checkPersonalId('')).toEqual([]);
});

test('what does not agree is remarked on', () => {
  expect(codes('087196004218', { sex: 'male' })).toEqual(['id-sex']);
  expect(codes('087196004218', { birthDate: '1995-08-14' })).toEqual(['id-birth-year']);
  expect(codes('003196004218')).toEqual(['id-prefix']);
  expect(codes('341567890')).toEqual(['id-old-number']);
  expect(codes('08719600421x')).toEqual(['id-letters']);
  expect(checkPersonalId('08719600')[0]?.text.vi).toBe('Thiếu 4 số. Hồ sơ vẫn lưu được');
  expect(checkPersonalId('0871960042181')[0]?.text.vi).toBe('Thừa 1 số. Hồ sơ vẫn lưu được');
});

test('a number is shown in threes and masked to its last three', () => {
  expect(formatPersonalId('087196004218')).toBe('087 196 004 218');
  expect(formatPersonalId('341567890')).toBe('341 567 890');
  expect(formatPersonalId('0871')).toBe('0871');
  expect(maskPersonalId('087196004218')).toBe('••• ••• ••• 218');
  expect(maskPersonalId('0871')).toBe('••••');
  expect(isOldNumber('341 567 890')).toBe(true);
});

test.each([
  ['0912000345', null],
  ['+84 912 000 345', null],
  ['0277 385 1234', null],
  ['1900 1234', null],
  ['', null],
  ['091200', 'Thiếu 4 số. Hồ sơ vẫn lưu được'],
  ['09120003451', 'Thừa 1 số. Hồ sơ vẫn lưu được'],
  ['0112000345', 'Đầu số này không có ở Việt Nam. Hồ sơ vẫn lưu được'],
  ['0912o00345', 'Số điện thoại có ký tự lạ. Hồ sơ vẫn lưu được'],
])('phone %s: %s', (phone, text) => {
  expect(checkPhone(phone)?.vi ?? null).toBe(text);
});

test('a phone number is shown in groups', () => {
  expect(formatPhone('+84912000345')).toBe('0912 000 345');
  expect(formatPhone('02438251234')).toBe('024 3825 1234');
  expect(formatPhone('02773851234')).toBe('0277 385 1234');
  expect(formatPhone('0912')).toBe('0912');
});

test.each([
  ['0100109106', null],
  ['0100109106-001', null],
  ['087196004218', null],
  ['0100109107', 'Mã số thuế có thể gõ nhầm một số. Hồ sơ vẫn lưu được'],
  ['01001', 'Mã số thuế gồm 10, 12 hoặc 13 chữ số. Hồ sơ vẫn lưu được'],
])('tax code %s: %s', (code, text) => {
  expect(checkTaxCode(code)?.vi ?? null).toBe(text);
});
