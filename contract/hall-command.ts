import { z } from 'zod';
import type { HallCommand } from '../domain/ticket/commands.ts';
import { hallMessageSchema } from './events/hall.ts';
import { scoreSchema, seriesSchema, toldSchema } from './events/ticket.ts';
import { base64urlSchema, hashSchema, idSchema, keySchema, localDateTimeSchema, textSchema } from './primitives.ts';

/** What a machine asks of the hall's host, word for word the domain's commands. */

const counter = { counter: keySchema };
const ticket = { ticket: idSchema };
const reason = textSchema(500);

export const hallCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('closeHall') }),
  z.strictObject({ kind: z.literal('openCounter'), ...counter, name: textSchema(80), series: z.array(seriesSchema) }),
  z.strictObject({ kind: z.literal('away'), ...counter, reason, until: localDateTimeSchema.nullable() }),
  z.strictObject({ kind: z.literal('closeCounter'), ...counter }),
  z.strictObject({ kind: z.literal('setSeries'), ...counter, series: z.array(seriesSchema) }),
  z.strictObject({ kind: z.literal('askHelp'), ...counter, series: seriesSchema }),
  z.strictObject({ kind: z.literal('askCome'), ...counter }),
  z.strictObject({ kind: z.literal('setMessage'), message: hallMessageSchema.nullable(), until: localDateTimeSchema }),
  z.strictObject({
    kind: z.literal('issue'),
    ...ticket,
    series: seriesSchema,
    field: keySchema.nullable(),
    lane: z.enum(['ordinary', 'booked', 'return']),
    priority: keySchema.nullable(),
    source: z.enum(['kiosk', 'counter', 'phone', 'booking']),
    bookedFor: localDateTimeSchema.nullable(),
    dossierId: idSchema.nullable(),
    personKey: hashSchema.nullable(),
    sealedPerson: base64urlSchema(4000).nullable(),
    secondBecause: reason.nullable(),
    told: toldSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('callNext'), ...counter }),
  z.strictObject({ kind: z.literal('call'), ...counter, ...ticket }),
  z.strictObject({ kind: z.literal('recall'), ...counter, ...ticket }),
  z.strictObject({ kind: z.literal('noShow'), ...counter, ...ticket }),
  z.strictObject({ kind: z.literal('putBack'), ...ticket, place: z.enum(['end', 'own']) }),
  z.strictObject({ kind: z.literal('hold'), ...counter, ...ticket, reason }),
  z.strictObject({ kind: z.literal('resume'), ...counter, ...ticket }),
  z.strictObject({
    kind: z.literal('move'),
    ...ticket,
    series: seriesSchema.nullable(),
    counter: keySchema.nullable(),
    reason,
  }),
  z.strictObject({
    kind: z.literal('moveFirst'),
    series: seriesSchema,
    count: z.int().min(1).max(100),
    ...counter,
    reason,
  }),
  z.strictObject({
    kind: z.literal('moveNamed'),
    tickets: z.array(idSchema).min(1).max(100),
    series: seriesSchema.nullable(),
    counter: keySchema.nullable(),
    reason,
  }),
  z.strictObject({
    kind: z.literal('end'),
    ...counter,
    ...ticket,
    by: z.enum(['dossier', 'hand']),
    dossierId: idSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('leaveOut'), ...ticket, what: z.enum(['wait', 'service']), reason }),
  z.strictObject({ kind: z.literal('countTime'), ...ticket, what: z.enum(['wait', 'service']), reason }),
  z.strictObject({ kind: z.literal('settle'), ...ticket, note: textSchema(500) }),
  z.strictObject({ kind: z.literal('rate'), ...ticket, score: scoreSchema }),
]) satisfies z.ZodType<HallCommand>;

/** ask `command`, to the host. Answered once it is on the host's disk and on this machine's, or refused (HC). */
export const commandAskSchema = z.object({
  command: hallCommandSchema,
  actor: keySchema,
  /** The same again for the same thing asked again: its first event has this id, so that it is done once. */
  request: idSchema,
});
export const commandedSchema = z.object({ wrote: z.array(idSchema).max(1000) });
