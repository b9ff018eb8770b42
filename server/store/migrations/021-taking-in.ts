/** What a batch costs: rows stored as they are, and what is kept apart of a dossier found without the rest. */
export const takingIn: readonly string[] = [
  // Compressing an event of 2 to 4 KB saves no page, and cost as much as a foreign key.
  `alter table event set (toast_tuple_target = 4080)`,
  // Compressing a view cost as much as storing it.
  `alter table dossier_view alter column view set storage external`,
  `create index event_apart on event (aggregate_id) where quarantined`,
];
