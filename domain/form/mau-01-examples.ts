import { encodeSlipQr } from './slip-qr.ts';
import type { Mau01Input } from './mau-01.ts';
import type { SlipPerson } from './slip-people.ts';

/** Slips for tests: the usual one, and those that are hard to fit. Invented people. */

const qr = encodeSlipQr({
  page: 'https://tracuu.dongthap.example.vn/h/',
  token: '48213907756120394817',
  dossierId: '019ab000-0001-7001-8a1b-5c2d3e4f5061',
  code: 'H20.57-261123-0304',
  procedure: '1.004873',
  due: '2026-11-27T17:00:00',
  signature: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA',
});

export const usual: Mau01Input = {
  office: {
    authority: 'UBND PHƯỜNG SA ĐÉC',
    centre: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    point: 'Trung tâm PVHCC phường Sa Đéc',
    place: 'Sa Đéc',
  },
  counter: 'Quầy 3',
  officer: 'Lê Thị Kim Ngân',
  applicant: {
    name: 'Nguyễn Thị Hồng Nhung',
    identity: { kind: 'personal-id', number: '087196004218' },
    address: 'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp',
    phone: '0912 000 345',
    email: '',
  },
  submitter: null,
  procedure: { code: '1.004873', name: 'Cấp Giấy xác nhận tình trạng hôn nhân' },
  papers: [
    { name: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', group: 'submit', originals: 1, copies: 0 },
    { name: 'Thẻ căn cước', group: 'present', originals: 1, copies: 0 },
    { name: 'Giấy tờ về nơi cư trú', group: 'present', originals: 1, copies: 0 },
  ],
  land: null,
  sets: 1,
  limitText: '03 ngày làm việc',
  receivedAt: '2026-11-23T10:42:00',
  due: { at: '2026-11-27T17:00:00' },
  result: { way: 'counter', address: '' },
  fee: { amount: 0, paid: 'nothing-due', receiptNumber: '' },
  code: { text: 'H20.57-261123-0304', kind: 'official' },
  checkCode: '7K2M-41QF',
  offline: true,
  register: { volume: '01/2026', number: null },
  hotline: '0277 3898989',
  lookup: '',
  remarks: ['Thứ Ba 24/11 nghỉ lễ, không tính vào thời hạn.'],
  qr,
  copy: null,
  demo: false,
};

const longName = 'Công Tằng Tôn Nữ Nguyễn Hoàng Phương Thảo Nguyên Khánh Linh';

const landPapers = [
  'Đơn đăng ký biến động đất đai, tài sản gắn liền với đất theo Mẫu số 18 ban hành kèm theo Nghị định số 151/2025/NĐ-CP',
  'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất đã cấp',
  'Hợp đồng chuyển nhượng quyền sử dụng đất đã công chứng hoặc chứng thực theo quy định của pháp luật',
  'Tờ khai thuế thu nhập cá nhân đối với chuyển nhượng bất động sản (Mẫu số 03/BĐS-TNCN)',
  'Tờ khai lệ phí trước bạ nhà, đất (Mẫu số 01/LPTB)',
  'Văn bản của các thành viên trong hộ gia đình đồng ý chuyển nhượng',
  'Văn bản về việc đại diện theo quy định của pháp luật về dân sự',
  'Mảnh trích đo bản đồ địa chính thửa đất',
  'Giấy tờ chứng minh quan hệ hôn nhân hoặc huyết thống để được miễn thuế thu nhập cá nhân',
  'Văn bản thỏa thuận về cấp chung một Giấy chứng nhận',
  'Tờ khai thuế sử dụng đất phi nông nghiệp (Mẫu số 04/TK-SDDPNN)',
  'Biên bản xác nhận ranh giới, mốc giới thửa đất liền kề',
];

const person: SlipPerson = {
  name: longName,
  identity: { kind: 'personal-id', number: '087196004218' },
  address: 'Số 1245/67/8A, tổ 15, khóm Tân Hiệp, đường Nguyễn Tất Thành nối dài, phường Sa Đéc, tỉnh Đồng Tháp',
  phone: '0912 000 345',
  email: 'congtangtonnu.nguyenhoangphuongthao.nguyenkhanhlinh@example.vn',
};

export const crowded: Mau01Input = {
  ...usual,
  applicant: person,
  submitter: {
    person: {
      name: 'Trần Văn Bình',
      identity: { kind: 'personal-id', number: '087090001234' },
      address: '',
      phone: '0913 000 678',
      email: '',
    },
    authority: { kind: 'power-of-attorney', reference: 'số 15/2026/UQ ngày 20/11/2026' },
  },
  procedure: {
    code: '1.012783',
    name: 'Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp chuyển đổi, chuyển nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho, góp vốn bằng quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
  },
  papers: landPapers.map((name, index) => ({ name, group: 'submit', originals: 1, copies: index % 3 === 0 ? 1 : 0 })),
  land: { sheet: '12', parcel: '345', address: 'khóm Tân Hiệp, phường Sa Đéc, tỉnh Đồng Tháp' },
  sets: 2,
  limitText: '10 ngày làm việc',
  due: { at: '2026-12-08T17:00:00' },
  result: { way: 'post', address: 'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp' },
  fee: { amount: 150_000, paid: 'unpaid', receiptNumber: '' },
  code: { text: 'TAM-261123-012-TFJF-A1GX', kind: 'temporary' },
  lookup: 'tracuu.dongthap.example.vn',
};

export const samples = {
  usual,
  online: {
    ...usual,
    offline: false,
    lookup: 'tracuu.dongthap.example.vn',
    register: { volume: '01/2026', number: 1284 },
  },
  copy: { ...usual, demo: true, copy: { issue: 2, reason: 'người nộp làm mất bản chính' } },
  middling: {
    ...usual,
    applicant: { ...person, email: '' },
    submitter: crowded.submitter,
    papers: crowded.papers.slice(1, 5),
    fee: { amount: 150_000, paid: 'cash', receiptNumber: '0012345' },
  },
  crowded,
} satisfies Record<string, Mau01Input>;
