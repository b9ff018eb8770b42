import { z } from 'zod';
import type {
  CollectingAuthority,
  DossierArchived,
  DossierNotified,
  DossierResultShelved,
  DossierReturned,
} from '../../domain/dossier/events/result.ts';
import { civilDateSchema, hashSchema, idSchema, keySchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { carriedSchema, overrideSchema } from './common.ts';
import { resultPaperSchema } from './processing.ts';
import { personSchema } from './receipt.ts';

export const dossierResultShelvedSchema = z.strictObject({
  office: keySchema,
  place: textSchema(120),
  at: localDateTimeSchema,
}) satisfies z.ZodType<DossierResultShelved>;

export const dossierNotifiedSchema = z.strictObject({
  messageId: idSchema,
  about: z.enum(['result-ready', 'reminder', 'extended', 'supplement', 'call-back', 'other']),
  way: z.enum(['message', 'phone', 'letter', 'counter']),
  text: textSchema(1000),
  at: localDateTimeSchema,
}) satisfies z.ZodType<DossierNotified>;

export const collectingAuthoritySchema = z.strictObject({
  kind: z.enum(['power-of-attorney', 'legal-representative', 'relative', 'staff', 'none']),
  relation: textSchema(120),
  paper: textSchema(200),
  number: textSchema(80),
  date: civilDateSchema.nullable(),
}) satisfies z.ZodType<CollectingAuthority>;

export const dossierReturnedSchema = z.strictObject({
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('applicant') }),
    z.strictObject({ kind: z.literal('submitter') }),
    z.strictObject({
      kind: z.literal('authorised'),
      person: personSchema,
      authority: collectingAuthoritySchema,
    }),
    z.strictObject({ kind: z.literal('post'), number: textSchema(80) }),
  ]),
  identity: z.enum(['card', 'seen', 'none']),
  slipShown: z.boolean(),
  papers: z.array(resultPaperSchema).max(50),
  originals: carriedSchema,
  signature: z.enum(['paper', 'screen', 'post']),
  drawingSha256: hashSchema.nullable(),
  apology: z.boolean(),
  at: localDateTimeSchema,
  override: overrideSchema.nullable(),
}) satisfies z.ZodType<DossierReturned>;

export const dossierArchivedSchema = z.strictObject({
  rule: textSchema(500),
  place: textSchema(120),
  at: localDateTimeSchema,
}) satisfies z.ZodType<DossierArchived>;
