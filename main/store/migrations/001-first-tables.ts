/** The first release. */
export const firstTables = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

  -- The log. Never updated but for an erasure by law (body and salt to NULL).
  CREATE TABLE event (
    n            INTEGER PRIMARY KEY,
    id           TEXT NOT NULL UNIQUE,
    log          TEXT NOT NULL,
    seq          INTEGER NOT NULL,
    aggregate    TEXT NOT NULL,
    aggregate_id TEXT NOT NULL,
    envelope     TEXT NOT NULL,
    body         TEXT,
    salt         TEXT,
    UNIQUE (log, seq)
  ) STRICT;
  CREATE INDEX event_of_aggregate ON event (aggregate_id);

  -- What the province has not yet given a verdict on. 'sent' while a request that holds it is under way.
  CREATE TABLE outbox (
    log   TEXT NOT NULL,
    seq   INTEGER NOT NULL,
    aggregate_id TEXT NOT NULL,
    added INTEGER NOT NULL,
    sent  INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (log, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX outbox_of_aggregate ON outbox (aggregate_id);

  CREATE TABLE verdict (
    event_id     TEXT PRIMARY KEY,
    aggregate_id TEXT NOT NULL,
    ending       TEXT NOT NULL,
    verdict      TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX verdict_of_aggregate ON verdict (aggregate_id);
  CREATE INDEX verdict_to_look_at ON verdict (ending) WHERE ending <> 'applied';

  -- The view of each dossier: fold of its events; n is its place in the search index, growing with receipt.
  CREATE TABLE dossier (
    n              INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,
    fold_version   INTEGER NOT NULL,
    view           TEXT NOT NULL,
    code           TEXT NOT NULL,
    name           TEXT NOT NULL,
    personal_id    TEXT,
    procedure_code TEXT NOT NULL,
    state          TEXT NOT NULL,
    received_local TEXT NOT NULL,
    due_local      TEXT,
    flagged        INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX dossier_of_person ON dossier (personal_id, procedure_code) WHERE personal_id IS NOT NULL;
  CREATE INDEX dossier_flagged ON dossier (flagged) WHERE flagged = 1;
  CREATE INDEX dossier_stale ON dossier (fold_version);

  CREATE TABLE dossier_code (
    code      TEXT NOT NULL,
    dossier_n INTEGER NOT NULL REFERENCES dossier (n),
    PRIMARY KEY (code, dossier_n)
  ) STRICT, WITHOUT ROWID;
  -- The day's four digits, newest dossier first.
  CREATE TABLE dossier_short (
    short     TEXT NOT NULL,
    dossier_n INTEGER NOT NULL REFERENCES dossier (n),
    PRIMARY KEY (short, dossier_n)
  ) STRICT, WITHOUT ROWID;

  -- Folded words of names and procedures, ID and phone numbers. Folding is ours (đ), so the tokenizer folds nothing.
  CREATE VIRTUAL TABLE search USING fts5 (
    words, tokenize = "unicode61 remove_diacritics 0",
    content = '', contentless_delete = 1, detail = none
  );
  -- The letters-only words of the index: a half-typed word is completed here, because FTS5 would first gather every
  -- dossier of every completion (two in five people are Nguyễn).
  CREATE TABLE search_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  CREATE TABLE procedure_use (procedure_code TEXT PRIMARY KEY, uses INTEGER NOT NULL) STRICT;

  CREATE TABLE number_used (
    prefix TEXT NOT NULL,
    date   TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind   TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    PRIMARY KEY (kind, prefix, date, number)
  ) STRICT, WITHOUT ROWID;

  -- Decision 10: encrypted local rows kept 7 days.
  CREATE TABLE draft (
    id       TEXT PRIMARY KEY,
    owner    TEXT NOT NULL,
    revision INTEGER NOT NULL,
    saved    INTEGER NOT NULL,
    content  TEXT NOT NULL
  ) STRICT;

  -- Reference data as last handed out by the province: users, offices, counters, grants, settings, catalogue, calendar.
  CREATE TABLE reference (kind TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;

  CREATE TABLE slip (
    id         TEXT PRIMARY KEY,
    dossier_id TEXT NOT NULL,
    form       TEXT NOT NULL,
    issue      INTEGER NOT NULL,
    made       INTEGER NOT NULL,
    made_by    TEXT NOT NULL,
    made_offline INTEGER NOT NULL,
    copy_of    TEXT REFERENCES slip (id),
    reason     TEXT,
    template   TEXT NOT NULL,
    contents   TEXT NOT NULL,
    pdf        BLOB NOT NULL,
    pdf_sha256 TEXT NOT NULL
  ) STRICT;
  CREATE INDEX slip_of_dossier ON slip (dossier_id);
  CREATE TABLE slip_print (
    slip_id TEXT NOT NULL REFERENCES slip (id),
    at      INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    detail  TEXT NOT NULL
  ) STRICT;
  CREATE INDEX slip_print_of_slip ON slip_print (slip_id);

  -- Wrong tries are kept on disk and no clock resets them (decision 12).
  CREATE TABLE wrong_try (login TEXT PRIMARY KEY, tries INTEGER NOT NULL) STRICT;
  CREATE TABLE pin (user_id TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TABLE preference (owner TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
`;
