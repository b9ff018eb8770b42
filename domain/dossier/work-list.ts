import type { LocalDateTime } from '../calendar/civil-date.ts';

/**
 * Lists of work by due date: what will be late stands before what is late already, because it can still be helped.
 * `ready`: the result is there and waits for the citizen; no limit runs any more.
 */
export const workGroups = ['soon', 'overdue', 'inTime', 'ready', 'paused', 'noDate'] as const;
export type WorkGroup = (typeof workGroups)[number];

/** As many working days before the due day a dossier counts as about to be late (sắp đến hạn); today is 0. */
const SOON_DAYS = 1;

/**
 * The group of an open dossier. `dueAt` null: its clock stands, or no day was promised. `daysLeft` as the calendar
 * counts working days to the due day; null past what it covers.
 */
export function workGroupOf(
  row: { readonly state: string; readonly dueAt: LocalDateTime | null; readonly daysLeft: number | null },
  now: LocalDateTime,
): WorkGroup {
  if (row.state === 'finished') return 'ready';
  if (row.dueAt === null) return row.state === 'supplement' || row.state === 'financial' ? 'paused' : 'noDate';
  if (row.dueAt < now) return 'overdue';
  return row.daysLeft !== null && row.daysLeft <= SOON_DAYS ? 'soon' : 'inTime';
}

/** Order of groups, then the earliest due date, then the earliest receipt. */
export function compareWork(
  a: { readonly group: WorkGroup; readonly dueAt: LocalDateTime | null; readonly receivedAt: LocalDateTime },
  b: { readonly group: WorkGroup; readonly dueAt: LocalDateTime | null; readonly receivedAt: LocalDateTime },
): number {
  return (
    workGroups.indexOf(a.group) - workGroups.indexOf(b.group) ||
    compare(a.dueAt ?? '', b.dueAt ?? '') ||
    compare(a.receivedAt, b.receivedAt)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
