import { expect, test } from 'vitest';
import { mau01, type Mau01Input } from './mau-01.ts';
import type { SlipPerson } from './slip-people.ts';

const nhung: SlipPerson = {
  name: 'Nguyễn Thị Hồng Nhung',
  identity: { kind: 'personal-id', number: '087196004218' },
  address: 'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp',
  phone: '0912 000 345',
  email: '',
};

const base: Mau01Input = {
  office: {
    authority: 'UBND PHƯỜNG SA ĐÉC',
    centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    point: 'Trung tâm PVHCC phường Sa Đéc',
    place: 'Sa Đéc',
  },
  counter: 'Quầy 3',
  officer: 'Lê Thị Kim Ngân',
  applicant: nhung,
  submitter: null,
  procedure: { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân' },
  papers: [
    { name: 'Tờ khai', group: 'submit', originals: 1, copies: 0 },
    { name: 'Thẻ căn cước', group: 'present', originals: 1, copies: 0 },
    { name: 'CCCD của người làm chứng', group: 'present', originals: 1, copies: 0 },
  ],
  land: null,
  sets: 1,
  limitText: '03 ngày làm việc',
  receivedAt: '2026-11-23T10:42:09',
  due: { at: '2026-11-27T17:00:00' },
  result: { way: 'counter', address: '' },
  fee: { amount: 0, paid: 'nothing-due', receiptNumber: '' },
  code: { text: 'H20.57-261123-0304', kind: 'official' },
  checkCode: '7K2M-41QF',
  offline: true,
  register: { volume: '01/2026', number: null },
  hotline: '0277 3898989',
  lookup: '',
  remarks: ['Thứ Ba 24/11 nghỉ lễ, không tính vào thời hạn'],
  qr: 'QR',
  copy: null,
  demo: false,
};

test('the fields of an offline slip say what the form says', () => {
  expect(mau01(base)).toEqual({
    form: '01',
    texts: {
      authority: 'UBND PHƯỜNG SA ĐÉC',
      centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
      code: 'H20.57-261123-0304',
      codeMark: '',
      temporaryMark: '',
      offlineMark: 'Chưa ghi nhận trên hệ thống tỉnh lúc in.',
      checkCode: '7K2M-41QF',
      placeDate: 'Sa Đéc, ngày 23 tháng 11 năm 2026',
      receivingPoint: 'Trung tâm PVHCC phường Sa Đéc, Quầy 3',
      applicant: 'Nguyễn Thị Hồng Nhung',
      submitter: '',
      submitterRight: '',
      identityLabel: 'Số căn cước',
      identity: '087196004218',
      address: 'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp',
      phone: '0912\u00A0000\u00A0345',
      email: 'không có',
      land: '',
      procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân',
      procedureCode: '(1.004873)',
      shown: 'thẻ căn cước; CCCD của người làm chứng',
      sets: '01 (bộ)',
      limit: '03 ngày làm việc',
      receivedAt: '10 giờ 42 phút, ngày 23 tháng 11 năm 2026',
      due: '17 giờ 00 phút, thứ Sáu ngày 27 tháng 11 năm 2026',
      resultWay: 'Quầy trả kết quả',
      fee: '0 đồng',
      registerVolume: '01/2026',
      registerNumber: '',
      registerPending: 'cấp khi có đường truyền',
      submitterName: 'Nguyễn Thị Hồng Nhung',
      officerName: 'Lê Thị Kim Ngân',
      note:
        'Khi nhận kết quả mang theo giấy này và thẻ căn cước; người nhận thay mang thêm giấy ủy quyền. ' +
        'Thứ Ba 24/11 nghỉ lễ, không tính vào thời hạn. Hỏi đáp: 0277\u00A03898989.',
      copy: '',
    },
    tables: { papers: [['1', 'Tờ khai', 'Bản\u00A0chính', '01']] },
    codes: { barcode: 'H20.57-261123-0304', qr: 'QR' },
    demo: false,
  });
});

const submitter: Mau01Input['submitter'] = {
  person: { ...nhung, name: 'Trần Văn Bình', identity: { kind: 'personal-id', number: '087090001234' }, phone: '' },
  authority: { kind: 'power-of-attorney', reference: 'số 15 ngày 20/11/2026' },
};

test.each<[string, Partial<Mau01Input>, Record<string, string>]>([
  [
    'online, number known',
    { offline: false, register: { volume: '01/2026', number: 7 } },
    { registerNumber: '7', registerPending: '', offlineMark: '', checkCode: '' },
  ],
  ['online, number not known yet', { offline: false }, { registerPending: 'cấp sau' }],
  [
    'a temporary number is marked twice',
    { code: { text: 'T1', kind: 'temporary' } },
    { codeMark: '(số\u00A0tạm)', temporaryMark: 'Mã chính thức cấp sau.' },
  ],
  [
    'somebody else hands it in',
    { submitter },
    {
      submitter: 'Trần Văn Bình',
      submitterRight: 'số căn cước 087090001234, nộp thay theo giấy ủy quyền số 15 ngày 20/11/2026',
      submitterName: 'Trần Văn Bình',
      applicant: 'Nguyễn Thị Hồng Nhung',
    },
  ],
  [
    'a relative without a paper',
    { submitter: { ...submitter, authority: { kind: 'relative', reference: '' } } },
    { submitterRight: 'số căn cước 087090001234, người thân nộp thay' },
  ],
  [
    'an organisation by its tax code',
    { applicant: { ...nhung, name: 'Công ty TNHH Lúa Vàng', identity: { kind: 'tax-code', number: '1401234567' } } },
    { identityLabel: 'Mã số thuế', identity: '1401234567' },
  ],
  [
    'nobody named',
    { applicant: null },
    { applicant: 'không ghi tên', identity: '', address: '', phone: '', email: '', submitterName: '' },
  ],
  [
    'land',
    { land: { sheet: '12', parcel: '345', address: 'phường Sa Đéc' } },
    { land: 'tờ bản đồ số 12, thửa đất số 345, địa chỉ phường Sa Đéc' },
  ],
  ['result at once', { due: null }, { due: 'trả ngay khi giải quyết xong' }],
  [
    'result by post',
    { result: { way: 'post', address: 'Số 42, đường Trần Hưng Đạo' } },
    { resultWay: 'Số 42, đường Trần Hưng Đạo, qua bưu chính công ích' },
  ],
  [
    'result by post, no address',
    { result: { way: 'post', address: '' } },
    { resultWay: 'nhà, qua bưu chính công ích' },
  ],
  [
    'electronic result',
    { result: { way: 'electronic', address: '' } },
    { resultWay: 'Cổng Dịch vụ công quốc gia (bản điện tử)' },
  ],
  [
    'fee taken in cash',
    { fee: { amount: 150_000, paid: 'cash', receiptNumber: '0012345' } },
    { fee: '150.000 đồng (đã nộp, biên lai số 0012345)' },
  ],
  [
    'fee not taken yet',
    { fee: { amount: 1_150_000, paid: 'unpaid', receiptNumber: '' } },
    {
      fee: '1.150.000 đồng (chưa nộp)',
      note:
        'Khi nhận kết quả mang theo giấy này, thẻ căn cước và tiền phí, lệ phí; người nhận thay mang thêm giấy ủy quyền. ' +
        'Thứ Ba 24/11 nghỉ lễ, không tính vào thời hạn. Hỏi đáp: 0277\u00A03898989.',
    },
  ],
  [
    'a copy',
    { copy: { issue: 2, reason: 'người nộp làm mất' } },
    { copy: 'BẢN SAO, in lại lần 2, lý do: người nộp làm mất.' },
  ],
  ['names that hide signs', { officer: '  Lê\u202E Thị\u200B\n Kim Ngân ' }, { officerName: 'Lê Thị Kim Ngân' }],
  ['names in parts', { officer: 'Le\u0302 Thi\u0323' }, { officerName: 'Lê Thị' }],
])('%s', (_, change, expected) => {
  expect(mau01({ ...base, ...change }).texts).toMatchObject(expected);
});

test('papers are counted by kind, and papers only shown stay out of the table', () => {
  const papers: Mau01Input['papers'] = [
    { name: 'Đơn', group: 'submit', originals: 1, copies: 2 },
    { name: 'Giấy chứng nhận', group: 'submit', originals: 0, copies: 12 },
    { name: 'Số điện thoại liên hệ', group: 'submit', originals: 0, copies: 0 },
    { name: 'Hộ chiếu', group: 'present', originals: 1, copies: 0 },
  ];
  const values = mau01({ ...base, papers });
  expect(values.tables['papers']).toEqual([
    ['1', 'Đơn', 'Bản\u00A0chính, Bản\u00A0sao', '01, 02'],
    ['2', 'Giấy chứng nhận', 'Bản\u00A0sao', '12'],
    ['3', 'Số điện thoại liên hệ', 'Thông tin', '01'],
  ]);
  expect(values.texts['shown']).toBe('hộ chiếu');
});
