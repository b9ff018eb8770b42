import { z } from 'zod';
import { civilDateSchema, idSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { call, counterRoles } from './call.ts';
import { slipIssuedReplySchema } from './slip.ts';

/** What is told about a procedure (hướng dẫn thủ tục), with or without a dossier: on screen, on paper, kept by the day. */

const channelSchema = z.enum(['DIRECT', 'ONLINE', 'POSTAL']);

/** The guidance sheet in the words a citizen reads: Vietnamese, nothing of any person. */
const sheetSchema = z.strictObject({
  caseLabel: z.string(),
  submit: z.array(z.strictObject({ name: z.string(), count: z.string(), when: z.string() })),
  present: z.array(z.strictObject({ name: z.string(), when: z.string() })),
  steps: z.array(z.string()),
  limit: z.string(),
  fee: z.string(),
  result: z.string(),
  where: z.string(),
  hours: z.string(),
  hotline: z.string(),
  website: z.string(),
  remarks: z.array(z.string()),
  decision: z.string(),
});
export type AdviceSheet = z.infer<typeof sheetSchema>;

const adviceRowSchema = z.strictObject({
  adviceId: idSchema,
  at: localDateTimeSchema,
  procedureCode: z.string(),
  procedure: z.string(),
  caseLabel: z.string(),
  /** Empty: whoever it was gave no name. */
  name: z.string(),
  by: z.string(),
  way: z.enum(['screen', 'paper']),
  printed: z.boolean(),
  note: z.string(),
});

export const adviceCalls = {
  /** What would be told; `sheet` null while a case must still be chosen. @throws TN-04 no such procedure or case */
  'advice.sheet': call(
    counterRoles,
    z.strictObject({ procedureCode: textSchema(40), caseId: textSchema(80).nullable(), channel: channelSchema }),
    z.strictObject({
      code: z.string(),
      name: z.string(),
      shortName: z.string(),
      nameEn: z.string(),
      cases: z.array(z.strictObject({ id: z.string(), label: z.string(), labelEn: z.string() })),
      caseId: z.string().nullable(),
      sheet: sheetSchema.nullable(),
    }),
  ),
  /** Keeps that it was told, once for an `id` the page made. @throws TN-04, LT-03 */
  'advice.give': call(
    counterRoles,
    z.strictObject({
      id: idSchema,
      procedureCode: textSchema(40),
      caseId: textSchema(80),
      channel: channelSchema,
      /** Who was told; empty: unnamed. */
      name: textSchema(200),
      way: z.enum(['screen', 'paper']),
      note: textSchema(1000),
    }),
    z.strictObject({ adviceId: idSchema }),
  ),
  /** The sheet on paper; the same sheet where it was made before. @throws HD-02, TN-04, IN-01, IN-03 */
  'advice.print': call(counterRoles, z.strictObject({ adviceId: idSchema }), slipIssuedReplySchema),
  /** What the office's desks told on a day, newest first. */
  'advice.list': call(
    counterRoles,
    z.strictObject({ date: civilDateSchema }),
    z.strictObject({ rows: z.array(adviceRowSchema), total: z.int() }),
  ),
} as const;
