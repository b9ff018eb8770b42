import { crowded as crowdedReceipt, usual as receipt } from './mau-01-examples.ts';
import type { Mau03Input } from './mau-03.ts';

/** Refusal slips for tests. Invented people. */

const usual: Mau03Input = {
  office: receipt.office,
  number: '0012',
  issuedAt: '2026-11-23T14:20:00',
  code: null,
  stage: 'receipt',
  applicant: {
    name: 'Đặng Thị Mỹ Lệ',
    identity: { kind: 'personal-id', number: '087179003321' },
    address: 'Ấp Tân Lợi, xã Tân Dương, tỉnh Đồng Tháp',
    phone: '0939 000 221',
    email: '',
  },
  submitter: '',
  procedure: { code: '1.004222', name: 'Đăng ký thường trú' },
  reason: 'Thủ tục đăng ký thường trú không thuộc thẩm quyền giải quyết của Ủy ban nhân dân phường',
  legalBasis: 'Điều 22 Luật Cư trú số 68/2020/QH14',
  rightAgency: {
    name: 'Công an phường Sa Đéc',
    address: 'Số 12, đường Lý Thường Kiệt, phường Sa Đéc, tỉnh Đồng Tháp',
    phone: '0277 3861113',
  },
  contact: { name: 'Trung tâm PVHCC phường Sa Đéc', phone: '0277 3898989', website: '' },
  officer: 'Lê Thị Kim Ngân',
  copy: null,
  demo: false,
};

const crowded: Mau03Input = {
  ...usual,
  code: { text: 'TAM-261123-012-TFJF-A1GX', kind: 'temporary', offline: true, checkCode: '7K2M-41QF' },
  stage: 'handling',
  applicant: crowdedReceipt.applicant,
  submitter: 'Trần Văn Bình',
  procedure: crowdedReceipt.procedure,
  reason:
    'Thửa đất số 345, tờ bản đồ số 12 đang có tranh chấp đã được Tòa án nhân dân khu vực thụ lý tại Thông báo số 45/TB-TLVA ngày 02 tháng 11 năm 2026; quyền sử dụng đất đang bị kê biên để bảo đảm thi hành án theo Quyết định số 117/QĐ-CCTHADS; người sử dụng đất chưa hoàn thành nghĩa vụ tài chính của lần chuyển nhượng trước nên chưa đủ điều kiện thực hiện quyền chuyển nhượng',
  legalBasis:
    'Điểm b, điểm c và điểm d khoản 1 Điều 45 Luật Đất đai số 31/2024/QH15; khoản 3 Điều 19 Nghị định số 101/2024/NĐ-CP của Chính phủ',
  rightAgency: null,
  copy: { issue: 2, reason: 'người nộp làm mất phiếu' },
  demo: true,
};

export const mau03Samples = {
  usual,
  crowded,
  minimal: { ...usual, number: '', applicant: null, rightAgency: null, legalBasis: '' },
} satisfies Record<string, Mau03Input>;
