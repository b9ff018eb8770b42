import { z } from 'zod';
import type { AdviceGiven, CashCounted, DayClosed, DayReopened, DraftTakenOver } from '../../domain/office/events.ts';
import type { LogHole } from '../../domain/log/hole.ts';
import { civilDateSchema, hashSchema, idSchema, keySchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { moneySchema } from './common.ts';
import { count, personSchema } from './receipt.ts';

const at = localDateTimeSchema;

export const draftTakenOverSchema = z.strictObject({
  from: keySchema,
  to: keySchema,
}) satisfies z.ZodType<DraftTakenOver>;

export const cashCountedSchema = z.strictObject({
  date: civilDateSchema,
  counter: textSchema(60),
  opening: moneySchema,
  /** May be below nothing, where more was given back than taken. */
  expected: z.int().min(-1_000_000_000_000).max(1_000_000_000_000),
  counted: moneySchema,
  pieces: z.array(z.strictObject({ value: z.int().min(1).max(1_000_000), count })).max(20),
  note: textSchema(500),
  at,
}) satisfies z.ZodType<CashCounted>;

export const dayClosedSchema = z.strictObject({
  date: civilDateSchema,
  counter: textSchema(60),
  received: count,
  unsent: count,
  notHandedOver: count,
  notPrinted: count,
  cash: z.int().min(-1_000_000_000_000).max(1_000_000_000_000),
  note: textSchema(500),
  at,
}) satisfies z.ZodType<DayClosed>;

export const dayReopenedSchema = z.strictObject({ reason: textSchema(500), at }) satisfies z.ZodType<DayReopened>;

export const adviceGivenSchema = z.strictObject({
  procedureCode: textSchema(40),
  procedureName: textSchema(1000),
  caseId: textSchema(80),
  caseLabel: textSchema(300),
  catalogueVersion: textSchema(60),
  channel: z.enum(['DIRECT', 'ONLINE', 'POSTAL']),
  person: personSchema.nullable(),
  way: z.enum(['screen', 'paper']),
  note: textSchema(1000),
  at,
}) satisfies z.ZodType<AdviceGiven>;

export const logHoleSchema = z.strictObject({
  log: idSchema,
  seq: z.int().min(1),
  id: idSchema.nullable(),
  hash: hashSchema.nullable(),
  aggregateId: idSchema.nullable(),
}) satisfies z.ZodType<LogHole>;
