import { readFileSync } from 'node:fs';
import { hallDataSchema } from '../../../contract/hall-rules.ts';
import { NO_PACE, paceAfter } from '../../../domain/ticket/pace.ts';
import { hallRules, type HallRules } from '../../../domain/ticket/rules.ts';
import { monthOf, type Day } from './arrivals.ts';
import { overWithAllSkills } from './capacity.ts';
import { deadline, fcfs, ours, rivals } from './policies.ts';
import { runDay, type Wait } from './run-day.ts';

/** A month of an office under five orders of calling, on the same people: what `npm run prove -- fairness` tells. */
export interface Fairness {
  readonly days: number;
  readonly tickets: number;
  readonly rows: readonly OrderRow[];
  /** Days on which the deadline order kept the limit for everybody, and those of them on which ours did not. */
  readonly kept: number;
  readonly notByOurs: readonly string[];
  /** Days on which it did not, and those of them on which ours let more people pass it than first come. */
  readonly overfull: number;
  readonly worseThanFirstCome: readonly string[];
  readonly estimate: Estimate;
  readonly byDay: readonly DayRow[];
}

/** One day: who passed the limit under which order, there when called. */
export interface DayRow {
  readonly date: string;
  readonly people: number;
  /** If every counter served every field: more than none is more work than the counters have minutes. */
  readonly allSkills: number;
  readonly deadline: number;
  readonly firstCome: Over;
  readonly ours: Over;
  /** Of ours, by series, the most first. */
  readonly bySeries: readonly (readonly [series: string, people: number])[];
}

interface Over {
  readonly ordinary: number;
  readonly priority: number;
  readonly all: number;
}

export interface OrderRow {
  readonly name: string;
  readonly ordinary: Spread;
  readonly priority: Spread;
  /** Who was there when called and passed the limit. */
  readonly over: Over;
}

/** Minutes. */
interface Spread {
  readonly median: number;
  readonly p90: number;
  readonly worst: number;
}

export interface Estimate {
  /** Tickets that were told a wait, and those told that nobody is ahead of them. */
  readonly told: number;
  readonly atOnce: number;
  /** Parts of the truths that the range held: of the told waits, and with those called at once. */
  readonly held: number;
  readonly heldOfAll: number;
  /** Median error of the likeliest wait and of people ahead × mean service ÷ counters, seconds: of all, and of the told. */
  readonly error: number;
  readonly naiveError: number;
  readonly toldError: number;
  readonly toldNaiveError: number;
}

export function shippedRules(): HallRules {
  const text = readFileSync(new URL('../../../catalogue/hall.json', import.meta.url), 'utf8');
  return hallRules(hallDataSchema.parse(JSON.parse(text)), '2026-11-23');
}

/** @param days the first so many of the month; all where not given */
export function proveFairness(seed: string, days = Number.MAX_SAFE_INTEGER): Fairness {
  const rules = shippedRules();
  const limit = rules.settings.limitMinutes * 60;
  const month = monthOf(seed, rules).slice(0, days);
  const waits = new Map<string, Wait[][]>();
  for (const { name, begin } of rivals) {
    if (name === ours.name) waits.set(name, ownMonth(month, rules));
    else
      waits.set(
        name,
        month.map((day) => runDay(day, rules, begin(), null).waits),
      );
  }
  const over = (name: string, day: number): number =>
    there(waits.get(name)?.[day] ?? []).filter((w) => w.wait > limit).length;
  const all = month.map((_, day) => day);
  const kept = all.filter((day) => over(deadline.name, day) === 0);
  const overfull = all.filter((day) => !kept.includes(day));
  const dates = (chosen: readonly number[]): string[] => chosen.map((day) => month[day]?.date ?? '');
  const own = (waits.get(ours.name) ?? []).flat();
  return {
    days: month.length,
    tickets: own.length,
    rows: rivals.map(({ name }) => rowOf(name, (waits.get(name) ?? []).flat(), limit)),
    kept: kept.length,
    notByOurs: dates(kept.filter((day) => over(ours.name, day) > 0)),
    overfull: overfull.length,
    worseThanFirstCome: dates(overfull.filter((day) => over(ours.name, day) > over(fcfs.name, day))),
    estimate: estimateOf(there(own)),
    byDay: month.map((day, at) => ({
      date: day.date,
      people: day.arrivals.length,
      allSkills: overWithAllSkills(day, limit),
      deadline: over(deadline.name, at),
      firstCome: overOf(waits.get(fcfs.name)?.[at] ?? [], limit),
      ours: overOf(waits.get(ours.name)?.[at] ?? [], limit),
      bySeries: seriesOver(waits.get(ours.name)?.[at] ?? [], limit),
    })),
  };
}

