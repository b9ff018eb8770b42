/** Erasures by law that were carried out here, and how far. */
export const erasures = `
  -- files: JSON list of hashes of digitised papers it named. step: 'files' until journals, files and copies follow the
  -- database, 'compact' until it was written anew at a start, 'copies' until they follow that, 'done'.
  CREATE TABLE erasure (
    event_id   TEXT PRIMARY KEY,
    dossier_id TEXT NOT NULL,
    files      TEXT NOT NULL,
    step       TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
