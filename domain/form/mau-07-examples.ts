import { crowded as crowdedReceipt, usual as receipt } from './mau-01-examples.ts';
import type { Mau07Input, RegisterRow } from './mau-07.ts';

/** Registers for tests. Invented people. */

const people = [
  ['Nguyễn Thị Hồng Nhung', 'Cấp Giấy xác nhận tình trạng hôn nhân', 'Văn phòng HĐND và UBND'],
  ['Dương Văn Hiếu', 'Đăng ký thành lập hộ kinh doanh', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
  ['Lý Minh Khang', 'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu', 'Chi nhánh Văn phòng Đăng ký đất đai'],
  ['Phan Thị Tuyết Mai', 'Hòa giải tranh chấp đất đai', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
] as const;

const row = (index: number): RegisterRow => {
  const [applicant, procedure, unit] = people[index % people.length] ?? people[0];
  return {
    number: 1280 + index,
    code: `H20.57-261123-${String(300 + index).padStart(4, '0')}`,
    procedure,
    sets: 1,
    applicant,
    address: `Khóm ${(index % 9) + 1}, phường Sa Đéc`,
    phone: `0918 000 ${100 + index}`,
    unit,
    receivedOn: '2026-11-23',
    dueOn: '2026-11-27',
    sentOn: '2026-11-23',
    backOn: index % 2 === 0 ? '2026-11-26' : null,
    returnedOn: index % 2 === 0 ? '2026-11-27' : null,
    way: index % 3 === 0 ? 'post' : 'counter',
    signed: index % 2 === 0 ? 'Đã ký' : '',
    note: '',
  };
};

const usual: Mau07Input = {
  office: receipt.office,
  year: 2026,
  volume: '01/2026',
  printedOn: '2026-11-27',
  from: '2026-11-23',
  to: '2026-11-27',
  scope: '',
  rows: Array.from({ length: 8 }, (_, index) => row(index)),
  closing: null,
  keeper: 'Lê Thị Kim Ngân',
  head: 'Trần Quốc Việt',
  copy: null,
  demo: false,
};

export const mau07Samples = {
  usual,
  crowded: {
    ...usual,
    volume: '04/2026',
    from: '2026-01-02',
    to: '2026-12-31',
    scope: 'lĩnh vực Đất đai',
    rows: Array.from({ length: 60 }, (_, index) =>
      index % 7 === 0
        ? {
            ...row(index),
            number: null,
            code: 'TAM-261123-012-TFJF-A1GX',
            procedure: crowdedReceipt.procedure.name,
            applicant: crowdedReceipt.applicant?.name ?? '',
            address: crowdedReceipt.applicant?.address ?? '',
            dueOn: null,
            way: 'electronic' as const,
            note: 'quá hạn 6 ngày làm việc, đã xin lỗi số 07/PXL',
          }
        : row(index),
    ),
    closing: { on: '2026-12-31', lastNumber: 1339 },
    copy: { issue: 2, reason: 'bản đầu in thiếu trang' },
    demo: true,
  },
  minimal: { ...usual, rows: [], keeper: '', head: '' },
} satisfies Record<string, Mau07Input>;
