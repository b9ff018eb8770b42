import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import { shortNumber } from '../../domain/dossier/code.ts';
import {
  dateInSentence,
  dayInSentence,
  dayLabel,
  dayTitle,
  plainDate as plain,
} from '../../domain/calendar/date-words.ts';

/** Numbers, dates and times as the screens write them. Dates are civil, times are Vietnam time (UTC+7). */
export type Language = 'vi' | 'en';

/** In rows: "T6 27/11", "Fri 27/11". */
export const rowDay = (date: CivilDate, language: Language): string => dayLabel(date)[language];
/** In sentences: "thứ Sáu 27/11", "Friday 27/11". */
export const sentenceDay = (date: CivilDate, language: Language): string => dayInSentence(date)[language];
/** In sentences, with its year: "thứ Sáu 27/11/2026". */
export const sentenceDate = (date: CivilDate, language: Language): string => dateInSentence(date)[language];
/** As a title: "Thứ Sáu 27/11/2026". */
export const titleDay = (date: CivilDate, language: Language): string => dayTitle(date)[language];
/** "27/11/2026". */
export const plainDate = (date: CivilDate): string => plain(date);
/** "27/11", from a date or a local time. */
export const dayMonth = (date: string): string => `${date.slice(8, 10)}/${date.slice(5, 7)}`;
/** "10:42", from 'YYYY-MM-DDTHH:mm:ss'. */
export const clock = (local: string): string => local.slice(11, 16);
/** "10:42:05", from 'YYYY-MM-DDTHH:mm:ss'. */
export const clockSeconds = (local: string): string => local.slice(11, 19);

/** "1.284" in Vietnamese, "1,284" in English. */
export function count(n: number, language: Language): string {
  return String(Math.trunc(n)).replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
}

/** "150.000 đ", with a space that does not break. */
export const money = (dong: number, language: Language): string => `${count(dong, language)}\u00a0đ`;

/** "087 196 004 218": digits in threes from the left, only where there are twelve; old numbers of nine the same way. */
export function personalId(id: string): string {
  return /^(?:\d{9}|\d{12})$/.test(id) ? (id.match(/\d{3}/g) ?? []).join(' ') : id;
}

/** "0912 000 345" for ten digits; others as they are. */
export function phone(digits: string): string {
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 4)} ${digits.slice(4, 7)} ${digits.slice(7)}` : digits;
}

/** "21′" */
export const minutes = (n: number): string => `${Math.trunc(n)}′`;

/** "3′20″", "6′05″"; never 03:20, which reads as a time of day. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.trunc(seconds));
  return `${Math.trunc(whole / 60)}′${String(whole % 60).padStart(2, '0')}″`;
}

/**
 * What a dossier is called by in lists: 'H20.57-261123-0304' → '0304', a temporary number 'T012'. One without a number yet
 * is called by the code it has, the whole of it: 'QL 7K2M-41QF'.
 */
export const dayNumber = (code: string): string => shortNumber(code) ?? code;
/** Whether it has a number of its own: guided only, or sent in by another system, it has none yet. */
export const hasNumber = (code: string): boolean => shortNumber(code) !== null;
