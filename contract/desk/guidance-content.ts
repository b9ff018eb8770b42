import { z } from 'zod';
import { refusalReasons, wrongReasons } from '../../domain/guidance/reasons.ts';
import { civilDateSchema, textSchema } from '../primitives.ts';

/** What of a half-done receipt says why it may not be received as it is (hướng dẫn, từ chối). */

export const refusalReasonSchema = z.enum(refusalReasons);

export const guidanceContentSchema = z.strictObject({
  /** What the officer turned the outcome to; null: as the checklist sets it. */
  outcome: z.enum(['receive', 'supplement', 'refuse']).nullable(),
  /** Of papers that are missing or not right. */
  papers: z.record(
    z.string().max(120),
    z.strictObject({
      why: z.enum(wrongReasons).nullable(),
      /** What to bring in the officer's words; null: as proposed. */
      bring: textSchema(500).nullable(),
    }),
  ),
  /** What is on no list of papers. */
  further: z.array(z.strictObject({ name: textSchema(300), bring: textSchema(500), reason: textSchema(500) })).max(20),
  /** Last day to come back; no law fixes one. */
  answerBy: civilDateSchema.nullable(),
  /** Texts that are null stand as proposed. */
  refusal: z.strictObject({
    why: refusalReasonSchema.nullable(),
    reason: textSchema(2000).nullable(),
    legalBasis: textSchema(1000).nullable(),
    agencyName: textSchema(300).nullable(),
    agencyAddress: textSchema(500).nullable(),
  }),
});
export type GuidanceContent = z.infer<typeof guidanceContentSchema>;
