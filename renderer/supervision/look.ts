import type { OfficeBoard, TicketsAsked } from '../../contract/desk/board.ts';

/** From a figure to the tickets behind it. */
export type OpenTickets = (part: Partial<TicketsAsked>) => void;

/** From which wait on time presses, and past which there is trouble, seconds. */
export type Limits = Pick<OfficeBoard, 'near' | 'limit'>;

export function toneOf(seconds: number, { near, limit }: Limits): 'soon' | 'trouble' | null {
  return seconds > limit ? 'trouble' : seconds >= near ? 'soon' : null;
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
