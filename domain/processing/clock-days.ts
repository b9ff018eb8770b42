import type { WorkingCalendar } from '../calendar/calendar.ts';
import { addDays, dateOf, daysBetween, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { processingClock, type ClockMark } from '../calendar/processing-clock.ts';
import type { DossierClock } from '../dossier/view.ts';

/** One working day of a list's strip (dải ngày): past, still left, paused, over the due day. */
export type DayTick = 'past' | 'left' | 'paused' | 'over';

/** Days on which the clock stood: after the first, up to and including the last; null: it still stands. */
export interface Pause {
  readonly after: CivilDate;
  readonly to: CivilDate | null;
  readonly reason: 'supplement' | 'financial' | 'other';
}

/**
 * The pauses of a clock, oldest first. The day it stopped counts as used, the day it went on does not; what stood
 * still for part of one day only is no pause.
 */
export function pausesOf(marks: readonly ClockMark[]): Pause[] {
  const pauses: Pause[] = [];
  let open: Extract<ClockMark, { kind: 'pause' }> | null = null;
  for (const mark of marks) {
    if (mark.kind === 'pause') open ??= mark;
    else if (open !== null && mark.kind !== 'extend' && mark.kind !== 'start') {
      const [after, to] = [dateOf(open.at), dateOf(mark.at)];
      if (after < to) pauses.push({ after, to, reason: open.reason });
      open = null;
    }
  }
  return open === null ? pauses : [...pauses, { after: dateOf(open.at), to: null, reason: open.reason }];
}

/** Whether the clock stood on that day. */
export function stood(pauses: readonly Pause[], date: CivilDate): boolean {
  return pauses.some((pause) => pause.after < date && (pause.to === null || date <= pause.to));
}

/** A line of more working days than these is not drawn day by day. */
const LONGEST = 400;

/**
 * The working days of a clock in order, from the day after it began (again): past, paused, left, over. Empty before it
 * began and past the calendar.
 */
export function ticksOf(clock: DossierClock, calendar: WorkingCalendar, now: LocalDateTime): DayTick[] {
  const from = clock.marks.findLast((mark) => mark.kind === 'start' || mark.kind === 'restart');
  if (from === undefined) return [];
  const first = dateOf(from.at);
  const today = dateOf(clock.endedAt ?? now);
  const { left } = processingClock(clock.marks, calendar, now);
  const due = clock.dueAt === null ? null : dateOf(clock.dueAt);
  const last = due !== null && due > today ? due : today;
  if (!calendar.covers(first) || !calendar.covers(last) || daysBetween(first, last) > LONGEST) return [];
  const pauses = pausesOf(clock.marks);
  const ticks: DayTick[] = [];
  for (let date = addDays(first, 1); date <= last; date = addDays(date, 1)) {
    if (!calendar.isWorkingDay(date)) continue;
    if (stood(pauses, date)) ticks.push('paused');
    else if (due !== null && date > due) ticks.push('over');
    else ticks.push(date <= today ? 'past' : 'left');
  }
  // While it stands there is no due day: what was left then stands after the wait.
  const waits = clock.pausedSince !== null ? Array.from({ length: left ?? 0 }, (): DayTick => 'left') : [];
  return [...ticks, ...waits];
}
