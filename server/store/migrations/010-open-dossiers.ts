/** The open dossiers of an office in the order of their ids: what a new desk takes in first. */
export const openDossiers: readonly string[] = [
  `create index dossier_view_receiving on dossier_view (receiving_office, id)`,
  `create index dossier_view_competent on dossier_view (competent_office, id)`,
];
