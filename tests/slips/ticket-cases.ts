import type { PaperWidth, TicketPaper } from '../../renderer/print/thermal/paper.ts';

/** Tickets that are drawn, kept as pictures and read back: the usual one, the fullest, the barest, in English. */
export interface TicketCase {
  readonly name: string;
  readonly width: PaperWidth;
  readonly ticket: TicketPaper;
}

const usual: TicketPaper = {
  language: 'vi',
  office: 'Trung tâm Phục vụ hành chính công phường Sa Đéc',
  field: 'Hộ tịch',
  number: 'B027',
  takenAt: '2026-11-23T10:28:04',
  ahead: 3,
  wait: { from: 10, to: 15 },
  priority: null,
  note: null,
  url: 'http://192.168.10.20:8620/t/7K2M41QF',
  calls: 3,
};
const full: TicketPaper = {
  ...usual,
  field: 'Bảo trợ xã hội, người có công với cách mạng',
  number: 'E103001',
  ahead: 0,
  wait: { from: 0, to: 5 },
  priority: 'Người khuyết tật nặng, khuyết tật đặc biệt nặng',
  note: 'Nộp lại theo giấy hướng dẫn',
};
const bare: TicketPaper = { ...usual, field: null, number: 'M001', wait: null, url: null };
const booked: TicketPaper = {
  ...usual,
  ahead: 0,
  wait: null,
  booked: { at: '2026-11-23T14:30:00', from: '2026-11-23T14:25:00' },
};
const english: TicketPaper = { ...usual, language: 'en', field: 'Civil status', ahead: 1 };

export const ticketCases: readonly TicketCase[] = ([80, 58] as const).flatMap((width) =>
  Object.entries({ usual, full, bare, english, booked }).map(([name, ticket]) => ({
    name: `ticket-${width}-${name}`,
    width,
    ticket,
  })),
);
