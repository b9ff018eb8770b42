import { z } from 'zod';
import { base64urlSchema, idSchema, keySchema, textSchema } from './primitives.ts';
import { seriesSchema } from './events/ticket.ts';

/**
 * What a ticket kiosk (máy lấy số) asks of the hall's host. It holds no dossier and not the hall's secret: of one slip it
 * is told what that gives, and no more.
 */

/** What a slip gives: back with papers · its result is ready · its appointment is now · a number like any other. */
const slipGivesSchema = z.enum(['papers', 'result', 'appointment', 'number']);

/** ask `kioskSlip`: a slip as it was scanned or typed. Null: it is none. */
export const kioskSlipSchema = z.strictObject({ text: textSchema(2000) });
export const kioskSlipAnswerSchema = z.object({
  slip: z.object({ code: z.string().max(80), gives: slipGivesSchema }).nullable(),
});
export type KioskSlip = z.output<typeof kioskSlipAnswerSchema>['slip'];

/** ask `kioskTake`: a number. The card goes as it was read, is sealed by the host and kept nowhere else. */
export const kioskTakeSchema = z.strictObject({
  ticket: idSchema,
  /** As of a command: the same again for the same thing asked again. */
  request: idSchema,
  series: seriesSchema,
  priority: keySchema.nullable(),
  card: textSchema(2000).nullable(),
  slip: textSchema(80).nullable(),
});
export type KioskTake = z.output<typeof kioskTakeSchema>;
export const kioskTakenSchema = z.object({
  /** The slip's result is ready. */
  isReady: z.boolean(),
  /** Of the phone's page of this ticket. */
  follow: base64urlSchema(40),
});
export type KioskTaken = z.output<typeof kioskTakenSchema>;
