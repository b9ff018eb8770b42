import type { CallOutput } from '../../contract/desk.ts';
import type { DueState } from '../ui/DueMark.tsx';

export type DossierRow = CallOutput<'dossier.recent'>[number];

/** How a dossier stands to its due day; the words are chosen on screen. */
export type Due =
  | { readonly state: Extract<DueState, 'done'> }
  | { readonly state: Extract<DueState, 'paused'>; readonly reason: 'supplement' | 'financial' }
  /** A withdrawal was asked for. */
  | { readonly state: 'asked' }
  | { readonly state: Extract<DueState, 'inTime'>; readonly left: number | null }
  | { readonly state: Extract<DueState, 'soon'>; readonly left: number }
  /** `by` working days; 0: the hour has passed today; null: past what the calendar can count. */
  | { readonly state: Extract<DueState, 'overdue'>; readonly by: number | null };

/** The work is done: no day presses any more. */
const ended: ReadonlySet<DossierRow['state']> = new Set(['done', 'finished', 'returned', 'archived']);

/** Null where no day was promised. `now` is Vietnam time 'YYYY-MM-DDTHH:mm:ss', empty while not yet told. */
export function dueOf(row: Pick<DossierRow, 'dueAt' | 'daysLeft' | 'state'>, now: string): Due | null {
  if (ended.has(row.state)) return { state: 'done' };
  if (row.state === 'supplement' || row.state === 'financial') return { state: 'paused', reason: row.state };
  if (row.state === 'withdrawing') return { state: 'asked' };
  if (row.dueAt === null) return null;
  const { daysLeft } = row;
  const passed = now !== '' && row.dueAt < now;
  if (daysLeft === null) return passed ? { state: 'overdue', by: null } : { state: 'inTime', left: null };
  if (daysLeft < 0) return { state: 'overdue', by: -daysLeft };
  if (daysLeft === 0 && passed) return { state: 'overdue', by: 0 };
  return daysLeft <= 1 ? { state: 'soon', left: daysLeft } : { state: 'inTime', left: daysLeft };
}
