import { z } from 'zod';
import {
  base64urlSchema,
  epochMsSchema,
  hashSchema,
  idSchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { slipTemplateSchema } from '../slip-template.ts';
import { slipForms } from '../../domain/form/slip-values.ts';
import { dossierFormSchema } from '../events/slip.ts';
import { call, readerRoles } from './call.ts';

/** The slip ledger (sổ phiếu): every official slip made, its PDF, prints and reprints. */

/** Every form of the ledger: the seven of the circular and those used daily beside them. */
export const slipFormSchema = z.enum(slipForms);

export const slipRowSchema = z.strictObject({
  slipId: idSchema,
  /** Id of what it is about: a dossier, or a batch, a counter's day, an advice. */
  dossierId: idSchema,
  form: slipFormSchema,
  number: z.string(),
  /** The event it puts on paper. */
  about: idSchema.nullable(),
  issue: z.int(),
  madeAt: localDateTimeSchema,
  madeBy: z.string(),
  pdfSha256: hashSchema,
  madeOffline: z.boolean(),
  copyOf: idSchema.nullable(),
  reason: z.string().nullable(),
  /** The slip that replaced it: this one is void (phiếu đã bị thay). */
  voidedBy: idSchema.nullable(),
  /** The dossier was corrected since and no new slip was made yet: what it says is no longer right. */
  outdated: z.boolean(),
  prints: z.array(
    z.strictObject({ at: epochMsSchema, outcome: z.enum(['printed', 'shown', 'failed']), detail: z.string() }),
  ),
});

export const slipIssuedReplySchema = z.strictObject({
  slip: slipRowSchema,
  /** What became of the paper: printed without a dialogue, shown for printing by hand, or failed with the problem's code. */
  outcome: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('printed'), printer: z.string() }),
    z.strictObject({ kind: z.literal('shown'), why: z.string() }),
    z.strictObject({ kind: z.literal('failed'), code: z.string(), detail: z.string() }),
  ]),
  /** Values and template of the slip, drawn by renderer/print. */
  preview: z.strictObject({ values: z.json(), template: slipTemplateSchema }),
});

export const slipCalls = {
  /**
   * Makes the PDF of a form (or takes the one there is), keeps it in the ledger, prints it where the host can. `about`:
   * of which event, the newest of the kind where null. @throws IN-01, IN-03, IN-05
   */
  'slip.print': call(
    readerRoles,
    z.strictObject({ dossierId: idSchema, form: dossierFormSchema, about: idSchema.nullable() }),
    slipIssuedReplySchema,
  ),
  /** A new PDF from the stored values, marked as a copy, with a reason. */
  'slip.reprint': call(
    readerRoles,
    z.strictObject({ slipId: idSchema, reason: textSchema(500).pipe(z.string().trim().min(3)) }),
    slipIssuedReplySchema,
  ),
  /** A slip of the ledger as it was made, for the screen; what was filled in then, drawn by the template of then. @throws IN-04 */
  'slip.preview': call(
    readerRoles,
    z.strictObject({ slipId: idSchema }),
    /** Template null: of an edition this machine never had. */
    z.strictObject({ values: z.json(), template: slipTemplateSchema.nullable() }),
  ),
  'slip.list': call(readerRoles, z.strictObject({ dossierId: idSchema }), z.array(slipRowSchema)),
  /** The kept bytes, base64url; a window of the host shows them. @throws IN-04 */
  'slip.pdf': call(
    readerRoles,
    z.strictObject({ slipId: idSchema }),
    z.strictObject({ pdf: base64urlSchema(40_000_000) }),
  ),
} as const;
