import { localDateTime, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { EARLIEST, LATEST } from '../clock-bounds.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './ports.ts';

/** What can be said of the time on a machine whose clock may be wrong. */

/** From here on a wrong clock is told in words. */
export const CLOCK_TOLERANCE_MS = 2 * 60_000;
/** 9999-12-30: beyond it no date can be written down. */
const LAST_MOMENT = Date.UTC(9999, 11, 30);

const within = (ms: number, from: number, to: number): number => Math.min(Math.max(ms, from), to);

/** The machine's clock, kept to moments that can be written down. */
export function writableClock(clock: Clock): Clock {
  return {
    now: () => within(Math.trunc(clock.now()), 0, LAST_MOMENT),
    monotonic: () => clock.monotonic(),
    after: (ms, fn) => clock.after(ms, fn),
  };
}

/** Vietnam local time of a moment that may come from any machine's clock: the nearest that can be written down. */
export function writtenLocal(ms: number): LocalDateTime {
  return localDateTime(within(ms, 0, LAST_MOMENT));
}

interface TrustedTime {
  /** Milliseconds since 1970 by the province's clock, as far as this machine can know it. */
  readonly now: number;
  /** The clock shows a time that cannot be: before the last contact with the province, or outside all years of use. */
  readonly impossible: boolean;
}

/**
 * The device's clock put right by what is known of the province's. Never before the last contact: a clock that was put
 * back, or starts at 1970 for want of a battery, must not date a receipt before what the province has seen already.
 */
export function trustedTime(store: Store, deviceNow: number): TrustedTime {
  const offset = store.meta.get('clock')?.offset ?? 0;
  const shown = deviceNow + offset;
  const contact = store.meta.get('lastContact');
  const earliest = contact === null ? EARLIEST : within(contact + offset, EARLIEST, LATEST);
  return {
    now: within(shown, earliest, LATEST),
    impossible: shown < earliest - CLOCK_TOLERANCE_MS || shown > LATEST,
  };
}
