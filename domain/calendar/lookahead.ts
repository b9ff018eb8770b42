import type { Bilingual } from '../text.ts';
import type { WorkingCalendar } from './calendar.ts';
import { addDays, type CivilDate } from './civil-date.ts';
import { sameDay } from './count-days.ts';
import { capital, dayInSentence, dayTitle, hours, timeInSentence } from './date-words.ts';
import { kindLabel, nameInSentence } from './day-kind.ts';

/** A day as the sign-in screen tells it. */
export interface DayNotice {
  readonly date: CivilDate;
  /** "Thứ Ba 24/11, nghỉ lễ". */
  readonly title: Bilingual;
  readonly detail: Bilingual;
}

const sentence = (...parts: readonly (Bilingual | null)[]): Bilingual => {
  const said = parts.filter((part) => part !== null);
  return { vi: said.map((p) => p.vi).join(' '), en: said.map((p) => p.en).join(' ') };
};

/** "Tiếp nhận 7:00–11:30, 13:30–17:00"; null on a day without reception. */
function receptionWords(date: CivilDate, calendar: WorkingCalendar): Bilingual | null {
  const list = calendar.sessionsOf(date).map(hours).join(', ');
  if (list === '') return null;
  return calendar.isWorkingDay(date)
    ? { vi: `Tiếp nhận ${list}`, en: `Reception ${list}` }
    : {
        vi: `Tiếp nhận ${list}, không tính là ngày làm việc`,
        en: `Reception ${list}, not counted as a working day`,
      };
}

/** What the day is, in one line: hours, or why it is off. */
function detailOf(date: CivilDate, calendar: WorkingCalendar): Bilingual {
  const kind = calendar.dayKind(date);
  const reception = receptionWords(date, calendar);
  if (kind.kind === 'working' || kind.kind === 'weekend' || kind.kind === 'unknown') {
    return reception ?? { vi: 'Không tiếp nhận', en: 'No reception' };
  }
  const name = nameInSentence(kind);
  const named = { vi: capital(name.vi), en: capital(name.en) };
  return reception === null ? named : { vi: `${named.vi}. ${reception.vi}`, en: `${named.en}. ${reception.en}` };
}

/** Same-day work received later today goes past tomorrow: say to which day. */
function consequence(today: CivilDate, calendar: WorkingCalendar): Bilingual | null {
  const tomorrow = addDays(today, 1);
  if (!calendar.covers(today) || calendar.isReturnDay(tomorrow)) return null;
  const due = calendar.nextReturnDay(today);
  if (due === null || calendar.sessionsOf(today).length === 0) return null;
  const day = dayInSentence(due);
  if (sameDay(today, '00:00:00', calendar) !== today) {
    return {
      vi: `Việc giải quyết trong ngày mà nhận hôm nay thì hẹn ${day.vi}.`,
      en: `Same-day work received today is due on ${day.en}.`,
    };
  }
  const cutoff = timeInSentence(calendar.sameDayCutoff(today)).en;
  return {
    vi: `Việc giải quyết trong ngày mà nhận sau ${cutoff} hôm nay thì hẹn ${day.vi}.`,
    en: `Same-day work received after ${cutoff} today is due on ${day.en}.`,
  };
}

/** What today and tomorrow are, for the sign-in screen. */
export function lookAhead(
  today: CivilDate,
  calendar: WorkingCalendar,
): { readonly today: DayNotice; readonly tomorrow: DayNotice } {
  const tomorrow = addDays(today, 1);
  const kind = calendar.dayKind(tomorrow);
  const label =
    kind.kind === 'weekend' && calendar.sessionsOf(tomorrow).length > 0
      ? { vi: 'chỉ tiếp nhận', en: 'reception only' }
      : kindLabel(kind.kind);
  const day = dayInSentence(tomorrow);
  const detail = detailOf(tomorrow, calendar);
  const after = consequence(today, calendar);
  const full = after === null ? detail : { vi: `${detail.vi}.`, en: `${detail.en}.` };
  return {
    today: { date: today, title: dayTitle(today), detail: detailOf(today, calendar) },
    tomorrow: {
      date: tomorrow,
      title: { vi: `${capital(day.vi)}, ${label.vi}`, en: `${day.en}, ${label.en}` },
      detail: sentence(full, after),
    },
  };
}
