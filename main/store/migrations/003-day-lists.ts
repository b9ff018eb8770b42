/** Lists of the day; slips of every form. */
export const dayLists = `
  -- What the day's lists look for. Filled by the fold: its version grew with this release, so every view is folded anew.
  ALTER TABLE dossier ADD COLUMN open INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE dossier ADD COLUMN field TEXT NOT NULL DEFAULT '';
  ALTER TABLE dossier ADD COLUMN channel TEXT NOT NULL DEFAULT 'DIRECT';
  ALTER TABLE dossier ADD COLUMN office TEXT NOT NULL DEFAULT '';
  ALTER TABLE dossier ADD COLUMN competent TEXT NOT NULL DEFAULT '';
  ALTER TABLE dossier ADD COLUMN unit TEXT NOT NULL DEFAULT '';
  ALTER TABLE dossier ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
  ALTER TABLE dossier ADD COLUMN counter TEXT NOT NULL DEFAULT '';
  ALTER TABLE dossier ADD COLUMN holder_kind TEXT;
  ALTER TABLE dossier ADD COLUMN holder_office TEXT;
  ALTER TABLE dossier ADD COLUMN holder_place TEXT;
  ALTER TABLE dossier ADD COLUMN handover_local TEXT;
  ALTER TABLE dossier ADD COLUMN finished_local TEXT;
  ALTER TABLE dossier ADD COLUMN ended_local TEXT;
  CREATE INDEX dossier_open ON dossier (state, due_local) WHERE open = 1;

  -- A slip may be of a handover batch, a counter's day or an advice: dossier_id is the id of that.
  ALTER TABLE slip ADD COLUMN aggregate TEXT NOT NULL DEFAULT 'dossier';
  ALTER TABLE slip ADD COLUMN about TEXT;
  ALTER TABLE slip ADD COLUMN number TEXT NOT NULL DEFAULT '';
  ALTER TABLE slip ADD COLUMN voided_by TEXT;
  CREATE INDEX slip_by_form ON slip (form, made);
`;
