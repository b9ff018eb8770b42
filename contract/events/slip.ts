import { z } from 'zod';
import type { OtherSlipIssued, SlipIssued, SlipIssuedV1 } from '../../domain/dossier/events/slip.ts';
import { hashSchema, idSchema, textSchema } from '../primitives.ts';

export const dossierFormSchema = z.enum(['01', '02', '03', '04', '05', '06']);

const common = {
  slipId: idSchema,
  issue: z.int().min(1).max(1000),
  copyOf: z.strictObject({ slipId: idSchema, reason: textSchema(500) }).nullable(),
  templateVersion: textSchema(60),
  pdfSha256: hashSchema,
};
const ofDossier = {
  ...common,
  madeOffline: z.boolean(),
  checkCode: textSchema(20),
  token: textSchema(60),
};

export const slipIssuedV1Schema = z.strictObject({
  ...ofDossier,
  form: z.literal('01'),
}) satisfies z.ZodType<SlipIssuedV1>;

export const slipIssuedSchema = z.strictObject({
  ...ofDossier,
  form: dossierFormSchema,
  number: textSchema(80),
  voids: idSchema.nullable(),
  about: idSchema.nullable(),
}) satisfies z.ZodType<SlipIssued>;

export const otherSlipIssuedSchema = z.strictObject({
  ...common,
  form: z.enum(['handover-list', 'guidance-sheet', 'day-close', 'cash-list', '07']),
  number: textSchema(80),
}) satisfies z.ZodType<OtherSlipIssued>;
