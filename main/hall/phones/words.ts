import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { Bilingual } from '../../../domain/text.ts';
import type { Language } from '../../../domain/voice/spoken.ts';
import { waitInSentence } from '../../../domain/voice/wait-words.ts';
import type { PhoneTicket } from './side.ts';

/** Texts of the phones' pages, Vietnamese first. */
export const words = {
  title: { vi: 'Lấy số chờ', en: 'Take a number' },
  choose: { vi: 'Ông, bà đến làm việc gì?', en: 'What have you come for?' },
  priority: { vi: 'Diện ưu tiên', en: 'Priority' },
  priorityNone: { vi: 'Không thuộc diện nào', en: 'None' },
  noCounter: { vi: 'chưa có quầy nhận', en: 'no counter open' },
  noName: {
    vi: 'Trang này không hỏi họ tên, số giấy tờ hay số điện thoại.',
    en: 'This page asks for no name, ID number or telephone number.',
  },
  own: { vi: 'Số đã lấy trên điện thoại này', en: 'Numbers taken on this phone' },
  scan: {
    vi: 'Để lấy số, quét mã QR trên máy lấy số hoặc trên bảng thông báo của Trung tâm. Mã trên màn hình đổi sau vài phút.',
    en: 'To take a number, scan the QR code on the ticket kiosk or on the centre’s notice. The code on the screen changes every few minutes.',
  },
  closed: {
    vi: 'Hiện chưa phát số. Mời ông, bà hỏi cán bộ ở quầy.',
    en: 'No numbers are given now. Please ask an officer at a counter.',
  },
  full: {
    vi: 'Đang có nhiều người chờ bằng điện thoại. Mời ông, bà lấy số ở máy lấy số.',
    en: 'Many people are waiting by phone. Please take a number at the ticket kiosk.',
  },
  tooOften: {
    vi: 'Điện thoại này hỏi quá nhiều lần. Mời ông, bà đợi một phút rồi thử lại, hoặc lấy số ở máy lấy số.',
    en: 'This phone has asked too often. Please try again in a minute, or use the ticket kiosk.',
  },
  tooMany: {
    vi: 'Từ điện thoại hoặc mạng này đã lấy nhiều số trong giờ qua. Mời ông, bà lấy số ở máy lấy số.',
    en: 'Many numbers were taken from this phone or network within the hour. Please use the ticket kiosk.',
  },
  cookie: {
    vi: 'Chưa lấy được số. Mời ông, bà quét lại mã QR; nếu vẫn vậy, lấy số ở máy lấy số.',
    en: 'No number was taken. Please scan the QR code again; if that does not help, use the ticket kiosk.',
  },
  failed: {
    vi: 'Chưa lấy được số vì máy của Trung tâm đang nối lại. Mời ông, bà thử lại sau một phút.',
    en: 'No number was taken: the centre’s machines are reconnecting. Please try again in a minute.',
  },
  unknown: {
    vi: 'Không có số nào của hôm nay ở địa chỉ này. Số chỉ dùng trong ngày.',
    en: 'There is no number of today at this address. A number is good for its day only.',
  },
  yours: { vi: 'Số của ông, bà', en: 'Your number' },
  unsure: { vi: 'Cán bộ sẽ ra giúp', en: 'An officer will help' },
  ahead: { vi: 'Trước ông, bà', en: 'Before you' },
  wait: { vi: 'Chờ khoảng', en: 'Wait about' },
  waits: { vi: 'chờ', en: 'wait' },
  called: { vi: 'Đang gọi', en: 'Now calling' },
  held: { vi: 'Đang giữ chỗ', en: 'Kept for you' },
  served: { vi: 'Đã phục vụ xong', en: 'Served' },
  missed: { vi: 'Đã gọi mà chưa thấy ông, bà', en: 'Called, and you were not there' },
  gone: { vi: 'Số này không còn hiệu lực', en: 'This number is no longer good' },
  keep: {
    vi: 'Giữ trang này mở. Vẫn nghe loa và nhìn màn hình: điện thoại có thể chậm hoặc mất mạng.',
    en: 'Keep this page open. Still listen and watch the display: a phone may be slow or lose the Wi-Fi.',
  },
  live: { vi: 'Trực tiếp, lúc', en: 'Live, at' },
  lost: {
    vi: 'Chưa trực tiếp, đang nối lại. Số liệu trên đây là lúc',
    en: 'Not live, reconnecting. What is shown here is of',
  },
  another: { vi: 'English', en: 'Tiếng Việt' },
} as const satisfies Record<string, Bilingual>;

