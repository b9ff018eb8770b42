import { z } from 'zod';
import { epochMsSchema, idSchema } from '../primitives.ts';
import { approvalSchema } from './approval.ts';
import { call, counterRoles } from './call.ts';
import { draftSchema, receiptContentSchema } from './receipt.ts';
import { slipIssuedReplySchema } from './slip.ts';

/** Guidance (hướng dẫn) and refusal (từ chối) of a dossier that is not received yet. */

const askedSchema = z.strictObject({ draftId: idSchema, revision: z.int().min(0), content: receiptContentSchema });

export const guidanceCalls = {
  /**
   * One slip (Mẫu 02) names everything; the dossier waits under the draft's id. `round` is the one the officer saw: asked
   * again for it, nothing is written twice.
   * @throws TN-01, TN-03, HS-01, HS-02 for a second request without an approval, HD-01 where it was asked for elsewhere
   */
  'guidance.give': call(
    counterRoles,
    askedSchema.extend({ round: z.int().min(1).max(1000), approval: approvalSchema.nullable() }),
    z.strictObject({
      dossierId: idSchema,
      round: z.int(),
      returnCode: z.string(),
      /** Milliseconds since 1970 when it was durable. */
      savedAt: epochMsSchema,
    }),
  ),
  /** Not received, with the legal ground and the right agency (Mẫu 03). @throws TN-01, TN-03, HS-01 */
  'guidance.refuse': call(counterRoles, askedSchema, z.strictObject({ dossierId: idSchema, savedAt: epochMsSchema })),
  /** The slip as it would be, for the screen (Ctrl P). @throws TN-04 */
  'guidance.previewSlip': call(
    counterRoles,
    z.strictObject({ draftId: idSchema, content: receiptContentSchema, form: z.enum(['02', '03']) }),
    slipIssuedReplySchema.shape.preview,
  ),
  /**
   * The receipt of a dossier that came back, was sent in, or was refused: with everything known filled in. It is this
   * dossier's own draft where one waits.
   * @throws TN-05, TN-03, HS-01
   */
  'guidance.resume': call(counterRoles, z.strictObject({ dossierId: idSchema }), draftSchema),
} as const;
