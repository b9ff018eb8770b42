/** A key pressed again so soon was meant once, ms: a tap that bounced, an impatient hand. */
const DOUBLE_PRESS_MS = 1000;

/**
 * Calling the next number ends the one before. Pressed twice by a hand that shakes, somebody would be sent away who was
 * called a moment ago, served for nothing: the second press does nothing.
 */
export interface DoublePress {
  /** Whether this press comes too soon after the last that took effect. */
  isDouble(): boolean;
  /** A press took effect now. */
  took(): void;
}

/** @param now monotonic, ms */
export function doublePress(now: () => number): DoublePress {
  let last = Number.NEGATIVE_INFINITY;
  return {
    isDouble: () => now() - last < DOUBLE_PRESS_MS,
    took: () => {
      last = now();
    },
  };
}
