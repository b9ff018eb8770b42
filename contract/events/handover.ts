import { z } from 'zod';
import type {
  BatchAccepted,
  BatchClosed,
  DossierHandedOver,
  DossierHandoverAccepted,
  DossierPaperFound,
  SeenOnSlip,
} from '../../domain/dossier/events/handover.ts';
import { base64urlSchema, idSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { batchRefSchema, carriedPaperSchema, carriedSchema, holderSchema, purposeSchema } from './common.ts';

export const seenOnSlipSchema = z.strictObject({
  code: textSchema(60),
  procedure: textSchema(40),
  due: localDateTimeSchema.nullable(),
  signature: base64urlSchema(200),
}) satisfies z.ZodType<SeenOnSlip>;

export const dossierHandedOverSchema = z.strictObject({
  batch: batchRefSchema.nullable(),
  purpose: purposeSchema,
  from: holderSchema,
  to: holderSchema,
  papers: carriedSchema,
  by: localDateTimeSchema.nullable(),
  seenOnSlip: seenOnSlipSchema.nullable(),
  at: localDateTimeSchema,
}) satisfies z.ZodType<DossierHandedOver>;

export const dossierHandoverAcceptedSchema = z.strictObject({
  batch: batchRefSchema.nullable(),
  purpose: purposeSchema,
  by: holderSchema,
  papers: carriedSchema,
  missing: carriedSchema,
  seenOnSlip: seenOnSlipSchema.nullable(),
  at: localDateTimeSchema,
}) satisfies z.ZodType<DossierHandoverAccepted>;

export const dossierPaperFoundSchema = z.strictObject({
  paper: carriedPaperSchema,
  by: holderSchema,
  note: textSchema(500),
  at: localDateTimeSchema,
}) satisfies z.ZodType<DossierPaperFound>;

const named = z.strictObject({ id: idSchema, code: textSchema(60) });

export const batchClosedSchema = z.strictObject({
  number: batchRefSchema.shape.number,
  purpose: purposeSchema,
  from: holderSchema,
  to: holderSchema,
  dossiers: z.array(named).min(1).max(500),
  short: z.array(named.extend({ lastHolder: textSchema(300) })).max(500),
  shortBecause: textSchema(500),
  by: localDateTimeSchema.nullable(),
  at: localDateTimeSchema,
}) satisfies z.ZodType<BatchClosed>;

export const batchAcceptedSchema = z.strictObject({
  by: holderSchema,
  accepted: z.array(idSchema).max(500),
  missing: z.array(idSchema).max(500),
  at: localDateTimeSchema,
}) satisfies z.ZodType<BatchAccepted>;
