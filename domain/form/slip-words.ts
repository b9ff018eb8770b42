import { type CivilDate, dateOf, type LocalDateTime, weekday } from '../calendar/civil-date.ts';

/** Dates, counts and money as official slips write them. */

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

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

/** "17 giờ 00 phút, thứ Sáu ngày 27 tháng 11 năm 2026": a promise is easier to keep with its weekday. */
export function appointmentOnSlip(moment: LocalDateTime): string {
  const date = dateOf(moment);
  return `${clock(moment)}, ${WEEKDAYS[weekday(date) - 1] ?? ''} ${dayOnSlip(date)}`;
}

/** 150000 → "150.000 đồng". @param amount whole đồng */
export function moneyOnSlip(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')} đồng`;
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
