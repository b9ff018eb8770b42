import { type CivilDate, dateOf, type LocalDateTime, weekday } from '../calendar/civil-date.ts';

/** Dates, counts and money as official slips write them. */

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

const NOT_GIVEN = 'không có';
export const orNone = (text: string): string => (text.trim() === '' ? NOT_GIVEN : text);

/** With no-break spaces: telephone numbers and the like stay on one line. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0');

/** With a full stop, where it has none. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** Counts below 10 carry a 0: "01", "12". */
export function count(n: number): string {
  return String(n).padStart(2, '0');
}

/**
 * "ngày 05 tháng 02 năm 2027". Days below 10 and the months 1 and 2 carry a 0
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, điểm 4).
 */
export function dayOnSlip(date: CivilDate): string {
  const month = Number(date.slice(5, 7));
  return `ngày ${date.slice(8, 10)} tháng ${month <= 2 ? count(month) : String(month)} năm ${date.slice(0, 4)}`;
}

function clock(moment: LocalDateTime): string {
  return `${moment.slice(11, 13)} giờ ${moment.slice(14, 16)} phút`;
}

/** "10 giờ 42 phút, ngày 23 tháng 11 năm 2026", Vietnam time. */
export function momentOnSlip(moment: LocalDateTime): string {
  return `${clock(moment)}, ${dayOnSlip(dateOf(moment))}`;
}

/** "16 giờ 18 phút, ngày 23/11/2026", where a table leaves little room. */
export function shortMoment(moment: LocalDateTime): string {
  return `${clock(moment)}, ngày ${shortDay(dateOf(moment))}`;
}

/** "23/11/2026". */
export function shortDay(date: CivilDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** A day that is written in by hand. */
export const DAY_BY_HAND = 'ngày …… tháng …… năm …………';
export const SHORT_MOMENT_BY_HAND = '…… giờ …… phút, ngày …/…/……';

/** "0231/HDHS", or as it is where its kind stands in it; written in by hand where it is empty. */
export function numberOnSlip(number: string, suffix: string): string {
  return number.includes('/') ? number : `${number === '' ? '………' : number}/${suffix}`;
}

/** "17 giờ 00 phút, thứ Sáu ngày 27 tháng 11 năm 2026": a promise is easier to keep with its weekday. */
export function appointmentOnSlip(moment: LocalDateTime): string {
  const date = dateOf(moment);
  return `${clock(moment)}, ${WEEKDAYS[weekday(date) - 1] ?? ''} ${dayOnSlip(date)}`;
}

/** 150000 → "150.000": in columns whose head says what is counted. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** 150000 → "150.000 đồng". @param amount whole đồng */
export function moneyOnSlip(amount: number): string {
  return `${thousands(amount)} đồng`;
}

/** The time limit of the procedure (thời hạn giải quyết): "03 ngày làm việc", "40 ngày", "trong ngày làm việc". */
export function limitOnSlip(limit: {
  readonly value: number;
  readonly unit: 'WORKING_DAY' | 'DAY' | 'SAME_DAY';
}): string {
  switch (limit.unit) {
    case 'WORKING_DAY':
      return `${count(limit.value)} ngày làm việc`;
    case 'DAY':
      return `${count(limit.value)} ngày`;
    case 'SAME_DAY':
      return 'trong ngày làm việc';
  }
}
