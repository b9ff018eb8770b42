import { timeOf } from '../calendar/civil-date.ts';
import { inLine, waitUntil } from './line.ts';
import type { HallRules } from './rules.ts';
import { serviceSeconds } from './service-time.ts';
import type { HallView } from './view.ts';

/** What past days say of one series in one hour of the day. */
export interface PaceRow {
  readonly series: string;
  /** 0 to 23. */
  readonly hour: number;
  readonly served: number;
  /** Of their serving times in seconds, and of the squares. */
  readonly sum: number;
  readonly squares: number;
  /** Tickets taken in that hour, and those among them with a claim to go first. */
  readonly came: number;
  readonly claims: number;
}

/** The speed of counters per series and hour (nhịp phục vụ), from days that are over. */
export interface Pace {
  readonly days: number;
  readonly rows: readonly PaceRow[];
  readonly calls: number;
  readonly noShows: number;
  /** How far the ranges that were told have proved too narrow, for those with a claim and those without. */
  readonly widening: { readonly claim: Widening; readonly plain: Widening };
}

/** By what a range is made wider on each side, in parts of its own width; below nothing: narrower. */
export interface Widening {
  readonly low: number;
  readonly high: number;
}

/** What a range says, in seconds, while no counter serves the series; a screen says it in words. */
export const UNKNOWN = 86_400;

export const NO_PACE: Pace = {
  days: 0,
  rows: [],
  calls: 0,
  noShows: 0,
  widening: { claim: { low: 0.25, high: 0.25 }, plain: { low: 0.25, high: 0.25 } },
};

/** What one day adds to what is known. */
export function paceAfter(pace: Pace, view: HallView, rules: HallRules): Pace {
  const rows = new Map(pace.rows.map((row) => [`${row.series} ${row.hour}`, row]));
  const add = (series: string, moment: string, change: Partial<PaceRow>): void => {
    const hour = Number(timeOf(moment).slice(0, 2));
    const key = `${series} ${hour}`;
    const none: PaceRow = { series, hour, served: 0, sum: 0, squares: 0, came: 0, claims: 0 };
    const row = rows.get(key) ?? none;
    const sum = (name: 'served' | 'sum' | 'squares' | 'came' | 'claims'): number => row[name] + (change[name] ?? 0);
    rows.set(key, {
      series,
      hour,
      served: sum('served'),
      sum: sum('sum'),
      squares: sum('squares'),
      came: sum('came'),
      claims: sum('claims'),
    });
  };
  let { calls, noShows } = pace;
  for (const ticket of view.tickets) {
    calls += ticket.calls.length;
    noShows += ticket.noShows;
    const claims = inLine(ticket, rules, ticket.bookedFor ?? ticket.queuedAt)?.claim === null ? 0 : 1;
    add(ticket.series, ticket.issuedAt, { came: 1, claims });
    const seconds = serviceSeconds(ticket);
    const call = ticket.calls.at(-1);
    if (seconds === null || call === undefined) continue;
    add(ticket.series, call.at, { served: 1, sum: seconds, squares: seconds * seconds });
  }
  return { days: pace.days + 1, rows: [...rows.values()], calls, noShows, widening: wideningNow(pace, view) };
}

/** One truth moves a side by so much: four in five are to lie within, so one beyond weighs as nine within. */
const STEP = 0.04;
const BEYOND = 0.1;

/**
 * What the ranges of today have taught so far: each called ticket that was told a wait moves the sides a little, outwards
 * where its truth lay beyond, inwards else, so that in the long run one in ten lies beyond each.
 */
export function wideningNow(pace: Pace, view: HallView): Pace['widening'] {
  const claim = { ...pace.widening.claim };
  const plain = { ...pace.widening.plain };
  const called = view.tickets
    .flatMap((ticket) => (ticket.calls[0] === undefined ? [] : [{ ticket, at: ticket.calls[0].at }]))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { ticket, at } of called) {
    const { told } = ticket;
    if (told === null || told.high === 0 || told.high >= UNKNOWN) continue;
    const wait = waitUntil(ticket, at);
    const side = ticket.priority === null && ticket.lane === 'ordinary' ? plain : claim;
    side.low += STEP * ((wait < told.low ? 1 : 0) - BEYOND);
    // Nothing can lie below a range that begins at nothing.
    if (told.low === 0) side.low = Math.min(side.low, pace.widening.plain.low + 1);
    side.high += STEP * ((wait > told.high ? 1 : 0) - BEYOND);
  }
  return { claim, plain };
}
