import type { Bilingual } from '../text.ts';
import type { WorkingCalendar } from './calendar.ts';
import { dateOf, type LocalDateTime, timeOf } from './civil-date.ts';
import { closing, inTime } from './count-days.ts';
import { dayInSentence, timeInSentence } from './date-words.ts';

/** Last moment to hand a paper dossier over, and the sentence that says so. */
export interface HandoverRule {
  readonly by: LocalDateTime;
  /** `same-day`: within the day of receipt; `next-day`: at the start of the next working day. */
  readonly kind: 'same-day' | 'next-day';
  readonly text: Bilingual;
}

/**
 * Handover (chuyển hồ sơ) of a dossier received at the counter or by post: within the same working day, or, received
 * later than 15:00 or on a day not worked, at the start of the next working day (NĐ 309/2026, Điều 18 khoản 2).
 * Online dossiers go at once and need no deadline. Null past the calendar.
 */
export function handoverRule(receivedAt: LocalDateTime, calendar: WorkingCalendar): HandoverRule | null {
  const date = dateOf(receivedAt);
  if (!calendar.covers(date)) return null;
  const close = closing(date, calendar);
  if (close !== null && inTime(date, timeOf(receivedAt), calendar)) {
    const time = timeInSentence(close);
    return {
      by: `${date}T${close}:00`,
      kind: 'same-day',
      text: { vi: `Bàn giao trước ${time.vi} cùng ngày`, en: `Hand over before ${time.en} the same day` },
    };
  }
  const next = calendar.nextReturnDay(date);
  const opening = next === null ? undefined : calendar.sessionsOf(next)[0]?.from;
  if (next === null || opening === undefined) return null;
  const day = dayInSentence(next);
  return {
    by: `${next}T${opening}:00`,
    kind: 'next-day',
    text: { vi: `Bàn giao đầu giờ làm việc ${day.vi}`, en: `Hand over at the start of work on ${day.en}` },
  };
}

/** The moment of {@link handoverRule}; null past the calendar. */
export function handoverDeadline(receivedAt: LocalDateTime, calendar: WorkingCalendar): LocalDateTime | null {
  return handoverRule(receivedAt, calendar)?.by ?? null;
}

/** The transfer clock of a dossier received for another authority (phi địa giới), beside its processing clock. */
export interface TransferClock {
  readonly by: LocalDateTime;
  readonly state: 'running' | 'overdue' | 'met' | 'late';
  readonly text: Bilingual;
}

/** How the transfer stands at `now`; `arrivedAt` is when the competent agency received it. Null past the calendar. */
export function transferClock(
  receivedAt: LocalDateTime,
  arrivedAt: LocalDateTime | null,
  now: LocalDateTime,
  calendar: WorkingCalendar,
): TransferClock | null {
  const rule = handoverRule(receivedAt, calendar);
  if (rule === null) return null;
  const day = dayInSentence(dateOf(rule.by));
  const time = timeInSentence(timeOf(rule.by));
  const until = { vi: `${time.vi} ${day.vi}`, en: `${time.en} on ${day.en}` };
  if (arrivedAt !== null) {
    return arrivedAt <= rule.by
      ? { by: rule.by, state: 'met', text: { vi: 'Đã chuyển đúng hạn', en: 'Transferred in time' } }
      : {
          by: rule.by,
          state: 'late',
          text: { vi: `Chuyển sau hạn ${until.vi}`, en: `Transferred after ${until.en}` },
        };
  }
  return now <= rule.by
    ? { by: rule.by, state: 'running', text: { vi: `Chuyển trước ${until.vi}`, en: `Transfer before ${until.en}` } }
    : {
        by: rule.by,
        state: 'overdue',
        text: { vi: `Quá hạn chuyển từ ${until.vi}`, en: `Transfer overdue since ${until.en}` },
      };
}
