import { addDays } from '../../domain/calendar/civil-date.ts';

const DAY_MS = 86_400_000;

/** A Vietnam local time so many milliseconds later; no daylight saving. */
export function later(local: string, ms: number): string {
  const [date = '', time = '00:00:00'] = local.split('T');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const total = ((hours * 60 + minutes) * 60 + seconds) * 1000 + Math.trunc(ms);
  const days = Math.floor(total / DAY_MS);
  const inDay = Math.floor((total - days * DAY_MS) / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const clock = `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`;
  return `${days === 0 ? date : addDays(date, days)}T${clock}`;
}

/** Milliseconds from this second to the next full minute. */
export function toNextMinute(local: string): number {
  return (60 - Number(local.slice(17, 19))) * 1000;
}

/** "09:12" on the same day, else "20/11 16:52". */
export function since(local: string, now: string): string {
  const clock = local.slice(11, 16);
  return local.slice(0, 10) === now.slice(0, 10) ? clock : `${local.slice(8, 10)}/${local.slice(5, 7)} ${clock}`;
}
