import { timeOf, type LocalDateTime } from '../calendar/civil-date.ts';
import type { Lane, Told } from './events.ts';
import { standingOf, wholeLine, type InLine } from './line.ts';
import { serversNow } from './look-ahead.ts';
import { UNKNOWN, wideningNow, type Pace, type Widening } from './pace.ts';
import { playOut, takes, type Server, type Standing } from './play-out.ts';
import type { HallRules } from './rules.ts';
import { everybodysSeries } from './series.ts';
import { serviceSeconds } from './service-time.ts';
import type { HallView } from './view.ts';

/** Which ticket would be taken. */
export interface Asking {
  readonly series: string;
  readonly lane: Lane;
  readonly priority: string | null;
}

const RUNS = 80;
/** Three calls and nobody comes: what that costs a counter, in seconds. */
const ABSENT = 90;
/** As many of the rules' own people as stand beside the measured ones. */
const PRIOR = 5;
/** Standard deviation of the logarithm while nothing is measured. */
const USUAL_SPREAD = 0.55;

/**
 * The wait of a ticket taken now (thời gian chờ ước tính): people ahead (trước ông, bà), whatever their series, whom its
 * counters are likely to call first, and a range that holds four in five. The line is played out many times over from the counters open now, with serving times as they spread in this hour
 * and series and with those who will come and go first. The same view gives the same range: the draws are fixed.
 */
export function estimateWait(view: HallView, rules: HallRules, asked: Asking, pace: Pace, now: LocalDateTime): Told {
  const played = playing(view, rules, pace, now);
  const { rows } = played;
  const claims = asked.lane !== 'ordinary' || asked.priority !== null;
  const own = rows.length;
  const asking: Standing = { series: asked.series, counter: null, claim: claims, from: 0 };
  const isInTheWay = inTheWayOf(played, asking);
  const starts: number[] = [];
  const before: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    // Whoever comes with a claim goes before those without one alone.
    const times = played.once([...rows, asking], { comingToo: !claims, until: own });
    const start = times[own] ?? Number.POSITIVE_INFINITY;
    starts.push(start);
    before.push(
      rows.filter((_, index) => isInTheWay[index] === true && (times[index] ?? Number.POSITIVE_INFINITY) <= start)
        .length,
    );
  }
  // Where no counter takes it nobody is called before it, and all who stand there do.
  const isServed = played.servers.some((server) => takes(server, asking, played.everybodys));
  const ahead = isServed ? middleOf(before) : isInTheWay.filter(Boolean).length;
  return rangeOf(starts, ahead, wideningNow(pace, view)[claims ? 'claim' : 'plain']);
}

/**
 * The same for everybody who stands in line already, played out together: what their phones show. By the id of the
 * ticket; who is called next of all may read 0 ahead and a wait that begins at nothing.
 */
export function estimateLine(
  view: HallView,
  rules: HallRules,
  pace: Pace,
  now: LocalDateTime,
): ReadonlyMap<string, Told> {
  const steps = estimatingLine(view, rules, pace, now);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** The same in small steps, for a machine whose officer must not wait for it: each is a few tenths of a millisecond. */
export function* estimatingLine(
  view: HallView,
  rules: HallRules,
  pace: Pace,
  now: LocalDateTime,
): Generator<undefined, ReadonlyMap<string, Told>, undefined> {
  const played = playing(view, rules, pace, now);
  const { line, rows } = played;
  const starts = rows.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    const times = played.once(rows, { comingToo: true });
    starts.forEach((own, index) => own.push(times[index] ?? Number.POSITIVE_INFINITY));
    yield;
  }
  const widening = wideningNow(pace, view);
  // Rows of one series and counter have the same people in their way.
  const kinds = new Map(rows.map((row) => [`${row.series} ${row.counter ?? ''} ${row.claim}`, row]));
  const waysOf = [...kinds.values()].map((row) => inTheWayOf(played, row));
  const kindOf = rows.map((row) => [...kinds.keys()].indexOf(`${row.series} ${row.counter ?? ''} ${row.claim}`));
  const before = rows.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    const startOf = (index: number): number => starts[index]?.[run] ?? Number.POSITIVE_INFINITY;
    // Of two that no counter takes, or that start in one moment, whoever stands first.
    const order = rows
      .map((_, index) => index)
      .sort((a, b) => (startOf(a) < startOf(b) ? -1 : startOf(a) > startOf(b) ? 1 : a - b));
    const passed = waysOf.map(() => 0);
    for (const index of order) {
      before[index]?.push(passed[kindOf[index] ?? 0] ?? 0);
      waysOf.forEach((inTheWay, kind) => {
        if (inTheWay[index] === true) passed[kind] = (passed[kind] ?? 0) + 1;
      });
    }
    yield;
  }
  return new Map(
    line.map(({ ticket, claim }, index) => {
      const ahead = middleOf(before[index] ?? []);
      return [ticket.id, rangeOf(starts[index] ?? [], ahead, widening[claim === null ? 'plain' : 'claim'])];
    }),
  );
}

