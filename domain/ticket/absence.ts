import type { TicketPutBack } from './events.ts';
import type { HallSettings } from './rules.ts';
import type { Call, TicketView } from './ticket.ts';

/** Calls (gọi) that are still to be made, of as many as the rules say, before nobody having come may be written down. */
export function callsToGo(call: Pick<Call, 'recalls'> | undefined, { calls }: Pick<HallSettings, 'calls'>): number {
  return Math.max(0, calls - (call?.recalls ?? 0) - 1);
}

/**
 * Whether a ticket is put back (xếp lại) where nobody comes to any of its calls; else it expires then. What its holder is
 * told beforehand.
 */
export function goesBackAbsent(
  { putBacks }: Pick<TicketView, 'putBacks'>,
  settings: Pick<HallSettings, 'putBacks'>,
): boolean {
  return putBacks < settings.putBacks;
}

/**
 * Whether a ticket that goes back in line now does so because nobody came to its last call: behind everybody. At its old
 * place an officer gives it back (trả lại hàng chờ), and its holder has missed nothing.
 */
export function isBackUnanswered(
  { calls, noShows, putBacks }: Pick<TicketView, 'calls' | 'noShows' | 'putBacks'>,
  place: TicketPutBack['place'],
): boolean {
  return place === 'end' && calls.at(-1)?.missed === true && putBacks < noShows;
}
