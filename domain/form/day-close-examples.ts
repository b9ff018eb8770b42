import type { DayCloseInput } from './day-close.ts';
import { crowded as crowdedReceipt, usual as receipt } from './mau-01-examples.ts';

/** Closing pages for tests. Invented people. */

const usual: DayCloseInput = {
  office: receipt.office,
  day: '2026-11-23',
  counter: 'Quầy 3',
  closedAt: '2026-11-23T17:08:00',
  received: 31,
  guided: 4,
  refused: 1,
  handedOver: 27,
  returned: 12,
  unsent: [
    { code: 'H20.57-261123-0306', applicant: 'Dương Văn Hiếu', what: 'Tiếp nhận', since: '2026-11-23T11:21:00' },
    { code: 'H20.57-261123-0111', applicant: 'Phan Thị Tuyết Mai', what: 'Bàn giao', since: '2026-11-23T16:30:00' },
  ],
  notHandedOver: [
    {
      code: 'H20.57-261123-0122',
      applicant: 'Ngô Văn Út',
      unit: 'Chi nhánh Văn phòng Đăng ký đất đai',
      deadline: '2026-11-25T07:30:00',
    },
  ],
  notPrinted: [],
  numbers: [
    { series: 'H20.57-261123', from: 301, to: 330, fate: 'used', note: '' },
    { series: 'H20.57-261123', from: 331, to: 331, fate: 'gap', note: 'máy tắt khi đang lưu' },
    { series: 'H20.57-261123', from: 332, to: 550, fate: 'unused', note: '' },
    { series: 'TAM-261123-012', from: 1, to: 1, fate: 'temporary', note: '' },
  ],
  takings: [
    {
      counter: 'Quầy 3',
      officer: 'Lê Thị Kim Ngân',
      payments: 14,
      cash: 1_266_000,
      transfer: 350_000,
      online: 150_000,
    },
    { counter: 'Quầy 3', officer: 'Phạm Thị Ngọc Diễm', payments: 2, cash: 16_000, transfer: 0, online: 0 },
  ],
  drawer: { opening: 200_000, counted: 1_482_000, note: '' },
  note: '',
  officer: 'Lê Thị Kim Ngân',
  head: 'Trần Quốc Việt',
  copy: null,
  demo: false,
};

const long = { code: 'TAM-261123-012-TFJF-A1GX', applicant: crowdedReceipt.applicant?.name ?? '' };

export const dayCloseSamples = {
  usual,
  crowded: {
    ...usual,
    counter: '',
    unsent: Array.from({ length: 24 }, () => ({ ...long, what: 'Tiếp nhận, thu phí', since: '2026-11-23T09:12:00' })),
    notHandedOver: Array.from({ length: 12 }, () => ({
      ...long,
      unit: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Sa Đéc',
      deadline: null,
    })),
    notPrinted: [
      {
        code: long.code,
        form: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
        reason: 'máy in hết giấy lúc 16 giờ 50 phút',
      },
    ],
    numbers: [
      ...usual.numbers,
      { series: 'TAM-261123-012', from: 2, to: 9, fate: 'cancelled' as const, note: 'đã đổi sang mã chính thức' },
    ],
    takings: Array.from({ length: 6 }, (_, index) => ({
      counter: `Quầy ${index + 1}`,
      officer: long.applicant,
      payments: 40 + index,
      cash: 12_345_678,
      transfer: 123_456_789,
      online: 999_000,
    })),
    drawer: { opening: 200_000, counted: 74_300_000, note: 'thối nhầm một lần, đã báo người nộp' },
    note: 'mất đường truyền từ 09:12 đến 16:40',
    copy: { issue: 2, reason: 'in lại để lưu' },
    demo: true,
  },
  minimal: {
    ...usual,
    unsent: [],
    notHandedOver: [],
    numbers: [],
    takings: [],
    drawer: null,
    head: '',
  },
} satisfies Record<string, DayCloseInput>;
