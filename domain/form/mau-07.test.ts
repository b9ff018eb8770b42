import { expect, test } from 'vitest';
import { mau07Samples } from './mau-07-examples.ts';
import { mau07, type RegisterRow } from './mau-07.ts';

const { usual } = mau07Samples;

test('the book names its year and volume, and has every legal column', () => {
  expect(mau07({ ...usual, rows: usual.rows.slice(0, 2) })).toEqual({
    form: '07',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      placeDate: 'Sa Đéc, ngày 27 tháng 11 năm 2026',
      year: '2026',
      volume: '01/2026',
      period: 'từ ngày 23 tháng 11 năm 2026 đến ngày 27 tháng 11 năm 2026',
      scope: '',
      total: '02',
      closing: '',
      keeper: 'Lê Thị Kim Ngân',
      head: 'Trần Quốc Việt',
      copy: '',
    },
    tables: {
      dossiers: [
        [
          '1280',
          'H20.57-261123-0300',
          'Cấp Giấy xác nhận tình trạng hôn nhân',
          '01',
          'Nguyễn Thị Hồng Nhung',
          'Khóm 1, phường Sa Đéc',
          '0918\u00A0000\u00A0100',
          'Văn phòng HĐND và UBND',
          '23/11/2026',
          '27/11/2026',
          '23/11/2026',
          '26/11/2026',
          '27/11/2026',
          'Bưu chính',
          'Đã ký',
          '',
        ],
        [
          '1281',
          'H20.57-261123-0301',
          'Đăng ký thành lập hộ kinh doanh',
          '01',
          'Dương Văn Hiếu',
          'Khóm 2, phường Sa Đéc',
          '0918\u00A0000\u00A0101',
          'Phòng Kinh tế, Hạ tầng và Đô thị',
          '23/11/2026',
          '27/11/2026',
          '23/11/2026',
          '',
          '',
          'Trực tiếp',
          '',
          '',
        ],
      ],
    },
    codes: { barcode: '', qr: '' },
    demo: false,
  });
});

test('at the end of the year the book is closed with its numbers', () => {
  const closed = mau07({ ...usual, closing: { on: '2026-12-31', lastNumber: 1339 } });
  expect(closed.texts['closing']).toBe(
    'Khóa sổ ngày 31 tháng 12 năm 2026: sổ năm 2026 có 1.339 hồ sơ, từ số 01 đến số 1339.',
  );
});

test.each<[string, Partial<RegisterRow>, number, string]>([
  ['no number yet', { number: null }, 0, 'cấp sau'],
  ['the first number', { number: 1 }, 0, '01'],
  ['nobody named', { applicant: '' }, 4, 'không ghi tên'],
  ['result at once', { dueOn: null }, 9, 'trả ngay'],
  ['electronic result', { way: 'electronic' }, 13, 'Điện tử'],
])('a row with %s', (_, change, cell, expected) => {
  const rows = usual.rows.slice(0, 1).map((row) => ({ ...row, ...change }));
  expect(mau07({ ...usual, rows }).tables['dossiers']?.[0]?.[cell]).toBe(expected);
});