/** The line as it stands, ready to be played out. */
interface Playing {
  readonly line: readonly InLine[];
  /** The same rows for `playOut`. */
  readonly rows: readonly Standing[];
  readonly servers: readonly Server[];
  readonly everybodys: ReadonlySet<string>;
  /**
   * Plays it out once more, by the next of the fixed draws: seconds until each row is called. `comingToo`: with those who
   * will come and go first as often as on past days.
   */
  once(rows: readonly Standing[], how: { readonly comingToo: boolean; readonly until?: number }): number[];
}

function playing(view: HallView, rules: HallRules, pace: Pace, now: LocalDateTime): Playing {
  const everybodys = everybodysSeries(rules);
  const hour = Number(timeOf(now).slice(0, 2));
  const speeds = new Map(rules.series.map(({ letter }) => [letter, speedOf(view, rules, pace, letter, hour)]));
  const line = wholeLine(view, rules, now);
  const servers = serversNow(view, (series) => speeds.get(series)?.mean ?? 0, now);
  const absent = (pace.noShows + 1) / (pace.calls + 20);
  const draw = fixedDraws();
  return {
    line,
    rows: standingOf(line),
    servers,
    everybodys,
    once(rows, { comingToo, ...until }) {
      const all = [...rows, ...(comingToo ? claimants(pace, hour, draw) : [])];
      const drawn = all.map(({ series }) => {
        if (draw() < absent) return ABSENT;
        const { mean, spread } = speeds.get(series) ?? { mean: 0, spread: 0 };
        return mean * Math.exp(spread * normal(draw) - (spread * spread) / 2);
      });
      const free = servers.map((server) => ({ ...server, free: server.free * (0.35 + 1.3 * draw()) }));
      return playOut(free, all, { everybodys, seconds: (index) => drawn[index] ?? 0, claimsFirst: true, ...until });
    },
  };
}

/**
 * Which of those in line the counters of this one may call too, of another series or not: they stand before it all the
 * same. Where no counter takes it, those of its series do.
 */
function inTheWayOf({ rows, servers, everybodys }: Playing, row: Standing): boolean[] {
  const sharing = servers.filter((server) => takes(server, row, everybodys));
  return rows.map((other) =>
    sharing.length > 0
      ? sharing.some((server) => takes(server, other, everybodys))
      : other.series === row.series && (!row.claim || other.claim),
  );
}

/** Of one figure a run. */
function middleOf(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}

function rangeOf(starts: readonly number[], ahead: number, widening: Widening): Told {
  const sorted = starts.toSorted((a, b) => a - b);
  const at = (part: number): number => Math.min(UNKNOWN, sorted[Math.min(RUNS - 1, Math.floor(part * RUNS))] ?? 0);
  const [low, middle, high] = [at(0.1), at(0.5), at(0.9)];
  // Nobody to wait for, or no counter: nothing to make wider.
  if (high === 0 || high >= UNKNOWN) {
    return { ahead, low: Math.round(low), likely: Math.round(middle), high: Math.round(high) };
  }
  const width = high - low + LEAST_WIDTH;
  return {
    ahead,
    low: Math.round(Math.max(0, Math.min(middle, low - widening.low * width))),
    likely: Math.round(middle),
    high: Math.round(Math.max(middle, high + widening.high * width, 60)),
  };
}

/** A range is taken to be no narrower than this where it is made wider, seconds. */
const LEAST_WIDTH = 120;

/** Mean seconds and spread of a series in this hour: today's, past days', and the rules' own figure while there is little. */
function speedOf(
  view: HallView,
  rules: HallRules,
  pace: Pace,
  letter: string,
  hour: number,
): { mean: number; spread: number } {
  const usual = (rules.series.find((each) => each.letter === letter)?.minutes ?? 0) * 60;
  let n = PRIOR;
  let sum = PRIOR * usual;
  let squares = PRIOR * usual * usual * Math.exp(USUAL_SPREAD * USUAL_SPREAD);
  for (const row of pace.rows) {
    if (row.series !== letter) continue;
    // Its own hour tells most.
    const weight = row.hour === hour ? 1 : 0.25;
    n += weight * row.served;
    sum += weight * row.sum;
    squares += weight * row.squares;
  }
  for (const ticket of view.tickets) {
    const seconds = ticket.series === letter ? serviceSeconds(ticket) : null;
    if (seconds === null) continue;
    n += 2;
    sum += 2 * seconds;
    squares += 2 * seconds * seconds;
  }
  const mean = sum / n;
  return { mean, spread: Math.sqrt(Math.log(Math.max(1.02, squares / n / (mean * mean)))) };
}

/** Who will come in the next hour with a claim to go first, as often as on past days. */
function claimants(pace: Pace, hour: number, draw: () => number): Standing[] {
  if (pace.days === 0) return [];
  return pace.rows.flatMap((row) => {
    if (row.hour !== hour || row.claims === 0) return [];
    const perSecond = row.claims / pace.days / 3600;
    const found: Standing[] = [];
    for (let from = 0; ;) {
      from += -Math.log(1 - draw()) / perSecond;
      if (from > 3600) return found;
      found.push({ series: row.series, counter: null, claim: true, from });
    }
  });
}

function normal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}

/** The same numbers each time: a range depends on nothing but what is known. */
function fixedDraws(): () => number {
  let state = 20_261_123;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
