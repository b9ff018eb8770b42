import { epochMs, localDateTime, type LocalDateTime } from '../calendar/civil-date.ts';
import { isBookedLater } from './booking.ts';
import type { Standing } from './play-out.ts';
import type { HallRules } from './rules.ts';
import { everybodysSeries } from './series.ts';
import { secondsBetween, type TicketView } from './ticket.ts';
import type { CounterView } from './hall-day.ts';
import { mayCall, waitingTickets, type HallView } from './view.ts';

/** A waiting ticket as the calling rule sees it. */
export interface InLine {
  readonly ticket: TicketView;
  /** Since when its wait counts: taken or put back, or its booked time where that is later. */
  readonly since: LocalDateTime;
  /** Whole seconds. */
  readonly waited: number;
  /** Whole seconds until it passes the limit (mức chờ); below nothing: it has. */
  readonly left: number;
  /** What lets it go before those who came earlier. */
  readonly claim: 'booked' | 'return' | 'priority' | null;
}

/** A waiting ticket in line at that moment; null while its booked time is too far off. */
export function inLine(ticket: TicketView, rules: HallRules, now: LocalDateTime): InLine | null {
  const { limitMinutes, bookedLateMinutes, bookedInARow, returnInARow } = rules.settings;
  const { bookedFor } = ticket;
  if (isBookedLater(ticket, rules, now)) return null;
  // Who was put back to the end has had their turn: no claim goes before others any more.
  const isFresh = ticket.queuedAt === ticket.issuedAt;
  const inTime = bookedFor !== null && secondsBetween(bookedFor, ticket.queuedAt) <= bookedLateMinutes * 60;
  const since = bookedFor !== null && inTime && bookedFor > ticket.queuedAt ? bookedFor : ticket.queuedAt;
  const waited = Math.max(0, secondsBetween(since, now));
  const claim = !isFresh
    ? null
    : ticket.lane === 'booked'
      ? inTime && bookedInARow > 0
        ? 'booked'
        : null
      : ticket.lane === 'return' && returnInARow > 0
        ? 'return'
        : ticket.priority !== null
          ? 'priority'
          : null;
  return { ticket, since, waited, left: limitMinutes * 60 - waited, claim };
}

/** Those a counter may call by the rule, the longest in line first. */
export function lineOf(
  view: HallView,
  rules: HallRules,
  counter: Pick<CounterView, 'id' | 'series'>,
  now: LocalDateTime,
): InLine[] {
  const everybodys = everybodysSeries(rules);
  return wholeLine(view, rules, now).filter(({ ticket }) => mayCall(counter, ticket, everybodys));
}

/** Everybody in line, the longest first. */
export function wholeLine(view: HallView, rules: HallRules, now: LocalDateTime): InLine[] {
  const rows = waitingTickets(view).flatMap((ticket) => inLine(ticket, rules, now) ?? []);
  // Stable: of one second, who took the number first.
  return rows.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** The line as it is played out. */
export function standingOf(line: readonly InLine[]): Standing[] {
  return line.map(({ ticket, claim }) => ({
    series: ticket.series,
    counter: ticket.counter,
    claim: claim !== null,
    from: 0,
  }));
}

/**
 * The wait (thời gian chờ) of a ticket until a moment in whole seconds: from when it was taken, or from its booked time
 * where that is later; whoever was put back has waited since then all the same.
 */
export function waitUntil(ticket: Pick<TicketView, 'issuedAt' | 'bookedFor'>, at: LocalDateTime): number {
  const { issuedAt, bookedFor } = ticket;
  return Math.max(0, secondsBetween(bookedFor !== null && bookedFor > issuedAt ? bookedFor : issuedAt, at));
}

export function plusSeconds(moment: LocalDateTime, seconds: number): LocalDateTime {
  return localDateTime(epochMs(moment) + Math.round(seconds) * 1000);
}
