import { expect, test } from 'vitest';
import { cashListOf } from '../money/cash-list.ts';
import { cashListSlip, sumInWords } from './cash-list.ts';
import { cashListSlipSamples } from './cash-list-examples.ts';

const { usual } = cashListSlipSamples;

test('the fields of a counter’s list say what was taken, given back and counted', () => {
  const { texts, tables } = cashListSlip(usual);
  expect(texts).toEqual({
    authority: 'UBND PHƯỜNG SA ĐÉC',
    centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    placeDate: 'Sa Đéc, ngày 23 tháng 11 năm 2026',
    day: 'ngày 23 tháng 11 năm 2026',
    counter: 'Quầy 3',
    officer: 'Lê Thị Kim Ngân',
    count: '06',
    total: '166.000',
    totalWords: 'Một trăm sáu mươi sáu nghìn đồng',
    cash: '116.000 đồng',
    transfer: '50.000 đồng',
    online: '100.000 đồng',
    givenBack: '100.000 đồng',
    withoutReceipt: '',
    opening: '200.000 đồng',
    expected: '16.000 đồng',
    counted: '216.000 đồng',
    difference: 'không có',
    differenceNote: '',
    treasurer: '',
    head: 'Trần Quốc Việt',
    copy: '',
  });
  expect(tables['payments']?.slice(2, 3)).toEqual([
    [
      '3',
      '10:14',
      'H20.57-261123-0302',
      'Hồ Thị Diệu Hiền',
      'Đăng ký thành lập hộ kinh doanh',
      '0012347',
      'Chuyển khoản',
      '50.000',
      'FT26327001234',
    ],
  ]);
  expect(tables['payments']?.at(-1)?.slice(-3)).toEqual(['Tiền mặt', '-100.000', 'hoàn trả, rút hồ sơ']);
});

test.each([
  [{ opening: 200_000, counted: 220_000, note: '' }, 'thừa 4.000 đồng'],
  [{ opening: 200_000, counted: 200_000, note: 'thối nhầm' }, 'thiếu 16.000 đồng'],
  [null, 'chưa kiểm đếm'],
])('a drawer of %j: %s', (drawer, difference) => {
  expect(cashListSlip({ ...usual, drawer }).texts).toMatchObject({ difference, differenceNote: drawer?.note ?? '' });
});

test('a payment without a finance receipt is told', () => {
  const [first] = usual.list.rows;
  const list = cashListOf(first === undefined ? [] : [{ ...first, receiptNumber: '', payer: '' }], usual.list);
  const { texts, tables } = cashListSlip({ ...usual, list });
  expect(texts['withoutReceipt']).toBe('01');
  expect(tables['payments']?.[0]?.slice(3, 6)).toEqual(['không ghi tên', 'Đăng ký thành lập hộ kinh doanh', 'chưa có']);
});

test('a list of all counters says so', () => {
  expect(cashListSlip({ ...usual, list: { ...usual.list, counter: null } }).texts['counter']).toBe('tất cả các quầy');
});

test.each([
  [0, 'Không đồng'],
  [-100_000, 'Âm một trăm nghìn đồng'],
  [1_782_000, 'Một triệu bảy trăm tám mươi hai nghìn đồng'],
])('%d in words', (amount, words) => {
  expect(sumInWords(amount)).toBe(words);
});
