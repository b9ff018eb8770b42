import { z } from 'zod';
import {
  channel,
  civilDate,
  clockRule,
  competent,
  feeRule,
  paperRule,
  plainText,
  procedureCase,
  procedureField,
  procedureSchema,
  reviewNote,
  timeRule,
  uncollectedRule,
} from '../contract/catalogue.ts';

/**
 * The files people write: what 48 procedures share stands once in `shared.json` and is named with `use`.
 * Wholeness is checked after assembly by the contract's schema; here only the shape of the files.
 */
const timeEntry = z.strictObject({
  channels: z.array(channel).min(1),
  value: timeRule.shape.value,
  unit: timeRule.shape.unit,
  basis: plainText,
  certain: z.boolean().default(true),
});
const times = z.union([z.string(), z.array(timeEntry).min(1)]);
const feeEntry = feeRule.partial().extend({ use: z.string().optional() });
const fees = z.array(z.union([z.string(), feeEntry])).min(1);

/** `src`: places of the published papers this row stands for, in the list of `source-papers.json`. */
const paperEntry = paperRule
  .partial()
  .extend({ id: paperRule.shape.id, use: z.string().optional(), src: z.array(z.int().min(0)) });

const caseEntry = procedureCase.extend({ times: times.optional(), fees: fees.optional() });

const defaults = z.strictObject({
  decision: procedureSchema.shape.decision,
  levels: procedureSchema.shape.levels,
  competent: z.string(),
  feeNote: plainText,
  review: z.string().optional(),
  clock: clockRule.optional(),
  validFrom: civilDate,
  validTo: civilDate.nullable().optional(),
});

const procedureEntry = procedureSchema.omit({ field: true }).extend({
  ...defaults.partial().shape,
  fastLane: z.boolean().default(false),
  notes: z.array(plainText).default([]),
  uncertain: z.array(plainText).default([]),
  papers: z.array(paperEntry),
  times,
  fees,
  cases: z.array(caseEntry).min(1),
});

export const procedureFile = z.strictObject({
  field: z.string(),
  defaults,
  procedures: z.array(procedureEntry).min(1),
});

export const sharedFile = z.strictObject({
  fields: z.array(procedureField),
  competent: z.record(z.string(), competent),
  papers: z.record(z.string(), paperRule.omit({ id: true })),
  times: z.record(z.string(), z.array(timeEntry).min(1)),
  fees: z.record(z.string(), feeRule.omit({ channel: true })),
  reviews: z.record(z.string(), reviewNote),
});

export const editionFile = z.strictObject({
  version: z.string(),
  validFrom: civilDate,
  source: plainText,
  files: z.array(z.string().regex(/^[a-z-]+\.json$/)).min(1),
  uncollected: z.array(uncollectedRule),
});

export type ProcedureFile = z.output<typeof procedureFile>;
export type ProcedureEntry = z.output<typeof procedureEntry>;
export type SharedFile = z.output<typeof sharedFile>;
export type EditionFile = z.output<typeof editionFile>;
