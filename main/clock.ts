import { uptime } from 'node:os';
import type { Clock } from './desk/ports.ts';

/** `setTimeout` fires at once beyond this; longer waits go in steps. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** This machine's clock. The one place of the desk that reads it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  // Of Linux, Windows and macOS alike it goes on while the machine sleeps, as the monotonic clock need not.
  upFor: () => Math.round(uptime() * 1000),
  after: (ms, fn) => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (left: number): void => {
      const step = Math.min(Math.max(left, 0), LONGEST_TIMER);
      timer = setTimeout(() => (left > step ? wait(left - step) : fn()), step);
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
};
