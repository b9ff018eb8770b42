/** Who must be called back, and which verdicts a person has settled. */
export const settledMatters = `
  ALTER TABLE dossier ADD COLUMN call_back INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX dossier_call_back ON dossier (n) WHERE call_back = 1;
  ALTER TABLE verdict ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
`;
