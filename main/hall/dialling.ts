import type { Address } from '../../contract/hall.ts';
import type { Log } from '../desk/ports.ts';
import type { Lines } from './lan.ts';
import type { Links } from './links.ts';
import type { Met } from './meeting.ts';

export const DIAL_WITHIN_MS = 1_000;

export interface DiallingOptions {
  readonly lines: Pick<Lines, 'dial'>;
  readonly links: Pick<Links, 'meet'>;
  readonly log: Pick<Log, 'info'>;
  readonly isStopped: () => boolean;
  /** A machine of the hall has answered. */
  readonly met: (met: Met, to: Address) => void;
}

/** @param takes asked before hello is said @returns whether somebody known answered */
export type Dial = (to: Address, takes?: () => boolean) => Promise<boolean>;

/**
 * A machine that is off is dialled several times a second, the whole night: that nobody answers at an address is noted once,
 * until somebody does.
 */
export function createDialling({ lines, links, log, isStopped, met }: DiallingOptions): Dial {
  const missed = new Set<string>();
  return async (to, takes = () => !isStopped()) => {
    const at = `${to.host} ${to.port}`;
    try {
      const line = await lines.dial(to, DIAL_WITHIN_MS);
      if (!takes()) {
        line.socket.destroy();
        return false;
      }
      const { met: each, isKnown } = await links.meet(line);
      missed.delete(at);
      if (isKnown) met(each, to);
      else each.peer.close();
      return isKnown;
    } catch (error) {
      if (isStopped() || missed.has(at)) return false;
      missed.add(at);
      log.info('nobody of the hall there', { kind: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
  };
}
