import { crowded as crowdedReceipt, usual as receipt } from './mau-01-examples.ts';
import { mau04Samples, unit } from './mau-04-examples.ts';
import type { Mau05Input } from './mau-05.ts';

/** Stop notices for tests. Invented people. */

const usual: Mau05Input = {
  agency: unit,
  number: '05/TB',
  issuedOn: '2026-11-25',
  code: { text: 'H20.57-261123-0302', kind: 'official', offline: false, checkCode: '7K2M-41QF' },
  applicant: {
    name: 'Trương Thị Bé Ba',
    identity: { kind: 'personal-id', number: '087185002277' },
    address: 'Khóm 6, phường Sa Đéc, tỉnh Đồng Tháp',
    phone: '0918 000 105',
    email: '',
  },
  procedure: { code: '1.001612', name: 'Đăng ký thành lập hộ kinh doanh' },
  receivedAt: '2026-11-23T08:31:00',
  withdrawal: { by: 'bà Trương Thị Bé Ba', on: '2026-11-25', reason: 'thay đổi địa điểm kinh doanh' },
  stage: 'đang thẩm định, chưa có quyết định về kết quả',
  reason: '',
  fees: 'lệ phí 100.000 đồng đã nộp được hoàn trả tại quầy',
  papersBack: ['Giấy đề nghị đăng ký hộ kinh doanh (01 bản chính)', 'Hợp đồng thuê nhà (01 bản sao)'],
  recipients: ['Trung tâm PVHCC phường Sa Đéc'],
  signatory: { onBehalf: '', position: 'TRƯỞNG PHÒNG', name: 'Nguyễn Hữu Thành' },
  copy: null,
  demo: false,
};

export const mau05Samples = {
  usual,
  crowded: {
    ...usual,
    agency: mau04Samples.crowded.agency,
    number: '',
    code: mau04Samples.crowded.code,
    applicant: crowdedReceipt.applicant,
    procedure: crowdedReceipt.procedure,
    withdrawal: {
      by: 'ông Trần Văn Bình, người được ủy quyền',
      on: '2026-12-03',
      reason: 'các bên thỏa thuận hủy hợp đồng chuyển nhượng đã công chứng và không còn nhu cầu đăng ký biến động',
    },
    reason: 'Hồ sơ chưa chuyển thông tin xác định nghĩa vụ tài chính',
    papersBack: crowdedReceipt.papers.map(({ name }) => name),
    recipients: mau04Samples.crowded.recipients,
    signatory: mau04Samples.crowded.signatory,
    copy: { issue: 2, reason: 'người nộp làm mất thông báo' },
    demo: true,
  },
  minimal: {
    ...usual,
    applicant: { ...receipt.applicant, address: '', phone: '' } as Mau05Input['applicant'],
    withdrawal: { by: 'người nộp', on: '2026-11-25', reason: '' },
    fees: '',
    papersBack: [],
    recipients: [],
  },
} satisfies Record<string, Mau05Input>;
