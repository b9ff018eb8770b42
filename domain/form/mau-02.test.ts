import { expect, test } from 'vitest';
import { mau02Samples } from './mau-02-examples.ts';
import { mau02, type Mau02Input } from './mau-02.ts';

const { usual } = mau02Samples;

test('the fields of a first request say what the form says', () => {
  expect(mau02(usual)).toEqual({
    form: '02',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      placeDate: 'Sa Đéc, ngày 23 tháng 11 năm 2026',
      number: '0231/HDHS',
      code: '',
      codeMark: '',
      temporaryMark: '',
      offlineMark: '',
      checkCode: '',
      applicant: 'Huỳnh Tấn Phát',
      procedure: 'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu',
      procedureCode: '(1.013978)',
      caseLabel: 'hộ gia đình, nhận thừa kế',
      address: 'Khóm Tân Hòa, phường Sa Đéc, tỉnh Đồng Tháp',
      phone: '0907\u00A0000\u00A0112',
      email: 'không có',
      askedBy: '',
      reason: 'Hồ sơ chưa đủ thành phần theo Quyết định 3380/QĐ-BNNMT.',
      round: '(Lần 1)',
      roundApproval: '',
      answerBy: '',
      givenOn: 'ngày 23 tháng 11 năm 2026',
      remarks: '',
      returnCode: 'QL\u00A00231',
      contact: 'Phạm Thị Ngọc Diễm, Quầy 2',
      contactPhone: '0277\u00A03898989',
      website: 'dichvucong.dongthap.example.vn',
      receiver: 'Huỳnh Tấn Phát',
      officer: 'Phạm Thị Ngọc Diễm',
      copy: '',
    },
    tables: {
      demands: [
        [
          '1',
          'Giấy tờ nhận thừa kế quyền sử dụng đất',
          '01',
          '01',
          '',
          '01 bản chính và 01 bản sao có chứng thực.',
          'bản đã nộp chưa được chứng thực.',
        ],
        [
          '2',
          'Văn bản xác định thành viên có chung quyền sử dụng đất',
          '01',
          '',
          '01',
          '01 bản chính và 01 bản sao.',
          'chưa có trong hồ sơ.',
        ],
      ],
    },
    codes: { barcode: '', qr: 'QMC1-QL/0231/7K2M41QF7K2M' },
    demo: false,
  });
});

test.each<[string, Partial<Mau02Input>, Record<string, string>]>([
  [
    'a second request names who approved it and why',
    { round: { ordinal: 2, approvedBy: 'Trần Quốc Việt', reason: 'phát hiện thêm thành viên' } },
    {
      round: '(Lần 2)',
      roundApproval: 'yêu cầu lần 2 do Trần Quốc Việt duyệt, lý do: phát hiện thêm thành viên.',
    },
  ],
  ['a number written in by hand', { number: '' }, { number: '………/HDHS' }],
  ['a slip not yet given', { givenOn: null }, { givenOn: 'ngày …… tháng …… năm …………' }],
  ['a deadline to answer', { answerBy: '2027-01-05' }, { answerBy: 'ngày 05 tháng 01 năm 2027' }],
  [
    'a received dossier, its code given offline',
    { code: { text: 'T1', kind: 'temporary', offline: true, checkCode: '7K2M-41QF' } },
    {
      code: 'T1',
      codeMark: '(số\u00A0tạm)',
      temporaryMark: 'Mã chính thức cấp sau.',
      offlineMark: 'Chưa ghi nhận trên hệ thống tỉnh lúc in.',
      checkCode: '7K2M-41QF',
    },
  ],
  ['the unit asks', { askedBy: 'Phòng Kinh tế' }, { askedBy: 'Phòng Kinh tế' }],
  ['remarks become sentences', { remarks: ['Một', 'Hai.'] }, { remarks: 'Một. Hai.' }],
  ['no queue', { returnCode: null }, { returnCode: '' }],
  ['a copy', { copy: { issue: 2, reason: 'mất' } }, { copy: 'BẢN SAO, in lại lần 2, lý do: mất.' }],
])('%s', (_, change, expected) => {
  expect(mau02({ ...usual, ...change }).texts).toMatchObject(expected);
});

test('the barcode is the dossier’s, the QR the return code’s', () => {
  const code = { text: 'H20.57-261118-0077', kind: 'official', offline: false, checkCode: '7K2M-41QF' } as const;
  expect(mau02({ ...usual, code }).codes).toEqual({ barcode: 'H20.57-261118-0077', qr: 'QMC1-QL/0231/7K2M41QF7K2M' });
  expect(mau02({ ...usual, code }).texts['checkCode']).toBe('');
  expect(mau02({ ...usual, returnCode: null }).codes.qr).toBe('');
});
