import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupedCaret, groupedCode, hasForeignLetters, serverAddress } from './enrolment-input.ts';
import { enrolmentGap, type EnrolmentForm } from './enrolment-missing.ts';

test('a code is grouped as it is typed, whatever hyphens and blanks come with it', () => {
  expect(groupedCode('k7qf2m9')).toBe('K7QF-2M9');
  expect(groupedCode(' K7QF-2M9X – abcd efgh ')).toBe('K7QF-2M9X-ABCD-EFGH');
  expect(groupedCode('K7QF-')).toBe('K7QF');
});

test('grouping a grouped code changes nothing, and the code never outgrows what the desk takes', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const once = groupedCode(typed);
      expect(groupedCode(once)).toBe(once);
      expect(once.length).toBeLessThanOrEqual(40);
    }),
  );
});

test('the cursor stays behind the letter just typed', () => {
  expect(groupedCaret('K7QF2', 5)).toBe(6);
  expect(groupedCaret('K7QXF-2M9', 4)).toBe(4);
  expect(groupedCaret('K7QF', 4)).toBe(4);
  expect(groupedCaret('', 0)).toBe(0);
});

test('letters of a Vietnamese typing program are seen', () => {
  expect(hasForeignLetters(groupedCode('ddaa'))).toBe(false);
  expect(hasForeignLetters(groupedCode('đâ12'))).toBe(true);
});

test('an address without a scheme is https, and what follows the host falls away', () => {
  expect(serverAddress('motcua.dongthap.gov.vn')).toBe('https://motcua.dongthap.gov.vn/');
  expect(serverAddress(' http://127.0.0.1:8080/v1/about ')).toBe('http://127.0.0.1:8080/');
  expect(serverAddress('may-chu:8443')).toBe('https://may-chu:8443/');
});

test('half an address, another scheme and a name with a password are no address', () => {
  for (const typed of [
    '',
    'motcua',
    'mot cua.vn',
    'ftp://a.vn',
    'https://',
    'https://a:b@motcua.vn/',
    'javascript:alert(1)',
  ]) {
    expect([typed, serverAddress(typed)]).toEqual([typed, null]);
  }
});

test('what is missing is named from the top', () => {
  const full: EnrolmentForm = {
    server: 'motcua.vn',
    code: 'K7QF-2M9X',
    device: 'SĐ-Q3',
    passphrase: 'mật khẩu máy',
    again: 'mật khẩu máy',
  };
  expect(enrolmentGap(full, true)).toBeNull();
  expect(enrolmentGap({ ...full, server: 'motcua', code: '' }, true)).toBe('missingServer');
  expect(enrolmentGap({ ...full, code: 'K7Đ1' }, true)).toBe('missingCode');
  expect(enrolmentGap({ ...full, device: '  ' }, true)).toBe('missingDevice');
  expect(enrolmentGap({ ...full, again: 'mật khẩu máY' }, true)).toBe('missingPassphrase');
  expect(enrolmentGap({ ...full, passphrase: '', again: '' }, false)).toBeNull();
});
