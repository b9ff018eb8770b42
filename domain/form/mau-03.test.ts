import { expect, test } from 'vitest';
import { mau03Samples } from './mau-03-examples.ts';
import { mau03, type Mau03Input } from './mau-03.ts';

const { usual } = mau03Samples;

test('the fields of a refusal at the counter say what the form says', () => {
  expect(mau03(usual)).toEqual({
    form: '03',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      placeDate: 'Sa Đéc, ngày 23 tháng 11 năm 2026',
      number: '0012/TCTN',
      code: '',
      codeMark: '',
      temporaryMark: '',
      offlineMark: '',
      checkCode: '',
      receivingPoint: 'Trung tâm PVHCC phường Sa Đéc',
      applicant: 'Đặng Thị Mỹ Lệ',
      identityLabel: 'Số căn cước',
      identity: '087179003321',
      address: 'Ấp Tân Lợi, xã Tân Dương, tỉnh Đồng Tháp',
      phone: '0939\u00A0000\u00A0221',
      email: 'không có',
      procedure: 'Đăng ký thường trú',
      procedureCode: '(1.004222)',
      refused: 'không tiếp nhận',
      reason: 'Thủ tục đăng ký thường trú không thuộc thẩm quyền giải quyết của Ủy ban nhân dân phường.',
      legalBasis: 'Điều 22 Luật Cư trú số 68/2020/QH14.',
      rightAgency: 'Công an phường Sa Đéc',
      rightAgencyAddress: 'Số 12, đường Lý Thường Kiệt, phường Sa Đéc, tỉnh Đồng Tháp, điện thoại 0277\u00A03861113',
      contact: 'Trung tâm PVHCC phường Sa Đéc',
      contactPhone: '0277\u00A03898989',
      website: '',
      submitterName: 'Đặng Thị Mỹ Lệ',
      officerName: 'Lê Thị Kim Ngân',
      copy: '',
    },
    tables: {},
    codes: { barcode: '', qr: '' },
    demo: false,
  });
});

test.each<[string, Partial<Mau03Input>, Record<string, string>]>([
  ['refused in handling', { stage: 'handling' }, { refused: 'không giải quyết' }],
  [
    'somebody else signs',
    { submitter: 'Trần Văn Bình' },
    { submitterName: 'Trần Văn Bình', applicant: 'Đặng Thị Mỹ Lệ' },
  ],
  ['nobody named', { applicant: null }, { applicant: 'không ghi tên', submitterName: '', identity: '' }],
  ['no other agency', { rightAgency: null }, { rightAgency: '', rightAgencyAddress: '' }],
  [
    'an agency without a telephone',
    { rightAgency: { name: 'Công an phường', address: 'Số 12', phone: '' } },
    { rightAgency: 'Công an phường', rightAgencyAddress: 'Số 12' },
  ],
  ['no legal ground given', { legalBasis: '' }, { legalBasis: '' }],
])('%s', (_, change, expected) => {
  expect(mau03({ ...usual, ...change }).texts).toMatchObject(expected);
});

test('a dossier refused in handling carries its code', () => {
  const code = { text: 'H20.57-261118-0077', kind: 'official', offline: false, checkCode: '' } as const;
  expect(mau03({ ...usual, code }).codes.barcode).toBe('H20.57-261118-0077');
});
