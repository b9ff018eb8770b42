import { parseCivilDate, type CivilDate, type LocalDateTime, type TimeOfDay } from '../calendar/civil-date.ts';

/** A date as officers type it: 14/08/1996, 14-8-1996, 14.08.1996, 14081996, or 1996-08-14. Null where it is none. */
export function parseTypedDate(typed: string): CivilDate | null {
  const text = typed.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseCivilDate(text);
  const parts = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (parts === null) return null;
  const [, day = '', month = '', year = ''] = parts;
  return parseCivilDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * A moment as officers type it: a date as above with the hour before or after it, "14:30 23/11/2026", "23/11/2026 14h30",
 * "23/11/2026 7h"; a date alone is its first minute. Null where it is none.
 */
export function parseTypedMoment(typed: string): LocalDateTime | null {
  const text = typed.trim().replace(/\s+/g, ' ');
  const parts = HOUR_FIRST.exec(text) ?? HOUR_LAST.exec(text);
  const { hours = '0', minutes = '0', day = text } = parts?.groups ?? {};
  const date = parseTypedDate(day);
  if (date === null || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${date}T${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}:00`;
}

/** An hour of the day as officers type it: "14:30", "14h30", "14h", "1430". Null where it is none. */
export function parseTypedTime(typed: string): TimeOfDay | null {
  const parts = /^(?<hours>\d{1,2})(?:[:.h]|giờ ?)(?<minutes>\d{2})?$|^(?<h>\d{1,2})(?<m>\d{2})$/u.exec(
    typed.trim(),
  )?.groups;
  const hours = parts?.['hours'] ?? parts?.['h'];
  if (hours === undefined) return null;
  const minutes = parts?.['minutes'] ?? parts?.['m'] ?? '0';
  if (Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}:00`;
}

const HOUR_FIRST = /^(?<hours>\d{1,2})(?::|h|giờ ?)(?<minutes>\d{2})? (?<day>.+)$/u;
const HOUR_LAST = /^(?<day>.+) (?<hours>\d{1,2})(?::|h|giờ ?)(?<minutes>\d{2})?$/u;
