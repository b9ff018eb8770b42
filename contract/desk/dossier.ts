import { z } from 'zod';
import { dossierStates } from '../../domain/dossier/states.ts';
import { personSchema } from '../events/receipt.ts';
import {
  bilingualSchema,
  civilDateSchema,
  idSchema,
  keySchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { call, counterRoles, readerRoles } from './call.ts';

/** Looking things up: dossiers, people known here, procedures; reading an ID card. */

/** Where a dossier stands on its way to the province, in plain words (ui.md: Where it stands). */
export const standSchema = z.strictObject({
  state: z.enum(['here', 'sent', 'inProvince', 'attention']),
  /** Events here, sent, and confirmed by the province's signed verdict. */
  events: z.int(),
  sent: z.int(),
  confirmed: z.int(),
  /** Digitised papers of this machine the province does not hold yet, and those it cannot be sent. */
  scans: z.strictObject({ waiting: z.int(), setAside: z.int() }),
  text: bilingualSchema,
  /** Why it stands there and what to do, what a person must look at first; empty in the provincial system. */
  reasons: z.array(z.strictObject({ code: z.string(), what: bilingualSchema, todo: bilingualSchema })),
});

/** A slip that no longer holds (phiếu đã bị thay): what replaced it, when, and why. */
export const voidSlipSchema = z.strictObject({
  slipId: idSchema,
  /** "Phiếu hẹn, bản 1". */
  name: bilingualSchema,
  /** "Đã thay bằng bản 2 lúc 10:41 ngày 23/11/2026: gõ nhầm tên". */
  text: bilingualSchema,
  /** The slip that holds in its place; null where none was made yet. */
  replacedBy: idSchema.nullable(),
});

export const dossierRowSchema = z.strictObject({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  receivedAt: localDateTimeSchema,
  dueAt: localDateTimeSchema.nullable(),
  /** Working days from today to the due day, negative after it; null without a due day, or past the calendar. */
  daysLeft: z.int().nullable(),
  state: z.enum(dossierStates),
  /** Requests for what is missing; from the second on every list says so. */
  rounds: z.int(),
  stand: standSchema.shape.state,
  counter: z.string(),
});

/** The day strip in one line, and the names over it. */
export const dayLineShape = {
  /** The day strip: working days and days off in the week, from receipt to the due day or today; empty where it is too long to draw. */
  days: z.array(
    z.strictObject({ date: civilDateSchema, kind: z.enum(['received', 'used', 'paused', 'off', 'left', 'over']) }),
  ),
  /** Names over the strip, the most telling first. */
  marks: z.array(
    z.strictObject({
      from: civilDateSchema,
      to: civilDateSchema.nullable(),
      words: bilingualSchema,
      tone: z.enum(['plain', 'soon']),
    }),
  ),
};

export const dossierPageSchema = z.strictObject({
  row: dossierRowSchema,
  codes: z.array(z.string()),
  /** The double that goes on in its place. */
  mergedInto: z.strictObject({ id: idSchema, code: z.string() }).nullable(),
  /** Its doubles, merged into it. */
  mergedFrom: z.array(z.strictObject({ id: idSchema, code: z.string() })),
  /** Its content was erased by law: by which document, on whose order, why; empty for nearly every dossier. */
  erased: z.array(z.strictObject({ what: bilingualSchema, reason: bilingualSchema.nullable() })),
  procedureCode: z.string(),
  procedureName: z.string(),
  caseLabel: z.string(),
  applicant: personSchema.nullable(),
  submitterName: z.string().nullable(),
  processingUnit: z.string(),
  dueSteps: z.array(bilingualSchema),
  papers: z.array(
    z.strictObject({ name: z.string(), group: z.enum(['submit', 'present']), originals: z.int(), copies: z.int() }),
  ),
  /** What was asked for and brought to the shop since, by request (lần bổ sung), oldest first. */
  supplements: z.array(
    z.strictObject({
      round: z.int(),
      at: localDateTimeSchema,
      papers: z.array(z.strictObject({ name: z.string(), originals: z.int(), copies: z.int() })),
    }),
  ),
  /** Whether whoever collected the result drew their signature: `results.drawing` has the picture. */
  signedOnScreen: z.boolean(),
  fee: z.int(),
  resultWay: z.enum(['counter', 'post', 'electronic']),
  ...dayLineShape,
  /** What Mẫu 01 said; null where it promised no day. */
  firstDue: localDateTimeSchema.nullable(),
  /** Whether an apology moved the date. */
  extended: z.boolean(),
  /** What happens next, and whose it is (việc kế tiếp). */
  next: z.strictObject({
    whose: z.enum(['counter', 'unit', 'citizen', 'agency', 'nobody']),
    words: bilingualSchema,
    detail: bilingualSchema.nullable(),
  }),
  book: z.strictObject({ year: z.int(), number: z.int() }).nullable(),
  stand: standSchema,
  flags: z.array(z.strictObject({ code: z.string(), text: bilingualSchema, todo: bilingualSchema })),
  story: z.array(
    z.strictObject({
      at: localDateTimeSchema,
      what: bilingualSchema,
      detail: bilingualSchema.nullable(),
      who: bilingualSchema,
      /** What this put into somebody's hands: "Mẫu 04", "Văn bản 214", "Biên lai 0012345". */
      paper: bilingualSchema.nullable(),
      /** A promise was moved, or a rule was gone past. */
      marked: z.boolean(),
      /** A settlement took its effect away. */
      setAside: z.boolean(),
    }),
  ),
});

export const searchReplySchema = z.strictObject({
  dossiers: z.array(dossierRowSchema),
  people: z.array(personSchema),
  procedures: z.array(
    z.strictObject({
      code: z.string(),
      shortName: z.string(),
      nameEn: z.string(),
      field: z.string(),
      decision: z.string().nullable(),
      fastLane: z.boolean(),
    }),
  ),
});

export const cardReadingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('read'),
    person: personSchema,
    /** `confirm`: shown for a look before it counts (2024 card, repaired text). */
    confidence: z.enum(['certain', 'confirm']),
    repairs: z.array(bilingualSchema),
    /** Known here already: phone and e-mail from last time. */
    known: personSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('ask'),
    code: z.string(),
    found: z.string(),
    text: bilingualSchema,
    todo: bilingualSchema,
  }),
  z.strictObject({
    kind: z.literal('dossier'),
    dossierId: idSchema,
    code: z.string(),
    state: z.enum(dossierStates),
    /** What the scanned slip is no longer worth; null where it holds, or a code was scanned. */
    voidSlip: voidSlipSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('unknown'), found: z.string() }),
]);

