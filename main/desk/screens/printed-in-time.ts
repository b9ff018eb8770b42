import type { TicketPaper } from '../../../renderer/print/thermal/paper.ts';
import type { TicketPrinter } from '../../print/thermal/ticket-printer.ts';
import { within } from '../../../domain/within.ts';
import type { DeskContext } from '../context.ts';

/** Nobody stands before a kiosk for longer, ms: enough for one printer that takes nothing and a second that prints. */
export const PRINTED_WITHIN_MS = 20_000;

/** The number is taken, whatever becomes of the paper: where none came out in time, the screen is the ticket. */
export async function printedInTime(
  printer: Pick<TicketPrinter, 'print'>,
  paper: TicketPaper,
  { log, clock }: Pick<DeskContext, 'log' | 'clock'>,
): Promise<boolean> {
  try {
    const outcome = await within(clock, PRINTED_WITHIN_MS, printer.print(paper), null);
    if (outcome === null) log.warn('a ticket was not printed in time');
    return outcome?.kind === 'printed';
  } catch (error) {
    log.error('a ticket was not drawn', error);
    return false;
  }
}