/** "9:05". */
export function clockInWords(at: LocalDateTime): string {
  return at.slice(11, 16).replace(/^0/, '');
}

export const say = (text: Bilingual, language: Language): string => text[language];

export function peopleAhead(ahead: number): Bilingual {
  if (ahead === 0) return { vi: 'không có ai', en: 'nobody' };
  return { vi: `${ahead} người`, en: ahead === 1 ? '1 person' : `${ahead} people` };
}

/** Of a field nobody has chosen yet. */
export function before(ahead: number): Bilingual {
  if (ahead === 0) return { vi: 'không có ai chờ trước', en: 'nobody before you' };
  return { vi: `${ahead} người chờ trước`, en: `${ahead} before you` };
}

export function waitWords({ wait }: Pick<PhoneTicket, 'wait'>): Bilingual {
  return wait === null
    ? { vi: 'chưa ước tính được, chưa có quầy nhận', en: 'not known, no counter open' }
    : waitInSentence(wait);
}

/** What to do, as the ticket stands. */
export function whatToDo(ticket: PhoneTicket, calls: number): Bilingual {
  const at = ticket.counter ?? '';
  const time = ticket.calledAt === null ? '' : clockInWords(ticket.calledAt);
  switch (ticket.stands) {
    case 'waiting':
      if (ticket.bookedFor !== null) return bookedWords(clockInWords(ticket.bookedFor));
      return absentWords(calls, ticket.goesBack);
    case 'called':
      return { vi: `Mời ông, bà đến ${at} ngay bây giờ.`, en: `Please go to ${at} now.` };
    case 'missed':
      return {
        vi: `${at} đã gọi lúc ${time}. Số đã được xếp lại và sẽ được gọi lần nữa; nếu đang ở Trung tâm, mời báo cán bộ ở ${at}.`,
        en: `${at} called at ${time}. The number is back in line and will be called again; if you are here, please tell the officer at ${at}.`,
      };
    case 'held':
      return {
        vi: `${at} giữ chỗ cho ông, bà. Xong giấy tờ, mời trở lại ${at}, không cần lấy số mới.`,
        en: `${at} keeps your place. When your papers are ready, go back to ${at}; you need no new number.`,
      };
    case 'served':
      return { vi: 'Cảm ơn ông, bà. Trang này không đổi nữa.', en: 'Thank you. This page changes no more.' };
    case 'gone':
      return goneWords[ticket.gone ?? 'day'];
  }
}

function absentWords(calls: number, goesBack: boolean): Bilingual {
  const after = calls === 1 ? 'After 1 call' : `After ${calls} calls`;
  return goesBack
    ? {
        vi: `Gọi ${calls} lần mà không có mặt, số được xếp lại cuối hàng.`,
        en: `${after} without you, the number goes back to the end of the line.`,
      }
    : {
        vi: `Gọi ${calls} lần mà không có mặt, số hết hiệu lực.`,
        en: `${after} without you, the number is no longer good.`,
      };
}

const bookedWords = (time: string): Bilingual => ({
  vi: `Giờ hẹn ${time}. Mời ông, bà có mặt trước giờ hẹn; người chờ trước và thời gian chờ hiện khi gần đến giờ.`,
  en: `Your appointment is at ${time}. Please be here before it; how many are ahead is told when the time comes near.`,
});

const goneWords = {
  absent: {
    vi: 'Đã gọi mà không có ai đến. Mời ông, bà báo cán bộ ở quầy hoặc lấy số mới.',
    en: 'It was called and nobody came. Please tell an officer, or take a new number.',
  },
  held: {
    vi: 'Số được giữ chỗ đã quá lâu. Mời ông, bà báo cán bộ ở quầy hoặc lấy số mới.',
    en: 'It was kept for too long. Please tell an officer, or take a new number.',
  },
  day: { vi: 'Số chỉ dùng trong ngày đã lấy.', en: 'A number is good for its day only.' },
} as const satisfies Record<string, Bilingual>;
