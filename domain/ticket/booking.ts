import { dateOf, epochMs, localDateTime, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import type { HallRules } from './rules.ts';

/** A booked time (giờ hẹn trước): who comes at it goes before those without a claim, and stands in no line until then. */

/** From when a booked ticket may be called. */
export function callableFrom(bookedFor: LocalDateTime, { settings }: Pick<HallRules, 'settings'>): LocalDateTime {
  return localDateTime(epochMs(bookedFor) - settings.bookedEarlyMinutes * 60_000);
}

/** Whether a ticket’s booked time is still too far off to be called. */
export function isBookedLater(
  { bookedFor }: { readonly bookedFor: LocalDateTime | null },
  rules: Pick<HallRules, 'settings'>,
  now: LocalDateTime,
): boolean {
  return bookedFor !== null && now < callableFrom(bookedFor, rules);
}

/** Whether a number may stand in the lane of booked times: for a time of its own day. Come too late, it is one like any other. */
export function mayBook(bookedFor: LocalDateTime | null, day: CivilDate): boolean {
  return bookedFor !== null && dateOf(bookedFor) === day;
}
