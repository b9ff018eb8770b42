/** What the province asked of an office's supervisors (nhắc đơn vị), and what they answered. */
export const reminders: readonly string[] = [
  `create table reminder (
    id text primary key,
    office text not null references office (id),
    at bigint not null,
    by_person text not null,
    by_name text not null,
    series text,
    words text not null,
    answered_at bigint,
    answered_by text,
    answered_name text,
    answer text
  )`,
  `create index reminder_office on reminder (office, at)`,
];
