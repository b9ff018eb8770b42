import type { CivilDate } from '../calendar/civil-date.ts';

/** The daily numbers of dossier codes: given to logs in ranges, used in order, never used twice. */

/** How many numbers of a day one grant holds. */
export const GRANT_SIZE = 250;
/** Codes of provincial systems carry four digits. */
export const HIGHEST_NUMBER = 9999;

/**
 * Numbers the provincial server gave to one log: `from` to `to` of every day from `validFrom` to `validTo`. The daily
 * count begins anew each day, so the same range serves each day; no other log gets one of these numbers for one of
 * these days, not even after the log has ended.
 */
export interface NumberGrant {
  readonly id: string;
  readonly log: string;
  /** The receiving office; its prefix begins the code. */
  readonly office: string;
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate;
}

/** Numbers of one day, both ends included. Without `date`: of whatever day is asked. */
export interface NumberRange {
  readonly date?: CivilDate;
  readonly grantId?: string;
  readonly from: number;
  readonly to: number;
}

/** The ranges a log may use for a code of this prefix on this day, lowest first. */
export function rangesFor(
  grants: readonly NumberGrant[],
  holder: { readonly log: string; readonly prefix: string; readonly date: CivilDate },
): NumberRange[] {
  const { log, prefix, date } = holder;
  return grants
    .filter((grant) => grant.log === log && grant.prefix === prefix && grant.validFrom <= date && date <= grant.validTo)
    .map(({ id, from, to }) => ({ date, grantId: id, from, to }))
    .toSorted((a, b) => a.from - b.from);
}

/**
 * The next number of the day, or null where the ranges are used up. It stands behind the highest used one of its range:
 * a number left free by a voided slip is not given again. `used` are the numbers of that day and prefix.
 */
export function nextNumber(ranges: readonly NumberRange[], used: Iterable<number>): number | null {
  const taken = [...used];
  for (const { from, to } of ranges) {
    const highest = taken.reduce((high, n) => (n >= from && n <= to && n > high ? n : high), from - 1);
    if (highest < to) return highest + 1;
  }
  return null;
}

/** How many numbers are left for the day. */
export function numbersLeft(ranges: readonly NumberRange[], used: Iterable<number>): number {
  const taken = [...used];
  return ranges.reduce((sum, { from, to }) => {
    const highest = taken.reduce((high, n) => (n >= from && n <= to && n > high ? n : high), from - 1);
    return sum + to - highest;
  }, 0);
}

/** Whether two grants hold the same number of the same day: the server must never have given both. */
export function grantsClash(a: NumberGrant, b: NumberGrant): boolean {
  return (
    a.prefix === b.prefix && a.from <= b.to && b.from <= a.to && a.validFrom <= b.validTo && b.validFrom <= a.validTo
  );
}

/**
 * A range of `size` numbers free for a prefix on all these days, whoever holds the others: the lowest, or one amid the most
 * that is free (`amid`: how far in it, 0 to 1) where ranges may have been given that nobody here knows of: next to the known
 * ones. Null where the days have no such range left. `given` are all grants known for the prefix, ended logs' included.
 */
export function freeRange(
  given: readonly NumberGrant[],
  asked: {
    readonly prefix: string;
    readonly validFrom: CivilDate;
    readonly validTo: CivilDate;
    readonly amid: number | null;
  },
  size: number = GRANT_SIZE,
): { readonly from: number; readonly to: number } | null {
  const inTheWay = given
    .filter(
      (grant) => grant.prefix === asked.prefix && grant.validFrom <= asked.validTo && asked.validFrom <= grant.validTo,
    )
    .toSorted((a, b) => a.from - b.from);
  const gaps: { readonly from: number; readonly ranges: number }[] = [];
  let from = 1;
  for (const grant of [...inTheWay, { from: HIGHEST_NUMBER + 1, to: HIGHEST_NUMBER }]) {
    const ranges = Math.floor((grant.from - from) / size);
    if (ranges > 0) gaps.push({ from, ranges });
    from = Math.max(from, grant.to + 1);
  }
  const [lowest] = gaps;
  if (lowest === undefined) return null;
  const widest = gaps.reduce((wide, gap) => (gap.ranges > wide.ranges ? gap : wide), lowest);
  const first = asked.amid === null ? lowest.from : widest.from + Math.floor(widest.ranges * asked.amid) * size;
  return { from: first, to: first + size - 1 };
}
