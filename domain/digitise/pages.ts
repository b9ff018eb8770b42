/**
 * The pages of a paper while it is being put together: which, in what order, how they are turned. Pure data; the
 * pictures stay where they are until the file is made.
 */

/** Clockwise, degrees. */
export type Turn = 0 | 90 | 180 | 270;

export interface PageRef {
  /** SHA-256 of the file it comes from, as the desk keeps it. */
  readonly fileId: string;
  /** From 0. */
  readonly page: number;
  readonly turn: Turn;
}

/** More than this is no paper of one dossier but a mistake at the feeder. */
export const MOST_PAGES = 200;
/** Of one file as it comes in, and of the file that is made: 40 MB. */
export const MOST_BYTES = 40_000_000;

/** A quarter to the right. */
export function turnRight(turn: Turn): Turn {
  return turns[(turns.indexOf(turn) + 1) % turns.length] ?? 0;
}

const turns: readonly Turn[] = [0, 90, 180, 270];

/** The nearest quarter to any angle, for pages that come turned. */
export function turnOf(degrees: number): Turn {
  const quarter = ((Math.round(degrees / 90) % 4) + 4) % 4;
  return turns[quarter] ?? 0;
}

/** The page at `from` moved so that it stands at `to`, kept inside; the others keep their order. */
export function movePage<P>(pages: readonly P[], from: number, to: number): P[] {
  const moved = pages[from];
  if (moved === undefined) return [...pages];
  const rest = pages.filter((_page, at) => at !== from);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), moved, ...rest.slice(place)];
}

export function withoutPage<P>(pages: readonly P[], at: number): P[] {
  return pages.filter((_page, index) => index !== at);
}

/** Where the cursor stands after the page at `at` is gone from `count`. */
export function cursorAfterRemoval(at: number, count: number): number {
  return Math.max(0, Math.min(at, count - 2));
}
