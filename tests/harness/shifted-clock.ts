import { epochMs, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { systemClock } from '../../main/clock.ts';
import type { Clock } from '../../main/desk/ports.ts';

/**
 * A clock that runs as the machine's does, at another time: a story of weeks is told in minutes, and everything that
 * waits (requests, back-off, pages) waits in real time.
 */
export interface ShiftedClock extends Clock {
  /** Goes on from this moment, Vietnam local time. Never set back. */
  goTo(moment: LocalDateTime): void;
}

export function shiftedClock(start: LocalDateTime): ShiftedClock {
  let shift = epochMs(start) - systemClock.now();
  return {
    now: () => systemClock.now() + shift,
    monotonic: () => systemClock.monotonic(),
    // The weeks between have passed; nobody has set a clock.
    upFor: () => systemClock.now() + shift,
    after: (ms, fn) => systemClock.after(ms, fn),
    goTo(moment) {
      const wanted = epochMs(moment) - systemClock.now();
      if (wanted < shift) throw new RangeError(`${moment} has passed`);
      shift = wanted;
    },
  };
}
