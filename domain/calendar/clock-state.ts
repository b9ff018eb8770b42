import type { WorkingCalendar } from './calendar.ts';
import { type CivilDate, dateOf, daysBetween, type LocalDateTime, timeOf } from './civil-date.ts';
import type { ClockFault, ClockLimit, PauseReason } from './clock-marks.ts';
import { closing, countDays, sameDay } from './count-days.ts';

/** Where a limit ends: `end` is its last counted day, `due` the day promised. */
export interface Deadline {
  readonly end: CivilDate;
  readonly due: CivilDate;
}

/** The clock after some marks. */
export interface ClockState {
  readonly phase: 'waiting' | 'running' | 'paused' | 'finished';
  readonly limit: ClockLimit | null;
  readonly deadline: Deadline | null;
  /** Days used before `since`. */
  readonly usedBefore: number;
  /** Counting goes on from the day after this one. */
  readonly since: CivilDate | null;
  /** `from`: the days after it do not count; the same as `at` unless an extension came between. */
  readonly pause: { readonly at: LocalDateTime; readonly from: LocalDateTime; readonly reason: PauseReason } | null;
  readonly finishedAt: LocalDateTime | null;
  readonly extensions: number;
  readonly lastAt: LocalDateTime;
  readonly faults: readonly ClockFault[];
}

export const NOT_STARTED: ClockState = {
  phase: 'waiting',
  limit: null,
  deadline: null,
  usedBefore: 0,
  since: null,
  pause: null,
  finishedAt: null,
  extensions: 0,
  lastAt: '',
  faults: [],
};

/** Days of the limit's kind after `a` up to and including `b`; 0 where `b` is not later. */
export function unitDays(limit: ClockLimit | null, a: CivilDate, b: CivilDate, calendar: WorkingCalendar): number {
  if (b <= a) return 0;
  return limit?.unit === 'DAY' ? daysBetween(a, b) : calendar.workingDaysBetween(a, b);
}

/** End of the due day's last session; 17:00 where that day has none (a printed date that became a day off). */
export function momentOf(due: CivilDate, calendar: WorkingCalendar): LocalDateTime {
  return `${due}T${closing(due, calendar) ?? '17:00'}:00`;
}

/**
 * The deadline once a clock that stood still goes on. What was left when it stopped is counted from the day after it
 * goes on; the day it stopped counts as used, so a pause that ends on its own day changes nothing. Stopped on the
 * last day, it ends on the day it goes on, or on the next one the office works. Null past the calendar.
 */
export function resumed(
  deadline: Deadline,
  limit: ClockLimit | null,
  pausedAt: LocalDateTime,
  resumedAt: LocalDateTime,
  calendar: WorkingCalendar,
): Deadline | null {
  const [from, to] = [dateOf(pausedAt), dateOf(resumedAt)];
  if (from === to || pausedAt > momentOf(deadline.due, calendar)) return deadline;
  if (limit?.unit === 'SAME_DAY') {
    const due = sameDay(to, timeOf(resumedAt), calendar);
    return due === null ? null : { end: due, due };
  }
  const left = unitDays(limit, from, deadline.end, calendar);
  if (left > 0) return countDays(to, { value: left, unit: limit?.unit ?? 'WORKING_DAY' }, calendar);
  const close = calendar.isReturnDay(to) ? closing(to, calendar) : null;
  const due = close !== null && timeOf(resumedAt) < `${close}:00` ? to : calendar.nextReturnDay(to);
  return due === null ? null : { end: due, due };
}
