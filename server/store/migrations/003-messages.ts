/** Messages to citizens (tin nhắn) that wait for the province's sender, and those it could not send. */
export const messages: readonly string[] = [
  `create table message (
    id uuid primary key,
    dossier uuid not null references aggregate,
    about text not null,
    telephone text,
    text text not null,
    created_at bigint not null,
    state text not null check (state in ('waiting', 'sent', 'dead')),
    attempts integer not null default 0,
    next_at bigint not null,
    ended_at bigint,
    reason text
  )`,
  `create index message_waiting on message (next_at) where state = 'waiting'`,
  `create index message_state on message (state, created_at)`,
];
