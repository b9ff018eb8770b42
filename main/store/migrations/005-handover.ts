/** Handover: what must be handed on, batches, papers taken by their slip, batches being put together. */
export const handover = `
  -- What must leave the place where it lies; filled by the fold with the view.
  CREATE TABLE to_give (
    dossier_id  TEXT PRIMARY KEY,
    from_kind   TEXT NOT NULL,
    from_office TEXT NOT NULL,
    from_unit   TEXT NOT NULL,
    to_key      TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    by_local    TEXT,
    since_local TEXT NOT NULL,
    batch_id    TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX to_give_from ON to_give (from_office, from_kind, from_unit);

  -- Handover batches (lô), the fold of their events.
  CREATE TABLE batch (
    id           TEXT PRIMARY KEY,
    code         TEXT NOT NULL,
    view         TEXT NOT NULL,
    number       INTEGER,
    date         TEXT NOT NULL,
    from_kind    TEXT NOT NULL,
    from_office  TEXT NOT NULL,
    from_place   TEXT NOT NULL,
    to_kind      TEXT NOT NULL,
    to_office    TEXT NOT NULL,
    to_place     TEXT NOT NULL,
    accepted     INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX batch_from ON batch (from_office, date);
  CREATE INDEX batch_to ON batch (to_office, accepted, date);
  CREATE INDEX batch_code ON batch (code);
  -- Listed, gone through without it, signed for by nobody.
  CREATE TABLE batch_missing (
    batch_id   TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    PRIMARY KEY (batch_id, dossier_id)
  ) STRICT, WITHOUT ROWID;

  -- Paper given or taken by its slip alone, until the dossier's beginning arrives.
  CREATE TABLE unheard (
    dossier_id TEXT PRIMARY KEY,
    code       TEXT NOT NULL,
    procedure_code TEXT NOT NULL,
    due_local  TEXT,
    signature  TEXT NOT NULL,
    at_local   TEXT NOT NULL,
    holder     TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Being put together or gone through here (side 'out' or 'in'); shared by the tabs of the desk, kept over a restart.
  CREATE TABLE open_batch (
    id      TEXT PRIMARY KEY,
    side    TEXT NOT NULL,
    here    TEXT NOT NULL,
    place   TEXT NOT NULL,
    number  INTEGER NOT NULL,
    date    TEXT NOT NULL,
    list    TEXT,
    opened  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE open_batch_row (
    n          INTEGER PRIMARY KEY,
    batch_id   TEXT NOT NULL REFERENCES open_batch (id),
    dossier_id TEXT NOT NULL,
    scanned    INTEGER NOT NULL,
    scanned_by TEXT NOT NULL,
    seen       TEXT,
    missing    TEXT NOT NULL,
    UNIQUE (batch_id, dossier_id)
  ) STRICT;
`;
