import { z } from 'zod';
import { dossierStates } from '../../domain/dossier/states.ts';
import { collectingAuthoritySchema } from '../events/result.ts';
import { carriedPaperSchema, paidHowSchema } from '../events/common.ts';
import { resultPaperSchema } from '../events/processing.ts';
import { personSchema } from '../events/receipt.ts';
import {
  base64urlSchema,
  bilingualSchema,
  civilDateSchema,
  idSchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { approvalSchema } from './approval.ts';
import { call, counterRoles, readerRoles } from './call.ts';
import { voidSlipSchema } from './dossier.ts';

/** Returning results (trả kết quả): where each lies, who is told, who collects, and what becomes of those nobody does. */

const wholePlace = textSchema(120).pipe(z.string().trim().min(1));
const aboutSchema = z.enum(['result-ready', 'reminder', 'extended', 'supplement', 'call-back', 'other']);
const waySchema = z.enum(['message', 'phone', 'letter', 'counter']);

const nextSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('reminder'),
    n: z.int(),
    on: civilDateSchema.nullable(),
    lastDay: civilDateSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('archive'), on: civilDateSchema.nullable() }),
  z.strictObject({ kind: z.literal('none') }),
]);

export const resultRowSchema = z.strictObject({
  dossierId: idSchema,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  kind: z.enum(['result', 'papers-back']),
  /** Declined: the result is a refusal (không đủ điều kiện). */
  outcome: z.enum(['granted', 'declined', 'none']),
  at: z.enum(['shelf', 'counter', 'electronic', 'way', 'unit']),
  place: z.string(),
  readyAt: localDateTimeSchema.nullable(),
  dueAt: localDateTimeSchema.nullable(),
  late: z.boolean(),
  resultWay: z.enum(['counter', 'post', 'electronic']),
  /** A telephone that takes messages is known. */
  canMessage: z.boolean(),
  told: z.strictObject({ about: aboutSchema, way: waySchema, at: localDateTimeSchema }).nullable(),
  /** Working days it has waited; null while it cannot be collected, and past the calendar. */
  waited: z.int().nullable(),
  reminded: z.int(),
  next: nextSchema,
  /** The day of what comes next has come. */
  isDue: z.boolean(),
  /** Đồng to be taken first. */
  owed: z.int(),
});
export type ResultRow = z.output<typeof resultRowSchema>;

const ruleSchema = z.strictObject({
  firstAfter: z.int(),
  every: z.int(),
  reminders: z.int(),
  archiveAfter: z.int(),
  archivePlace: z.string(),
  basis: z.string(),
  certain: z.boolean(),
});

/** Found, and not to be returned here now: the row of a dossier with what stands against it. */
const otherFoundSchema = z.strictObject({
  dossierId: idSchema,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  state: z.enum(dossierStates),
  stateWords: bilingualSchema,
  /** Who holds the paper: "Phòng Kinh tế, Hạ tầng và Đô thị"; empty where nobody is known to. */
  holder: z.string(),
});

export const resultPageSchema = z.strictObject({
  row: resultRowSchema,
  state: z.enum(dossierStates),
  applicant: personSchema.nullable(),
  submitter: z.strictObject({ person: personSchema, authorityKind: z.string(), reference: z.string() }).nullable(),
  /** Why it was declined or stopped. */
  reason: z.string(),
  papers: z.array(resultPaperSchema),
  originals: z.array(z.strictObject({ paper: carriedPaperSchema, proposed: z.boolean() })),
  fee: z.strictObject({ amount: z.int(), owed: z.int() }),
  lateness: z.strictObject({
    late: z.boolean(),
    moved: z.boolean(),
    unexcused: z.boolean(),
    due: localDateTimeSchema.nullable(),
  }),
  resultAddress: z.string(),
  /** "Phòng Kinh tế, Hạ tầng và Đô thị": who finished it, and owes the apology. */
  unit: z.string(),
  notices: z.array(z.strictObject({ about: aboutSchema, way: waySchema, text: z.string(), at: localDateTimeSchema })),
  /** How each message would read now; null where its turn has not come. */
  texts: z.strictObject({ ready: z.string(), reminder: z.string().nullable(), callBack: z.string() }),
});
export type ResultPage = z.output<typeof resultPageSchema>;

const collectorSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applicant') }),
  z.strictObject({ kind: z.literal('submitter') }),
  z.strictObject({ kind: z.literal('authorised'), person: personSchema, authority: collectingAuthoritySchema }),
  z.strictObject({ kind: z.literal('post'), number: textSchema(80).pipe(z.string().trim().min(4)) }),
]);
export type Collector = z.output<typeof collectorSchema>;

/** Bytes of a drawn signature, at most. */
export const MAX_DRAWING = 200_000;

