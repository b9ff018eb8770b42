import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Score } from '../ticket/events.ts';
import type { CounterView } from '../ticket/hall-day.ts';
import type { HallRules } from '../ticket/rules.ts';
import { everybodysSeries } from '../ticket/series.ts';
import { serviceSeconds } from '../ticket/service-time.ts';
import type { TicketView } from '../ticket/ticket.ts';
import { heldAt, servingAt, type HallView } from '../ticket/view.ts';
import { spreadOf, waitsOf, type Spread, type Wait } from './waits.ts';

/** The hall of an office as it is now (sảnh lúc này): what its supervisor sees. Waits in whole seconds. */
export interface OfficeNow {
  readonly at: LocalDateTime;
  /** Limit (mức chờ), seconds. */
  readonly limit: number;
  readonly waiting: number;
  /** Of them, those past the limit. */
  readonly over: number;
  /** Those who waited past it today, those who still do among them (vượt mức hôm nay). */
  readonly breached: number;
  readonly longest: Wait | null;
  readonly today: Spread | null;
  readonly served: number;
  /** What those served have said. */
  readonly ratings: Ratings;
  /** The worst first. */
  readonly series: readonly SeriesNow[];
  /** Those who wait, by priority class (diện ưu tiên); null: none. */
  readonly classes: readonly { readonly priority: string | null; readonly waiting: number }[];
  readonly counters: readonly CounterNow[];
}

export interface SeriesNow {
  readonly letter: string;
  /** Those who wait, the longest first. */
  readonly waits: readonly Wait[];
  readonly today: Spread | null;
  readonly served: number;
  readonly breached: number;
  /** Counters that are open and serve it. */
  readonly open: number;
}

export interface CounterNow {
  readonly counter: CounterView;
  /** Called and not finished; null: free. */
  readonly serving: TicketView | null;
  readonly held: readonly TicketView[];
  /** Since when it does what it does now. */
  readonly since: LocalDateTime;
  readonly served: number;
  /** Mean serving time today, seconds; null: nobody yet. */
  readonly mean: number | null;
}

export function officeNow(view: HallView, rules: HallRules, now: LocalDateTime): OfficeNow {
  const limit = rules.settings.limitMinutes * 60;
  const waits = waitsOf(view.tickets, rules, now);
  const waiting = waits.filter(({ until }) => until === null).sort((a, b) => b.seconds - a.seconds);
  const past = (rows: readonly Wait[]): number => rows.filter(({ seconds }) => seconds > limit).length;
  const spread = (rows: readonly Wait[]): Spread | null => spreadOf(rows.map(({ seconds }) => seconds));
  const ended = view.tickets.filter(({ state }) => state === 'ended');
  const everybodys = everybodysSeries(rules);
  const series = rules.series.map(({ letter }): SeriesNow => {
    const own = waits.filter(({ ticket }) => ticket.series === letter);
    return {
      letter,
      waits: waiting.filter(({ ticket }) => ticket.series === letter),
      today: spread(own),
      served: ended.filter((ticket) => ticket.series === letter).length,
      breached: past(own),
      open: view.counters.filter((each) => each.state === 'open' && serves(each, letter, everybodys)).length,
    };
  });
  const classes = new Map<string | null, number>();
  for (const { ticket } of waiting) classes.set(ticket.priority, (classes.get(ticket.priority) ?? 0) + 1);
  return {
    at: now,
    limit,
    waiting: waiting.length,
    over: past(waiting),
    breached: past(waits),
    longest: waiting[0] ?? null,
    today: spread(waits),
    served: ended.length,
    ratings: ratingsOf(ended),
    series: series
      // Those that every counter serves stand there once somebody came for them.
      .filter((row) => row.today !== null || row.waits.length > 0 || (row.open > 0 && !everybodys.has(row.letter)))
      .sort((a, b) => longestOf(b) - longestOf(a) || b.waits.length - a.waits.length),
    classes: [...classes].map(([priority, n]) => ({ priority, waiting: n })),
    counters: view.counters.map((counter) => counterNow(view, counter)),
  };
}

/** What those served have said, by their answers: rate = satisfied ÷ all three (mức độ hài lòng). */
export type Ratings = Readonly<Record<Score, number>>;

export function ratingsOf(tickets: readonly TicketView[]): Ratings {
  const of = (score: Score): number => tickets.filter(({ rating }) => rating === score).length;
  return { satisfied: of('satisfied'), neutral: of('neutral'), unsatisfied: of('unsatisfied') };
}

export function serves(counter: CounterView, letter: string, everybodys: ReadonlySet<string>): boolean {
  return counter.series.includes(letter) || everybodys.has(letter);
}

function longestOf({ waits }: SeriesNow): number {
  return waits[0]?.seconds ?? -1;
}

function counterNow(view: HallView, counter: CounterView): CounterNow {
  const [serving = null] = counter.state === 'closed' ? [] : servingAt(view, counter.id);
  const own = view.tickets.filter((ticket) => ticket.state === 'ended' && ticket.counter === counter.id);
  const times = own.flatMap((ticket) => serviceSeconds(ticket) ?? []);
  const done = own.flatMap(({ endedAt }) => endedAt ?? []).reduce((last, at) => (at > last ? at : last), counter.since);
  return {
    counter,
    serving,
    held: heldAt(view, counter.id),
    since: counter.state !== 'open' ? counter.since : (serving?.calls.at(-1)?.at ?? done),
    served: own.length,
    mean: times.length === 0 ? null : Math.round(times.reduce((sum, each) => sum + each, 0) / times.length),
  };
}
