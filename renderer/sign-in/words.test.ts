import { expect, test } from 'vitest';
import type { PersonAtDesk } from '../../contract/desk/session.ts';
import type { Role } from '../../contract/roles.ts';
import { centreTitle, numberRanges, personDuty, rosterOrder, sinceMs } from './words.ts';

const person = (login: string, role: Role, rest: Partial<PersonAtDesk> = {}): PersonAtDesk => ({
  id: login,
  login,
  name: login,
  role,
  position: '',
  fields: [],
  unit: null,
  ...rest,
});

test('milliseconds are told in Vietnam time, so that the day changes at 17:00 UTC', () => {
  expect(sinceMs(Date.UTC(2026, 10, 22, 17, 5), '2026-11-23T06:59:00')).toBe('00:05');
  expect(sinceMs(Date.UTC(2026, 10, 22, 16, 59), '2026-11-23T06:59:00')).toBe('22/11 23:59');
});

test('the place is not said twice, and compounds are not broken', () => {
  expect(centreTitle('Trung tâm Phục vụ hành chính công phường Sa Đéc', 'phường Sa Đéc')).toBe(
    'Trung\u00a0tâm Phục\u00a0vụ hành\u00a0chính\u00a0công',
  );
  expect(centreTitle('Chi nhánh số 2', 'phường Sa Đéc')).toBe('Chi nhánh số 2');
});

test('ranges are in order, those that meet are one, and a number has four digits', () => {
  expect(
    numberRanges([
      { from: 700, to: 799 },
      { from: 300, to: 349 },
      { from: 350, to: 399 },
    ]),
  ).toEqual([
    { from: '0300', to: '0399' },
    { from: '0700', to: '0799' },
  ]);
  expect(
    numberRanges([
      { from: 1, to: 500 },
      { from: 20, to: 30 },
    ]),
  ).toEqual([{ from: '0001', to: '0500' }]);
});

test('counter officers stand first, and within a role the list keeps its order', () => {
  const sorted = rosterOrder([
    person('bao', 'administrator'),
    person('phuoc', 'supervisor'),
    person('tam', 'officer'),
    person('ngan', 'officer'),
  ]);
  expect(sorted.map(({ login }) => login)).toEqual(['tam', 'ngan', 'phuoc', 'bao']);
});

test('an officer is known by the fields, a head by the position, a unit officer by the unit', () => {
  const words = { receives: 'tiếp nhận', role: 'Phụ trách' };
  expect(personDuty(person('a', 'officer', { fields: ['Hộ tịch', 'Chứng thực'] }), words)).toBe(
    'tiếp nhận, Hộ tịch, Chứng thực',
  );
  expect(personDuty(person('b', 'supervisor', { position: 'Giám đốc' }), words)).toBe('Giám đốc');
  expect(personDuty(person('c', 'supervisor'), words)).toBe('Phụ trách');
  expect(personDuty(person('d', 'unitOfficer', { unit: 'Phòng Kinh tế', position: 'Chuyên viên' }), words)).toBe(
    'Phòng Kinh tế',
  );
});
