/** Full-jitter back-off: between 0 and 1 s, 2 s, 4 s … at most 30 s, so that a reachable server sees us within a minute (S8). */
export function backOff(failures: number, fraction: number, retryAfter: number | null): number {
  const ceiling = Math.min(30_000, 1000 * 2 ** Math.min(failures, 10));
  return Math.max(retryAfter ?? 0, Math.round(fraction * ceiling));
}
