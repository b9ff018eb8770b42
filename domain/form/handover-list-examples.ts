import type { HandedDossier, HandoverListInput } from './handover-list.ts';
import { crowded as crowdedReceipt, usual as receipt } from './mau-01-examples.ts';

/** Handover lists for tests. Invented people. */

const people = [
  ['Dương Văn Hiếu', 'Đăng ký thành lập hộ kinh doanh', '0306'],
  ['Cao Thị Thu Thủy', 'Thay đổi nội dung đăng ký hộ kinh doanh', '0305'],
  ['Lâm Quốc Toàn', 'Tạm ngừng kinh doanh hộ kinh doanh', '0118'],
  ['Hồ Thị Diệu Hiền', 'Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh', '0303'],
  ['Lý Minh Khang', 'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu', '0115'],
  ['Trương Thị Bé Ba', 'Đăng ký thành lập hộ kinh doanh', '0302'],
  ['Phan Thị Tuyết Mai', 'Hòa giải tranh chấp đất đai', '0111'],
] as const;

const dossier = ([applicant, procedure, number]: (typeof people)[number], index: number): HandedDossier => ({
  code: `H20.57-261123-${number}`,
  procedure,
  sets: 1,
  originals: (index % 3) + 1,
  applicant,
  address: `Khóm ${index + 1}, phường Sa Đéc, tỉnh Đồng Tháp`,
  phone: `0918 000 ${100 + index}`,
  receivedOn: '2026-11-23',
  dueOn: '2026-11-27',
  resultOn: null,
  note: '',
});

const usual: HandoverListInput = {
  office: receipt.office,
  batch: 'Lô 18',
  batchCode: 'LO-H20.57-261123-018',
  qr: 'QMC1-LO/019ab000-0001-7001-8a1b-5c2d3e4f5061/7',
  unit: 'Phòng Kinh tế, Hạ tầng và Đô thị',
  handedAt: '2026-11-23T16:30:00',
  deadline: '2026-11-23T17:00:00',
  dossiers: people.map(dossier),
  missing: [
    {
      code: 'H20.57-261123-0122',
      applicant: 'Ngô Văn Út',
      procedure: 'Đăng ký đất đai, cấp Giấy chứng nhận lần đầu',
      lastHolder: 'Nguyễn Minh Tâm, Quầy 1',
      since: '2026-11-23T14:36:00',
    },
    {
      code: 'H20.57-261123-0209',
      applicant: 'Đinh Thị Lụa',
      procedure: 'Đăng ký thành lập hộ kinh doanh',
      lastHolder: 'Phạm Thị Ngọc Diễm, Quầy 2',
      since: '2026-11-23T11:08:00',
    },
  ],
  closedShort: 'chưa tìm thấy hồ sơ giấy, giao phần đã đủ để kịp hạn trong ngày',
  giver: 'Lê Thị Kim Ngân',
  taker: 'Bùi Thị Thanh Thảo',
  witness: '',
  offline: false,
  copy: null,
  demo: false,
};

const crowded: HandoverListInput = {
  ...usual,
  dossiers: Array.from({ length: 60 }, (_, index) => {
    const one = dossier(people[index % people.length] ?? people[0], index);
    return index % 4 === 0
      ? {
          ...one,
          code: 'TAM-261123-012-TFJF-A1GX',
          procedure: crowdedReceipt.procedure.name,
          applicant: crowdedReceipt.applicant?.name ?? '',
          address: crowdedReceipt.applicant?.address ?? '',
          dueOn: null,
          note: 'số tạm',
        }
      : one;
  }),
  offline: true,
  copy: { issue: 2, reason: 'bên nhận làm mất bản của mình' },
  demo: true,
};

export const handoverListSamples = {
  usual,
  crowded,
  minimal: {
    ...usual,
    qr: '',
    deadline: null,
    dossiers: usual.dossiers.slice(0, 1),
    missing: [],
    closedShort: '',
    taker: '',
  },
} satisfies Record<string, HandoverListInput>;
