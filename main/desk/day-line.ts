import type { CallOutput } from '../../contract/desk.ts';
import type { WorkingCalendar } from '../../domain/calendar/calendar.ts';
import { addDays, dateOf, daysBetween, type CivilDate, type LocalDateTime } from '../../domain/calendar/civil-date.ts';

type Day = CallOutput<'dossier.get'>['days'][number];

/** A line of more days than these tells nothing on a sheet of 710 px. */
const LONGEST = 150;

/**
 * The day strip of a dossier (dải ngày): from receipt to the due day, or to today where that is later.
 * Plain weekends are left out. Empty without a due day, past the calendar, or where the line would be too long.
 */
export function dayLine(
  receivedAt: LocalDateTime,
  dueAt: LocalDateTime | null,
  today: CivilDate,
  calendar: WorkingCalendar,
): Day[] {
  if (dueAt === null) return [];
  const first = dateOf(receivedAt);
  const due = dateOf(dueAt);
  const last = due > today ? due : today;
  if (daysBetween(first, last) > LONGEST || !calendar.covers(first) || !calendar.covers(last)) return [];
  const days: Day[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const { counts, weekly } = calendar.dayKind(date);
    const kind = date === first ? 'received' : !counts ? 'off' : date > due ? 'over' : date <= today ? 'used' : 'left';
    if (kind !== 'off' || !weekly || date === due) days.push({ date, kind });
  }
  return days;
}

/** Working days from today to the due day; negative once it has passed. */
export function daysLeft(dueAt: LocalDateTime | null, today: CivilDate, calendar: WorkingCalendar): number | null {
  if (dueAt === null) return null;
  const due = dateOf(dueAt);
  return calendar.covers(due) && calendar.covers(today) ? calendar.workingDaysBetween(today, due) : null;
}
