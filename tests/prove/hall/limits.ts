import type { HallReport } from './prove.ts';

/** What the office may wait for, p99 in ms: the offer on each desk, the next call after the key, display and kiosk back. */
const limits = { offer: 5_000, next: 1_000, back: 1_000 } as const;

/** A line for each limit with what was measured, and whether one was passed. */
export function slowIn(report: HallReport): { readonly told: readonly string[]; readonly isSlow: boolean } {
  const names = ['offer', 'next', 'back'] as const;
  const passed = names.filter((name) => report[name].p99 > limits[name]);
  return {
    told: names.map((name) => {
      const { n, p99 } = report[name];
      return `${passed.includes(name) ? 'NOT HELD' : 'held'}  ${name}: p99 ${p99} ms of ${n}, limit ${limits[name]} ms`;
    }),
    isSlow: passed.length > 0,
  };
}
