import { daysBetween } from '../../domain/calendar/civil-date.ts';

/** How long ago a local moment was, in the largest whole unit. */
export interface Age {
  readonly unit: 'now' | 'minutes' | 'hours' | 'days';
  readonly n: number;
}

/** @param local,now Vietnam local time; no daylight saving */
export function ageOf(local: string, now: string): Age {
  const minutes = Math.floor((secondsOf(now) - secondsOf(local)) / 60) + daysBetween(dayOf(local), dayOf(now)) * 1440;
  if (minutes < 1) return { unit: 'now', n: 0 };
  if (minutes < 60) return { unit: 'minutes', n: minutes };
  if (minutes < 1440) return { unit: 'hours', n: Math.floor(minutes / 60) };
  return { unit: 'days', n: Math.floor(minutes / 1440) };
}

const dayOf = (local: string): string => local.slice(0, 10);

function secondsOf(local: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = local.slice(11).split(':').map(Number);
  return (hours * 60 + minutes) * 60 + seconds;
}
