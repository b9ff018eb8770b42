/** Tickets and the hall's days, for the queue, the boards and the history of waits. */
export const tickets = `
  -- Filled from the events: the fold of each ticket, and when it was taken.
  CREATE TABLE ticket (
    id           TEXT PRIMARY KEY,
    fold_version INTEGER NOT NULL,
    office       TEXT NOT NULL,
    date         TEXT NOT NULL,
    issued_local TEXT NOT NULL,
    view         TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ticket_date ON ticket (date, office);
  CREATE INDEX ticket_stale ON ticket (fold_version);

  -- Which aggregates tell of an office's hall on a day: more than one where two reigns knew nothing of each other.
  CREATE TABLE hall_day (
    id     TEXT PRIMARY KEY,
    office TEXT NOT NULL,
    date   TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX hall_day_date ON hall_day (date, office);
`;
