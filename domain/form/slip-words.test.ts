import { expect, test } from 'vitest';
import { officeOnSlip } from './slip-office.ts';
import { appointmentOnSlip, count, dayOnSlip, limitOnSlip, moneyOnSlip, momentOnSlip } from './slip-words.ts';

test.each([
  ['2026-11-23', 'ngày 23 tháng 11 năm 2026'],
  ['2027-02-05', 'ngày 05 tháng 02 năm 2027'],
  ['2027-01-31', 'ngày 31 tháng 01 năm 2027'],
  ['2027-03-09', 'ngày 09 tháng 3 năm 2027'],
])('%s is written with a 0 before small days and the first two months', (date, words) => {
  expect(dayOnSlip(date)).toBe(words);
});

test('moments name the minute, appointments the weekday too', () => {
  expect(momentOnSlip('2026-11-23T07:05:59')).toBe('07 giờ 05 phút, ngày 23 tháng 11 năm 2026');
  expect(appointmentOnSlip('2026-11-27T17:00:00')).toBe('17 giờ 00 phút, thứ Sáu ngày 27 tháng 11 năm 2026');
  expect(appointmentOnSlip('2026-11-29T11:30:00')).toBe('11 giờ 30 phút, Chủ nhật ngày 29 tháng 11 năm 2026');
});

test.each([
  [0, '0 đồng'],
  [8_000, '8.000 đồng'],
  [150_000, '150.000 đồng'],
  [1_000_000_000, '1.000.000.000 đồng'],
])('%d đồng', (amount, words) => {
  expect(moneyOnSlip(amount)).toBe(words);
});

test('limits and counts carry a 0 below 10', () => {
  expect(count(1)).toBe('01');
  expect(count(12)).toBe('12');
  expect(limitOnSlip({ value: 3, unit: 'WORKING_DAY' })).toBe('03 ngày làm việc');
  expect(limitOnSlip({ value: 40, unit: 'DAY' })).toBe('40 ngày');
  expect(limitOnSlip({ value: 0, unit: 'SAME_DAY' })).toBe('trong ngày làm việc');
});

test('the head of a slip names the unit once', () => {
  const row = {
    name: 'Trung tâm Phục vụ hành chính công phường Sa Đéc',
    shortName: 'phường Sa Đéc',
    authority: 'UBND PHƯỜNG SA ĐÉC',
    placeName: 'Sa Đéc',
  };
  expect(officeOnSlip(row)).toEqual({
    authority: 'UBND PHƯỜNG SA ĐÉC',
    centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    point: 'Trung tâm PVHCC phường Sa Đéc',
    place: 'Sa Đéc',
  });
});
