/** What has become of events since they were told through the hall, those that stand aside, and how the logs of its desks began. */
export const toldAnew = `
  -- 1: the province keeps it apart, or has let it in, since; or it was moved to another log.
  ALTER TABLE event ADD COLUMN anew INTEGER NOT NULL DEFAULT 0;

  -- Those in whose place another stands: hardly any of hundreds of thousands.
  CREATE INDEX event_aside ON event (n) WHERE seq < 0;

  -- How a desk of the office began a log of its own making, signed by it: JSON.
  CREATE TABLE beginning (log TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
