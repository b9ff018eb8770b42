/** What went out with a file carried by hand, and waits for its answer. */
export const carried = `
  -- Device clock; null: in no file yet.
  ALTER TABLE outbox ADD COLUMN carried INTEGER;
`;
