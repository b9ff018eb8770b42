import type { SessionHours } from '../calendar/calendar-data.ts';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import { addDays, weekday, type CivilDate } from '../calendar/civil-date.ts';

const DAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
/** Weeks looked through for a day that is no holiday. */
const WEEKS = 4;

/**
 * Reception hours of an ordinary week from a day on: "thứ Hai đến thứ Sáu, 7 giờ 00 đến 11 giờ 30 và 13 giờ 30 đến 17 giờ
 * 00; thứ Bảy, 7 giờ 00 đến 11 giờ 30". Vietnamese, as slips say it; empty where the calendar tells none.
 */
export function receptionHours(calendar: WorkingCalendar, from: CivilDate): string {
  const week = DAYS.map((_, index) => sessionsWords(ordinary(calendar, from, index + 1)));
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const [index, hours] of week.entries()) {
    const before = runs.at(-1);
    if (hours === '') continue;
    if (before !== undefined && before.hours === hours && before.last === index - 1) before.last = index;
    else runs.push({ first: index, last: index, hours });
  }
  return runs
    .map(({ first, last, hours }) => {
      const days = first === last ? DAYS[first] : `${DAYS[first] ?? ''} đến ${DAYS[last] ?? ''}`;
      return `${days ?? ''}, ${hours}`;
    })
    .join('; ');
}

/** The hours of the next such weekday that is as usual; a holiday says nothing of the week. */
function ordinary(calendar: WorkingCalendar, from: CivilDate, day: number): readonly SessionHours[] {
  const first = addDays(from, (day - weekday(from) + 7) % 7);
  for (let week = 0; week < WEEKS; week += 1) {
    const date = addDays(first, week * 7);
    const { kind } = calendar.dayKind(date);
    if (kind === 'working' || kind === 'weekend') return calendar.sessionsOf(date);
  }
  return [];
}

function sessionsWords(sessions: readonly SessionHours[]): string {
  return sessions.map(({ from, to }) => `${clock(from)} đến ${clock(to)}`).join(' và ');
}

function clock(time: string): string {
  return `${Number(time.slice(0, 2))} giờ ${time.slice(3, 5)}`;
}
