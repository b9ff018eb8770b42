import type { CivilDate } from '../../domain/calendar/civil-date.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import type { UnitPlace } from '../../domain/processing/lists.ts';
import type { Sqlite } from './sqlite.ts';

/** What a processing unit works on. */
export interface Worklists {
  /** Received and not finished: what the unit decides on, and what it holds the papers of; by due date. */
  ofUnit(place: Pick<UnitPlace, 'office' | 'unit'>): DossierView[];
  /** What this person finished or stopped on that day. */
  doneBy(user: string, day: CivilDate): DossierView[];
  /** Numbers of this year's documents of the unit, as typed: apologies with a new date, notices of stopping. */
  numbersOf(kind: 'extension' | 'stop', unit: string, year: string): string[];
  /** Who signed the unit's last result; empty where nobody did. */
  lastSignatory(unit: string): string;
}

interface Row {
  readonly view: string;
}

export function worklistsOf(db: Sqlite): Worklists {
  const ofUnit = db.prepare<[object], Row>(
    `SELECT view FROM dossier
     WHERE open = 1 AND state IN ('received', 'processing', 'withdrawing', 'supplement', 'financial')
     AND ((unit = @unit AND competent = @office)
       OR (holder_kind = 'unit' AND holder_office = @office AND holder_place = @unit))
     ORDER BY due_local IS NULL, due_local, n`,
  );
  const doneBy = db.prepare<[object], Row>(
    `SELECT view FROM dossier WHERE assignee = @user AND assignee <> ''
     AND (finished_local >= @day AND finished_local < @after OR state = 'stopped' AND ended_local >= @day AND ended_local < @after)
     ORDER BY coalesce(finished_local, ended_local) DESC`,
  );
  const numbers = {
    extension: db.prepare<[string, string], { number: string }>(numbersSql('extension')),
    stop: db.prepare<[string, string], { number: string }>(numbersSql('stop')),
  };
  const signatory = db.prepare<[string], { signatory: string }>(
    `SELECT json_extract(view, '$.result.finished.signatory') AS signatory FROM dossier
     WHERE unit = ? AND finished_local IS NOT NULL ORDER BY finished_local DESC LIMIT 1`,
  );
  return {
    ofUnit: ({ office, unit }) => ofUnit.all({ office, unit }).map(viewOf),
    doneBy: (user, day) => doneBy.all({ user, day, after: `${day}U` }).map(viewOf),
    numbersOf: (kind, unit, year) => numbers[kind].all(unit, `${year}-`).map((row) => row.number),
    lastSignatory: (unit) => signatory.get(unit)?.signatory ?? '',
  };
}

/** Answered from the index of those few (migration 006). */
function numbersSql(kind: 'extension' | 'stop'): string {
  const field = `'$.work.${kind}`;
  return `SELECT json_extract(view, ${field}.number') AS number FROM dossier
    WHERE unit = ? AND json_extract(view, ${field}') IS NOT NULL
    AND substr(json_extract(view, ${field}.at'), 1, 5) = ?
    ORDER BY json_extract(view, ${field}.at')`;
}

function viewOf(row: Row): DossierView {
  // Written by the projection.
  return JSON.parse(row.view) as DossierView;
}
