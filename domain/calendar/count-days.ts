import type { WorkingCalendar } from './calendar.ts';
import { addDays, type CivilDate } from './civil-date.ts';

export interface CountedDay {
  readonly date: CivilDate;
  /** Its number in the limit, from 1; null where it does not count. */
  readonly n: number | null;
}

export interface Count {
  /** Every day after the start up to `end`, in order. */
  readonly days: readonly CountedDay[];
  /** The last day of the limit. */
  readonly end: CivilDate;
  /** The day the result is promised for: `end`, or the first day after it on which the office works. */
  readonly due: CivilDate;
}

/**
 * Counts a limit from the day after `start`: the first day is never counted (Bộ luật Dân sự 91/2015/QH13 Điều 147
 * khoản 2), and a limit that ends on a day off ends with the next working day (Điều 148 khoản 5).
 * Null where the calendar ends before the limit does.
 */
export function countDays(
  start: CivilDate,
  limit: { readonly value: number; readonly unit: 'WORKING_DAY' | 'DAY' },
  calendar: WorkingCalendar,
): Count | null {
  const days: CountedDay[] = [];
  let date = start;
  let n = 0;
  while (n < limit.value) {
    date = addDays(date, 1);
    if (!calendar.covers(date)) return null;
    const counts = limit.unit === 'DAY' || calendar.isWorkingDay(date);
    if (counts) n += 1;
    days.push({ date, n: counts ? n : null });
  }
  const due = calendar.isReturnDay(date) ? date : calendar.nextReturnDay(date);
  return due === null ? null : { days, end: date, due };
}

/**
 * The day for work of the same day (giải quyết trong ngày): the day of receipt where the office works then and it is
 * not later than the cutoff, otherwise the next working day (NĐ 23/2015 Điều 7, Luật Hộ tịch 60/2014 Điều 16).
 * Null past the calendar.
 */
export function sameDay(date: CivilDate, time: string, calendar: WorkingCalendar): CivilDate | null {
  return inTime(date, time, calendar) ? date : calendar.nextReturnDay(date);
}

/** Whether what comes in at that moment can still be done or handed over on the same day. */
export function inTime(date: CivilDate, time: string, calendar: WorkingCalendar): boolean {
  const close = calendar.isReturnDay(date) ? closing(date, calendar) : null;
  return close !== null && time <= calendar.sameDayCutoff(date) && time < `${close}:00`;
}

/** End of the day's last session, 'HH:mm' (decision 1); null where there is none. */
export function closing(date: CivilDate, calendar: WorkingCalendar): string | null {
  return calendar.sessionsOf(date).at(-1)?.to ?? null;
}
