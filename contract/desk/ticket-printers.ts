import { z } from 'zod';
import { PRINTER_PLACE } from './printer-place.ts';

const paperSchema = z.literal([58, 80]);

/** The printers of this machine's tickets, in the order they are tried; none: a kiosk of the hall prints them. */
export const ticketPrinterChoiceSchema = z.strictObject({
  printers: z.array(z.string().regex(PRINTER_PLACE)).max(2),
  paper: paperSchema,
});
export type TicketPrinterChoice = z.output<typeof ticketPrinterChoiceSchema>;

/** The same as they are now; named when the program was started, a printer may be any file. */
export const ticketPrintersSchema = z.strictObject({ printers: z.array(z.string()), paper: paperSchema });
export type TicketPrinters = z.output<typeof ticketPrintersSchema>;
