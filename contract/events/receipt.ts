import { z } from 'zod';
import type { DossierReceived, PaperTaken } from '../../domain/dossier/events/receipt.ts';
import type { Person } from '../../domain/citizen/person.ts';
import {
  bilingualSchema,
  civilDateSchema,
  idSchema,
  keySchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';

/** The body of a receipt as it crosses the wire. The `satisfies` keep it equal to the domain's type. */

export const count = z.int().min(0).max(100_000);

export const personSchema = z.strictObject({
  kind: z.enum(['citizen', 'organisation', 'household-business']),
  name: textSchema(200),
  personalId: z
    .string()
    .regex(/^\d{12}$/)
    .nullable(),
  oldId: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
  birthDate: civilDateSchema.nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  address: textSchema(500),
  phone: textSchema(40),
  email: textSchema(200),
  taxCode: textSchema(40),
  source: z.strictObject({ kind: z.enum(['card', 'typed', 'known']), at: localDateTimeSchema }),
}) satisfies z.ZodType<Person>;

export const paperTakenSchema = z.strictObject({
  paperId: textSchema(120),
  name: textSchema(1000),
  group: z.enum(['submit', 'present']),
  state: z.enum(['has', 'missing', 'wrong', 'notNeeded']),
  originals: count,
  copies: count,
  note: textSchema(1000),
}) satisfies z.ZodType<PaperTaken>;

export const submitterSchema = z.strictObject({
  person: personSchema,
  authority: z.strictObject({
    kind: z.enum(['power-of-attorney', 'legal-representative', 'relative', 'staff', 'other']),
    reference: textSchema(500),
  }),
});

const limitSchema = z.strictObject({ value: count, unit: z.enum(['WORKING_DAY', 'DAY', 'SAME_DAY']) });

export const dueSchema = z.strictObject({
  at: localDateTimeSchema.nullable(),
  limit: limitSchema.nullable(),
  basis: textSchema(1000),
  calendarVersion: textSchema(60),
  steps: z.array(bilingualSchema).max(60),
  warnings: z.array(bilingualSchema).max(20),
  enteredBecause: textSchema(500).nullable(),
});

export const feeSchema = z.strictObject({
  amount: z.int().min(0).max(1_000_000_000_000),
  basis: textSchema(1000),
  paid: z.enum(['nothing-due', 'unpaid', 'cash', 'transfer', 'online']),
  receiptNumber: textSchema(60),
});

export const receivedProcedureSchema = z.strictObject({
  code: textSchema(40),
  name: textSchema(1000),
  shortName: textSchema(300),
  field: textSchema(120),
  caseId: textSchema(80),
  caseLabel: textSchema(300),
  catalogueVersion: textSchema(60),
});

export const channelSchema = z.enum(['DIRECT', 'ONLINE', 'POSTAL']);
export const resultWaySchema = z.enum(['counter', 'post', 'electronic']);
export const landSchema = z.strictObject({ sheet: textSchema(40), parcel: textSchema(40), address: textSchema(500) });

export const dossierReceivedSchema = z.strictObject({
  code: z.strictObject({
    text: textSchema(60),
    kind: z.enum(['official', 'temporary']),
    date: civilDateSchema,
    number: count,
    grantId: idSchema.nullable(),
  }),
  visit: idSchema,
  fastLane: z.boolean(),
  quantity: count,
  procedure: receivedProcedureSchema,
  channel: channelSchema,
  applicant: personSchema.nullable(),
  submitter: submitterSchema.nullable(),
  papers: z.array(paperTakenSchema).max(100),
  sets: count,
  receivingOffice: keySchema,
  counter: textSchema(60),
  competentOffice: keySchema,
  processingUnit: textSchema(300),
  resultWay: resultWaySchema,
  resultAddress: textSchema(500),
  land: landSchema.nullable(),
  fee: feeSchema,
  receivedAt: localDateTimeSchema,
  due: dueSchema,
  handoverBy: localDateTimeSchema.nullable(),
  note: textSchema(2000),
}) satisfies z.ZodType<DossierReceived>;
