/** Work that is long as a whole, done in turns: whoever is at the desk comes in between. */
export interface Turns {
  /** Whether this turn has lasted long enough. */
  isOver(): boolean;
  /** Lets whatever waits go first, and begins another turn. */
  next(): Promise<void>;
}

/**
 * A turn, ms: with the commit behind it well under what a person notices, and long enough that what a commit costs by
 * itself is not most of the work.
 */
const TURN_MS = 12;

/** @param now a clock that never goes back, ms */
export function turns(now: () => number): Turns {
  let begun = now();
  return {
    isOver: () => now() - begun >= TURN_MS,
    async next() {
      await new Promise((resolve) => setImmediate(resolve));
      begun = now();
    },
  };
}
