import type { HallRules } from '../../../domain/ticket/rules.ts';
import type { Lane } from '../../../domain/ticket/events.ts';

/** One person's day, the same under every rule: when they come, for what, how long they take, whether they hear the call. */
export interface Arrival {
  readonly id: string;
  /** Seconds since midnight. */
  readonly at: number;
  readonly series: string;
  readonly priority: string | null;
  readonly lane: Lane;
  readonly bookedFor: number | null;
  /** Seconds at the counter, the way there included. */
  readonly service: number;
  /** Whether they are there at the first call, at the second, … */
  readonly there: readonly boolean[];
}

export interface Break {
  readonly counter: string;
  readonly from: number;
  readonly length: number;
}

export interface Day {
  readonly date: string;
  readonly load: number;
  readonly arrivals: readonly Arrival[];
  readonly breaks: readonly Break[];
}

/** Six counters as an office staffs them: each with its own fields and one it helps out with. */
export const counters: readonly { readonly id: string; readonly series: readonly string[] }[] = [
  { id: 'q1', series: ['A', 'K'] },
  { id: 'q2', series: ['A', 'B'] },
  { id: 'q3', series: ['B', 'F'] },
  { id: 'q4', series: ['C', 'D'] },
  { id: 'q5', series: ['C', 'E', 'F'] },
  { id: 'q6', series: ['D', 'E', 'K'] },
];

/** Of a hundred people, how many come for each series; what they take beside the shipped figure, in minutes. */
const mix: readonly { readonly series: string; readonly share: number; readonly minutes: number }[] = [
  { series: 'A', share: 31, minutes: 5.5 },
  { series: 'B', share: 19, minutes: 8 },
  { series: 'C', share: 7.5, minutes: 14 },
  { series: 'D', share: 6, minutes: 10 },
  { series: 'E', share: 9, minutes: 9.5 },
  { series: 'F', share: 8, minutes: 8.5 },
  { series: 'K', share: 14, minutes: 3.5 },
  { series: 'H', share: 4, minutes: 5 },
];

/** People an hour, by the half hours of a day: the morning's rush, its end, the smaller rush after lunch. */
const rate: readonly (readonly [from: number, perHour: number])[] = [
  [6.83, 22],
  [7, 46],
  [7.5, 55],
  [8.5, 49],
  [9.5, 37],
  [10.5, 25],
  [11.2, 0],
  [13.25, 30],
  [13.5, 43],
  [14.5, 40],
  [15.5, 25],
  [16.3, 12],
  [16.75, 0],
];

/** Everyone takes about as long as their kind, some much longer: standard deviation of the logarithm. */
const SPREAD = 0.55;
const PRIORITY = 0.2;
const NO_SHOW = 0.07;

export type Random = () => number;

/** @param load how full the day is, beside a usual one */
export function dayOf(date: string, load: number, random: Random, rules: HallRules): Day {
  const arrivals: Arrival[] = [];
  const add = (at: number): void => {
    const { series, minutes } = pick(random);
    const kind = random();
    const lane: Lane = kind < 0.03 ? 'booked' : kind < 0.06 ? 'return' : 'ordinary';
    const isPriority = lane === 'ordinary' && random() < PRIORITY;
    const of = Math.floor(random() * rules.priorities.length);
    arrivals.push({
      id: `${date}-${arrivals.length}`,
      at: Math.round(at),
      series,
      priority: isPriority ? (rules.priorities[of]?.id ?? null) : null,
      lane,
      // They come between twenty minutes early and ten late.
      bookedFor: lane === 'booked' ? Math.round(at + (random() * 30 - 10) * 60) : null,
      service: Math.max(45, Math.round(minutes * 60 * Math.exp(SPREAD * normal(random) - (SPREAD * SPREAD) / 2))),
      there: [random() >= NO_SHOW, random() >= 0.4, true],
    });
  };
  rate.forEach(([from, perHour], i) => {
    const until = rate[i + 1]?.[0] ?? from;
    if (perHour === 0) return;
    for (let at = from * 3600; ;) {
      at += (-Math.log(1 - random()) * 3600) / (perHour * load);
      if (at >= until * 3600) return;
      add(at);
    }
  });
  const breaks = counters.flatMap(({ id }) =>
    [8.2, 14.3].map((from) => ({
      counter: id,
      from: Math.round((from + random() * 2) * 3600),
      length: Math.round((8 + random() * 8) * 60),
    })),
  );
  return { date, load, arrivals: arrivals.toSorted((a, b) => a.at - b.at), breaks };
}

function pick(random: Random): (typeof mix)[number] {
  let left = random() * mix.reduce((sum, { share }) => sum + share, 0);
  for (const each of mix) {
    left -= each.share;
    if (left < 0) return each;
  }
  throw new Error('the shares are empty');
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A small seeded generator (mulberry32) over a hash of the seed. */
export function seeded(text: string): Random {
  let state = 2_166_136_261;
  for (const char of text) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The working days of a month, Mondays and the days around the 15th and the month's end fuller than the others. */
export function monthOf(seed: string, rules: HallRules): Day[] {
  const random = seeded(seed);
  const days: Day[] = [];
  for (let n = 1; n <= 30; n++) {
    const weekday = (n % 7) + 1;
    if (weekday > 5) continue;
    const date = `2026-11-${String(n).padStart(2, '0')}`;
    const usual = (weekday === 1 ? 1.12 : 0.95) * (n % 15 < 2 ? 1.08 : 1);
    days.push(dayOf(date, usual * (0.76 + random() * 0.3), random, rules));
  }
  return days;
}
