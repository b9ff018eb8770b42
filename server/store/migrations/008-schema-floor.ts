/**
 * The oldest release that may run on this schema, by the number of steps it knows. A step that takes something away
 * raises it; steps that only add leave it, so that during an update the release before runs beside the new one.
 */
export const schemaFloor: readonly string[] = [
  `create table schema_floor (one boolean primary key default true check (one), steps integer not null)`,
  `insert into schema_floor (steps) values (1)`,
];
