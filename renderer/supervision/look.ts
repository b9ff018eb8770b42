import type { TicketsAsked } from '../../contract/desk/board.ts';

/** From a figure to the tickets behind it. */
export type OpenTickets = (part: Partial<TicketsAsked>) => void;

/** From four fifths of the limit on time presses; past it there is trouble. */
export function toneOf(seconds: number, limit: number): 'soon' | 'trouble' | null {
  return seconds > limit ? 'trouble' : seconds >= 0.8 * limit ? 'soon' : null;
}

/** Whole minutes from one moment to another, both 'YYYY-MM-DDTHH:mm:ss' of Vietnam's wall clock. */
export function minutesBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000));
}

/** A moment so many seconds later, both of Vietnam's wall clock. */
export function afterSeconds(moment: string, seconds: number): string {
  return new Date(Date.parse(`${moment}Z`) + seconds * 1000).toISOString().slice(0, 19);
}

/** As it stands in a narrow column: a commune by its name, a ward (phường) with P. before it. */
export function shortName(name: string): string {
  return name.replace(/^xã\s+/u, '').replace(/^phường\s+/u, 'P. ');
}
