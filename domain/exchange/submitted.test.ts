import { expect, test } from 'vitest';
import { submittedOf, type IncomingPacket, type SubmittedFacts } from './submitted.ts';

const packet: IncomingPacket = {
  MaHoSo: 'H20.57-261123-900001',
  ChuHoSo: '  Nguyễn  Văn An ',
  LoaiDoiTuong: '0',
  MaDoiTuong: '087 090 000 001',
  ThongTinKhac: 'Địa chỉ: Khóm 1, phường Sa Đéc',
  Email: 'an@example.vn',
  SoDienThoai: '0912000345',
  TrichYeuHoSo: 'Xác nhận tình trạng hôn nhân',
  NgayTiepNhan: '20261122201500',
  HinhThuc: '1',
  GhiChu: '',
  TaiLieuNop: [
    { TenTepDinhKem: 'Tờ khai', IsDeleted: '0', MaThanhPhanHoSo: 'TK', DuongDanTaiTepTin: 'https://a.example/1' },
    { TenTepDinhKem: 'Bản cũ', IsDeleted: 'True', MaThanhPhanHoSo: 'TK', DuongDanTaiTepTin: '' },
  ],
  DanhSachLePhi: [
    { Gia: '15000', TrangThaiThanhToan: '1' },
    { Gia: '', TrangThaiThanhToan: '1' },
  ],
  DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Ảnh', SoLuong: '2', LoaiGiayTo: '0' }],
};
const facts: SubmittedFacts = {
  procedure: {
    code: '1.004873',
    name: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    shortName: 'Xác nhận tình trạng hôn nhân',
    field: 'Hộ tịch',
    caseId: '',
    caseLabel: '',
    catalogueVersion: '2026-11-23.1',
  },
  receivingOffice: 'xa-29905',
  processingUnit: 'Văn phòng HĐND và UBND',
  now: '2026-11-23T08:00:00',
  checkBy: (at) => `${at.slice(0, 10)}T17:00:00`,
  unknown: [],
};

test('a packet begins a dossier: whose, when sent, by when to be checked, with which papers', () => {
  expect(submittedOf(packet, facts)).toEqual({
    intake: {
      applicant: {
        kind: 'citizen',
        name: 'Nguyễn Văn An',
        personalId: '087090000001',
        oldId: null,
        birthDate: null,
        sex: null,
        address: 'Khóm 1, phường Sa Đéc',
        phone: '0912000345',
        email: 'an@example.vn',
        taxCode: '',
        source: { kind: 'typed', at: '2026-11-22T20:15:00' },
      },
      submitter: null,
      procedure: facts.procedure,
      channel: 'ONLINE',
      receivingOffice: 'xa-29905',
      counter: '',
      competentOffice: 'xa-29905',
      processingUnit: 'Văn phòng HĐND và UBND',
    },
    portalCode: 'H20.57-261123-900001',
    submittedAt: '2026-11-22T20:15:00',
    checkBy: '2026-11-22T17:00:00',
    papers: [
      { name: 'Tờ khai', code: 'TK', kind: 'electronic', count: 1, file: 'https://a.example/1' },
      { name: 'Ảnh', code: '', kind: 'original', count: 2, file: '' },
    ],
    fee: { amount: 15_000, paid: true, reference: '' },
    resultWay: 'electronic',
    resultAddress: '',
    note: 'Xác nhận tình trạng hôn nhân',
  });
});

test('not online is by post; without a moment it came now; without fees nothing is paid', () => {
  const post = submittedOf({ ...packet, HinhThuc: '0', NgayTiepNhan: '', DanhSachLePhi: [] }, facts);
  expect(post).toMatchObject({
    intake: { channel: 'POSTAL' },
    submittedAt: '2026-11-23T08:00:00',
    resultWay: 'post',
    fee: { amount: 0, paid: false },
  });
  const half = [
    { Gia: '1', TrangThaiThanhToan: '1' },
    { Gia: '1', TrangThaiThanhToan: '0' },
  ];
  expect(submittedOf({ ...packet, DanhSachLePhi: half }, facts).fee.paid).toBe(false);
});

test('an enterprise is known by its tax code, an old ID number by its nine digits', () => {
  const firm = submittedOf({ ...packet, LoaiDoiTuong: '1', MaDoiTuong: '1400123456' }, facts).intake.applicant;
  expect(firm).toMatchObject({ kind: 'organisation', taxCode: '1400123456', personalId: null });
  const old = submittedOf({ ...packet, MaDoiTuong: '341234567' }, facts).intake.applicant;
  expect(old).toMatchObject({ personalId: null, oldId: '341234567' });
});

test('what nobody knows is kept as a note, as far as it has room', () => {
  const { note } = submittedOf(
    { ...packet, ThongTinKhac: 'Gọi sau 17 giờ', GhiChu: 'gấp' },
    {
      ...facts,
      unknown: [['MaBuuGui', 'EB123']],
    },
  );
  expect(note.split('\n')).toEqual([
    'Xác nhận tình trạng hôn nhân',
    'gấp',
    'Thông tin khác: Gọi sau 17 giờ',
    'MaBuuGui: EB123',
  ]);
  const long = submittedOf(packet, { ...facts, unknown: [['X', '🎈'.repeat(1500)]] }).note;
  expect(long.length).toBeLessThanOrEqual(2000);
  expect(long.isWellFormed()).toBe(true);
});
