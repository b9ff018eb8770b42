import { dayTitle, small } from '../../../domain/calendar/date-words.ts';
import type { Bilingual } from '../../../domain/text.ts';
import { waitInRow } from '../../../domain/voice/wait-words.ts';
import type { TicketPaper } from './paper.ts';

/** The sentences of a ticket, one language at a time. */
export interface TicketWords {
  readonly field: string;
  /** With spaces that do not break inside the day. */
  readonly taken: string;
  readonly aheadLabel: string;
  readonly ahead: string;
  readonly waitLabel: string;
  readonly wait: string;
  readonly phone: string;
  readonly absent: string;
  readonly foot: readonly string[];
}

export function ticketWords(ticket: TicketPaper): TicketWords {
  const words = wordsOf(ticket);
  const { booked, language } = ticket;
  if (booked === null || booked === undefined) return words;
  // Who comes in the afternoon is told no wait of the morning.
  const [from, at] = [booked.from.slice(11, 16), booked.at.slice(11, 16)];
  return language === 'vi'
    ? { ...words, aheadLabel: 'Giờ hẹn', ahead: at, waitLabel: 'Được gọi từ', wait: from }
    : { ...words, aheadLabel: 'Your appointment', ahead: at, waitLabel: 'Called from', wait: from };
}

function wordsOf(ticket: TicketPaper): TicketWords {
  const { ahead, takenAt } = ticket;
  const time = takenAt.slice(11, 16);
  const day = dayTitle(takenAt.slice(0, 10));
  const wait = ticket.wait === null ? null : waitInRow(ticket.wait);
  return ticket.language === 'vi'
    ? {
        field: ticket.field ?? 'Cần hướng dẫn',
        taken: `Lấy số ${time}, ${unbroken(small(day.vi))}${ticket.clockWrong === true ? ' (đồng hồ máy sai, ngày giờ cần đối chiếu)' : ''}`,
        aheadLabel: 'Trước ông, bà',
        ahead: ahead === 0 ? 'không có ai' : `${ahead} người`,
        waitLabel: wait === null ? 'Thời gian chờ' : 'Chờ khoảng',
        wait: wait?.vi ?? 'chưa rõ',
        phone: 'Quét mã bằng điện thoại (Wi-Fi của Trung tâm) để xem còn mấy người.',
        absent: absentWords(ticket).vi,
        foot: ['Để sẵn thẻ căn cước và giấy tờ.', 'Số này chỉ dùng trong ngày.'],
      }
    : {
        field: ticket.field ?? 'Guidance needed',
        taken: `Taken ${time}, ${unbroken(day.en)}${ticket.clockWrong === true ? ' (this machine’s clock is wrong: do not rely on it)' : ''}`,
        aheadLabel: 'Ahead of you',
        ahead: ahead === 0 ? 'nobody' : ahead === 1 ? '1 person' : `${ahead} people`,
        waitLabel: wait === null ? 'Wait' : 'About',
        wait: wait?.en ?? 'not known yet',
        phone: 'Scan with a phone (Wi-Fi of this centre) to see how many are ahead.',
        absent: absentWords(ticket).en,
        foot: ['Have your ID card and papers ready.', 'Valid today only.'],
      };
}

/** What becomes of the number if nobody comes, as the office has set it. */
function absentWords({ calls, goesBack }: Pick<TicketPaper, 'calls' | 'goesBack'>): Bilingual {
  const called = calls === 1 ? '1 call' : `${calls} calls`;
  return goesBack === false
    ? { vi: `Gọi ${calls} lần không có mặt thì số hết hiệu lực.`, en: `Not here after ${called}: no longer valid.` }
    : {
        vi: `Gọi ${calls} lần không có mặt thì xếp lại cuối hàng.`,
        en: `Not here after ${called}: back to the end of the line.`,
      };
}

const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');
