import { localDateTime, type LocalDateTime } from '../../domain/calendar/civil-date.ts';
import { EARLIEST, LATEST } from '../clock-bounds.ts';
import type { MetaValue } from '../store/meta.ts';
import type { Store } from '../store/store.ts';
import type { Clock, Log } from './ports.ts';

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
    upFor: () => clock.upFor(),
    after: (ms, fn) => clock.after(ms, fn),
  };
}

/** Vietnam local time of a moment that may come from any machine's clock: the nearest that can be written down. */
export function writtenLocal(ms: number): LocalDateTime {
  return localDateTime(within(ms, 0, LAST_MOMENT));
}

/** Further from the time this machine has been on than this, ms, in one step: somebody has set the clock. */
const SET_MS = 5_000;

export interface TrustedTime {
  /** Milliseconds since 1970 by the province's clock, as far as this machine can know it. */
  readonly now: number;
  /** Province's clock minus the device's as it shows now, ms; null: it was never asked. */
  readonly offset: number | null;
  /**
   * The clock cannot be relied on: it shows a time before the last contact with the province, or outside all years of use,
   * or was set since, and not to a time that agrees with what is known of the province's.
   */
  readonly isWrong: boolean;
}

export interface KnownTime {
  look(): TrustedTime;
  /** The province was asked, of the clock as it shows now: what was known before is settled. */
  measured(): void;
  /** Before the database is closed: that the clock was set since it was last looked at is known when it is opened again. */
  close(): void;
}

type ClockSet = Omit<MetaValue<'clockSet'>, 'of'>;
const NOT_SET: ClockSet = { carried: 0, isDoubted: false, net: 0, before: 0 };

/**
 * The device's clock put right by what is known of the province's. Never before the last contact: a clock that was put
 * back, or starts at 1970 for want of a battery, must not date a receipt before what the province has seen already.
 *
 * A clock that is set takes the offset with it, forward and back alike: the time goes on by how long the machine has been
 * on. That counts sleep too, so that a machine which slept over night or over Tết has not been set, and no morning begins
 * with a warning. Over a restart of the program nothing tells a set clock from time that passed.
 */
export function knownTime(store: Store, clock: Clock, log: Log): KnownTime {
  let base = clock.now() - clock.upFor();
  /** By this run of the program: what the clock showed at its start may have been set since the province was asked. */
  let isMeasured = false;
  let cancelKeeping = (): void => undefined;
  const measuredAt = (): number | null => store.meta.get('clock')?.at ?? null;
  const kept = store.meta.get('clockSet');
  let set: ClockSet = kept !== null && kept.of === measuredAt() ? kept : NOT_SET;

  const timeAt = (device: number): TrustedTime => {
    const asked = store.meta.get('clock')?.offset ?? null;
    const offset = asked === null ? null : asked + set.carried;
    const shown = device + (offset ?? 0);
    const contact = store.meta.get('lastContact');
    // Noted by the clock as it was when the province was asked.
    const earliest = contact === null ? EARLIEST : within(contact + (asked ?? 0), EARLIEST, LATEST);
    return {
      now: within(shown, earliest, LATEST),
      offset,
      isWrong: shown < earliest - CLOCK_TOLERANCE_MS || shown > LATEST || set.isDoubted,
    };
  };

  /** @param by how far it was set forward, ms */
  function wasSet(by: number, before: TrustedTime): void {
    const asked = store.meta.get('clock')?.offset ?? 0;
    const isOff = (offset: number): boolean => Math.abs(offset) > Math.max(Math.abs(asked), CLOCK_TOLERANCE_MS);
    if (isMeasured) {
      const carried = set.carried - by;
      set = { ...NOT_SET, carried, isDoubted: isOff(asked + carried), before: carried };
    } else if (Math.abs(by) <= CLOCK_TOLERANCE_MS) {
      // As the system makes them to keep the clock right: said of none.
      const step = Math.abs(asked + set.carried - by) < Math.abs(asked + set.carried) ? by : 0;
      set = { ...set, carried: set.carried - step, before: set.before - step };
    } else {
      // What showed a time that cannot be says nothing against what it is set to.
      const isNew = before.isWrong && !set.isDoubted;
      const net = isNew ? 0 : set.net + by;
      const known = asked + set.before;
      // Against the clock as it was at the start speaks only what was known of it: who sets it nearer to that puts it right.
      // Otherwise nobody knows which of the two is right. Believed, because whoever is here can still set it; and said.
      const isNearer = Math.abs(known - net) < Math.abs(known);
      const carried = isNearer ? set.before - net : set.before;
      const isDoubted = isNearer ? isOff(known - net) : Math.abs(net) > CLOCK_TOLERANCE_MS;
      set = { carried, isDoubted, net, before: set.before };
    }
    // Not at once: this may be in the middle of a transaction.
    cancelKeeping();
    cancelKeeping = clock.after(0, keep);
  }

  function keep(): void {
    try {
      store.transact(() => store.meta.set('clockSet', { of: measuredAt(), ...set }));
    } catch (error) {
      log.error('how the clock was set could not be kept', error);
    }
  }

  function look(): TrustedTime {
    const device = clock.now();
    const by = device - clock.upFor() - base;
    if (Math.abs(by) > SET_MS) {
      const before = timeAt(device - by);
      base += by;
      wasSet(by, before);
    }
    return timeAt(device);
  }

  return {
    look,
    measured() {
      base = clock.now() - clock.upFor();
      isMeasured = true;
      set = NOT_SET;
      cancelKeeping();
    },
    close() {
      look();
      cancelKeeping();
      if (set !== kept) keep();
    },
  };
}
