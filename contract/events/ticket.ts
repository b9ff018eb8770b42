import { z } from 'zod';
import {
  scores,
  type TicketCalled,
  type TicketEnded,
  type TicketExpired,
  type TicketHeld,
  type TicketIssued,
  type TicketMoved,
  type TicketNoShow,
  type TicketPutBack,
  type TicketRated,
  type TicketRecalled,
  type TicketResumed,
  type TicketSettled,
  type TicketTimeCounted,
  type TicketTimeLeftOut,
} from '../../domain/ticket/events.ts';
import type { Why } from '../../domain/ticket/why.ts';
import {
  base64urlSchema,
  civilDateSchema,
  hashSchema,
  idSchema,
  keySchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { count } from './receipt.ts';

const at = localDateTimeSchema;
export const termSchema = z.int().min(1).max(1_000_000);
/** Letter of a number series. */
export const seriesSchema = z.string().regex(/^[A-Z]$/);
export const atCounter = { term: termSchema, counter: keySchema, at };
/** Whole seconds, of a day at most and a little more. */
const seconds = z.int().min(0).max(200_000);
const left = z.int().min(-200_000).max(200_000);

export const toldSchema = z.strictObject({ ahead: count, low: seconds, likely: seconds, high: seconds });

export const whySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first'), waited: seconds }),
  z.strictObject({ kind: z.literal('priority'), class: keySchema, waited: seconds, overtaken: count }),
  z.strictObject({ kind: z.literal('limit'), waited: seconds, left, overtaken: count }),
  z.strictObject({ kind: z.literal('booked'), waited: seconds, bookedFor: at, overtaken: count }),
  z.strictObject({ kind: z.literal('return'), waited: seconds, overtaken: count }),
  z.strictObject({ kind: z.literal('moved-here'), waited: seconds }),
  z.strictObject({ kind: z.literal('named'), waited: seconds, overtaken: count }),
]) satisfies z.ZodType<Why>;

export const ticketIssuedSchema = z.strictObject({
  office: keySchema,
  date: civilDateSchema,
  term: termSchema,
  series: seriesSchema,
  number: z.int().min(1).max(99_999_999),
  text: z.string().regex(/^[A-Z]\d{3,8}$/),
  field: keySchema.nullable(),
  lane: z.enum(['ordinary', 'booked', 'return']),
  priority: keySchema.nullable(),
  source: z.enum(['kiosk', 'counter', 'phone', 'booking']),
  bookedFor: at.nullable(),
  dossierId: idSchema.nullable(),
  personKey: hashSchema.nullable(),
  sealedPerson: base64urlSchema(4000).nullable(),
  second: z.strictObject({ of: idSchema, reason: textSchema(500) }).nullable(),
  told: toldSchema.nullable(),
  at,
}) satisfies z.ZodType<TicketIssued>;

export const ticketCalledSchema = z.strictObject({
  ...atCounter,
  how: z.enum(['next', 'named']),
  why: whySchema,
}) satisfies z.ZodType<TicketCalled>;

export const ticketRecalledSchema = z.strictObject(atCounter) satisfies z.ZodType<TicketRecalled>;
export const ticketNoShowSchema = z.strictObject(atCounter) satisfies z.ZodType<TicketNoShow>;

export const ticketPutBackSchema = z.strictObject({
  term: termSchema,
  place: z.enum(['end', 'own']),
  at,
}) satisfies z.ZodType<TicketPutBack>;

export const ticketHeldSchema = z.strictObject({
  ...atCounter,
  reason: textSchema(500),
}) satisfies z.ZodType<TicketHeld>;

export const ticketResumedSchema = z.strictObject(atCounter) satisfies z.ZodType<TicketResumed>;

export const ticketMovedSchema = z.strictObject({
  term: termSchema,
  series: seriesSchema,
  counter: keySchema.nullable(),
  reason: textSchema(500),
  at,
}) satisfies z.ZodType<TicketMoved>;

export const ticketEndedSchema = z.strictObject({
  ...atCounter,
  by: z.enum(['dossier', 'hand', 'next']),
  dossierId: idSchema.nullable(),
}) satisfies z.ZodType<TicketEnded>;

export const ticketExpiredSchema = z.strictObject({
  term: termSchema,
  because: z.enum(['absent', 'held', 'day']),
  at,
}) satisfies z.ZodType<TicketExpired>;

export const ticketTimeLeftOutSchema = z.strictObject({
  term: termSchema,
  what: z.enum(['wait', 'service']),
  reason: textSchema(500),
  at,
}) satisfies z.ZodType<TicketTimeLeftOut>;

export const ticketTimeCountedSchema = z.strictObject({
  term: termSchema,
  undoes: z.array(idSchema).min(1).max(50),
  reason: textSchema(500),
  at,
}) satisfies z.ZodType<TicketTimeCounted>;

export const scoreSchema = z.enum(scores);
export const ticketRatedSchema = z.strictObject({
  term: termSchema,
  score: scoreSchema,
  at,
}) satisfies z.ZodType<TicketRated>;

export const ticketSettledSchema = z.strictObject({
  term: termSchema,
  note: textSchema(500),
  at,
}) satisfies z.ZodType<TicketSettled>;
