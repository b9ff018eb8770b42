import { z } from 'zod';
import { bilingualSchema, civilDateSchema, localDateTimeSchema } from '../primitives.ts';
import { refusalReasonSchema } from './guidance-content.ts';

/** What stands beside the form when it is turned to a request for what is missing, or to a refusal. */

export const demandShownSchema = z.strictObject({
  /** Papers of the checklist it stands for; none: on no list. */
  papers: z.array(z.string()),
  name: z.string(),
  state: z.enum(['missing', 'wrong']),
  bring: z.string(),
  reason: z.string(),
});

/** What stands beside the form of the request for what is missing. */
export const guidanceAssessmentSchema = z.strictObject({
  /** The lines of Mẫu 02, in order. */
  demands: z.array(demandShownSchema),
  reason: z.string(),
  /** Papers seen, and how many there are. */
  seen: z.int(),
  of: z.int(),
  /** The one this would be: 1, unless it was asked before. */
  round: z.int(),
  before: z.array(
    z.strictObject({
      round: z.int(),
      at: localDateTimeSchema,
      answered: z.boolean(),
      approvedBy: z.string().nullable(),
      returnCode: z.string(),
      /** What was asked for then. */
      demands: z.array(demandShownSchema),
    }),
  ),
  returnCode: z.string(),
  answerBy: civilDateSchema.nullable(),
  /** What stands between here and the slip. */
  missing: z.array(z.strictObject({ field: z.string(), text: bilingualSchema })),
});

export const refusalAssessmentSchema = z.strictObject({
  why: refusalReasonSchema,
  /** As it would be printed, with what the officer changed. */
  reason: z.string(),
  legalBasis: z.string(),
  agencyName: z.string(),
  agencyAddress: z.string(),
  missing: z.array(z.strictObject({ field: z.string(), text: bilingualSchema })),
});
