import type { PaperSaid } from '../../../contract/hall-print.ts';
import type { PlaceState, TicketPrinter } from '../../print/thermal/ticket-printer.ts';
import type { Clock } from '../ports.ts';

/** Its printers are asked no more often than this, ms: each asking is a connection of its own. */
const LOOK_EVERY_MS = 15_000;

/**
 * What keeps this machine's ticket printers from printing, for whoever can put paper in. Whoever asks gets what is known
 * at once; where that is old, the printers are asked meanwhile.
 */
export function createPaperWatch(printer: TicketPrinter, clock: Clock, device: string): () => PaperSaid[] {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (clock.monotonic() - lookedAt >= LOOK_EVERY_MS) {
      lookedAt = clock.monotonic();
      void printer.look();
    }
    return troublesOf(printer.known(), device);
  };
}

function troublesOf(states: readonly PlaceState[], device: string): PaperSaid[] {
  return states.flatMap(({ printer, trouble }) => {
    if (trouble === null || trouble === 'unknown') return [];
    const standIn = states.some((one) => one.trouble === null || one.trouble === 'unknown');
    return [{ device, printer, trouble, standIn }];
  });
}
