import { addDays, weekday, type CivilDate } from '../../domain/calendar/civil-date.ts';
import type { DayCell } from '../../domain/calendar/due-date.ts';

/** How the days of an appointment are laid out. Only dates and roles are looked at; counting is the domain's. */
export type DayColumn =
  | { readonly kind: 'day'; readonly cell: DayCell }
  | { readonly kind: 'weekend'; readonly from: CivilDate; readonly to: CivilDate };

const isPlainWeekend = (cell: DayCell): boolean => cell.weekend === true && cell.role === 'off';

/** Days side by side; days off that follow one another on a weekend share one narrow column. */
export function columnsOf(cells: readonly DayCell[]): DayColumn[] {
  const columns: DayColumn[] = [];
  for (const cell of cells) {
    const last = columns.at(-1);
    if (!isPlainWeekend(cell)) columns.push({ kind: 'day', cell });
    else if (last?.kind === 'weekend') columns[columns.length - 1] = { ...last, to: cell.date };
    else columns.push({ kind: 'weekend', from: cell.date, to: cell.date });
  }
  return columns;
}

export interface DayWeek {
  /** The Monday. */
  readonly from: CivilDate;
  /** Monday to Friday, then Saturday or Sunday only where one of them counts; null outside the appointment. */
  readonly days: readonly (DayCell | null)[];
}

/** A row a week. Weekends take a column only where some week works on one (làm bù). */
export function weeksOf(cells: readonly DayCell[]): DayWeek[] {
  const byDate = new Map(cells.map((cell) => [cell.date, cell]));
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return [];
  const widest = Math.max(5, ...cells.filter((cell) => !isPlainWeekend(cell)).map((cell) => weekday(cell.date)));
  const weeks: DayWeek[] = [];
  for (let monday = addDays(first.date, 1 - weekday(first.date)); monday <= last.date; monday = addDays(monday, 7)) {
    const days = Array.from({ length: widest }, (_, index) => byDate.get(addDays(monday, index)) ?? null);
    if (days.some((day) => day !== null && !isPlainWeekend(day))) weeks.push({ from: monday, days });
  }
  return weeks;
}

/** One working day of a list's strip (dải ngày trong danh sách). */
export type DayTick = 'past' | 'left' | 'paused' | 'over';

/** Ticks from counts, in the order past, paused, left, over: for rows that carry counts only. */
export function ticksOf(days: {
  readonly past: number;
  readonly left: number;
  readonly paused?: number;
  readonly over?: number;
}): DayTick[] {
  const run = (n: number, tick: DayTick): DayTick[] => Array.from({ length: Math.max(0, n) }, () => tick);
  return [
    ...run(days.past, 'past'),
    ...run(days.paused ?? 0, 'paused'),
    ...run(days.left, 'left'),
    ...run(days.over ?? 0, 'over'),
  ];
}
