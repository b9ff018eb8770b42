import { z } from 'zod';
import type {
  DossierAssigned,
  DossierExtended,
  DossierFinancialFulfilled,
  DossierFinancialRequested,
  DossierFinished,
  DossierOpinionAsked,
  DossierOpinionReceived,
  DossierOpinionReported,
  DossierStepSet,
  DossierStopped,
  DossierSupplemented,
  DossierSupplementRequested,
  DossierWithdrawalRequested,
  ResultPaper,
} from '../../domain/dossier/events/processing.ts';
import { civilDateSchema, idSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { demandsSchema, moneySchema, newDueSchema, overrideSchema, roundSchema, userOrNobody } from './common.ts';
import { count, paperTakenSchema } from './receipt.ts';

const at = localDateTimeSchema;
const reason = textSchema(2000);
const goesOnBy = z.enum(['restart', 'resume']);
const documentNumber = textSchema(80);

export const dossierAssignedSchema = z.strictObject({
  to: userOrNobody,
  name: textSchema(200),
  unit: textSchema(300),
  at,
}) satisfies z.ZodType<DossierAssigned>;

export const dossierStepSetSchema = z.strictObject({
  step: z.enum(['review', 'site', 'signature', 'other']),
  words: textSchema(200),
  at,
}) satisfies z.ZodType<DossierStepSet>;

export const dossierSupplementRequestedSchema = z.strictObject({
  round: roundSchema,
  demands: demandsSchema,
  reason,
  clock: goesOnBy,
  answerBy: civilDateSchema.nullable(),
  returnCode: textSchema(30),
  lawfulUntil: civilDateSchema.nullable(),
  at,
  override: overrideSchema.nullable(),
}) satisfies z.ZodType<DossierSupplementRequested>;

export const dossierSupplementedSchema = z.strictObject({
  papers: z.array(paperTakenSchema).max(100),
  due: newDueSchema,
  at,
}) satisfies z.ZodType<DossierSupplemented>;

export const dossierFinancialRequestedSchema = z.strictObject({
  what: textSchema(500),
  amount: moneySchema.nullable(),
  noticeNumber: documentNumber,
  clock: goesOnBy,
  at,
}) satisfies z.ZodType<DossierFinancialRequested>;

export const dossierFinancialFulfilledSchema = z.strictObject({
  evidence: textSchema(500),
  due: newDueSchema,
  at,
}) satisfies z.ZodType<DossierFinancialFulfilled>;

export const dossierOpinionAskedSchema = z.strictObject({
  opinionId: idSchema,
  agency: textSchema(300),
  content: reason,
  answerBy: civilDateSchema,
  documentNumber,
  at,
}) satisfies z.ZodType<DossierOpinionAsked>;

export const dossierOpinionReceivedSchema = z.strictObject({
  opinionId: idSchema,
  answer: reason,
  documentNumber,
  at,
}) satisfies z.ZodType<DossierOpinionReceived>;

export const dossierOpinionReportedSchema = z.strictObject({
  opinionId: idSchema,
  to: textSchema(300),
  at,
}) satisfies z.ZodType<DossierOpinionReported>;

export const dossierWithdrawalRequestedSchema = z.strictObject({
  by: textSchema(200),
  reason,
  at,
}) satisfies z.ZodType<DossierWithdrawalRequested>;

export const dossierStoppedSchema = z.strictObject({
  number: documentNumber,
  reason,
  stage: textSchema(500),
  fees: textSchema(500),
  papersBack: z.array(textSchema(1000)).max(200),
  signatory: textSchema(200),
  at,
}) satisfies z.ZodType<DossierStopped>;

export const dossierExtendedSchema = z.strictObject({
  number: documentNumber,
  reason,
  due: newDueSchema,
  lawfulUntil: civilDateSchema.nullable(),
  signatory: textSchema(200),
  at,
  override: overrideSchema.nullable(),
}) satisfies z.ZodType<DossierExtended>;

export const resultPaperSchema = z.strictObject({
  name: textSchema(500),
  number: documentNumber,
  originals: count,
  copies: count,
  electronic: z.boolean(),
}) satisfies z.ZodType<ResultPaper>;

export const dossierFinishedSchema = z.strictObject({
  outcome: z.enum(['granted', 'declined']),
  papers: z.array(resultPaperSchema).max(50),
  reason,
  legalBasis: textSchema(1000),
  signatory: textSchema(200),
  at,
}) satisfies z.ZodType<DossierFinished>;