/** Ours, each day's waits told with what the days before have taught. */
function ownMonth(month: readonly Day[], rules: HallRules): Wait[][] {
  let pace = NO_PACE;
  return month.map((day) => {
    const { waits, view } = runDay(day, rules, null, pace);
    pace = paceAfter(pace, view, rules);
    return waits;
  });
}

/** Those who were there when they were called: whoever was not has the wait they made themselves. */
function there(waits: readonly Wait[]): Wait[] {
  return waits.filter(({ putBack }) => !putBack);
}

function rowOf(name: string, waits: readonly Wait[], limit: number): OrderRow {
  const { ordinary, priority } = kindsOf(waits);
  return {
    name,
    ordinary: spreadOf(ordinary),
    priority: spreadOf(priority),
    over: overOf(waits, limit),
  };
}

function kindsOf(waits: readonly Wait[]) {
  const called = there(waits);
  return {
    ordinary: called.filter(({ arrival }) => arrival.priority === null && arrival.lane === 'ordinary'),
    priority: called.filter(({ arrival }) => arrival.priority !== null),
    all: called,
  };
}

function overOf(waits: readonly Wait[], limit: number): Over {
  const { ordinary, priority, all } = kindsOf(waits);
  const over = (of: readonly Wait[]): number => of.filter(({ wait }) => wait > limit).length;
  return { ordinary: over(ordinary), priority: over(priority), all: over(all) };
}

function seriesOver(waits: readonly Wait[], limit: number): [string, number][] {
  const late = there(waits).filter(({ wait }) => wait > limit);
  return [...Map.groupBy(late, ({ arrival }) => arrival.series)]
    .map(([series, of]): [string, number] => [series, of.length])
    .toSorted((a, b) => b[1] - a[1]);
}

function spreadOf(waits: readonly Wait[]): Spread {
  const minutes = waits.map(({ wait }) => wait / 60).sort((a, b) => a - b);
  const at = (part: number): number => minutes[Math.min(minutes.length - 1, Math.floor(part * minutes.length))] ?? 0;
  return { median: at(0.5), p90: at(0.9), worst: at(1) };
}

function estimateOf(waits: readonly Wait[]): Estimate {
  const rows = waits.flatMap(({ told, naive, wait }) =>
    told === null || naive === null ? [] : [{ told, naive, wait }],
  );
  const told = rows.filter((row) => row.told.high > 0);
  const held = (of: typeof rows): number =>
    of.filter((row) => row.told.low <= row.wait && row.wait <= row.told.high).length / Math.max(1, of.length);
  const median = (of: number[]): number => of.sort((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;
  return {
    told: told.length,
    atOnce: rows.length - told.length,
    held: held(told),
    heldOfAll: held(rows),
    error: median(rows.map((row) => Math.abs(row.wait - row.told.likely))),
    naiveError: median(rows.map((row) => Math.abs(row.wait - row.naive))),
    toldError: median(told.map((row) => Math.abs(row.wait - row.told.likely))),
    toldNaiveError: median(told.map((row) => Math.abs(row.wait - row.naive))),
  };
}
