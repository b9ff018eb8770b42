/** What each desk last said of itself. Rewritten often, so with room on the page for the next version of the row. */
export const deskContact: readonly string[] = [
  `create table desk_contact (
    device uuid primary key references device,
    at bigint not null,
    release text,
    unsent integer,
    waiting_s bigint,
    clock_offset bigint,
    feed_number bigint not null
  ) with (fillfactor = 50)`,
];