export const dossierCalls = {
  'dossier.get': call(readerRoles, z.strictObject({ id: idSchema }), dossierPageSchema),
  /** Newest first. */
  'dossier.recent': call(readerRoles, z.strictObject({ limit: z.int().min(1).max(200) }), z.array(dossierRowSchema)),
  /** Names in any order without marks, ID and phone numbers, codes, procedures by everyday names (Ctrl K). */
  'search.all': call(
    readerRoles,
    z.strictObject({ text: textSchema(200), limit: z.int().min(1).max(50) }),
    searchReplySchema,
  ),
  /** The counter's most used first when `text` is empty. `fields`: whose procedures come first, by their codes. */
  'procedure.find': call(
    counterRoles,
    z.strictObject({ text: textSchema(200), limit: z.int().min(1).max(60), fields: z.array(keySchema).max(40) }),
    z.array(
      z.strictObject({
        code: z.string(),
        shortName: z.string(),
        name: z.string(),
        /** Our translation, not official. */
        nameEn: z.string(),
        field: z.string(),
        everyday: z.string().nullable(),
        fastLane: z.boolean(),
        limit: bilingualSchema,
      }),
    ),
  ),
  'person.find': call(
    counterRoles,
    z.strictObject({ text: textSchema(200), limit: z.int().min(1).max(20) }),
    z.array(personSchema),
  ),
  /** Offices a dossier may be received for (phi địa giới), our own among them, by name. */
  'office.list': call(counterRoles, z.strictObject({}), z.array(z.strictObject({ id: keySchema, name: z.string() }))),
  /** What a keyboard-type scanner typed. @returns never a damaged name in silence. */
  'scan.read': call(counterRoles, z.strictObject({ raw: z.string().max(4000) }), cardReadingSchema),
} as const;
