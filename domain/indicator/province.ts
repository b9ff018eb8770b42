import type { LocalDateTime } from '../calendar/civil-date.ts';
import { plusSeconds } from '../ticket/line.ts';
import type { Alerts, HallRules } from '../ticket/rules.ts';
import { secondsBetween } from '../ticket/ticket.ts';
import type { HallView } from '../ticket/view.ts';
import { officeNow, type SeriesNow } from './office-now.ts';
import { spreadOf, waitsOf, type Spread, type Wait } from './waits.ts';

/**
 * One office in the province's board (bảng toàn tỉnh). It holds since when people wait, not how long, so that it stays
 * true while nothing new comes: whoever shows it counts up to the moment.
 */
export interface OfficeRow {
  readonly office: string;
  /** Limit, seconds. */
  readonly limit: number;
  readonly waiting: number;
  /** Since when each of them waits, the longest first. */
  readonly since: readonly LocalDateTime[];
  /** Waits that are over today, by their seconds. */
  readonly ended: readonly number[];
  readonly served: number;
  readonly open: number;
  readonly counters: number;
  readonly series: readonly SeriesRow[];
  /** Longest wait of each half hour from the day's first, seconds; without the one that goes on. */
  readonly trend: readonly Trend[];
}

export interface SeriesRow {
  readonly letter: string;
  readonly waiting: number;
  readonly since: LocalDateTime | null;
  readonly open: number;
  /** Counters that served it today and are closed or away now, and since when the last of them is. */
  readonly shut: number;
  readonly shutSince: LocalDateTime | null;
}

export interface Trend {
  readonly from: LocalDateTime;
  readonly longest: number;
}

export function officeRow(view: HallView, rules: HallRules, now: LocalDateTime): OfficeRow {
  const figures = officeNow(view, rules, now);
  const waits = waitsOf(view.tickets, rules, now);
  return {
    office: view.office,
    limit: figures.limit,
    waiting: figures.waiting,
    since: waits.flatMap(({ since, until }) => (until === null ? since : [])).sort(),
    ended: waits.flatMap(({ until, seconds }) => (until === null ? [] : seconds)),
    served: figures.served,
    open: view.counters.filter(({ state }) => state === 'open').length,
    counters: view.counters.length,
    series: figures.series.map((row) => seriesRow(view, row)),
    trend: trendOf(waits, now),
  };
}

function seriesRow(view: HallView, { letter, waits, open }: SeriesNow): SeriesRow {
  const shut = view.counters.filter(({ state, series }) => state !== 'open' && series.includes(letter));
  const last = shut
    .map(({ since }) => since)
    .sort()
    .at(-1);
  return {
    letter,
    waiting: waits.length,
    since: waits[0]?.since ?? null,
    open,
    shut: shut.length,
    shutSince: last ?? null,
  };
}

const HALF_HOUR = 1800;

/** Longest wait (chờ lâu nhất) that anybody had reached in each half hour, from the first in which somebody waited. */
export function trendOf(waits: readonly Wait[], now: LocalDateTime): Trend[] {
  const [first] = waits.map(({ since }) => since).sort();
  if (first === undefined) return [];
  const trend: Trend[] = [];
  for (let from = halfHourOf(first); from <= now; from = plusSeconds(from, HALF_HOUR)) {
    const end = plusSeconds(from, HALF_HOUR);
    const reached = waits.map(({ since, until }) => {
      const last = until ?? now;
      if (since >= end || last < from) return 0;
      return Math.max(0, secondsBetween(since, last < end ? last : end));
    });
    trend.push({ from, longest: Math.max(0, ...reached) });
  }
  return trend;
}

function halfHourOf(moment: LocalDateTime): LocalDateTime {
  return `${moment.slice(0, 14)}${moment.slice(14, 16) < '30' ? '00' : '30'}:00`;
}

/** How an office stands: past its limit, near it, in order, or with figures too old to count. */
export type Standing = 'over' | 'near' | 'calm' | 'stale';

export type Thresholds = Pick<Alerts, 'provincePercent' | 'staleSeconds'>;

/** An office as it is shown at a moment. */
export interface Shown {
  readonly row: OfficeRow;
  /** When the province last heard of the office; null: never today. */
  readonly heard: LocalDateTime | null;
  readonly standing: Standing;
  /** Seconds; null: nobody waits. */
  readonly longest: number | null;
}

/** The figures of all offices whose word is fresh (đơn vị được cộng); stale ones are counted apart and not summed. */
export interface ProvinceNow {
  /** The worst first, stale ones last, of those the one heard of longest ago at the end. */
  readonly offices: readonly Shown[];
  readonly waiting: number;
  readonly over: number;
  readonly near: number;
  readonly today: Spread | null;
  readonly counted: number;
  readonly stale: number;
}

export function provinceNow(
  rows: readonly { readonly row: OfficeRow; readonly heard: LocalDateTime | null }[],
  now: LocalDateTime,
  by: Thresholds,
): ProvinceNow {
  const offices = rows.map((each) => shown(each, now, by)).sort(worstFirst);
  const fresh = offices.filter(({ standing }) => standing !== 'stale');
  const waits = fresh.flatMap(({ row }) => [...row.ended, ...row.since.map((since) => waited(since, now))]);
  const count = (standing: Standing): number => offices.filter((each) => each.standing === standing).length;
  return {
    offices,
    waiting: fresh.reduce((sum, { row }) => sum + row.waiting, 0),
    over: count('over'),
    near: count('near'),
    today: spreadOf(waits),
    counted: fresh.length,
    stale: count('stale'),
  };
}

/** Whether an office's figures are too old to count: the province has heard nothing of it for so long. */
export function isOld(
  heard: LocalDateTime | null,
  now: LocalDateTime,
  { staleSeconds }: Pick<Thresholds, 'staleSeconds'>,
): boolean {
  return heard === null || secondsBetween(heard, now) > staleSeconds;
}

function shown(
  { row, heard }: { readonly row: OfficeRow; readonly heard: LocalDateTime | null },
  now: LocalDateTime,
  by: Thresholds,
): Shown {
  const isStale = isOld(heard, now, by);
  // Of old figures it is not known whether those people wait still: their wait ends where the word ended.
  const until = isStale ? (heard ?? now) : now;
  const [first] = row.since;
  const longest = first === undefined ? null : waited(first, until);
  const standing = isStale
    ? 'stale'
    : (longest ?? 0) > row.limit
      ? 'over'
      : (longest ?? 0) >= (row.limit * by.provincePercent) / 100
        ? 'near'
        : 'calm';
  return { row, heard, standing, longest };
}

function waited(since: LocalDateTime, now: LocalDateTime): number {
  return Math.max(0, secondsBetween(since, now));
}

/** The longest wait in parts of the office's own limit: 20 minutes of 15 are worse than 25 of 60. */
function ofLimit({ row, longest }: Shown): number {
  return longest === null ? -1 : longest / row.limit;
}

/** Whoever is past the own limit stands first by that too; old figures last, the longest silent at the end. */
function worstFirst(a: Shown, b: Shown): number {
  if ((a.standing === 'stale') !== (b.standing === 'stale')) return a.standing === 'stale' ? 1 : -1;
  if (a.standing === 'stale') return (a.heard ?? '') < (b.heard ?? '') ? 1 : (a.heard ?? '') > (b.heard ?? '') ? -1 : 0;
  return ofLimit(b) - ofLimit(a) || b.row.waiting - a.row.waiting || (a.row.office < b.row.office ? -1 : 1);
}
