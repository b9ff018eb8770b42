import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What a stretch of work took of this process. */
export interface Held {
  /** Processor time of all its threads, ms. */
  readonly processor: number;
  /** How late a timer of a millisecond fired, 99 of 100 times at most, ms. */
  readonly lateP99: number;
  readonly lateMost: number;
}

const EVERY_MS = 1;

/** Begins to measure. @returns ends it */
export function measureProcess(): () => Held {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS });
  const before = process.cpuUsage();
  delay.enable();
  return () => {
    delay.disable();
    const { user, system } = process.cpuUsage(before);
    const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - EVERY_MS);
    return {
      processor: (user + system) / 1000,
      lateP99: late(delay.percentile(99)),
      lateMost: late(delay.max),
    };
  };
}
