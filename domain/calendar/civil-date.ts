/** A day of the Gregorian calendar, 'YYYY-MM-DD', in Vietnam. Strings of this shape sort by time. */
export type CivilDate = string;

/** A moment by the wall clock of Vietnam (UTC+7 all year), 'YYYY-MM-DDTHH:mm:ss'. Sorts by time. */
export type LocalDateTime = string;

/** Time of day, 'HH:mm:ss'. */
export type TimeOfDay = string;

const DAY_SECONDS = 86_400;
/** Vietnam is UTC+7 and keeps no summer time (Quyết định 134/2002/QĐ-TTg). */
const OFFSET_SECONDS = 7 * 3600;

/** Days since 1970-01-01, in a calendar whose year begins on 1 March so that leap days come last. */
function numberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

function dateOfNumber(days: number): CivilDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year < 1 || year > 9999) throw new RangeError('a civil date lies in the years 1 to 9999');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * mp + 2) / 5) + 1, 2)}`;
}

/** @throws RangeError where the text is not a date that exists: a caller's mistake, never a person's. */
function dayNumber(date: CivilDate): number {
  const number = dayNumberIn(date);
  if (number === null) throw new RangeError(`not a civil date: ${date}`);
  return number;
}

function dayNumberIn(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) return null;
  const number = numberOf(year, month, day);
  return day <= 28 || dateOfNumber(number) === text ? number : null;
}

/** The text as a date, or null where it is not 'YYYY-MM-DD' or no such day exists. */
export function parseCivilDate(text: string): CivilDate | null {
  return dayNumberIn(text) === null ? null : text;
}

/** The date `n` days later (earlier where negative). */
export function addDays(date: CivilDate, n: number): CivilDate {
  return dateOfNumber(dayNumber(date) + n);
}

/** Days from `a` to `b`; negative where `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: CivilDate): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function dateOf(moment: LocalDateTime): CivilDate {
  return moment.slice(0, 10);
}

/** 'HH:mm:ss' of a moment. */
export function timeOf(moment: LocalDateTime): TimeOfDay {
  return moment.slice(11, 19);
}

/** The wall clock of Vietnam at that many milliseconds since 1970-01-01T00:00Z; parts of a second are dropped. */
export function localDateTime(ms: number): LocalDateTime {
  const seconds = Math.floor(ms / 1000) + OFFSET_SECONDS;
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - days * DAY_SECONDS;
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map((n) => pad(n, 2)).join(':');
  return `${dateOfNumber(days)}T${time}`;
}

/** Milliseconds since 1970-01-01T00:00Z of a moment in Vietnam. @throws RangeError where it is not one. */
export function epochMs(moment: LocalDateTime): number {
  const match = /^(.{10})T(\d{2}):(\d{2}):(\d{2})$/.exec(moment);
  const [h, m, s] = [Number(match?.[2]), Number(match?.[3]), Number(match?.[4])];
  if (match === null || h > 23 || m > 59 || s > 59) throw new RangeError(`not a local time: ${moment}`);
  return (dayNumber(dateOf(moment)) * DAY_SECONDS + h * 3600 + m * 60 + s - OFFSET_SECONDS) * 1000;
}
