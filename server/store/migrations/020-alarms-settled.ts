/**
 * Alarms a person has settled, and those that came again since. A paper asked for in the name of somebody the office never
 * had is an alarm like any other, at place 0 of the log its desk writes; raised by the database itself, so that what an
 * instance of the release before gives out is told too.
 */
export const alarmsSettled: readonly string[] = [
  `alter table alarm add column open boolean not null default true`,
  `alter table alarm add column raised_at bigint`,
  `alter table alarm add column person text`,
  `create table alarm_settled (
    log uuid not null references log,
    seq integer not null,
    hash text not null,
    event_id uuid not null,
    reason text not null,
    raised_at bigint not null,
    at bigint not null,
    by text not null,
    because text not null,
    primary key (log, seq, hash, event_id, reason, raised_at)
  )`,
  `create index alarm_open on alarm (log) where open`,
  `create index alarm_settled_newest on alarm_settled (at)`,
  `insert into alarm (log, seq, hash, event_id, reason, sent_by, at, signature, person)
   select (select l.id from log l where l.device = f.device order by l.ended_at is null desc, l.id desc limit 1),
     0, f.hash, f.dossier, 'XV-21', f.device, min(f.at), '', min(f.person)
   from scan_fetch f where f.stranger and exists (select 1 from log l where l.device = f.device)
   group by f.hash, f.dossier, f.device`,
  // Fifty open ones of a log at most: whoever has its key cannot bury the others under looks.
  `create function alarm_of_look() returns trigger language plpgsql as $$
   begin
     insert into alarm (log, seq, hash, event_id, reason, sent_by, at, signature, person)
     select l.id, 0, new.hash, new.dossier, 'XV-21', new.device, new.at, '', new.person
     from (select id from log where device = new.device order by ended_at is null desc, id desc limit 1) l
     where (select count(*) from alarm a where a.log = l.id and a.seq = 0 and a.open) < 50
     on conflict (log, seq, hash, event_id, reason) do update
       set open = true, raised_at = excluded.at, person = excluded.person where not alarm.open;
     return null;
   end $$`,
  `create trigger look_alarmed after insert on scan_fetch
   for each row when (new.stranger) execute function alarm_of_look()`,
];
