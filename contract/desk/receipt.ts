import { z } from 'zod';
import {
  bilingualSchema,
  civilDateSchema,
  epochMsSchema,
  idSchema,
  keySchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { approvalSchema } from './approval.ts';
import { call, counterRoles } from './call.ts';
import { guidanceAssessmentSchema, refusalAssessmentSchema } from './guidance-shown.ts';
import { guidanceContentSchema } from './guidance-content.ts';
import { noGuidance } from './no-guidance.ts';
import { slipIssuedReplySchema } from './slip.ts';

/** Receiving a dossier (tiếp nhận): drafts, the assessment beside the form, the receipt itself. */

/** What is typed so far. Everything may be missing or not yet right; it is saved as it is. */
export const receiptContentSchema = z.strictObject({
  visit: idSchema,
  applicant: z
    .strictObject({
      kind: z.enum(['citizen', 'organisation', 'household-business']),
      name: textSchema(200),
      personalId: textSchema(40),
      oldId: textSchema(40),
      /** As typed: 14/08/1996, 14081996, or YYYY-MM-DD. */
      birthDate: textSchema(20),
      sex: z.enum(['male', 'female']).nullable(),
      address: textSchema(500),
      phone: textSchema(40),
      email: textSchema(200),
      taxCode: textSchema(40),
      source: z.strictObject({ kind: z.enum(['card', 'typed', 'known']), at: localDateTimeSchema }).nullable(),
    })
    .nullable(),
  submitter: z
    .strictObject({
      name: textSchema(200),
      personalId: textSchema(40),
      phone: textSchema(40),
      address: textSchema(500),
      source: z.strictObject({ kind: z.enum(['card', 'typed', 'known']), at: localDateTimeSchema }).nullable(),
      authorityKind: z.enum(['power-of-attorney', 'legal-representative', 'relative', 'staff', 'other']).nullable(),
      reference: textSchema(500),
    })
    .nullable(),
  procedureCode: textSchema(40).nullable(),
  caseId: textSchema(80).nullable(),
  channel: z.enum(['DIRECT', 'ONLINE', 'POSTAL']),
  papers: z.record(
    z.string().max(120),
    z.strictObject({
      state: z.enum(['unseen', 'has', 'missing', 'wrong', 'notNeeded']),
      originals: z.int().min(0).max(1000).nullable(),
      copies: z.int().min(0).max(1000).nullable(),
      note: textSchema(1000),
    }),
  ),
  sets: z.int().min(1).max(99),
  quantity: z.int().min(1).max(10_000),
  /** Pages of each copy, for fees by page. */
  pages: z.int().min(1).max(10_000),
  resultWay: z.enum(['counter', 'post', 'electronic']),
  resultAddress: textSchema(500),
  competentOffice: keySchema.nullable(),
  land: z.strictObject({ sheet: textSchema(40), parcel: textSchema(40), address: textSchema(500) }).nullable(),
  /** Entered where the amount is the provincial council's to set; null: as computed. */
  feeAmount: z.int().min(0).max(1_000_000_000_000).nullable(),
  /** The exemption claimed (miễn phí, lệ phí), word for word one the assessment offers. Drafts of before have none. */
  feeExemption: textSchema(300).nullable().default(null),
  feePaid: z.enum(['nothing-due', 'unpaid', 'cash', 'transfer', 'online']).nullable(),
  feeReceipt: textSchema(60),
  /** Entered where the law gives no usable time (decision 5) or the calendar ends (decision 4). */
  dueEntered: z.strictObject({ date: civilDateSchema, reason: textSchema(500) }).nullable(),
  wantsSlip: z.boolean(),
  note: textSchema(2000),
  /** Why it may not be received as it is. Drafts of before have none. */
  guidance: guidanceContentSchema.default(noGuidance),
});
export type ReceiptContent = z.infer<typeof receiptContentSchema>;

/** A receipt nobody has typed anything into yet. */
export function emptyReceipt(visit: string): ReceiptContent {
  return {
    visit,
    applicant: null,
    submitter: null,
    procedureCode: null,
    caseId: null,
    channel: 'DIRECT',
    papers: {},
    sets: 1,
    quantity: 1,
    pages: 1,
    resultWay: 'counter',
    resultAddress: '',
    competentOffice: null,
    land: null,
    feeAmount: null,
    feeExemption: null,
    feePaid: null,
    feeReceipt: '',
    dueEntered: null,
    wantsSlip: true,
    note: '',
    guidance: noGuidance,
  };
}

export const draftSchema = z.strictObject({
  id: idSchema,
  owner: keySchema,
  ownerName: z.string(),
  /** Grows with each save; a save that names an older one is refused (TN-06). */
  revision: z.int().min(0),
  savedAt: localDateTimeSchema,
  content: receiptContentSchema,
});
export type Draft = z.infer<typeof draftSchema>;

const draftRowSchema = z.strictObject({
  id: idSchema,
  owner: keySchema,
  ownerName: z.string(),
  savedAt: localDateTimeSchema,
  title: z.string(),
  procedure: z.string().nullable(),
  /** Short name; empty while none is chosen. */
  procedureName: z.string(),
  channel: z.enum(['DIRECT', 'ONLINE', 'POSTAL']),
  /** Thrown away by itself after this moment, where nobody goes on with it. */
  keptUntil: localDateTimeSchema,
});

export const checklistRowSchema = z.strictObject({
  paperId: z.string(),
  name: z.string(),
  group: z.enum(['submit', 'present']),
  /** "1 bản chính", "1 chính, 1 sao". */
  amount: bilingualSchema,
  originals: z.int(),
  copies: z.int(),
  conditional: z.boolean(),
  /** "Khi …", "nếu có", "Đã đọc thẻ căn cước, không cần xem thêm", "Phải xem, vì đang mất đường truyền". */
  hint: bilingualSchema.nullable(),
  state: z.enum(['unseen', 'has', 'missing', 'wrong', 'notNeeded']),
});
export type ChecklistRow = z.infer<typeof checklistRowSchema>;

export const dayCellSchema = z.strictObject({
  date: civilDateSchema,
  role: z.enum(['received', 'counted', 'off', 'paused', 'due']),
  n: z.int().nullable(),
  reason: bilingualSchema.nullable(),
  weekend: z.boolean(),
});

export const assessmentSchema = z.strictObject({
  procedure: z
    .strictObject({
      code: z.string(),
      name: z.string(),
      shortName: z.string(),
      /** Our translation, not official. */
      nameEn: z.string(),
      field: z.string(),
      decision: z.string().nullable(),
      level: z.string(),
      fastLane: z.boolean(),
      isLand: z.boolean(),
      feeByPage: z.boolean(),
      cases: z.array(z.strictObject({ id: z.string(), label: z.string(), labelEn: z.string(), when: z.string() })),
      caseId: z.string().nullable(),
    })
    .nullable(),
  checklist: z.array(checklistRowSchema),
  /** Papers that do not apply to the chosen case (Alt 0). */
  hidden: z.array(z.strictObject({ paperId: z.string(), name: z.string(), why: bilingualSchema })),
  verdict: z.enum(['complete', 'incomplete', 'unfinished', 'none']),
  /** What the checklist turns the outcome to. */
  outcome: z.enum(['receive', 'supplement']),
  guidance: guidanceAssessmentSchema.nullable(),
  refusal: refusalAssessmentSchema.nullable(),
  due: z
    .strictObject({
      at: localDateTimeSchema.nullable(),
      /** "Thứ Sáu 27/11/2026". */
      title: bilingualSchema,
      detail: bilingualSchema,
      limit: z.strictObject({ value: z.int(), unit: z.enum(['WORKING_DAY', 'DAY', 'SAME_DAY']) }).nullable(),
      steps: z.array(z.strictObject({ text: bilingualSchema, emphasis: z.array(bilingualSchema) })),
      cells: z.array(dayCellSchema),
      warnings: z.array(bilingualSchema),
      /** Set where the officer must enter the date and its basis. */
      ask: bilingualSchema.nullable(),
    })
    .nullable(),
  handoverBy: localDateTimeSchema.nullable(),
  processingUnit: z.string().nullable(),
  competentOffice: z.strictObject({ id: keySchema, name: z.string() }).nullable(),
  fee: z.strictObject({
    /** Null: the officer enters it. */
    amount: z.int().nullable(),
    /** What the law frees from this fee (đối tượng miễn); the officer says which applies. */
    exemptions: z.array(z.string()),
    exemption: z.string().nullable(),
    lines: z.array(bilingualSchema),
    basis: z.string(),
  }),
  /** Same person, same procedure, still open. */
  duplicates: z.array(
    z.strictObject({
      dossierId: idSchema,
      code: z.string(),
      procedure: z.string(),
      receivedAt: localDateTimeSchema,
      counter: z.string(),
    }),
  ),
  /** Warnings that never block: ID number against birth date, phone digits, name written oddly. */
  remarks: z.array(z.strictObject({ field: z.string(), text: bilingualSchema })),
  /** What stands between here and Ctrl+Enter; empty: it can be received. */
  missing: z.array(z.strictObject({ field: z.string(), text: bilingualSchema })),
  /** The number this counter would print next. */
  nextCode: z.strictObject({ text: z.string(), kind: z.enum(['official', 'temporary']) }).nullable(),
  offline: z.boolean(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

export const receivedReplySchema = z.strictObject({
  dossierId: idSchema,
  code: z.string(),
  kind: z.enum(['official', 'temporary']),
  dueAt: localDateTimeSchema.nullable(),
  /** Milliseconds since 1970 when it was durable. */
  savedAt: epochMsSchema,
});

export const receiptCalls = {
  /** Opens a new draft; with `visit` and `from`, the next dossier of the same visit with the person filled in. */
  'draft.create': call(counterRoles, z.strictObject({ from: idSchema.nullable() }), draftSchema),
  'draft.list': call(counterRoles, z.strictObject({}), z.array(draftRowSchema)),
  'draft.open': call(counterRoles, z.strictObject({ id: idSchema }), draftSchema),
  /** Saved at most 1 s after the last keystroke. @throws TN-02, TN-03, TN-06 */
  'draft.save': call(
    counterRoles,
    z.strictObject({ id: idSchema, revision: z.int().min(0), content: receiptContentSchema }),
    z.strictObject({ revision: z.int(), savedAt: localDateTimeSchema }),
  ),
  'draft.takeOver': call(counterRoles, z.strictObject({ id: idSchema }), draftSchema),
  'draft.discard': call(counterRoles, z.strictObject({ id: idSchema }), z.strictObject({})),
  /** `draftId`: where something has happened to the dossier before (guided, sent in), it is judged with that. */
  'receipt.assess': call(
    counterRoles,
    z.strictObject({ content: receiptContentSchema, draftId: idSchema.nullable().default(null) }),
    assessmentSchema,
  ),
  /**
   * Received for good once this returns. Repeating it for the same draft returns the same dossier. One that was refused
   * needs an approval. @throws TN-01, TN-04, LT-03, HS-01, HS-02
   */
  'receipt.receive': call(
    counterRoles,
    z.strictObject({
      draftId: idSchema,
      revision: z.int().min(0),
      content: receiptContentSchema,
      approval: approvalSchema.nullable().default(null),
    }),
    receivedReplySchema,
  ),
  /** The slip as it would be, for the screen (Ctrl P). */
  'receipt.previewSlip': call(
    counterRoles,
    z.strictObject({ content: receiptContentSchema }),
    slipIssuedReplySchema.shape.preview,
  ),
} as const;
