/** Papers as files (số hóa). */
export const digitisedPapers = `
  -- Digitised papers: the bytes lie encrypted in the vault beside this database (scan-vault.ts), under their hash.
  -- loose_since: from when on no dossier names the file (device clock); swept a week later.
  CREATE TABLE scan_file (
    hash  TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    kind  TEXT NOT NULL,
    loose_since INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scan_loose ON scan_file (loose_since) WHERE loose_since IS NOT NULL;
  -- Scans no dossier has yet. owner NULL: from the scanner folder, for whoever sits here.
  CREATE TABLE scan_waiting (
    hash      TEXT PRIMARY KEY REFERENCES scan_file (hash),
    made_from TEXT NOT NULL,
    name      TEXT NOT NULL,
    owner     TEXT,
    arrived   INTEGER NOT NULL,
    folder_path TEXT
  ) STRICT, WITHOUT ROWID;
  -- A projection of the dossiers' views; files of other machines are named here too.
  CREATE TABLE scan_of_dossier (
    hash       TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    PRIMARY KEY (hash, dossier_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scan_by_dossier ON scan_of_dossier (dossier_id);
  -- Who looked at which file, when, which pages, on screen or as a file of their own. Never deleted here.
  CREATE TABLE scan_view (
    n       INTEGER PRIMARY KEY,
    hash    TEXT NOT NULL,
    user_id TEXT NOT NULL,
    at      INTEGER NOT NULL,
    why     TEXT NOT NULL,
    from_page INTEGER NOT NULL,
    to_page   INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX scan_view_of_file ON scan_view (hash);
`;
