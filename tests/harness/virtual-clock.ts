import type { Clock } from '../../main/desk/ports.ts';

/** A clock that moves only when told. Timers fire in order while it is advanced. */
export interface VirtualClock extends Clock {
  /** Moves both clocks on and runs what falls due. */
  advance(ms: number): void;
  /** Sets the wall clock alone, as a person or a dead battery does. */
  setWall(now: number): void;
  /** The machine sleeps: the wall clock goes on, no timer fires. */
  sleep(ms: number): void;
}

export function virtualClock(startAt: number): VirtualClock {
  let wall = startAt;
  let steady = 0;
  let slept = 0;
  let timers: { at: number; fn: () => void }[] = [];
  return {
    now: () => wall,
    monotonic: () => steady,
    upFor: () => steady + slept,
    after(ms, fn) {
      const timer = { at: steady + ms, fn };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const until = steady + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        wall += next.at - steady;
        steady = next.at;
        next.fn();
      }
      wall += until - steady;
      steady = until;
    },
    setWall(now) {
      wall = now;
    },
    sleep(ms) {
      wall += ms;
      slept += ms;
    },
  };
}
