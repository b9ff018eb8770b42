import { z } from 'zod';
import type {
  Correction,
  DossierCancelled,
  DossierCorrected,
  DossierDigitisedRemoved,
  DossierFeePaid,
  DossierFeeRefunded,
  DossierNoted,
  DossierPaperDigitised,
  DossierSettled,
} from '../../domain/dossier/events/change.ts';
import { civilDateSchema, hashSchema, idSchema, keySchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { carriedSchema, moneySchema, overrideSchema, paidHowSchema } from './common.ts';
import { dossierReceivedSchema } from './receipt.ts';

const at = localDateTimeSchema;
const reason = textSchema(2000);

export const dossierFeePaidSchema = z.strictObject({
  paymentId: idSchema,
  amount: moneySchema,
  how: paidHowSchema,
  receiptNumber: textSchema(60),
  reference: textSchema(120),
  office: keySchema,
  counter: textSchema(60),
  at,
}) satisfies z.ZodType<DossierFeePaid>;

export const dossierFeeRefundedSchema = z.strictObject({
  paymentId: idSchema,
  amount: moneySchema,
  how: paidHowSchema,
  reason,
  office: keySchema,
  counter: textSchema(60),
  at,
}) satisfies z.ZodType<DossierFeeRefunded>;

const { shape } = dossierReceivedSchema;
/** Fields of the receipt that may be corrected; each is there or not, never undefined. */
const correctionSchema = z.strictObject({
  procedure: shape.procedure.exactOptional(),
  applicant: shape.applicant.exactOptional(),
  submitter: shape.submitter.exactOptional(),
  papers: shape.papers.exactOptional(),
  sets: shape.sets.exactOptional(),
  quantity: shape.quantity.exactOptional(),
  competentOffice: shape.competentOffice.exactOptional(),
  processingUnit: shape.processingUnit.exactOptional(),
  resultWay: shape.resultWay.exactOptional(),
  resultAddress: shape.resultAddress.exactOptional(),
  land: shape.land.exactOptional(),
  due: shape.due.exactOptional(),
  handoverBy: shape.handoverBy.exactOptional(),
  note: shape.note.exactOptional(),
  fee: shape.fee.exactOptional(),
}) satisfies z.ZodType<Correction>;

export const dossierCorrectedSchema = z.strictObject({
  change: correctionSchema,
  reason,
  at,
  override: overrideSchema.nullable(),
}) satisfies z.ZodType<DossierCorrected>;

export const dossierCancelledSchema = z.strictObject({
  reason,
  mergedInto: idSchema.nullable(),
  papersBack: carriedSchema,
  at,
}) satisfies z.ZodType<DossierCancelled>;

export const dossierNotedSchema = z.strictObject({ text: reason, at }) satisfies z.ZodType<DossierNoted>;

export const dossierSettledSchema = z.strictObject({
  flags: z.array(textSchema(4000)).min(1).max(50),
  setAside: z.array(idSchema).max(50),
  change: correctionSchema,
  callBack: z.boolean(),
  reason,
  at,
}) satisfies z.ZodType<DossierSettled>;

export const dossierPaperDigitisedSchema = z.strictObject({
  fileId: hashSchema,
  paperId: textSchema(120).nullable(),
  title: textSchema(500),
  documentType: textSchema(80),
  ownerId: textSchema(40).nullable(),
  summary: textSchema(1000),
  validFrom: civilDateSchema.nullable(),
  validTo: civilDateSchema.nullable(),
  scope: textSchema(200),
  pages: z.int().min(1).max(1000),
  bytes: z.int().min(1).max(1_000_000_000),
  madeFrom: z.enum(['scanner', 'file', 'camera']),
  at,
}) satisfies z.ZodType<DossierPaperDigitised>;

export const dossierDigitisedRemovedSchema = z.strictObject({
  fileId: hashSchema,
  reason,
  at,
}) satisfies z.ZodType<DossierDigitisedRemoved>;
