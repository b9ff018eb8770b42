/** What was told about procedures (hướng dẫn), by day; and who opened which file of a dossier sent in from afar. */
export const advice = `
  -- Filled from the events; body is the event's.
  CREATE TABLE advice (
    id       TEXT PRIMARY KEY,
    date     TEXT NOT NULL,
    at_local TEXT NOT NULL,
    actor    TEXT NOT NULL,
    body     TEXT NOT NULL,
    printed  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX advice_date ON advice (date, at_local);

  -- A file at the portal has no hash here: it is named by its place among what was sent in.
  CREATE TABLE submitted_view (
    n          INTEGER PRIMARY KEY,
    dossier_id TEXT NOT NULL,
    file       INTEGER NOT NULL,
    user       TEXT NOT NULL,
    at         INTEGER NOT NULL,
    why        TEXT NOT NULL
  ) STRICT;
  CREATE INDEX submitted_view_dossier ON submitted_view (dossier_id, file);
`;
