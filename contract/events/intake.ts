import { z } from 'zod';
import type { DossierGuided, DossierRefused, DossierSubmitted } from '../../domain/dossier/events/guidance.ts';
import { civilDateSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { demandsSchema, intakeSchema, moneySchema, overrideSchema, roundSchema } from './common.ts';
import { count, landSchema, paperTakenSchema, resultWaySchema } from './receipt.ts';

/** Before a dossier is received. */

export const dossierSubmittedSchema = z.strictObject({
  intake: intakeSchema,
  portalCode: textSchema(60),
  submittedAt: localDateTimeSchema,
  checkBy: localDateTimeSchema.nullable(),
  papers: z
    .array(
      z.strictObject({
        name: textSchema(1000),
        code: textSchema(80),
        kind: z.enum(['original', 'copy', 'electronic']),
        count,
        file: textSchema(500),
      }),
    )
    .max(200),
  fee: z.strictObject({ amount: moneySchema, paid: z.boolean(), reference: textSchema(120) }),
  resultWay: resultWaySchema,
  resultAddress: textSchema(500),
  note: textSchema(2000),
}) satisfies z.ZodType<DossierSubmitted>;

export const dossierGuidedSchema = z.strictObject({
  intake: intakeSchema,
  round: roundSchema,
  demands: demandsSchema,
  reason: textSchema(2000),
  papers: z.array(paperTakenSchema).max(100),
  answerBy: civilDateSchema.nullable(),
  returnCode: textSchema(30),
  filledIn: z.strictObject({
    sets: count,
    quantity: count,
    pages: count,
    resultWay: resultWaySchema,
    resultAddress: textSchema(500),
    land: landSchema.nullable(),
    note: textSchema(2000),
  }),
  at: localDateTimeSchema,
  override: overrideSchema.nullable(),
}) satisfies z.ZodType<DossierGuided>;

export const dossierRefusedSchema = z.strictObject({
  intake: intakeSchema,
  why: z.enum(['wrong-authority', 'not-allowed', 'not-supplemented', 'other']),
  reason: textSchema(2000),
  legalBasis: textSchema(1000),
  rightAgency: z.strictObject({ name: textSchema(300), address: textSchema(500) }).nullable(),
  at: localDateTimeSchema,
}) satisfies z.ZodType<DossierRefused>;
