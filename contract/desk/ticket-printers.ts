import { z } from 'zod';

const paperSchema = z.literal([58, 80]);

/**
 * A thermal printer as somebody types it: on the network (`tcp:192.168.1.50`, port 9100 where none is given) or a printer's
 * own device file. No other file: a ticket is written over whatever stands there.
 */
export const PRINTER_PLACE =
  /^(tcp:[A-Za-z0-9._-]{1,100}(:\d{1,5})?|\/dev\/(usb\/)?lp\d{1,2}|\/\/\.\/(USB\d{3}|LPT\d|COM\d{1,2}))$/;

/** The printers of this machine's tickets, in the order they are tried; none: a kiosk of the hall prints them. */
export const ticketPrinterChoiceSchema = z.strictObject({
  printers: z.array(z.string().regex(PRINTER_PLACE)).max(2),
  paper: paperSchema,
});
export type TicketPrinterChoice = z.output<typeof ticketPrinterChoiceSchema>;

/** The same as they are now; named when the program was started, a printer may be any file. */
export const ticketPrintersSchema = z.strictObject({ printers: z.array(z.string()), paper: paperSchema });
export type TicketPrinters = z.output<typeof ticketPrintersSchema>;
