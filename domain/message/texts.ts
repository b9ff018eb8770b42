import { dateOf, timeOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { plainDate } from '../calendar/date-words.ts';
import { formatPhone } from '../citizen/phone.ts';

/**
 * What a citizen is told by message (tin nhắn). Whoever holds the telephone may read it: nothing of a person stands in
 * it, neither name nor number nor what the dossier is about; the code means something only to who has the slip.
 */
export type Message =
  /** Kết quả đã có; `way` as registered at receipt. */
  | { readonly about: 'result-ready'; readonly way: 'counter' | 'post' | 'electronic' }
  /** Chưa ai đến nhận; `lastDay`: after it the result goes to the archive, null where another reminder follows. */
  | { readonly about: 'reminder'; readonly since: CivilDate; readonly lastDay: CivilDate | null }
  /** Xin lỗi, hẹn lại (Mẫu 04); null where no date could be given. */
  | { readonly about: 'extended'; readonly due: LocalDateTime | null }
  /** Yêu cầu bổ sung (Mẫu 02). */
  | { readonly about: 'supplement'; readonly answerBy: CivilDate | null }
  /** Mời liên hệ: a slip that has to be changed, a code printed twice. */
  | { readonly about: 'call-back' }
  /** Hồ sơ dừng hoặc hủy: papers lie ready to go back. */
  | { readonly about: 'papers-back' };

/** Who writes, and about which dossier. */
export interface MessageFrom {
  /** Code of the dossier. */
  readonly code: string;
  /** "phường Sa Đéc", as in the table of offices. */
  readonly shortName: string;
  /** A one-stop shop (Trung tâm Phục vụ hành chính công), or another office. */
  readonly isCentre: boolean;
  /** May be empty. */
  readonly phone: string;
}

/** One message of the telephone networks without Vietnamese marks; with them it is sent in parts. */
export const MESSAGE_LENGTH = 160;

/**
 * The text of a message, NFC. What must be said always stands in it; what helps is added while the whole stays within
 * `MESSAGE_LENGTH`.
 */
export function messageText(message: Message, from: MessageFrom): string {
  const { core, more } = sentences(message, from);
  return more
    .reduce((text, next) => (text.length + 1 + next.length <= MESSAGE_LENGTH ? `${text} ${next}` : text), core)
    .normalize('NFC');
}

interface Sentences {
  readonly core: string;
  /** By how much each helps. */
  readonly more: readonly string[];
}

function sentences(message: Message, from: MessageFrom): Sentences {
  const { code } = from;
  const place = from.isCentre ? `Trung tâm PVHCC ${from.shortName}` : from.shortName;
  const ask = from.phone.trim() === '' ? [] : [`Hỏi: ${formatPhone(from.phone)}.`];
  switch (message.about) {
    case 'result-ready': {
      const { way } = message;
      if (way === 'post') return { core: `Hồ sơ ${code} đã có kết quả, sẽ gửi qua bưu chính.`, more: ask };
      if (way === 'electronic')
        return { core: `Hồ sơ ${code} đã có kết quả điện tử trên Cổng dịch vụ công.`, more: ask };
      return {
        core: `Hồ sơ ${code} đã có kết quả. Mời đến ${place} nhận.`,
        more: ['Mang theo giấy hẹn, căn cước.', ...ask],
      };
    }
    case 'reminder': {
      const last =
        message.lastDay === null ? [] : [`Sau ngày ${plainDate(message.lastDay)} kết quả chuyển vào lưu trữ.`];
      return {
        core: `Kết quả hồ sơ ${code} có từ ${plainDate(message.since)}, chưa ai đến nhận. Mời đến ${place}.`,
        more: [...last, ...ask],
      };
    }
    case 'extended': {
      const { due } = message;
      const when =
        due === null
          ? 'Ngày hẹn mới sẽ báo sau.'
          : `Hẹn trả mới: ${timeOf(due).slice(0, 5)} ngày ${plainDate(dateOf(due))}.`;
      return { core: `Hồ sơ ${code} chưa xong đúng hẹn, xin lỗi ông/bà. ${when}`, more: [`${place}.`, ...ask] };
    }
    case 'supplement': {
      const by = message.answerBy === null ? '' : ` trước ngày ${plainDate(message.answerBy)}`;
      return {
        core: `Hồ sơ ${code} cần bổ sung giấy tờ${by}. Mời đến ${place} nhận phiếu yêu cầu.`,
        more: ask,
      };
    }
    case 'call-back':
      return { core: `Mời ông/bà liên hệ ${place} về hồ sơ ${code}.`, more: [...ask, 'Mang theo giấy hẹn.'] };
    case 'papers-back':
      return {
        core: `Hồ sơ ${code} không giải quyết tiếp. Mời đến ${place} nhận lại giấy tờ.`,
        more: ['Mang theo giấy hẹn, căn cước.', ...ask],
      };
  }
}

/** The same without marks, for gateways that take plain letters only: "Ho so H20.57-… da co ket qua." */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
