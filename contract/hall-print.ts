import { z } from 'zod';
import { idSchema, localDateTimeSchema, textSchema } from './primitives.ts';

/** Paper tickets over the hall: a counter without a printer of its own has them printed at a kiosk (máy lấy số). */

/** What keeps a ticket printer from printing. */
export const printerTroubleSchema = z.enum(['paper-out', 'cover-open', 'offline', 'error', 'not-reached']);

/** In a `beat`: a ticket printer that cannot print, as its machine last found it. */
export const paperSaidSchema = z.object({
  device: idSchema,
  printer: textSchema(200),
  trouble: printerTroubleSchema,
  /** Another printer of that machine prints instead (máy in thay). */
  standIn: z.boolean(),
});
export type PaperSaid = z.output<typeof paperSaidSchema>;

/** What stands on the paper. No name, no number of a person's papers. */
const ticketPaperSchema = z.object({
  language: z.enum(['vi', 'en']),
  office: textSchema(200),
  field: textSchema(120).nullable(),
  number: textSchema(12),
  takenAt: localDateTimeSchema,
  ahead: z.int().min(0),
  wait: z.object({ from: z.int().min(0), to: z.int().min(1) }).nullable(),
  priority: textSchema(120).nullable(),
  note: textSchema(120).nullable(),
  booked: z.object({ at: localDateTimeSchema, from: localDateTimeSchema }).nullish(),
  url: textSchema(200).nullable(),
  calls: z.int().min(1),
  goesBack: z.boolean().optional(),
});

/** ask `print`: of a counter to the host, of the host to its kiosks one after the other. */
export const printAskSchema = z.object({ paper: ticketPaperSchema });

/** And what may go wrong before a printer is reached: the ticket's picture was not made. */
const paperTroubleSchema = z.enum([...printerTroubleSchema.options, 'not-drawn']);
export type PaperTrouble = z.output<typeof paperTroubleSchema>;

/** Where the paper came out, and the printers tried before it, in that order. */
export const paperPrintedSchema = z.object({
  /** Null: nowhere. */
  printed: z.object({ machine: textSchema(60), printer: textSchema(200) }).nullable(),
  tried: z.array(z.object({ machine: textSchema(60), printer: textSchema(200), trouble: paperTroubleSchema })).max(200),
});
export type PaperPrinted = z.output<typeof paperPrintedSchema>;
