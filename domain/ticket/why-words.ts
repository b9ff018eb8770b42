import { timeInSentence } from '../calendar/date-words.ts';
import type { Bilingual } from '../text.ts';
import type { HallRules } from './rules.ts';
import { priorityOf } from './series.ts';
import type { Why } from './why.ts';

/**
 * Why this ticket was called, in one sentence for its officer and for everybody who waits (vì sao gọi số này). Nothing in
 * it says who the person is: a class stands on the ticket as well.
 */
export function whyWords(why: Why, rules: HallRules): Bilingual {
  switch (why.kind) {
    case 'first':
      return { vi: 'Chờ lâu nhất trong các số quầy này nhận', en: 'Waiting longest of those this counter serves' };
    case 'priority': {
      const name = priorityOf(rules, why.class)?.name ?? { vi: 'Diện ưu tiên', en: 'Priority' };
      return {
        vi: `${name.vi}, được ưu tiên${before(why.overtaken).vi}`,
        en: `${name.en}, goes first${before(why.overtaken).en}`,
      };
    }
    case 'limit':
      return limitWords(why.left, rules);
    case 'booked': {
      const time = timeInSentence(why.bookedFor.slice(11));
      return {
        vi: `Đến giờ đã hẹn ${time.vi}${before(why.overtaken).vi}`,
        en: `Booked for ${time.en}${before(why.overtaken).en}`,
      };
    }
    case 'return':
      return {
        vi: `Quay lại bổ sung giấy tờ hoặc nhận kết quả, không phải chờ lại từ đầu${before(why.overtaken).vi}`,
        en: `Back with papers or for a result, no fresh wait${before(why.overtaken).en}`,
      };
    case 'moved-here':
      return { vi: 'Được chuyển riêng tới quầy này', en: 'Moved to this counter' };
    case 'named':
      return {
        vi: `Cán bộ gọi đúng số này${before(why.overtaken).vi}`,
        en: `Called by its number${before(why.overtaken).en}`,
      };
  }
}

/** Before time presses (gần chạm mức chờ, as on the boards) the call is for the sake of those behind. */
function limitWords(left: number, { settings, alerts }: HallRules): Bilingual {
  const limit = settings.limitMinutes;
  if (left < 0) {
    return { vi: `Đã chờ quá mức ${limit} phút`, en: `Has waited beyond the limit of ${limit} minutes` };
  }
  return left <= limit * 0.6 * (100 - alerts.officePercent)
    ? {
        vi: `Sắp chạm mức chờ ${limit} phút, còn ${minutes(left)} phút`,
        en: `Close to the limit of ${limit} minutes, ${minutes(left)} left`,
      }
    : {
        vi: `Gọi lúc này để không ai phải chờ quá ${limit} phút`,
        en: `Called now so that nobody waits beyond ${limit} minutes`,
      };
}

const minutes = (seconds: number): number => Math.floor(seconds / 60);

/** How many in line longer it goes before; nothing where there are none. */
function before(n: number): Bilingual {
  return n === 0 ? { vi: '', en: '' } : { vi: `, trước ${n} số chờ lâu hơn`, en: `, before ${n} waiting longer` };
}
