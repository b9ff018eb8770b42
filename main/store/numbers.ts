import type { NumberGrant } from '../../contract/sync.ts';
import type { Sqlite } from './sqlite.ts';

/** Which daily numbers this desk has printed. A number is taken in the transaction that receives the dossier. */
export interface Numbers {
  /** The lowest free number of these grants on that date (Vietnam date), or null when all are used. */
  nextOfficial(grants: readonly NumberGrant[], date: string): { number: number; grant: NumberGrant } | null;
  nextTemporary(prefix: string, date: string): number;
  take(kind: 'official' | 'temporary', prefix: string, date: string, number: number, dossierId: string): void;
}

export function numbersOf(db: Sqlite): Numbers {
  const highest = db.prepare<[string, string, string, number, number], { number: number | null }>(
    `SELECT max(number) AS number FROM number_used WHERE kind = ? AND prefix = ? AND date = ? AND number BETWEEN ? AND ?`,
  );
  const take = db.prepare('INSERT INTO number_used (kind, prefix, date, number, dossier_id) VALUES (?, ?, ?, ?, ?)');
  return {
    nextOfficial(grants, date) {
      for (const grant of grants) {
        if (date < grant.validFrom || date > grant.validTo) continue;
        // Numbers are used in order, so the next one stands behind the highest: none is skipped, none given twice.
        const used = highest.get('official', grant.prefix, date, grant.from, grant.to)?.number ?? grant.from - 1;
        if (used < grant.to) return { number: used + 1, grant };
      }
      return null;
    },
    nextTemporary: (prefix, date) => (highest.get('temporary', prefix, date, 1, 99_999)?.number ?? 0) + 1,
    take: (kind, prefix, date, number, dossierId) => {
      take.run(kind, prefix, date, number, dossierId);
    },
  };
}
