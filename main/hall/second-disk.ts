import { ProblemError } from '../../contract/problems.ts';
import type { Clock, Log } from '../desk/ports.ts';
import type { Relay } from './relay.ts';

/** A second disk that does not answer in this time has gone; what is written stays written. */
const SECOND_DISK_WITHIN_MS = 2_500;

type Giving = Pick<Relay, 'givenUpTo' | 'whenGiven'>;
interface Held {
  readonly relay: Giving;
}

/** Whether what this host writes stands on a second machine's disk too (bản thứ hai), before anything of it is shown. */
export interface SecondDisk {
  /** Returns once one of them has everything, or none has answered in time. Nobody linked: at once. */
  confirm(links: readonly Held[]): Promise<void>;
  /** Ms since which this machine alone has what it wrote though others were linked; null: another has it. */
  aloneFor(): number | null;
  /** Call with each beat: tells once another machine has everything again. */
  look(): void;
}

export function createSecondDisk(options: {
  readonly clock: Clock;
  readonly log: Log;
  /** The newest event here. */
  readonly newest: () => number;
  readonly links: () => readonly Held[];
  /** Whether another machine has what this one wrote has changed. */
  readonly changed: () => void;
}): SecondDisk {
  const { clock, log, newest, links, changed } = options;
  /** What nobody else has, up to the newest that was waited for, and since when. */
  let alone: { readonly since: number; readonly upTo: number } | null = null;

  // Each machine is given everything in the one order: who has that has all before it.
  const isElsewhere = (upTo: number): boolean => links().some(({ relay }) => relay.givenUpTo >= upTo);
  const notConfirmed = (upTo: number, since: number): void => {
    log.warn('no second disk answered in time');
    alone = { since: alone === null || isElsewhere(alone.upTo) ? since : alone.since, upTo };
    changed();
  };
  return {
    confirm(asked) {
      if (asked.length === 0) return Promise.resolve();
      const upTo = newest();
      const since = clock.monotonic();
      return new Promise((resolve) => {
        const cancel = clock.after(SECOND_DISK_WITHIN_MS, () => {
          notConfirmed(upTo, since);
          resolve();
        });
        for (const { relay } of asked) {
          relay.whenGiven(upTo, () => {
            cancel();
            resolve();
          });
        }
      });
    },
    aloneFor: () => (alone === null || isElsewhere(alone.upTo) ? null : clock.monotonic() - alone.since),
    look() {
      if (alone === null || !isElsewhere(alone.upTo)) return;
      alone = null;
      changed();
    },
  };
}

/** @throws ProblemError SN-03 where the other machine has not everything up to `n` on its disk in time, ms */
export function givenWithin(clock: Clock, relay: Giving, n: number, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => reject(new ProblemError('SN-03')));
    relay.whenGiven(n, () => {
      cancel();
      resolve();
    });
  });
}
