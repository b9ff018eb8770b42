import type { NumberRange } from '../../domain/dossier/code.ts';
import type { Sqlite } from './sqlite.ts';

export type NumberKind = 'official' | 'temporary';

/** Which daily numbers this desk has printed. A number is taken in the transaction that receives the dossier. */
export interface Numbers {
  /** The highest number of the range printed on that date (Vietnam date), or null when none was. */
  highest(kind: NumberKind, prefix: string, date: string, range: Pick<NumberRange, 'from' | 'to'>): number | null;
  /** All of one kind, prefix and day, lowest first; for a temporary number the prefix is the log. */
  usedOn(kind: NumberKind, prefix: string, date: string): { readonly number: number; readonly dossierId: string }[];
  /** @throws when the number was taken before: the transaction fails whole */
  take(kind: NumberKind, prefix: string, date: string, number: number, dossierId: string): void;
}

export function numbersOf(db: Sqlite): Numbers {
  const highest = db.prepare<[string, string, string, number, number], { number: number | null }>(
    `SELECT max(number) AS number FROM number_used WHERE kind = ? AND prefix = ? AND date = ? AND number BETWEEN ? AND ?`,
  );
  const take = db.prepare('INSERT INTO number_used (kind, prefix, date, number, dossier_id) VALUES (?, ?, ?, ?, ?)');
  const usedOn = db.prepare<[string, string, string], { number: number; dossierId: string }>(
    'SELECT number, dossier_id AS dossierId FROM number_used WHERE kind = ? AND prefix = ? AND date = ? ORDER BY number',
  );
  return {
    usedOn: (kind, prefix, date) => usedOn.all(kind, prefix, date),
    highest: (kind, prefix, date, { from, to }) => highest.get(kind, prefix, date, from, to)?.number ?? null,
    take: (kind, prefix, date, number, dossierId) => {
      take.run(kind, prefix, date, number, dossierId);
    },
  };
}
