import { expect, test } from 'vitest';
import { mau06Samples } from './mau-06-examples.ts';
import { mau06, type ControlHandover, type Mau06Input } from './mau-06.ts';

const { usual } = mau06Samples;

test('the fields of a control slip say what the form says', () => {
  const hand = '…… giờ …… phút, ngày …/…/……';
  const blank = ['……………', '……………', hand, '', hand, '', '', ''];
  expect(mau06(usual)).toEqual({
    form: '06',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      placeDate: 'Sa Đéc, ngày 23 tháng 11 năm 2026',
      code: 'H20.57-261123-0306',
      codeMark: '',
      temporaryMark: '',
      offlineMark: '',
      checkCode: '',
      applicant: 'Dương Văn Hiếu',
      phone: '0918\u00A0000\u00A0764',
      procedure: 'Đăng ký thành lập hộ kinh doanh',
      procedureCode: '(1.001612)',
      unit: 'Phòng Kinh tế, Hạ tầng và Đô thị',
      partners: 'không',
      receivedAt: '11 giờ 21 phút, ngày 23 tháng 11 năm 2026',
      due: '17 giờ 00 phút, thứ Sáu ngày 27 tháng 11 năm 2026',
      originals: '01',
      copy: '',
    },
    tables: {
      handovers: [
        [
          'Trung tâm PVHCC phường Sa Đéc',
          'Phòng Kinh tế, Hạ tầng và Đô thị',
          '16 giờ 18 phút, ngày 23/11/2026',
          'Lê Thị Kim Ngân',
          hand,
          '',
          '',
          '',
        ],
        blank,
        blank,
        blank,
      ],
    },
    codes: { barcode: 'H20.57-261123-0306', qr: usual.qr },
    demo: false,
  });
});

test.each<[string, Partial<Mau06Input>, Record<string, string>]>([
  ['partners', { partners: ['Thuế cơ sở 5', 'UBND xã Tân Dương'] }, { partners: 'Thuế cơ sở 5; UBND xã Tân Dương' }],
  ['nobody named, no telephone', { applicant: '', phone: '' }, { applicant: 'không ghi tên', phone: 'không\u00A0có' }],
  ['result at once', { due: null }, { due: 'trả ngay khi giải quyết xong' }],
  [
    'code given offline',
    { code: { text: 'T1', kind: 'temporary', offline: true, checkCode: '7K2M-41QF' } },
    { codeMark: '(số\u00A0tạm)', offlineMark: 'Chưa ghi nhận trên hệ thống tỉnh lúc in.', checkCode: '7K2M-41QF' },
  ],
])('%s', (_, change, expected) => {
  expect(mau06({ ...usual, ...change }).texts).toMatchObject(expected);
});

test.each<[ControlHandover['outcome'], string]>([
  ['early', 'Trước hạn'],
  ['on-time', 'Đúng hạn'],
  ['late', 'Quá hạn'],
  [null, ''],
])('outcome %s is printed as %j', (outcome, words) => {
  const [handover] = usual.handovers;
  const handovers = handover === undefined ? [] : [{ ...handover, outcome, note: 'ghi chú' }];
  const [row] = mau06({ ...usual, handovers }).tables['handovers'] ?? [];
  expect(row?.slice(-2)).toEqual([words, 'ghi chú']);
});
