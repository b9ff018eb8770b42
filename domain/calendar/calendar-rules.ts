import type { CalendarDay, InForce } from './calendar-data.ts';
import type { CivilDate } from './civil-date.ts';
import { type DayKind, kindWords } from './day-kind.ts';

/** Whether a rule holds on that day. */
export const inForce = (row: InForce, date: CivilDate): boolean =>
  row.from <= date && (row.to === null || date <= row.to);

/** The row in force that names the office before one for all, then the one that began last. */
export function ruleOn<T extends InForce>(
  rows: readonly T[],
  date: CivilDate,
  own: (row: T) => boolean,
): T | undefined {
  const valid = rows.filter((row) => inForce(row, date));
  const pool = valid.some(own) ? valid.filter(own) : valid;
  return pool.reduce<T | undefined>(
    (best, row) => (best === undefined || row.from >= best.from ? row : best),
    undefined,
  );
}

/** For rules that are the same for every office. */
export const never = (): boolean => false;

/** What a day is called in the explanation, and whether it counts. */
export function specialDay(day: CalendarDay, isWeekly: boolean): DayKind {
  const works = day.kind === 'makeup_workday';
  return {
    date: day.date,
    kind: day.kind,
    counts: works,
    // A Saturday that may turn out not to be worked is counted, but nobody is asked to come on it.
    certainToWork: works && day.status === 'confirmed',
    weekly: isWeekly,
    status: day.status,
    name: day.name,
    reason: kindWords(day.kind, day.name, day.status),
    source: day.source,
  };
}
