/** What can be said of a clock in words. */
export type ClockDifference =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'same' }
  | { readonly kind: 'seconds' | 'minutes'; readonly n: number };

/** Under this the time of the way to the server is as large as the difference. */
const SAME_MS = 5_000;

/** @param offset server minus device in ms; null where never compared */
export function clockDifference(offset: number | null): ClockDifference {
  if (offset === null) return { kind: 'unknown' };
  const by = Math.abs(offset);
  if (by < SAME_MS) return { kind: 'same' };
  const seconds = Math.round(by / 1000);
  return seconds < 120 ? { kind: 'seconds', n: seconds } : { kind: 'minutes', n: Math.round(seconds / 60) };
}
