/**
 * Who ever had an account at an office, and as what: kept by the database itself, so that an instance of the release before
 * keeps it too. And names in what desks write that no office has had: told once for each log.
 */
export const peopleAtOffices: readonly string[] = [
  `create table person_at (
    person text not null,
    office text not null,
    role text not null,
    primary key (person, office, role)
  )`,
  `insert into person_at (person, office, role) select id, office, role from person`,
  `create function keep_person_at() returns trigger language plpgsql as $$
   begin
     insert into person_at (person, office, role) values (new.id, new.office, new.role) on conflict do nothing;
     return null;
   end $$`,
  `create trigger person_at_kept after insert or update on person
   for each row execute function keep_person_at()`,
  `create table stranger (
    log uuid not null references log,
    person text not null,
    approves boolean not null,
    primary key (log, person, approves)
  )`,
  `alter table scan_fetch add column stranger boolean not null default false`,
];
