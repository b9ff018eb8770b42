import { expect, test } from 'vitest';
import { guidanceSheet, type GuidanceSheetInput } from './guidance-sheet.ts';
import { guidanceSheetSamples } from './guidance-sheet-examples.ts';

const { usual } = guidanceSheetSamples;

test('the sheet says what to bring, what is only shown, the steps, time, fee and place', () => {
  expect(guidanceSheet(usual)).toEqual({
    form: 'guidance-sheet',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      procedure: 'Đăng ký khai sinh',
      procedureCode: '(1.001193)',
      caseLabel: 'cha mẹ đăng ký cho con, có giấy chứng sinh',
      submitCount: '03 loại',
      presentCount: '02',
      limit: 'trong ngày làm việc',
      fee: 'không thu',
      result: 'Giấy khai sinh (bản chính)',
      where: 'Trung tâm PVHCC phường Sa Đéc, số 1, đường Nguyễn Sinh Sắc, phường Sa Đéc.',
      hours: 'Thứ Hai đến thứ Sáu, 7 giờ 00 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ 00; sáng thứ Bảy.',
      hotline: '0277\u00A03898989',
      website: 'dichvucong.gov.vn',
      remarks: 'Làm trong 60 ngày kể từ ngày sinh.',
      decision: 'Quyết định 163/QĐ-BTP',
      givenAt: '09 giờ 05 phút, ngày 23 tháng 11 năm 2026',
      officer: 'Lê Thị Kim Ngân',
      copy: '',
    },
    tables: {
      submit: [
        ['1', 'Tờ khai đăng ký khai sinh (lấy mẫu tại quầy)', '1 bản chính', ''],
        ['2', 'Giấy chứng sinh', '1 bản chính', ''],
        [
          '3',
          'Văn bản ủy quyền có chứng thực',
          '1 bản chính',
          'khi người đi làm không phải cha, mẹ, ông, bà, anh, chị, em ruột',
        ],
      ],
      present: [
        ['Thẻ căn cước, hoặc VNeID mức 2', ''],
        ['Giấy tờ về nơi cư trú', 'khi không tra cứu được trên dữ liệu dân cư'],
      ],
      steps: [
        ['Lấy số Hộ tịch, nộp giấy tờ tại quầy.'],
        ['Xem lại bản nháp giấy khai sinh và báo chỗ sai nếu có.'],
        ['Nhận giấy khai sinh trong ngày; nộp sau 15 giờ thì nhận vào ngày làm việc kế tiếp.'],
      ],
    },
    codes: { barcode: '', qr: usual.qr },
    demo: false,
  });
});

test.each<[string, Partial<GuidanceSheetInput>, Record<string, string>]>([
  ['nothing to hand in', { submit: [] }, { submitCount: 'không phải nộp giấy tờ nào' }],
  ['nothing to show', { present: [] }, { presentCount: '' }],
])('%s', (_, change, expected) => {
  expect(guidanceSheet({ ...usual, ...change }).texts).toMatchObject(expected);
});

test.each([
  [{ originals: 1, certified: 1, copies: 2 }, '1 bản chính, 1 bản sao có chứng thực, 2 bản sao'],
  [{ originals: 0, certified: 0, copies: 0 }, 'chỉ cung cấp thông tin'],
])('%j is told as %j', (counts, words) => {
  const submit = [{ name: 'Giấy', when: '', ...counts }];
  expect(guidanceSheet({ ...usual, submit }).tables['submit']?.[0]?.[2]).toBe(words);
});
