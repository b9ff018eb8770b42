import type { CalendarData, InForce, SessionHours } from './calendar-data.ts';
import { parseCivilDate, weekday } from './civil-date.ts';

function sessionFaults(where: string, sessions: readonly SessionHours[]): readonly string[] {
  const times = sessions.flatMap((s) => [s.from, s.to]);
  return times.every((time, i) => i === 0 || (times[i - 1] ?? '') < time)
    ? []
    : [`${where}: sessions overlap or end early`];
}

/** What a schema of single values cannot see: days twice, swaps without a Saturday, hours that overlap, gaps in a rule. */
export function calendarFaults(data: CalendarData): readonly string[] {
  const faults: string[] = [];
  const { horizon } = data;
  if (horizon.to < horizon.from) faults.push('the horizon ends before it begins');
  if (data.officialUntil < horizon.from || data.officialUntil > horizon.to)
    faults.push('officialUntil is outside the horizon');
  const seen = new Set<string>();
  for (const day of data.days) {
    if (parseCivilDate(day.date) === null) {
      faults.push(`${day.date}: no such date`);
      continue;
    }
    if (seen.has(day.date)) faults.push(`${day.date}: stands twice`);
    seen.add(day.date);
    if (day.date < horizon.from || day.date > horizon.to) faults.push(`${day.date}: outside the horizon`);
    const weekly = weekday(day.date) >= 6;
    if (day.kind === 'makeup_workday' && !weekly) faults.push(`${day.date}: a make-up day is a Saturday or Sunday`);
    if ((day.kind === 'swap_off' || day.kind === 'compensatory') && weekly) {
      faults.push(`${day.date}: a day off by swap or in lieu is a working day`);
    }
    if (day.date > data.officialUntil && day.status === 'confirmed') {
      faults.push(`${day.date}: confirmed, but past the official announcements`);
    }
  }
  const holds = (name: string, rows: readonly InForce[]): void => {
    for (const row of rows)
      if (row.to !== null && row.to < row.from) faults.push(`${name} from ${row.from}: ends before it begins`);
    if (!rows.some((row) => row.from <= horizon.from)) faults.push(`${name}: no rule at the beginning of the horizon`);
  };
  holds('workingWeek', data.workingWeek);
  holds('sameDayCutoff', data.sameDayCutoff);
  holds(
    'officeHours',
    data.officeHours.filter((row) => row.office === null && row.weekdays === null),
  );
  for (const row of [...data.officeHours, ...data.weekendReception]) {
    faults.push(...sessionFaults(`hours of ${row.office ?? 'every office'} from ${row.from}`, row.sessions));
  }
  return faults;
}
