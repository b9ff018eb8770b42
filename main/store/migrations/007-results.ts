/** Results that wait to be returned; signatures drawn on screen. */
export const results = `
  -- What must go into a citizen's hands, and where it is; filled by the fold with the view.
  CREATE TABLE awaited (
    dossier_id  TEXT PRIMARY KEY,
    office      TEXT NOT NULL,
    at          TEXT NOT NULL,
    place       TEXT NOT NULL,
    ready_local TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX awaited_at ON awaited (office, at, ready_local);
  -- Places results were ever put, with when last.
  CREATE TABLE shelf_place (
    office     TEXT NOT NULL,
    place      TEXT NOT NULL,
    used_local TEXT NOT NULL,
    PRIMARY KEY (office, place)
  ) STRICT, WITHOUT ROWID;
  -- Pictures of signatures (decision 16), under their hash; only this machine holds them.
  CREATE TABLE drawn_signature (
    sha256 TEXT PRIMARY KEY,
    png    BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
`;
