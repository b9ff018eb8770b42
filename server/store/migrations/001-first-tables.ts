/** Offices, people, devices, the event log, its verdicts and feeds, views, numbers, reference data. */
export const firstTables: readonly string[] = [
  `create table province (
    one boolean primary key default true check (one),
    server uuid not null,
    name text not null,
    public_key text not null,
    demo boolean not null,
    epoch uuid not null,
    offline_numbers_temporary boolean not null,
    lookup_url text not null,
    hotline text not null
  )`,
  `create table office (
    id text primary key,
    kind text not null,
    name text not null,
    short_name text not null,
    authority text not null,
    place text not null,
    code_prefix text,
    parent text,
    phone text not null,
    address text not null,
    disabled boolean not null,
    revision integer not null,
    recovery_public_key text
  )`,
  `create unique index office_code_prefix on office (code_prefix) where code_prefix is not null`,
  `create table counter (
    id text primary key,
    office text not null references office,
    name text not null,
    disabled boolean not null,
    revision integer not null
  )`,
  `create index counter_office on counter (office)`,
  `create table person (
    id text primary key,
    login text not null,
    name text not null,
    role text not null,
    office text not null references office,
    unit text,
    fields text not null,
    position text not null,
    salt text not null,
    hash text not null,
    disabled boolean not null,
    revision integer not null,
    password_serial integer not null default 1,
    wrong_tries integer not null default 0,
    locked_until bigint not null default 0
  )`,
  `create unique index person_login on person (lower(login))`,
  `create index person_office on person (office)`,
  `create table device (
    id uuid primary key,
    public_key text not null unique,
    office text not null references office,
    counter text not null references counter,
    name text not null,
    enrolled_at bigint not null,
    revoked_at bigint
  )`,
  `create table log (
    id uuid primary key,
    device uuid not null references device,
    office text not null references office,
    head integer not null,
    head_hash text not null,
    trusted integer
  )`,
  `create index log_device on log (device)`,
  `create table enrolment_code (
    code_hash text primary key,
    office text not null references office,
    counter text not null references counter,
    expires_at bigint not null,
    device uuid references device
  )`,
  `create table number_grant (
    id uuid primary key,
    log uuid not null references log,
    office text not null references office,
    prefix text not null,
    first integer not null check (first >= 1),
    last integer not null check (last >= first),
    valid_from text not null,
    valid_to text not null check (valid_to >= valid_from)
  )`,
  `create index number_grant_prefix on number_grant (prefix, valid_to)`,
  `create index number_grant_log on number_grant (log)`,
  // The last guard (S7): no two ranges of one prefix share a number on a date, whatever the program thinks.
  `create function grant_does_not_overlap() returns trigger language plpgsql as $$
   begin
     if exists (select 1 from number_grant g where g.prefix = new.prefix and g.id <> new.id
       and g.first <= new.last and g.last >= new.first
       and g.valid_from <= new.valid_to and g.valid_to >= new.valid_from) then
       raise exception 'number ranges overlap' using errcode = '23P01', constraint = 'number_grant_overlap';
     end if;
     return new;
   end $$`,
  `create trigger number_grant_overlap before insert or update on number_grant
   for each row execute function grant_does_not_overlap()`,
  `create table aggregate (
    id uuid primary key,
    kind text not null
  )`,
  `create table event (
    log uuid not null references log,
    seq integer not null check (seq >= 1),
    id uuid not null unique,
    device uuid not null references device,
    aggregate_id uuid not null references aggregate,
    aggregate text not null,
    type text not null,
    version integer not null,
    hash text not null,
    envelope text not null,
    body text,
    salt text,
    bytes integer not null,
    received_at bigint not null,
    quarantined boolean not null,
    primary key (log, seq)
  )`,
  `create index event_aggregate on event (aggregate_id)`,
  `create table verdict (
    log uuid not null,
    seq integer not null,
    event_id uuid not null unique,
    hash text not null,
    ending text not null check (ending in ('applied', 'flagged', 'quarantined')),
    reason text,
    book_year integer,
    book_number integer,
    at bigint not null,
    signature text not null,
    primary key (log, seq),
    foreign key (log, seq) references event
  )`,
  `create table alarm (
    log uuid not null references log,
    seq integer not null,
    hash text not null,
    event_id uuid not null,
    reason text not null,
    sent_by uuid not null references device,
    at bigint not null,
    signature text not null,
    primary key (log, seq, hash, event_id, reason)
  )`,
  `create table feed (
    office text not null references office,
    number bigint not null,
    log uuid not null,
    seq integer not null,
    primary key (office, number),
    unique (log, seq, office),
    foreign key (log, seq) references event
  )`,
  `create table dossier_view (
    id uuid primary key references aggregate,
    fold_version integer not null,
    state text not null,
    receiving_office text not null,
    competent_office text not null,
    view text not null
  )`,
  `create index dossier_view_fold on dossier_view (fold_version)`,
  `create table dossier_code (
    code text primary key,
    dossier uuid not null references aggregate,
    grant_id uuid,
    date text not null,
    number integer not null
  )`,
  `create index dossier_code_grant on dossier_code (grant_id, date)`,
  `create table book (
    office text not null references office,
    year integer not null,
    last integer not null,
    primary key (office, year)
  )`,
  `create table book_entry (
    aggregate_id uuid primary key references aggregate,
    office text not null,
    year integer not null,
    number integer not null,
    unique (office, year, number)
  )`,
  `create table reference (
    kind text not null,
    version text not null,
    content text not null,
    imported_at bigint not null,
    primary key (kind, version)
  )`,
];
