/** Lists of the processing units, and the numbers of their documents. */
export const unitLists = `
  CREATE INDEX dossier_unit_open ON dossier (unit, due_local) WHERE open = 1;
  CREATE INDEX dossier_held_open ON dossier (holder_place) WHERE open = 1 AND holder_kind = 'unit';
  CREATE INDEX dossier_done ON dossier (assignee, finished_local) WHERE assignee <> '';
  CREATE INDEX dossier_finished ON dossier (unit, finished_local) WHERE finished_local IS NOT NULL;
  -- The few with an apology or a notice of stopping: the next number is looked for among them.
  CREATE INDEX dossier_extended ON dossier (unit) WHERE json_extract(view, '$.work.extension') IS NOT NULL;
  CREATE INDEX dossier_stopped ON dossier (unit) WHERE json_extract(view, '$.work.stop') IS NOT NULL;
`;
