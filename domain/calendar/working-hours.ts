import type { Bilingual } from '../text.ts';
import type { WorkingCalendar } from './calendar.ts';
import { addDays, dateOf, type CivilDate, type LocalDateTime, timeOf } from './civil-date.ts';

/** An online dossier is answered within 8 working hours (NĐ 45/2020/NĐ-CP, Điều 14; not confirmed after NĐ 310/2026). */
export const CHECK_HOURS = 8;

/**
 * The moment when so many hours of office time have passed since `from`: the hours of working days count, nights, days
 * off and a Saturday morning's reception do not (decision 3). Null past the calendar.
 */
export function afterWorkingHours(from: LocalDateTime, hours: number, calendar: WorkingCalendar): LocalDateTime | null {
  let left = hours * 3600;
  for (let date = dateOf(from); calendar.covers(date); date = addDays(date, 1)) {
    for (const [begin, end] of spansOf(date, calendar)) {
      const at = Math.max(begin, date === dateOf(from) ? secondsOf(timeOf(from)) : 0);
      if (at >= end) continue;
      if (left <= end - at) return `${date}T${clockOf(at + left)}`;
      left -= end - at;
    }
  }
  return null;
}

/** Seconds of office time from `a` to `b`, negative where `b` is earlier. Null where the calendar does not reach. */
export function workingSecondsBetween(a: LocalDateTime, b: LocalDateTime, calendar: WorkingCalendar): number | null {
  if (b < a) {
    const back = workingSecondsBetween(b, a, calendar);
    return back === null ? null : 0 - back;
  }
  const [first, last] = [dateOf(a), dateOf(b)];
  if (!calendar.covers(first) || !calendar.covers(last)) return null;
  let sum = 0;
  for (let date = first; date <= last; date = addDays(date, 1)) {
    for (const [begin, end] of spansOf(date, calendar)) {
      const from = date === first ? Math.max(begin, secondsOf(timeOf(a))) : begin;
      const to = date === last ? Math.min(end, secondsOf(timeOf(b))) : end;
      sum += Math.max(0, to - from);
    }
  }
  return sum;
}

/** "còn 3 giờ 20 phút làm việc", "quá 40 phút làm việc", from seconds left. */
export function workingTimeLeft(seconds: number): Bilingual {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  const vi = [h > 0 ? `${h} giờ` : '', m > 0 || h === 0 ? `${m} phút` : ''].filter((part) => part !== '').join(' ');
  const en = [h > 0 ? `${h} h` : '', m > 0 || h === 0 ? `${m} min` : ''].filter((part) => part !== '').join(' ');
  return seconds < 0
    ? { vi: `quá ${vi} làm việc`, en: `${en} of office time over` }
    : { vi: `còn ${vi} làm việc`, en: `${en} of office time left` };
}

/** Office time of a day in seconds since midnight; none on a day that is not worked. */
function spansOf(date: CivilDate, calendar: WorkingCalendar): (readonly [number, number])[] {
  if (!calendar.isWorkingDay(date)) return [];
  return calendar.sessionsOf(date).map(({ from, to }) => [secondsOf(from), secondsOf(to)] as const);
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}

function clockOf(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
