import { parseCivilDate, type CivilDate } from '../calendar/civil-date.ts';

/** A date as officers type it: 14/08/1996, 14-8-1996, 14.08.1996, 14081996, or 1996-08-14. Null where it is none. */
export function parseTypedDate(typed: string): CivilDate | null {
  const text = typed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseCivilDate(text);
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (parts === null) return null;
  const [, day = '', month = '', year = ''] = parts;
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
