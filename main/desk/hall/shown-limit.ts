import { createHash } from 'node:crypto';
import { ProblemError } from '../../../contract/problems.ts';
import type { Clock } from '../ports.ts';

/**
 * Different slips and cards that one kiosk may show its host in a minute. A citizen takes ten seconds and more over one, so
 * that a full morning does not come near; whoever has carried the kiosk's key away and asks about one code after the other
 * does at once.
 */
export const SHOWN_A_MINUTE = 12;
const MINUTE_MS = 60_000;

export interface ShownLimit {
  /**
   * Notes that a machine shows this. The same once more (read twice, then a number taken with it) counts once.
   * @throws ProblemError SN-12 where it has shown too many in the minute before; not noted, so that it may again in time
   */
  note(device: string, shown: string): void;
}

/** Kept in memory by the hall's host, for each machine for itself. */
export function createShownLimit(clock: Pick<Clock, 'monotonic'>): ShownLimit {
  const shownBy = new Map<string, Map<string, number>>();
  return {
    note(device, shown) {
      const now = clock.monotonic();
      const known = shownBy.get(device) ?? new Map<string, number>();
      shownBy.set(device, known);
      for (const [mark, at] of known) if (now - at >= MINUTE_MS) known.delete(mark);
      // Nothing of a slip or a card stays here to be read.
      const mark = createHash('sha256').update(shown).digest('base64url');
      if (known.has(mark)) return;
      if (known.size >= SHOWN_A_MINUTE) {
        const oldest = Math.min(...known.values());
        throw new ProblemError('SN-12', { seconds: String(Math.ceil((oldest + MINUTE_MS - now) / 1000)) });
      }
      known.set(mark, now);
    },
  };
}
