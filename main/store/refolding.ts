import { ProblemError } from '../../contract/problems.ts';
import { asStorageProblem, type Sqlite } from './sqlite.ts';

/** Told of a thing whose events the program stumbled over. */
export type Stumbled = (id: string, error: unknown) => void;

/**
 * Runs `work` under a savepoint of the transaction under way. What the program stumbles over undoes it; a fault of the
 * database or the disk goes up.
 * @returns null where it is done
 */
export function attempt(db: Sqlite, work: () => void): { readonly fault: unknown } | null {
  try {
    db.transaction(work)();
    return null;
  } catch (error) {
    if (!db.inTransaction || asStorageProblem(error) instanceof ProblemError || isOfDatabase(error)) throw error;
    return { fault: error };
  }
}

/** A rule that the rows broke is the program's fault; all else that SQLite reports is not. */
function isOfDatabase(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') && !code.startsWith('SQLITE_CONSTRAINT') && code !== 'SQLITE_ERROR';
}

/**
 * Things of a table whose view another fold has made, folded anew a few at a time. One that the fold stumbles over keeps
 * its view until the next start, and the others go on.
 * @returns how many it looked at; call it inside a transaction
 */
export function staleOf(
  db: Sqlite,
  table: 'dossier' | 'ticket',
): (
  order: { readonly version: number; readonly limit: number; readonly stumbled: Stumbled },
  fold: (id: string) => void,
) => number {
  const stale = db.prepare<[number, string, number], { id: string }>(
    `SELECT id FROM ${table} WHERE fold_version <> ? AND id NOT IN (SELECT value FROM json_each(?)) LIMIT ?`,
  );
  const stuck = new Set<string>();
  return ({ version, limit, stumbled }, fold) => {
    const rows = stale.all(version, JSON.stringify([...stuck]), limit);
    for (const { id } of rows) {
      const failed = attempt(db, () => fold(id));
      if (failed === null) continue;
      stuck.add(id);
      stumbled(id, failed.fault);
    }
    return rows.length;
  };
}
