import type { LocalDateTime } from '../calendar/civil-date.ts';
import { inLine } from '../ticket/line.ts';
import type { HallRules } from '../ticket/rules.ts';
import { secondsBetween, type TicketView } from '../ticket/ticket.ts';
import { stateAt } from '../ticket/view.ts';

/** How long one person waited, or has waited so far. */
export interface Wait {
  readonly ticket: TicketView;
  /** Since when it counts. */
  readonly since: LocalDateTime;
  /** When it ended: the last call; null while the person waits. */
  readonly until: LocalDateTime | null;
  /** Whole seconds. */
  readonly seconds: number;
}

/**
 * The wait (thời gian chờ) of one ticket: from when it was taken, or its booked time where that is later, to its last
 * call; of who did not come and was put back, from then on; a number that was over and is called again waited until the call
 * before. A wait that goes on counts up to `now`, and none beyond its own day. The way to the counter is no part of it. Null
 * where there is none: booked for later, expired, not called on its day, left out with a reason.
 */
export function waitOf(ticket: TicketView, rules: HallRules, now: LocalDateTime): Wait | null {
  if (ticket.leftOut.some(({ what }) => what === 'wait')) return null;
  const state = stateAt(ticket, now);
  if (state === 'waiting') {
    const row = inLine(ticket, rules, now);
    return row === null ? null : { ticket, since: row.since, until: null, seconds: row.waited };
  }
  const call = ticket.calls.findLast(({ revives }) => !revives);
  if (call === undefined || state === 'expired') return null;
  const row = inLine(ticket, rules, call.at);
  // Called before its booked time: nobody waited.
  const since = row?.since ?? call.at;
  return { ticket, since, until: call.at, seconds: Math.max(0, secondsBetween(since, call.at)) };
}

export function waitsOf(tickets: readonly TicketView[], rules: HallRules, now: LocalDateTime): Wait[] {
  return tickets.flatMap((ticket) => waitOf(ticket, rules, now) ?? []);
}

/** Median (trung vị) and what nine in ten stay below (9 trên 10 người chờ dưới mức này), in whole seconds. */
export interface Spread {
  readonly median: number;
  readonly p90: number;
}

/** Of the seconds given, by nearest rank, so that each is a wait somebody had; null where there are none. */
export function spreadOf(seconds: readonly number[]): Spread | null {
  const sorted = seconds.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
  return sorted.length === 0 ? null : { median: at(0.5), p90: at(0.9) };
}
