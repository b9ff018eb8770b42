import type { Clock } from './ports.ts';

/** This machine's clock. The one place of the server that reads it. */
export const systemClock: Clock = { now: () => Date.now() };

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** The date in Vietnam (UTC+7, no daylight saving) at `now`, ms since 1970, as YYYY-MM-DD. */
export function vietnamDate(now: number): string {
  return new Date(now + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** `date` (YYYY-MM-DD) and so many days on. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