export const returnInputSchema = z.strictObject({
  dossierId: idSchema,
  to: collectorSchema,
  identity: z.enum(['card', 'seen', 'none']),
  slipShown: z.boolean(),
  /** Names of the result papers handed out, as the page has them. */
  papers: z.array(textSchema(1000)).max(50),
  /** Names of the originals given back. */
  originals: z.array(textSchema(1000)).max(200),
  signature: z.enum(['paper', 'screen', 'post']),
  /** PNG, base64url; with signature `screen` only. */
  drawing: base64urlSchema(Math.ceil((MAX_DRAWING * 4) / 3) + 4).nullable(),
  apology: z.boolean(),
  /** The fee still owed, taken now. The page names the payment, so that asking twice takes it once. */
  payment: z
    .strictObject({
      paymentId: idSchema,
      how: paidHowSchema,
      receiptNumber: textSchema(60),
      reference: textSchema(200),
    })
    .nullable(),
  approval: approvalSchema.nullable(),
});

const toldReplySchema = z.strictObject({
  /** Messages put on their way. */
  told: z.int(),
  /** No telephone takes messages: to be told another way. */
  untold: z.array(z.strictObject({ dossierId: idSchema, code: z.string(), name: z.string(), phone: z.string() })),
});

export const resultsCalls = {
  /** Whatever is, or comes, to be returned at this office; what has waited longest first, what is not here yet last. */
  'results.list': call(
    readerRoles,
    z.strictObject({}),
    z.strictObject({
      rows: z.array(resultRowSchema),
      places: z.array(z.string()),
      /** Where the last one was put. */
      lastPlace: z.string(),
      /** When somebody is reminded; null where no rule holds today. */
      rule: ruleSchema.nullable(),
    }),
  ),
  /** Results that became ready today: the tab's badge. */
  'results.count': call(readerRoles, z.strictObject({}), z.strictObject({ today: z.int() })),
  /** By name, code, telephone or ID number; also what cannot be returned now, and why. */
  'results.find': call(
    counterRoles,
    z.strictObject({ text: textSchema(200) }),
    z.strictObject({ rows: z.array(resultRowSchema), others: z.array(otherFoundSchema) }),
  ),
  /** What a scanner typed: a slip, a code, an ID card. */
  'results.scan': call(
    counterRoles,
    z.strictObject({ raw: z.string().min(1).max(4000) }),
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('dossier'),
        dossierId: idSchema,
        code: z.string(),
        /** The row where it can be returned here now. */
        row: resultRowSchema.nullable(),
        other: otherFoundSchema.nullable(),
        voidSlip: voidSlipSchema.nullable(),
      }),
      z.strictObject({
        kind: z.literal('person'),
        person: personSchema,
        /** `confirm`: shown for a look before it counts. */
        confidence: z.enum(['certain', 'confirm']),
        rows: z.array(resultRowSchema),
        others: z.array(otherFoundSchema),
      }),
      z.strictObject({
        kind: z.literal('ask'),
        code: z.string(),
        found: z.string(),
        text: bilingualSchema,
        todo: bilingualSchema,
      }),
      /** `slip`: a slip of a dossier this office never heard of, with its code. */
      z.strictObject({ kind: z.literal('unknown'), found: z.string(), like: z.enum(['slip', 'code', 'text']) }),
    ]),
  ),
  /** @throws TN-05, TK-01 nothing of it waits to be returned */
  'results.get': call(counterRoles, z.strictObject({ dossierId: idSchema }), resultPageSchema),
  /** Puts results in a place and tells who has not been told. @throws TN-05, TK-01, HS-01 */
  'results.shelve': call(
    counterRoles,
    z.strictObject({ dossierIds: z.array(idSchema).min(1).max(200), place: wholePlace }),
    toldReplySchema,
  ),
  /**
   * Tells the citizen, or writes down that they were told. With `message` the province sends; `text` is what was said
   * otherwise. @throws TN-05, TK-02 no telephone that takes messages
   */
  'results.tell': call(
    counterRoles,
    z.strictObject({
      dossierId: idSchema,
      about: z.enum(['result-ready', 'reminder', 'call-back']),
      way: waySchema,
      text: textSchema(1000),
    }),
    z.strictObject({}),
  ),
  /** Reminds by message of each of these whose turn has come. @throws TN-05, HS-01 */
  'results.remind': call(
    counterRoles,
    z.strictObject({ dossierIds: z.array(idSchema).min(1).max(200) }),
    toldReplySchema,
  ),
  /** Into the citizen's hands. @throws TN-05, TK-01, TK-03, TK-04, TK-05, HS-01, HS-02, DN-01 */
  'results.return': call(counterRoles, returnInputSchema, z.strictObject({ at: localDateTimeSchema })),
  /** Nobody came, the rule's day has passed: to the archive. @throws TN-05, TK-01, TK-06 */
  'results.archive': call(counterRoles, z.strictObject({ dossierId: idSchema, place: wholePlace }), z.strictObject({})),
  /** The picture drawn when it was returned; null where it was drawn on another machine, or on paper. */
  'results.drawing': call(
    readerRoles,
    z.strictObject({ dossierId: idSchema }),
    z.strictObject({ png: base64urlSchema(400_000).nullable() }),
  ),
} as const;
