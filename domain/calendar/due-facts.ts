import { addDays, type CivilDate, type LocalDateTime } from './civil-date.ts';
import type { Count } from './count-days.ts';
import type { DueOnDate, DueRequest } from './due-date.ts';

/** What the explanation is made from. */
export interface DueFacts {
  readonly request: DueRequest;
  readonly limit: DueOnDate['limit'];
  readonly startAt: LocalDateTime;
  readonly count: Count;
}

/** The days after `a` and before `b`. */
export function daysInside(a: CivilDate, b: CivilDate): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let date = addDays(a, 1); date < b; date = addDays(date, 1)) days.push(date);
  return days;
}
