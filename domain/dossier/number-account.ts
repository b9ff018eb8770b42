import type { NumberRange } from './number-range.ts';

/** What became of the day's numbers: at the end of a day each one of the ranges is accounted for (S7). */

export interface UsedNumber {
  readonly number: number;
  readonly dossierId: string;
  readonly code: string;
}

/** Numbers next to each other with the same fate, both ends included. */
export interface NumberRun {
  readonly from: number;
  readonly to: number;
  /**
   * `used`: each stands on a dossier · `gap`: passed over, below a used one, and never given again ·
   * `unused`: never reached this day.
   */
  readonly fate: 'used' | 'gap' | 'unused';
}

export interface NumberAccount {
  /** Every number of the ranges exactly once, lowest first. */
  readonly runs: readonly NumberRun[];
  readonly used: readonly UsedNumber[];
  /** Printed with a number of no range there is now: the range was given back or moved since. */
  readonly outside: readonly UsedNumber[];
}

/** `used` are the official numbers of one day, prefix and log. */
export function accountOf(ranges: readonly NumberRange[], used: readonly UsedNumber[]): NumberAccount {
  const sorted = used.toSorted((a, b) => a.number - b.number);
  const inRange = (number: number): boolean => ranges.some(({ from, to }) => from <= number && number <= to);
  const taken = new Set(sorted.map(({ number }) => number));
  const runs: NumberRun[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const highest = sorted.findLast(({ number }) => from <= number && number <= to)?.number ?? from - 1;
    for (let at = from; at <= highest;) {
      const fate = taken.has(at) ? 'used' : 'gap';
      let end = at;
      while (end < highest && taken.has(end + 1) === (fate === 'used')) end += 1;
      runs.push({ from: at, to: end, fate });
      at = end + 1;
    }
    if (highest < to) runs.push({ from: highest + 1, to, fate: 'unused' });
  }
  return {
    runs,
    used: sorted.filter(({ number }) => inRange(number)),
    outside: sorted.filter(({ number }) => !inRange(number)),
  };
}
