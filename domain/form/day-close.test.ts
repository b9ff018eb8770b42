import { expect, test } from 'vitest';
import { dayClose, type NumberRow } from './day-close.ts';
import { dayCloseSamples } from './day-close-examples.ts';

const { usual } = dayCloseSamples;

test('the page says what is open, which numbers were used, what was taken', () => {
  expect(dayClose(usual)).toEqual({
    form: 'day-close',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      placeDate: 'Sa Đéc, ngày 23 tháng 11 năm 2026',
      day: 'ngày 23 tháng 11 năm 2026',
      counter: 'Quầy 3',
      closedAt: '17 giờ 08 phút, ngày 23 tháng 11 năm 2026',
      received: '31',
      guided: '04',
      refused: '01',
      handedOver: '27',
      returned: '12',
      unsentCount: '02',
      notHandedOverCount: '01',
      notPrintedCount: 'không có',
      numberNote: 'đã dùng 30, số tạm 01, bỏ qua 01',
      payments: '16',
      cash: '1.282.000',
      transfer: '350.000',
      online: '150.000',
      total: '1.782.000',
      totalWords: 'Một triệu bảy trăm tám mươi hai nghìn đồng',
      opening: '200.000 đồng',
      expected: '1.282.000 đồng',
      counted: '1.482.000 đồng',
      difference: 'không có',
      differenceNote: '',
      note: '',
      officer: 'Lê Thị Kim Ngân',
      head: 'Trần Quốc Việt',
      copy: '',
    },
    tables: {
      unsent: [
        ['1', 'H20.57-261123-0306', 'Dương Văn Hiếu', 'Tiếp nhận', '11 giờ 21 phút, ngày 23/11/2026'],
        ['2', 'H20.57-261123-0111', 'Phan Thị Tuyết Mai', 'Bàn giao', '16 giờ 30 phút, ngày 23/11/2026'],
      ],
      notHandedOver: [
        [
          '1',
          'H20.57-261123-0122',
          'Ngô Văn Út',
          'Chi nhánh Văn phòng Đăng ký đất đai',
          '07 giờ 30 phút, ngày 25/11/2026',
        ],
      ],
      notPrinted: [],
      numbers: [
        ['H20.57-261123', '0301', '0330', '30', 'Đã dùng'],
        ['H20.57-261123', '0331', '0331', '01', 'Bỏ qua, không cấp lại: máy tắt khi đang lưu'],
        ['H20.57-261123', '0332', '0550', '219', 'Chưa dùng đến'],
        ['TAM-261123-012', '0001', '0001', '01', 'Số tạm, chờ mã chính thức'],
      ],
      takings: [
        ['Quầy 3', 'Lê Thị Kim Ngân', '14', '1.266.000', '350.000', '150.000', '1.766.000'],
        ['Quầy 3', 'Phạm Thị Ngọc Diễm', '02', '16.000', '0', '0', '16.000'],
      ],
    },
    codes: { barcode: '', qr: '' },
    demo: false,
  });
});

test.each<[NumberRow['fate'], string]>([
  ['used', 'Đã dùng'],
  ['gap', 'Bỏ qua, không cấp lại'],
  ['unused', 'Chưa dùng đến'],
  ['temporary', 'Số tạm, chờ mã chính thức'],
  ['cancelled', 'Đã hủy'],
])('numbers that are %s: %s', (fate, words) => {
  const numbers = [{ series: 'H20.57-261123', from: 1, to: 2, fate, note: '' }];
  expect(dayClose({ ...usual, numbers }).tables['numbers']).toEqual([['H20.57-261123', '0001', '0002', '02', words]]);
});

test('a day of the whole office, with a note', () => {
  expect(dayClose({ ...usual, counter: '', note: 'mất điện từ 9 giờ' }).texts).toMatchObject({
    counter: 'tất cả các quầy',
    note: 'mất điện từ 9 giờ.',
  });
});

test('a day without money still counts', () => {
  expect(dayClose({ ...usual, takings: [], numbers: [], drawer: null }).texts).toMatchObject({
    total: '0',
    totalWords: 'Không đồng',
    expected: '0 đồng',
    counted: 'chưa kiểm đếm',
    numberNote: 'đã dùng 00',
  });
});
