/** What an office's desks hear from each other over its own network, and how far each was given what is here. */
export const hall = `
  -- Events of other desks that came through the hall and have no verdict of the province yet.
  CREATE TABLE heard (
    log          TEXT NOT NULL,
    seq          INTEGER NOT NULL,
    aggregate_id TEXT NOT NULL,
    PRIMARY KEY (log, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX heard_of_aggregate ON heard (aggregate_id);

  -- How far (event.n) a desk of the office was given what stands here; store: which database of that desk.
  CREATE TABLE given (device TEXT PRIMARY KEY, store TEXT NOT NULL, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;
