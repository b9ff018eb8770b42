import { z } from 'zod';
import type { DossierEvent, DossierReceived, DraftTakenOver, SlipIssued } from '../domain/dossier/events.ts';
import type { Person } from '../domain/citizen/person.ts';
import {
  bilingualSchema,
  civilDateSchema,
  hashSchema,
  idSchema,
  keySchema,
  localDateTimeSchema,
  textSchema,
} from './primitives.ts';

/** The bodies of events as they cross the wire. The `satisfies` keep them equal to the domain's types. */

const count = z.int().min(0).max(100_000);

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
});

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

const dossierReceivedSchema = z.strictObject({
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
  procedure: z.strictObject({
    code: textSchema(40),
    name: textSchema(1000),
    shortName: textSchema(300),
    field: textSchema(120),
    caseId: textSchema(80),
    caseLabel: textSchema(300),
    catalogueVersion: textSchema(60),
  }),
  channel: z.enum(['DIRECT', 'ONLINE', 'POSTAL']),
  applicant: personSchema.nullable(),
  submitter: submitterSchema.nullable(),
  papers: z.array(paperTakenSchema).max(100),
  sets: count,
  receivingOffice: keySchema,
  counter: textSchema(60),
  competentOffice: keySchema,
  processingUnit: textSchema(300),
  resultWay: z.enum(['counter', 'post', 'electronic']),
  resultAddress: textSchema(500),
  land: z.strictObject({ sheet: textSchema(40), parcel: textSchema(40), address: textSchema(500) }).nullable(),
  fee: feeSchema,
  receivedAt: localDateTimeSchema,
  due: dueSchema,
  handoverBy: localDateTimeSchema.nullable(),
  note: textSchema(2000),
}) satisfies z.ZodType<DossierReceived>;

const slipIssuedSchema = z.strictObject({
  slipId: idSchema,
  form: z.literal('01'),
  issue: z.int().min(1).max(1000),
  copyOf: z.strictObject({ slipId: idSchema, reason: textSchema(500) }).nullable(),
  templateVersion: textSchema(60),
  pdfSha256: hashSchema,
  madeOffline: z.boolean(),
  checkCode: textSchema(20),
  token: textSchema(60),
}) satisfies z.ZodType<SlipIssued>;

const draftTakenOverSchema = z.strictObject({ from: keySchema, to: keySchema }) satisfies z.ZodType<DraftTakenOver>;

export const dossierEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dossier.received'), version: z.literal(1), body: dossierReceivedSchema }),
  z.strictObject({ type: z.literal('dossier.slipIssued'), version: z.literal(1), body: slipIssuedSchema }),
]) satisfies z.ZodType<DossierEvent>;

/** Every event this release can read, whatever it is about. A newer desk's event waits in quarantine, never lost. */
export const eventSchema = z.discriminatedUnion('type', [
  ...dossierEventSchema.options,
  z.strictObject({ type: z.literal('draft.takenOver'), version: z.literal(1), body: draftTakenOverSchema }),
]);

/** `type@version` of all of them. */
export const knownEventTypes: ReadonlySet<string> = new Set(
  eventSchema.options.map((option) => `${option.shape.type.value}@${option.shape.version.value}`),
);
