import { ProblemError } from '../../contract/problems.ts';
import { firstTables } from './migrations/001-first-tables.ts';
import { digitisedPapers } from './migrations/002-digitised-papers.ts';
import { dayLists } from './migrations/003-day-lists.ts';
import { moneyAndBooks } from './migrations/004-money-and-books.ts';
import { handover } from './migrations/005-handover.ts';
import { unitLists } from './migrations/006-unit-lists.ts';
import { results } from './migrations/007-results.ts';
import { mergedDossiers } from './migrations/008-merged-dossiers.ts';
import { settledMatters } from './migrations/009-settled-matters.ts';
import { advice } from './migrations/010-advice.ts';
import { scansToSend } from './migrations/011-scans-to-send.ts';
import { tickets } from './migrations/012-tickets.ts';
import { erasures } from './migrations/013-erasures.ts';
import { hall } from './migrations/014-hall.ts';
import { carried } from './migrations/015-carried.ts';
import { toldAnew } from './migrations/016-told-anew.ts';
import type { Sqlite } from './sqlite.ts';

/**
 * Numbered, one transaction each, in `user_version`. Additive for anything that syncs. A released one is never edited.
 * Times are milliseconds since 1970-01-01T00:00Z unless a column is named `…_local` (Vietnam local time, text).
 */
const migrations: readonly string[] = [
  firstTables,
  digitisedPapers,
  dayLists,
  moneyAndBooks,
  handover,
  unitLists,
  results,
  mergedDossiers,
  settledMatters,
  advice,
  scansToSend,
  tickets,
  erasures,
  hall,
  carried,
  toldAnew,
];

export const SCHEMA_VERSION = migrations.length;

export function schemaVersion(db: Sqlite): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a database to this release's schema. `beforeFirst` makes the copy that a failed migration falls back on.
 * @throws ProblemError LT-04 when the file is from a newer release; it is left as it was.
 */
export function migrate(db: Sqlite, beforeFirst: (from: number) => void): void {
  const from = schemaVersion(db);
  if (from > SCHEMA_VERSION) throw new ProblemError('LT-04');
  if (from === SCHEMA_VERSION) return;
  if (from > 0) beforeFirst(from);
  for (const [index, sql] of migrations.entries()) {
    const version = index + 1;
    if (version <= from) continue;
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }).immediate();
  }
}
