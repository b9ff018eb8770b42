import { z } from 'zod';
import { REGISTER_PAGE } from '../../domain/book/register.ts';
import { base64urlSchema, civilDateSchema, idSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { call, counterRoles } from './call.ts';

/** The register of dossiers (Sổ theo dõi hồ sơ, Mẫu 07) by year: on screen and as a workbook. */

const registerFilterSchema = z.strictObject({
  year: z.int().min(2000).max(9999),
  /** Days received within that year, both included; null: from its beginning, to its end. */
  from: civilDateSchema.nullable(),
  to: civilDateSchema.nullable(),
  /** Lĩnh vực; null: every one. */
  field: textSchema(120).nullable(),
  timeliness: z.enum(['all', 'onTime', 'late', 'open']),
});
export type RegisterFilter = z.infer<typeof registerFilterSchema>;

const registerRowSchema = z.strictObject({
  dossierId: idSchema,
  /** Running number of the year; null: the province has not given it yet (cấp sau). */
  number: z.int().nullable(),
  code: z.string(),
  procedure: z.string(),
  name: z.string(),
  address: z.string(),
  phone: z.string(),
  sets: z.int(),
  unit: z.string(),
  receivedAt: localDateTimeSchema,
  handedOverAt: localDateTimeSchema.nullable(),
  resultAt: localDateTimeSchema.nullable(),
  dueAt: localDateTimeSchema.nullable(),
  returnedAt: localDateTimeSchema.nullable(),
  resultWay: z.enum(['counter', 'post', 'electronic']),
  remarks: z.array(z.string()),
});

/** A file made for the person at the page, who saves it where they like. */
export const madeFileSchema = z.strictObject({ name: z.string(), bytes: base64urlSchema(80_000_000) });

export const bookCalls = {
  /** A page of lines, by running number; those without one last, in the order received. */
  'book.register': call(
    counterRoles,
    registerFilterSchema.extend({
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(REGISTER_PAGE),
    }),
    z.strictObject({
      rows: z.array(registerRowSchema),
      total: z.int(),
      /** Years with a register, newest first. */
      years: z.array(z.int()),
      /** Fields received in that year. */
      fields: z.array(z.string()),
    }),
  ),
  /** All lines of the filter as one sheet (.xlsx) in the legal columns. */
  'book.workbook': call(counterRoles, registerFilterSchema, madeFileSchema),
  /** The same lines on the pages of Mẫu 07. @throws SO-01 more than one print holds, IN-03 */
  'book.pdf': call(counterRoles, registerFilterSchema, madeFileSchema),
} as const;
