/** What an office sets of the hall's rules for itself, from a day on. Rows are added, never changed. */
export const hallChanges: readonly string[] = [
  `create table hall_change (
    office text not null references office (id),
    number integer not null,
    valid_from text not null,
    settings text not null,
    reason text not null,
    decided_by text not null references person (id),
    decided_at bigint not null,
    primary key (office, number)
  )`,
];
