import { expect, test } from 'vitest';
import { mau04Samples } from './mau-04-examples.ts';
import { mau04, type Mau04Input } from './mau-04.ts';

const { usual } = mau04Samples;

test('the fields of an apology say what the form says', () => {
  expect(mau04(usual)).toEqual({
    form: '04',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ',
      placeDate: 'Sa Đéc, ngày 28 tháng 12 năm 2026',
      number: '03/PXL',
      code: 'H20.57-261123-0115',
      codeMark: '',
      temporaryMark: '',
      offlineMark: '',
      checkCode: '',
      addressee: 'Ông (bà) Lý Minh Khang',
      addressed: 'ông (bà)',
      address: 'Khóm 5, phường Sa Đéc, tỉnh Đồng Tháp',
      phone: '0918\u00A0000\u00A0104',
      receivedOn: 'ngày 23 tháng 11 năm 2026',
      receivingAgency: 'Trung tâm PVHCC phường Sa Đéc',
      field: 'Đất đai',
      procedure: 'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu',
      procedureCode: '(1.013978)',
      due: '17 giờ 00 phút, thứ Năm ngày 31 tháng 12 năm 2026',
      agency: 'Phòng Kinh tế, Hạ tầng và Đô thị phường Sa Đéc',
      reason: 'cơ quan thuế chưa có thông báo nghĩa vụ tài chính.',
      newDue: '17 giờ 00 phút, thứ Sáu ngày 15 tháng 01 năm 2027',
      onBehalf: '',
      position: 'TRƯỞNG PHÒNG',
      signatory: 'Nguyễn Hữu Thành',
      copy: '',
    },
    tables: { recipients: [['Như trên;'], ['Trung tâm PVHCC phường Sa Đéc;'], ['Lưu: VT.']] },
    codes: { barcode: 'H20.57-261123-0115', qr: '' },
    demo: false,
  });
});

test.each<[string, Partial<Mau04Input>, Record<string, string>]>([
  ['a number alone', { number: '12' }, { number: '12/PXL' }],
  ['a number written in by hand', { number: '' }, { number: '………/PXL' }],
  [
    'an organisation',
    { addressee: { name: 'Công ty TNHH Lúa Vàng', kind: 'organisation' } },
    { addressee: 'Công ty TNHH Lúa Vàng', addressed: 'quý đơn vị' },
  ],
  [
    'a deputy signs',
    { signatory: { onBehalf: 'KT. TRƯỞNG PHÒNG', position: 'PHÓ TRƯỞNG PHÒNG', name: 'Lê Văn Tám' } },
    { onBehalf: 'KT. TRƯỞNG PHÒNG', position: 'PHÓ TRƯỞNG PHÒNG', signatory: 'Lê Văn Tám' },
  ],
  ['no address known', { address: '', phone: '' }, { address: 'không có', phone: 'không\u00A0có' }],
])('%s', (_, change, expected) => {
  expect(mau04({ ...usual, ...change }).texts).toMatchObject(expected);
});
