/** Money by day, the year's book, and what lists read without opening a view. */
export const moneyAndBooks = `
  -- On which days money of a dossier changed hands, where. Filled by the fold, whose version grew with this release.
  CREATE TABLE payment_day (
    day       TEXT NOT NULL,
    office    TEXT NOT NULL,
    counter   TEXT NOT NULL,
    dossier_n INTEGER NOT NULL REFERENCES dossier (n),
    PRIMARY KEY (day, office, counter, dossier_n)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX payment_day_of_dossier ON payment_day (dossier_n);

  -- Running numbers the province gave (sổ theo dõi hồ sơ, Mẫu 07).
  CREATE TABLE book_entry (
    dossier_id TEXT PRIMARY KEY,
    year       INTEGER NOT NULL,
    number     INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  INSERT INTO book_entry (dossier_id, year, number)
    SELECT aggregate_id, json_extract(verdict, '$.book.year'), json_extract(verdict, '$.book.number')
    FROM verdict WHERE json_type(verdict, '$.book') = 'object' ON CONFLICT DO NOTHING;

  -- Lists filter and sort by these alone; a view is read for the rows that are shown.
  CREATE INDEX dossier_register ON dossier (
    office, received_local, field, state, open, due_local, finished_local, counter, id
  );
  CREATE INDEX dossier_work ON dossier (
    due_local, state, field, unit, assignee, counter, channel, office, competent, holder_kind, holder_office,
    holder_place, handover_local, received_local, id
  ) WHERE open = 1;
`;
