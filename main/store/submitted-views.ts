import type { Sqlite } from './sqlite.ts';

/** A look at a file of what was sent in from afar. */
export interface SubmittedView {
  readonly dossierId: string;
  /** Its place among what was sent in. */
  readonly file: number;
  /** User id. */
  readonly user: string;
  /** Milliseconds since 1970, by the province's clock as known. */
  readonly at: number;
  readonly why: 'screen' | 'saved';
}

/** Who opened which file of a dossier sent in from afar, on this machine. */
export interface SubmittedViews {
  add(view: SubmittedView): void;
  /** Newest first. */
  of(dossierId: string, file: number, limit: number): SubmittedView[];
}

export function submittedViewsOf(db: Sqlite): SubmittedViews {
  const add = db.prepare(
    'INSERT INTO submitted_view (dossier_id, file, user, at, why) VALUES (@dossierId, @file, @user, @at, @why)',
  );
  const of = db.prepare<[string, number, number], SubmittedView>(
    `SELECT dossier_id AS dossierId, file, user, at, why FROM submitted_view WHERE dossier_id = ? AND file = ?
     ORDER BY n DESC LIMIT ?`,
  );
  return {
    add: (view) => {
      add.run(view);
    },
    of: (dossierId, file, limit) => of.all(dossierId, file, limit),
  };
}
