import { z } from 'zod';
import { dossierFormSchema } from '../events/slip.ts';
import { bilingualSchema, idSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { approvalSchema } from './approval.ts';
import { call, counterRoles } from './call.ts';
import { assessmentSchema, receiptContentSchema } from './receipt.ts';

/** Mistakes of a received dossier put right (đính chính), dossiers cancelled (hủy) and merged with their double (gộp). */

const reasonSchema = textSchema(2000).pipe(z.string().trim().min(3));

/** Who may, as the dossier stands; `why`: a reason each, small letters, no full stop. */
const limitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('approval'), why: z.array(bilingualSchema) }),
  z.strictObject({ kind: z.literal('never'), why: bilingualSchema }),
]);

const slipSchema = z.strictObject({ slipId: idSchema, form: dossierFormSchema, issue: z.int(), isCopy: z.boolean() });

/** What follows, as the right side shows it before anything is saved. */
export const correctionEffectsSchema = z.strictObject({
  /** Slips that are void from then on. */
  voids: z.array(slipSchema),
  /** Forms to be printed anew. */
  reprint: z.array(dossierFormSchema),
  /** The citizen holds paper that says something else. */
  callBack: z.boolean(),
  /** Whether a message can reach them. */
  mayMessage: z.boolean(),
  due: z
    .strictObject({
      before: localDateTimeSchema.nullable(),
      after: localDateTimeSchema.nullable(),
      /** How the new date was counted, from the moment of receipt. */
      steps: z.array(bilingualSchema),
    })
    .nullable(),
  /** Where the paper lies, when that is no longer the right place. */
  fetchFrom: z.string().nullable(),
  /** Đồng still to take; negative: to give back. */
  feeDifference: z.int(),
});

export const correctionPreviewSchema = z.strictObject({
  assessment: assessmentSchema,
  /** Only what is different, in the order of the form. */
  lines: z.array(
    z.strictObject({ key: z.string(), label: bilingualSchema, before: bilingualSchema, after: bilingualSchema }),
  ),
  effects: correctionEffectsSchema,
  limit: limitSchema,
  /** What stands between here and saving; empty: it can be saved. */
  missing: z.array(z.strictObject({ field: z.string(), text: bilingualSchema })),
});

/** How the citizen learns of it: they stand here, a message is sent, or somebody must call (stays in the list). */
export const toldHowSchema = z.enum(['here', 'message', 'later']);

const doubleSchema = z.strictObject({
  dossierId: idSchema,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  receivedAt: localDateTimeSchema,
  state: bilingualSchema,
  /** The same procedure for the same person. */
  isLikely: z.boolean(),
});

const cancelLimitSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('approval'), why: bilingualSchema }),
  z.strictObject({ kind: z.literal('never'), why: bilingualSchema }),
]);

export const correctionCalls = {
  /** The receipt as it stands, for correcting. @throws TN-05, DC-01 where it may not be corrected */
  'dossier.correction': call(
    counterRoles,
    z.strictObject({ dossierId: idSchema }),
    z.strictObject({
      code: z.string(),
      receivedAt: localDateTimeSchema,
      content: receiptContentSchema,
      limit: limitSchema,
    }),
  ),
  /** What a correction would change and what follows; nothing is written. @throws TN-05, DC-01 */
  'dossier.previewCorrection': call(
    counterRoles,
    z.strictObject({ dossierId: idSchema, content: receiptContentSchema }),
    correctionPreviewSchema,
  ),
  /** @throws TN-05, TN-01, DC-01, DC-02 nothing is different, HS-01, HS-02 */
  'dossier.correct': call(
    counterRoles,
    z.strictObject({
      dossierId: idSchema,
      content: receiptContentSchema,
      reason: reasonSchema,
      told: toldHowSchema,
      approval: approvalSchema.nullable(),
    }),
    z.strictObject({ effects: correctionEffectsSchema, told: toldHowSchema.nullable() }),
  ),
  /** What cancelling it would mean, and its likely doubles; nothing is written. @throws TN-05 */
  'dossier.cancellation': call(
    counterRoles,
    z.strictObject({ dossierId: idSchema }),
    z.strictObject({
      code: z.string(),
      name: z.string(),
      limit: cancelLimitSchema,
      originals: z.int(),
      /** Who has the paper; empty where nobody of ours does. */
      heldBy: z.string(),
      isHere: z.boolean(),
      /** Đồng taken and not given back. */
      paid: z.int(),
      slips: z.int(),
      doubles: z.array(doubleSchema),
    }),
  ),
  /**
   * Taken back, or merged into its double. `givenBack`: the papers are handed to the citizen now.
   * @throws TN-05, DC-03, DC-04, HS-01, HS-02
   */
  'dossier.cancel': call(
    counterRoles,
    z.strictObject({
      dossierId: idSchema,
      reason: reasonSchema,
      mergedInto: idSchema.nullable(),
      givenBack: z.boolean(),
      approval: approvalSchema.nullable(),
    }),
    z.strictObject({}),
  ),
} as const;
