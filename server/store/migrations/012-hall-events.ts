/** The tickets and halls of a day, wherever they stand in the logs: what the province's board begins with. */
export const hallEvents: readonly string[] = [
  `create index event_of_hall on event (received_at) where aggregate in ('ticket', 'hall')`,
];
