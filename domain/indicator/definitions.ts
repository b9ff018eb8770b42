import type { Bilingual } from '../text.ts';

/** Figures of the boards, in the order in which they are explained. */
export const figures = [
  'waiting',
  'wait',
  'longest',
  'median',
  'p90',
  'breached',
  'limit',
  'served',
  'service',
  'satisfaction',
  'nextHour',
  'breachAt',
  'stale',
] as const;
export type Figure = (typeof figures)[number];

export interface Definition {
  readonly name: Bilingual;
  /** How it is counted, in one or two sentences. */
  readonly how: Bilingual;
}

/** How each figure is counted (cách tính từng số): what the formulas of this folder do, in the words of the screen. */
export const definitions: Readonly<Record<Figure, Definition>> = {
  waiting: {
    name: { vi: 'Đang chờ', en: 'Waiting' },
    how: {
      vi: 'Người đã lấy số và chưa được gọi, kể cả người vắng mặt được xếp lại. Không tính số tạm giữ ở quầy, và người hẹn trước khi còn sớm.',
      en: 'People with a ticket who have not been called, and those put back after an absence. Tickets held at a counter and bookings still too early are not counted.',
    },
  },
  wait: {
    name: { vi: 'Thời gian chờ', en: 'Wait' },
    how: {
      vi: 'Từ lúc lấy số, hoặc từ giờ hẹn nếu muộn hơn, đến lần gọi cuối. Người vắng mặt khi gọi: tính lại từ lúc được xếp lại. Thời gian đi tới quầy tính vào thời gian phục vụ.',
      en: 'From taking the ticket, or the booked time if later, to the last call. For someone absent when called, it starts again when they are put back. The walk to the counter belongs to the serving time.',
    },
  },
  longest: {
    name: { vi: 'Chờ lâu nhất', en: 'Longest wait' },
    how: {
      vi: 'Của người đang chờ lâu nhất lúc này, tính đến bây giờ.',
      en: 'Of the person who has been waiting longest, up to now.',
    },
  },
  median: {
    name: { vi: 'Trung vị hôm nay', en: 'Median today' },
    how: {
      vi: 'Một nửa số người chờ không lâu hơn mức này. Tính cả người còn đang chờ, đến bây giờ.',
      en: 'Half of the people waited no longer than this. Those still waiting count, up to now.',
    },
  },
  p90: {
    name: { vi: '9 trên 10 người chờ dưới mức này', en: 'Nine in ten waited less' },
    how: {
      vi: 'Cứ 10 người thì 9 người chờ không lâu hơn mức này. Tính cả người còn đang chờ, đến bây giờ.',
      en: 'Of ten people nine waited no longer than this. Those still waiting count, up to now.',
    },
  },
  breached: {
    name: { vi: 'Quá mức hôm nay', en: 'Past the limit today' },
    how: {
      vi: 'Số người đã chờ quá mức trong hôm nay, kể cả người còn đang chờ.',
      en: 'People who waited past the limit today, those still waiting included.',
    },
  },
  limit: {
    name: { vi: 'Mức chờ', en: 'Limit' },
    how: {
      vi: 'Không ai nên chờ lâu hơn mức này. Mức của đơn vị, nếu không đặt riêng thì 30 phút.',
      en: 'Nobody should wait longer than this. The office sets it; otherwise 30 minutes.',
    },
  },
  served: {
    name: { vi: 'Đã phục vụ', en: 'Served' },
    how: {
      vi: 'Số đã làm xong ở quầy hôm nay. Số hết hiệu lực vì vắng mặt không tính.',
      en: 'Tickets finished at a counter today. Those that expired because nobody came are not counted.',
    },
  },
  service: {
    name: { vi: 'Mỗi người', en: 'Per person' },
    how: {
      vi: 'Trung bình từ lần gọi cuối đến khi xong hồ sơ, kể cả thời gian đi tới quầy, trừ lúc tạm giữ. Lần phục vụ đã ghi “không tính” được bỏ ra.',
      en: 'Mean from the last call to the end of the dossier, the walk to the counter included, time on hold left out. Times marked as not counted are left out.',
    },
  },
  satisfaction: {
    name: { vi: 'Hài lòng', en: 'Content' },
    how: {
      vi: 'Người đã xong việc tự trả lời ở máy lấy số, mỗi số một lần, không ghi tên, cán bộ không trả lời thay được. Số người hài lòng trên số người đã trả lời; bên cạnh là số đã trả lời trên số đã phục vụ hôm nay.',
      en: 'Whoever was served answers at the kiosk, once a ticket, without a name; staff cannot answer for them. Content of all who answered; beside it, how many of today’s served have answered.',
    },
  },
  nextHour: {
    name: { vi: 'Một giờ tới', en: 'Next hour' },
    how: {
      vi: 'Nếu giữ như bây giờ: các quầy đang mở, tốc độ hôm nay của từng lĩnh vực, và số người đến bằng một giờ vừa qua. Gọi theo thứ tự chờ lâu nhất trước.',
      en: 'If everything stays as it is: the counters open now, today’s speed of each field, as many people as came in the last hour, and whoever has waited longest called first.',
    },
  },
  breachAt: {
    name: { vi: 'Sẽ quá mức lúc', en: 'Will pass the limit at' },
    how: {
      vi: 'Lúc người đầu tiên trong hàng chờ tới mức mà theo dự tính chưa được gọi.',
      en: 'When the first person in line reaches the limit and, by the forecast, has not been called.',
    },
  },
  stale: {
    name: { vi: 'Số liệu cũ', en: 'Old figures' },
    how: {
      vi: 'Tỉnh không nhận được tin của đơn vị quá 3 phút (mức đặt sẵn). Số của đơn vị đó hiện mờ, kèm giờ, và không cộng vào tổng.',
      en: 'The province has not heard of the office for over 3 minutes (as shipped). Its figures are grey, with their time, and left out of the sums.',
    },
  },
};
