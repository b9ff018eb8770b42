import type { WorkingCalendar } from './calendar.ts';
import { dateOf, type LocalDateTime } from './civil-date.ts';

/** When the office opens again on the same day after its next break, or the one it is in; null: it has none left. */
export function opensAgain(calendar: Pick<WorkingCalendar, 'sessionsOf'>, now: LocalDateTime): LocalDateTime | null {
  const day = dateOf(now);
  const [, ...later] = calendar.sessionsOf(day).map(({ from }) => `${day}T${from}:00`);
  return later.find((from) => from > now) ?? null;
}
