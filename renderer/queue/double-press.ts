/** A key pressed again so soon was meant once, ms: a tap that bounced, an impatient hand. */
const DOUBLE_PRESS_MS = 1000;

/**
 * Calling the next number ends the one before. Pressed twice by a hand that shakes, somebody would be sent away who was
 * called a moment ago, served for nothing: the second press does nothing.
 * @param now monotonic, ms
 * @returns does what is pressed; null: it took no effect, or the last press that did was a moment ago
 */
export function doublePress<T>(now: () => number): (press: () => Promise<T | null>) => Promise<T | null> {
  let last = Number.NEGATIVE_INFINITY;
  return async (press) => {
    if (now() - last < DOUBLE_PRESS_MS) return null;
    const effect = await press();
    if (effect !== null) last = now();
    return effect;
  };
}
