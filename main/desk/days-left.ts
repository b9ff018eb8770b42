import type { WorkingCalendar } from '../../domain/calendar/calendar.ts';
import { dateOf, type CivilDate, type LocalDateTime } from '../../domain/calendar/civil-date.ts';

/** Working days from today to the due day; negative once it has passed. */
export function daysLeft(dueAt: LocalDateTime | null, today: CivilDate, calendar: WorkingCalendar): number | null {
  if (dueAt === null) return null;
  const due = dateOf(dueAt);
  return calendar.covers(due) && calendar.covers(today) ? calendar.workingDaysBetween(today, due) : null;
}
