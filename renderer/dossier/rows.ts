import { matchesWords } from '../../domain/citizen/name.ts';
import { dayNumber } from '../ui/format.ts';
import type { DossierRow } from './due.ts';

/** A dossier fits what is typed: words of name or procedure in any order without marks, or the beginning of a number. */
export function fits(row: Pick<DossierRow, 'code' | 'name' | 'procedure'>, typed: string): boolean {
  const text = typed.trim();
  if (text === '') return true;
  if (/^\d{1,4}$/.test(text)) return dayNumber(row.code).includes(text);
  if (row.code.toLowerCase().includes(text.toLowerCase())) return true;
  return matchesWords(`${row.name} ${row.procedure} ${dayNumber(row.code)}`, text);
}

export interface DayGroup {
  /** The day received, 'YYYY-MM-DD'. */
  readonly date: string;
  readonly rows: readonly DossierRow[];
}

/** By the day received, days and dossiers newest first. */
export function byDay(rows: readonly DossierRow[]): DayGroup[] {
  const days = new Map<string, DossierRow[]>();
  for (const row of rows.toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : a.receivedAt > b.receivedAt ? -1 : 0))) {
    const date = row.receivedAt.slice(0, 10);
    days.set(date, [...(days.get(date) ?? []), row]);
  }
  return [...days].map(([date, of]) => ({ date, rows: of }));
}
