import type { Clock, Randomness } from '../desk/ports.ts';
import { backOff } from './back-off.ts';
import { LineDown, ProvinceRefused } from './province.ts';

/** So often in a row it counts for the province as a whole, or the line: those come and go. */
const BEFORE_ITS_OWN = 3;

/** The province answers others, and fails at this again and again. */
export class Stumbled extends Error {
  override readonly name = 'Stumbled';
  /** Milliseconds the server asks to wait (Retry-After), or null. */
  readonly retryAfter: number | null;

  constructor(cause: unknown) {
    super('the province stumbles over it', { cause });
    this.retryAfter = cause instanceof ProvinceRefused ? cause.retryAfter : null;
  }
}

/** What the province fails at while it answers: one log that it stumbles over must hold up neither the others nor the feed. */
export interface Stumbling {
  /**
   * Notes that it failed, in a round in which the province had answered.
   * @returns whether it has become a fault of its own by now; else it may be the line, or the whole server
   */
  fell(what: string, error: unknown): boolean;
  /**
   * What has become a fault of its own waits longer each time, and by itself: new work in another log wakes the desk, and must
   * not have it tried each time.
   * @returns what it failed with the last time, while it waits; null: it may be tried
   */
  resting(what: string): LineDown | ProvinceRefused | null;
  /** Monotonic ms, from now, until the first that waits may be tried; null: none waits. */
  untilNext(): number | null;
  /** It was answered, whatever was said. */
  wentThrough(what: string): void;
}

interface Fall {
  readonly times: number;
  /** Monotonic ms. */
  readonly until: number;
  /** Without what it asked to wait: that is in `until`. */
  readonly error: LineDown | ProvinceRefused;
}

export function stumbling(clock: Pick<Clock, 'monotonic'>, random: Pick<Randomness, 'fraction'>): Stumbling {
  const falls = new Map<string, Fall>();
  const waits = ({ times, until }: Fall): boolean => times >= BEFORE_ITS_OWN && until > clock.monotonic();
  return {
    fell(what, error) {
      const fault = faultOf(error);
      if (fault === null) return false;
      const times = (falls.get(what)?.times ?? 0) + 1;
      const retryAfter = error instanceof ProvinceRefused ? error.retryAfter : null;
      falls.set(what, {
        times,
        until: clock.monotonic() + backOff(times, random.fraction(), retryAfter),
        error: fault,
      });
      return times >= BEFORE_ITS_OWN;
    },
    resting(what) {
      const fall = falls.get(what);
      return fall !== undefined && waits(fall) ? fall.error : null;
    },
    untilNext() {
      const next = [...falls.values()].filter(waits).map(({ until }) => until - clock.monotonic());
      return next.length === 0 ? null : Math.min(...next);
    },
    wentThrough(what) {
      falls.delete(what);
    },
  };
}

/** What the server stumbles over, as it is told while it is not tried again; null: anything else. */
function faultOf(error: unknown): LineDown | ProvinceRefused | null {
  // A certificate that is not accepted says nothing of what was asked.
  if (error instanceof LineDown) return error.code === 'DT-01' ? error : null;
  if (!(error instanceof ProvinceRefused) || error.status < 500) return null;
  return new ProvinceRefused(error.status, error.code, null);
}
