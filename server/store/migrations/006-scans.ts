/** Digitised papers: which event names which file, uploads under way, files held whole, who fetched them. */
export const scans: readonly string[] = [
  `alter table province add column scan_bytes_per_second integer not null default 262144 check (scan_bytes_per_second >= 0)`,
  `create table scan_named (
    log uuid not null,
    seq integer not null,
    hash text not null,
    bytes integer not null,
    office text not null,
    dossier uuid not null,
    primary key (log, seq),
    foreign key (log, seq) references event
  )`,
  `create index scan_named_hash on scan_named (hash)`,
  // What came before this release; taken from the texts, which a cast to jsonb could refuse.
  `insert into scan_named (log, seq, hash, bytes, office, dossier)
   select e.log, e.seq, substring(e.body from '"fileId":"([0-9a-f]{64})"'),
     substring(e.body from '"bytes":([0-9]{1,9})[,}]')::integer, l.office, e.aggregate_id
   from event e join log l on l.id = e.log
   where e.type = 'dossier.paperDigitised' and not e.quarantined
     and e.body ~ '"fileId":"[0-9a-f]{64}"' and e.body ~ '"bytes":[0-9]{1,9}[,}]'`,
  `create table scan_upload (
    id uuid primary key,
    hash text not null,
    bytes integer not null,
    device uuid not null references device,
    touched_at bigint not null,
    unique (device, hash)
  )`,
  `create index scan_upload_touched on scan_upload (touched_at)`,
  `create table scan_file (
    hash text primary key,
    bytes integer not null,
    stored_as uuid not null,
    arrived_at bigint not null,
    sent_by uuid not null references device
  )`,
  `create table scan_fetch (
    hash text not null,
    dossier uuid not null,
    device uuid not null references device,
    office text not null,
    person text not null,
    at bigint not null
  )`,
  `create index scan_fetch_hash on scan_fetch (hash, at)`,
];
