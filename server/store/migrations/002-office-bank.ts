/** The account fees are transferred to, as JSON; null where none was entered. */
export const officeBank: readonly string[] = ['alter table office add column bank text'];
