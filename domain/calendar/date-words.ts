import type { Bilingual } from '../text.ts';
import { type CivilDate, weekday } from './civil-date.ts';

/** Dates and numbers of days as the program says them: rows *T6 27/11*, sentences *thứ Sáu 27/11*. */

const SHORT_VI = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const;
const LONG_VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;
const LONG_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const dayMonth = (date: CivilDate): string => `${date.slice(8, 10)}/${date.slice(5, 7)}`;
const dayMonthYear = (date: CivilDate): string => `${dayMonth(date)}/${date.slice(0, 4)}`;
const nth = (names: readonly string[], date: CivilDate): string => names[weekday(date) - 1] ?? '';

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
export const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** "T2 23/11", "Mon 23/11". */
export function dayLabel(date: CivilDate): Bilingual {
  return {
    vi: `${nth(SHORT_VI, date)} ${dayMonth(date)}`,
    en: `${nth(LONG_EN, date).slice(0, 3)} ${dayMonth(date)}`,
  };
}

/** "thứ Tư 25/11", "Wednesday 25/11". */
export function dayInSentence(date: CivilDate): Bilingual {
  return { vi: `${nth(LONG_VI, date)} ${dayMonth(date)}`, en: `${nth(LONG_EN, date)} ${dayMonth(date)}` };
}

/** "thứ Sáu 27/11/2026", "Friday 27/11/2026". */
export function dateInSentence(date: CivilDate): Bilingual {
  const day = dayInSentence(date);
  const year = date.slice(0, 4);
  return { vi: `${day.vi}/${year}`, en: `${day.en}/${year}` };
}

/** "Thứ Sáu 27/11/2026", "Friday 27/11/2026". */
export function dayTitle(date: CivilDate): Bilingual {
  return {
    vi: `${capital(nth(LONG_VI, date))} ${dayMonthYear(date)}`,
    en: `${nth(LONG_EN, date)} ${dayMonthYear(date)}`,
  };
}

/** "31/12/2027". */
export function plainDate(date: CivilDate): string {
  return dayMonthYear(date);
}

/** "17 giờ 00", "17:00", from 'HH:mm' or 'HH:mm:ss'. */
export function timeInSentence(time: string): Bilingual {
  return { vi: `${Number(time.slice(0, 2))} giờ ${time.slice(3, 5)}`, en: time.slice(0, 5) };
}

/** "7:00–11:30". */
export function hours(session: { readonly from: string; readonly to: string }): string {
  const plain = (time: string): string => `${Number(time.slice(0, 2))}:${time.slice(3, 5)}`;
  return `${plain(session.from)}–${plain(session.to)}`;
}

/** "3 ngày làm việc", "1 working day". */
export function workingDays(n: number): Bilingual {
  return { vi: `${n} ngày làm việc`, en: `${n} working day${n === 1 ? '' : 's'}` };
}

/** "40 ngày (tính cả ngày nghỉ)", "40 calendar days". */
export function calendarDays(n: number): Bilingual {
  return { vi: `${n} ngày (tính cả ngày nghỉ)`, en: `${n} calendar day${n === 1 ? '' : 's'}` };
}

/** "Thứ Hai", "Monday". @param nth 1 Monday … 7 Sunday */
export function weekdayName(day: number): Bilingual {
  return { vi: capital(LONG_VI[day - 1] ?? ''), en: LONG_EN[day - 1] ?? '' };
}
