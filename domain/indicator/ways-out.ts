import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { HallRules } from '../ticket/rules.ts';
import { everybodysSeries } from '../ticket/series.ts';
import { secondsBetween } from '../ticket/ticket.ts';
import type { HallView } from '../ticket/view.ts';
import { serves, type CounterNow, type OfficeNow } from './office-now.ts';
import { nextHour, type NextHour } from './next-hour.ts';

/** The series whose people pass the limit first, or have (sẽ quá mức chờ), and what a supervisor may do about it. */
export interface Breach {
  readonly letter: string;
  readonly waiting: number;
  /** Counters open for it. */
  readonly open: number;
  /** Null: it has been passed already. */
  readonly breachAt: LocalDateTime | null;
  /** Mean serving time, seconds. */
  readonly each: number;
  /** The best first. */
  readonly ways: readonly Way[];
}

/** What helps: the counter takes the series from now on, or its officer is asked to. */
export interface Way {
  /** back: an officer on a break is asked to come (mời vào quầy). */
  readonly kind: 'set' | 'ask' | 'back';
  readonly counter: string;
  /** Seconds until that counter is free, by the mean; 0: now. */
  readonly free: number;
  /** Longest wait of the series in the next hour then, seconds. */
  readonly longestThen: number;
}

/** Which series passes the limit first, or has: what is known before any way out is looked for. */
export type FirstBreach = Omit<Breach, 'ways'>;

/** Null where the next hour brings no breach and nobody is past the limit now. */
export function breachAhead(view: HallView, rules: HallRules, now: OfficeNow): Breach | null {
  const hour = nextHour(view, rules, now.at);
  const first = firstBreach(hour, now);
  const row = hour.find(({ letter }) => letter === first?.letter);
  return first === null || row === undefined ? null : { ...first, ways: waysOut(view, rules, now, row) };
}

/** The same without what helps. @param hour the next hour as things are */
export function firstBreach(hour: readonly NextHour[], now: OfficeNow): FirstBreach | null {
  const urgency = ({ letter, breachAt }: NextHour): string | null => {
    const longest = now.series.find((row) => row.letter === letter)?.waits[0]?.seconds ?? 0;
    return longest > now.limit ? '' : breachAt;
  };
  const [first] = hour
    .filter((row) => urgency(row) !== null)
    .sort((a, b) => ((urgency(a) ?? '') < (urgency(b) ?? '') ? -1 : 1));
  if (first === undefined) return null;
  const row = now.series.find(({ letter }) => letter === first.letter);
  return {
    letter: first.letter,
    waiting: row?.waits.length ?? 0,
    open: row?.open ?? 0,
    breachAt: urgency(first) === '' ? null : first.breachAt,
    each: first.each,
  };
}

/** Counters that do not serve the series yet and would shorten its longest wait. */
function waysOut(view: HallView, rules: HallRules, now: OfficeNow, { letter, longest, each }: NextHour): Way[] {
  const everybodys = everybodysSeries(rules);
  return (
    now.counters
      .filter(({ counter }) => counter.state === 'away' || !serves(counter, letter, everybodys))
      .filter(({ counter }) => counter.state !== 'closed' && !counter.askedFor.includes(letter))
      // Asked to come, and not there yet.
      .filter(({ counter }) => !view.comeAsked.some((asked) => asked.counter === counter.id))
      .map((row): Way => {
        const helped = view.counters.map((other) =>
          other.id === row.counter.id
            ? { ...other, state: 'open' as const, series: [...new Set([...other.series, letter])] }
            : other,
        );
        const then = nextHour({ ...view, counters: helped }, rules, now.at);
        return {
          kind: row.counter.state === 'away' ? 'back' : row.serving === null ? 'set' : 'ask',
          counter: row.counter.id,
          free: freeIn(row, now.at, each),
          longestThen: then.find((other) => other.letter === letter)?.longest ?? longest,
        };
      })
      .filter(({ longestThen }) => longestThen < longest)
      .sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.longestThen - b.longestThen || (a.counter < b.counter ? -1 : 1))
  );
}

const RANK: Readonly<Record<Way['kind'], number>> = { set: 0, ask: 1, back: 2 };

function freeIn({ serving, mean, since }: CounterNow, now: LocalDateTime, usual: number): number {
  if (serving === null) return 0;
  return Math.max(0, (mean ?? usual) - secondsBetween(since, now));
}
