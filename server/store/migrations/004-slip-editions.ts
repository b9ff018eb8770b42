/** Editions of slip templates (bản mẫu phiếu). Rows are only ever added: old slips are drawn with the edition of then. */
export const slipEditions: readonly string[] = [
  `create table slip_edition (
    form text not null,
    number integer not null check (number > 1),
    office text references office,
    valid_from text not null,
    template text not null,
    published_by text not null references person,
    published_at bigint not null,
    primary key (form, number)
  )`,
];
