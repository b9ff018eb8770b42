import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { LocalDateTime } from '../calendar/civil-date.ts';
import { workingSecondsBetween } from '../calendar/working-hours.ts';

/** How a dossier sent in from afar stands to its 8 working hours (chờ kiểm tra); `noLimit`: past the calendar. */
export const checkStandings = ['late', 'soon', 'inTime', 'noLimit'] as const;
export type CheckStanding = (typeof checkStandings)[number];

/** Office time left from which on the list presses: two hours. */
const SOON_SECONDS = 2 * 3600;

export interface ToCheck {
  readonly submittedAt: LocalDateTime;
  /** Last moment to answer; null past the calendar. */
  readonly checkBy: LocalDateTime | null;
}

export interface CheckTime {
  readonly standing: CheckStanding;
  /** Seconds of office time left, negative when late. Nights and days off take nothing of it. */
  readonly left: number | null;
}

/** What is left of the time to check at a moment. Late by the clock even where no office time has passed since. */
export function checkTime({ checkBy }: ToCheck, now: LocalDateTime, calendar: WorkingCalendar): CheckTime {
  const left = checkBy === null ? null : workingSecondsBetween(now, checkBy, calendar);
  if (checkBy === null || left === null) return { standing: 'noLimit', left: null };
  if (now > checkBy) return { standing: 'late', left };
  return { standing: left < SOON_SECONDS ? 'soon' : 'inTime', left };
}

/** Late ones first, then whoever's time ends first; without a limit last, in the order sent. */
export function compareToCheck(a: ToCheck, b: ToCheck): number {
  const end = (row: ToCheck): string => row.checkBy ?? '9999';
  return compare(end(a), end(b)) || compare(a.submittedAt, b.submittedAt);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
