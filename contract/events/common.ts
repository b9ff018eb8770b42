import { z } from 'zod';
import type { CarriedPaper, Demand, Holder, Intake, NewDue, Override } from '../../domain/dossier/events/common.ts';
import { idSchema, keySchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { channelSchema, count, personSchema, receivedProcedureSchema, submitterSchema } from './receipt.ts';

/** Parts that several bodies share. */

/** A user's id, or nobody. */
export const userOrNobody = z.union([keySchema, z.literal('')]);

export const overrideSchema = z.strictObject({
  reason: textSchema(500),
}) satisfies z.ZodType<Override>;

export const intakeSchema = z.strictObject({
  applicant: personSchema.nullable(),
  submitter: submitterSchema.nullable(),
  procedure: receivedProcedureSchema,
  channel: channelSchema,
  receivingOffice: keySchema,
  counter: textSchema(60),
  competentOffice: keySchema,
  processingUnit: textSchema(300),
}) satisfies z.ZodType<Intake>;

export const demandSchema = z.strictObject({
  paperId: textSchema(120).nullable(),
  name: textSchema(1000),
  state: z.enum(['missing', 'wrong']),
  originals: count,
  certified: count,
  copies: count,
  bring: textSchema(500),
  reason: textSchema(500),
}) satisfies z.ZodType<Demand>;

export const holderSchema = z.strictObject({
  kind: z.enum(['counter', 'unit', 'office', 'post', 'citizen']),
  office: keySchema,
  place: textSchema(300),
  user: userOrNobody,
  name: textSchema(200),
}) satisfies z.ZodType<Holder>;

export const carriedPaperSchema = z.strictObject({
  paperId: textSchema(120).nullable(),
  name: textSchema(1000),
  originals: count,
  copies: count,
}) satisfies z.ZodType<CarriedPaper>;

export const newDueSchema = z.strictObject({
  at: localDateTimeSchema.nullable(),
  calendarVersion: textSchema(60),
  enteredBecause: textSchema(500).nullable(),
}) satisfies z.ZodType<NewDue>;

export const batchRefSchema = z.strictObject({ id: idSchema, number: z.int().min(1).max(100_000) });
export const purposeSchema = z.enum(['processing', 'transfer', 'result', 'supplement', 'return']);
/** Đồng. */
export const moneySchema = z.int().min(0).max(1_000_000_000_000);
export const paidHowSchema = z.enum(['cash', 'transfer', 'online']);
export const roundSchema = z.int().min(1).max(1000);
export const demandsSchema = z.array(demandSchema).min(1).max(100);
export const carriedSchema = z.array(carriedPaperSchema).max(200);
