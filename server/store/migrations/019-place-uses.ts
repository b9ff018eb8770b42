/**
 * What a place of an office is. Of those there were it was read off the name, a counter's began with Quầy: that is kept here
 * once, what the others are an administrator says. Of a place made by an instance of the release before: a counter's.
 */
export const placeUses: readonly string[] = [
  "alter table counter add column use text not null default 'counter' check (use in ('counter', 'unit', 'other'))",
  "update counter set use = 'other' where kind <> 'desk' or name !~ '^[qQ][uU][ầẦ][yY](\\s|$)'",
];
