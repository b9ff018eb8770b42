import type { Clock } from '../../../main/desk/ports.ts';

/** The one time of a simulation. Nothing waits for real time: what is due next is run next. */
export interface SimTime {
  /** True time, ms since 1970: the server's clock. */
  now(): number;
  /** Ms since the simulation began. */
  steady(): number;
  /** A desk's own clock, which may be wrong. Its timers die with `stop`. */
  clock(skew: () => number): StoppableClock;
  /** When the next timer is due, steady ms; null: none. */
  next(): number | null;
  /** Goes on to that moment, never back, and runs what is due by then, in order. */
  goTo(steady: number): void;
}

export interface StoppableClock extends Clock {
  stop(): void;
}

interface Timer {
  readonly at: number;
  readonly n: number;
  readonly fn: () => void;
}

export function simTime(startAt: number): SimTime {
  let steady = 0;
  let count = 0;
  const timers = new Set<Timer>();
  const first = (): Timer | null => {
    let found: Timer | null = null;
    for (const timer of timers) {
      if (found === null || timer.at < found.at || (timer.at === found.at && timer.n < found.n)) found = timer;
    }
    return found;
  };
  return {
    now: () => startAt + steady,
    steady: () => steady,
    clock(skew) {
      const own = new Set<Timer>();
      let stopped = false;
      return {
        now: () => startAt + steady + skew(),
        monotonic: () => steady,
        upFor: () => steady,
        after(ms, fn) {
          if (stopped) return () => undefined;
          count += 1;
          const timer: Timer = {
            at: steady + Math.max(0, ms),
            n: count,
            fn: () => {
              own.delete(timer);
              fn();
            },
          };
          timers.add(timer);
          own.add(timer);
          return () => {
            timers.delete(timer);
            own.delete(timer);
          };
        },
        stop() {
          stopped = true;
          for (const timer of own) timers.delete(timer);
          own.clear();
        },
      };
    },
    next: () => first()?.at ?? null,
    goTo(until) {
      for (let timer = first(); timer !== null && timer.at <= until; timer = first()) {
        timers.delete(timer);
        steady = Math.max(steady, timer.at);
        timer.fn();
      }
      steady = Math.max(steady, until);
    },
  };
}
