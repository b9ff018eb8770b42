import { expect, test } from 'vitest';
import { mau05Samples } from './mau-05-examples.ts';
import { mau05, type Mau05Input } from './mau-05.ts';

const { usual } = mau05Samples;

test('the fields of a stop notice say what the form says', () => {
  expect(mau05(usual)).toEqual({
    form: '05',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ',
      placeDate: 'Sa Đéc, ngày 25 tháng 11 năm 2026',
      number: '05/TB',
      code: 'H20.57-261123-0302',
      codeMark: '',
      temporaryMark: '',
      offlineMark: '',
      checkCode: '',
      applicant: 'Ông (bà) Trương Thị Bé Ba',
      identityLabel: 'Số căn cước',
      identity: '087185002277',
      address: 'Khóm 6, phường Sa Đéc, tỉnh Đồng Tháp',
      phone: '0918\u00A0000\u00A0105',
      email: 'không có',
      procedure: 'Đăng ký thành lập hộ kinh doanh',
      procedureCode: '(1.001612)',
      receivedAt: '08 giờ 31 phút, ngày 23 tháng 11 năm 2026',
      withdrawal: 'bà Trương Thị Bé Ba, ngày 25 tháng 11 năm 2026, lý do: thay đổi địa điểm kinh doanh.',
      stage: 'đang thẩm định, chưa có quyết định về kết quả.',
      agency: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Sa Đéc',
      reason: '',
      fees: 'lệ phí 100.000 đồng đã nộp được hoàn trả tại quầy.',
      onBehalf: '',
      position: 'TRƯỞNG PHÒNG',
      signatory: 'Nguyễn Hữu Thành',
      copy: '',
    },
    tables: {
      papersBack: [['Giấy đề nghị đăng ký hộ kinh doanh (01 bản chính)'], ['Hợp đồng thuê nhà (01 bản sao)']],
      recipients: [['Như trên;'], ['Trung tâm PVHCC phường Sa Đéc;'], ['Lưu: VT.']],
    },
    codes: { barcode: 'H20.57-261123-0302', qr: '' },
    demo: false,
  });
});

const firm = {
  name: 'Công ty TNHH Lúa Vàng',
  identity: { kind: 'tax-code', number: '1401234567' },
  address: '',
  phone: '',
  email: '',
} as const;

test.each<[string, Partial<Mau05Input>, Record<string, string>]>([
  ['nothing paid', { fees: '' }, { fees: 'chưa nộp.' }],
  [
    'no reason given',
    { withdrawal: { by: 'ông A', on: '2026-11-25', reason: '' } },
    { withdrawal: 'ông A, ngày 25 tháng 11 năm 2026.' },
  ],
  ['an organisation', { applicant: firm }, { applicant: 'Công ty TNHH Lúa Vàng', identityLabel: 'Mã số thuế' }],
  ['nobody named', { applicant: null }, { applicant: 'Người nộp hồ sơ', identity: '' }],
])('%s', (_, change, expected) => {
  expect(mau05({ ...usual, ...change }).texts).toMatchObject(expected);
});

test('where no paper is given back, it says so', () => {
  expect(mau05({ ...usual, papersBack: [] }).tables['papersBack']).toEqual([['không có']]);
});
