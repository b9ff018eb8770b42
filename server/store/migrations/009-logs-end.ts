/** Logs that end, what was kept apart and let in by a person, and a province put back from a copy. */
export const logsEnd: readonly string[] = [
  `alter table log add column ended_at bigint, add column ended_seq integer, add column ended_because text,
     add column compared uuid`,
  `alter table province add column restored_at bigint`,
  `create table release (
    log uuid not null,
    seq integer not null,
    event_id uuid not null,
    reason text not null,
    by text not null,
    because text not null,
    at bigint not null,
    primary key (log, seq),
    foreign key (log, seq) references event
  )`,
  `create index event_quarantined on event (received_at) where quarantined`,
];
