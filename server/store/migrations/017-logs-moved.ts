/** What moved from a log its desk left to the next, and places that stand empty by it. */
export const logsMoved: readonly string[] = [
  `create table log_moved (
    log uuid not null references log,
    seq integer not null,
    event_id uuid not null,
    from_log uuid not null,
    from_seq integer not null,
    primary key (log, seq)
  )`,
  `create index log_moved_from on log_moved (from_log, from_seq)`,
  `create table passed (
    log uuid not null references log,
    seq integer not null,
    event_id uuid not null,
    hash text not null,
    primary key (log, seq)
  )`,
];
