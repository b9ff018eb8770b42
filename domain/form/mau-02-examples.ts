import { usual as receipt, crowded as crowdedReceipt } from './mau-01-examples.ts';
import type { Mau02Input } from './mau-02.ts';

/** Supplement slips for tests: the usual one, and those that are hard to fit. Invented people. */

export const office = receipt.office;

const usual: Mau02Input = {
  office,
  number: '0231',
  issuedAt: '2026-11-23T10:46:00',
  code: null,
  applicant: {
    name: 'Huỳnh Tấn Phát',
    identity: { kind: 'personal-id', number: '087068001975' },
    address: 'Khóm Tân Hòa, phường Sa Đéc, tỉnh Đồng Tháp',
    phone: '0907 000 112',
    email: '',
  },
  procedure: { code: '1.013978', name: 'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu' },
  caseLabel: 'hộ gia đình, nhận thừa kế',
  askedBy: '',
  demands: [
    {
      name: 'Giấy tờ nhận thừa kế quyền sử dụng đất',
      originals: 1,
      certified: 1,
      copies: 0,
      bring: '01 bản chính và 01 bản sao có chứng thực',
      reason: 'bản đã nộp chưa được chứng thực',
    },
    {
      name: 'Văn bản xác định thành viên có chung quyền sử dụng đất',
      originals: 1,
      certified: 0,
      copies: 1,
      bring: '01 bản chính và 01 bản sao',
      reason: 'chưa có trong hồ sơ',
    },
  ],
  reason: 'Hồ sơ chưa đủ thành phần theo Quyết định 3380/QĐ-BNNMT.',
  round: { ordinal: 1, approvedBy: '', reason: '' },
  answerBy: null,
  givenOn: '2026-11-23',
  remarks: [],
  returnCode: { text: 'QL 0231', qr: 'QMC1-QL/0231/7K2M41QF7K2M' },
  contact: { name: 'Phạm Thị Ngọc Diễm, Quầy 2', phone: '0277 3898989', website: 'dichvucong.dongthap.example.vn' },
  officer: 'Phạm Thị Ngọc Diễm',
  receiver: 'Huỳnh Tấn Phát',
  copy: null,
  demo: false,
};

const crowded: Mau02Input = {
  ...usual,
  applicant: crowdedReceipt.applicant,
  code: { text: 'H20.57-261118-0077', kind: 'official', offline: true, checkCode: '7K2M-41QF' },
  procedure: crowdedReceipt.procedure,
  caseLabel: 'chuyển nhượng một phần thửa đất, có nhiều người chung quyền sử dụng',
  askedBy: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Sa Đéc',
  demands: crowdedReceipt.papers.slice(0, 6).map(({ name }, index) => ({
    name,
    originals: 1,
    certified: index % 2,
    copies: (index + 1) % 2,
    bring: index % 3 === 0 ? 'bản có đủ chữ ký của tất cả thành viên, kèm giấy tờ tùy thân để đối chiếu tại quầy' : '',
    reason: 'tên chủ sử dụng trên giấy tờ chưa khớp với dữ liệu dân cư, thiếu chữ ký của một thành viên',
  })),
  reason:
    'Thông tin trên giấy tờ chưa thống nhất với hồ sơ địa chính; cần hoàn thiện trước khi chuyển thông tin xác định nghĩa vụ tài chính.',
  round: {
    ordinal: 2,
    approvedBy: 'Trần Quốc Việt, Giám đốc Trung tâm',
    reason: 'phát hiện thêm thành viên có chung quyền sau khi đã yêu cầu lần đầu',
  },
  answerBy: '2026-12-07',
  givenOn: null,
  remarks: ['Thời hạn giải quyết được tính lại từ đầu, kể từ khi hồ sơ đầy đủ, hợp lệ.'],
  receiver: '',
};

export const mau02Samples = {
  usual,
  crowded,
  minimal: {
    ...usual,
    applicant: null,
    caseLabel: '',
    demands: [{ name: 'Giấy chứng sinh', originals: 1, certified: 0, copies: 0, bring: '', reason: 'chưa có' }],
    returnCode: null,
    contact: { name: 'Quầy 2', phone: '0277 3898989', website: '' },
    receiver: '',
    number: '',
  },
  copy: {
    ...usual,
    code: { text: 'TAM-261123-012-TFJF-A1GX', kind: 'temporary', offline: true, checkCode: '7K2M-41QF' },
    copy: { issue: 2, reason: 'người nộp làm mất phiếu' },
    demo: true,
  },
} satisfies Record<string, Mau02Input>;
