import type { WorkingCalendar } from '../calendar/calendar.ts';
import { dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import { plusSeconds } from './line.ts';

/** People take numbers so long before the office's first hour, minutes: they stand at the door by then. */
const BEGINS_BEFORE_MINUTES = 30;

/**
 * Whether the day's hall begins by itself where a machine hosts: from half an hour before the office's first hour of that
 * day to the end of its last. At night, on Sundays, holidays and days the office is closed it does not: whoever receives
 * people then opens a counter.
 */
export function beginsByItself(calendar: Pick<WorkingCalendar, 'sessionsOf'>, now: LocalDateTime): boolean {
  const day = dateOf(now);
  const sessions = calendar.sessionsOf(day);
  const first = sessions[0];
  const last = sessions.at(-1);
  if (first === undefined || last === undefined) return false;
  const from = plusSeconds(`${day}T${first.from}:00`, -BEGINS_BEFORE_MINUTES * 60);
  return from <= now && now < `${day}T${last.to}:00`;
}
