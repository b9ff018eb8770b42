/** Dossiers merged into their double: found from the other side as well. */
export const mergedDossiers = `
  ALTER TABLE dossier ADD COLUMN merged_into TEXT;
  CREATE INDEX dossier_merged_into ON dossier (merged_into) WHERE merged_into IS NOT NULL;
`;
