import { z } from 'zod';
import { workLists } from '../../domain/processing/lists.ts';
import { stepKinds } from '../../domain/processing/steps.ts';
import { demandsSchema, moneySchema, userOrNobody } from '../events/common.ts';
import { resultPaperSchema } from '../events/processing.ts';
import {
  bilingualSchema,
  civilDateSchema,
  idSchema,
  keySchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { approvalSchema } from './approval.ts';
import { call, counterRoles, readerRoles } from './call.ts';
import { dayLineShape, dossierRowSchema, standSchema } from './dossier.ts';
import { dayCellSchema } from './receipt.ts';

/** The processing unit (đơn vị giải quyết): its lists, the steps the law allows, and what was done. */

const unitRoles = ['unitOfficer', 'supervisor'] as const;

const workListSchema = z.enum(workLists);

export const workRowSchema = z.strictObject({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  /** "Đang thẩm định", "Chờ ý kiến Chi nhánh VPĐK". */
  step: bilingualSchema,
  dueAt: localDateTimeSchema.nullable(),
  paused: z.boolean(),
  ticks: z.array(z.enum(['past', 'left', 'paused', 'over'])),
  /** What the ticks say, for who does not see them. */
  ticksWords: bilingualSchema,
  assigneeName: z.string(),
  /** Requests for what is missing; from the second on every list says so. */
  rounds: z.int(),
  stand: dossierRowSchema.shape.stand,
});

const reminderSchema = z.strictObject({
  dossierId: idSchema,
  code: z.string(),
  name: z.string(),
  kind: z.enum(['overdue', 'due-today', 'last-day-to-extend', 'last-day-to-ask', 'opinion-late', 'withdrawal']),
  act: z.boolean(),
  words: bilingualSchema,
});

export const workReplySchema = z.strictObject({
  list: workListSchema,
  unit: z.string(),
  counts: z.record(workListSchema, z.int()),
  groups: z.array(
    z.strictObject({
      kind: z.enum(['overdue', 'day', 'holiday', 'later', 'paused', 'open']),
      date: civilDateSchema.nullable(),
      aside: bilingualSchema.nullable(),
      rows: z.array(workRowSchema),
      /** One working day is left, or none. */
      pressing: z.boolean(),
    }),
  ),
  /** What the rows of this list should be reminded of, the most pressing first. */
  reminders: z.array(reminderSchema),
  /** More rows than are sent. */
  more: z.int(),
  /** Who works in the unit, for handing a dossier to somebody else. */
  colleagues: z.array(z.strictObject({ id: keySchema, name: z.string() })),
  /** Due today or late, of one's own: the tab's badge. */
  dueToday: z.int(),
});

const stepSchema = z.strictObject({
  kind: z.enum(stepKinds),
  may: z.enum(['allowed', 'override', 'never']),
  until: civilDateSchema.nullable(),
  left: z.int().nullable(),
  words: bilingualSchema,
});

/** A paper that may be asked for, with what the slip would say. */
const paperToAskSchema = z.strictObject({
  paperId: z.string(),
  name: z.string(),
  taken: z.boolean(),
  missing: z.strictObject({
    originals: z.int(),
    certified: z.int(),
    copies: z.int(),
    bring: z.string(),
    reason: z.string(),
  }),
});

export const workSheetSchema = z.strictObject({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  receivedAt: localDateTimeSchema,
  channel: z.enum(['DIRECT', 'ONLINE', 'POSTAL']),
  state: dossierRowSchema.shape.state,
  step: bilingualSchema,
  dueAt: localDateTimeSchema.nullable(),
  cells: z.array(dayCellSchema),
  ...dayLineShape,
  steps: z.array(stepSchema),
  reminders: z.array(reminderSchema),
  assignee: userOrNobody,
  assigneeName: z.string(),
  /** "2 bản, tôi giữ từ 19/11 16:20". */
  papersAt: bilingualSchema,
  stand: z.strictObject({
    state: dossierRowSchema.shape.stand,
    text: bilingualSchema,
    reasons: standSchema.shape.reasons,
  }),
  /** What the forms of the steps start with. */
  start: z.strictObject({
    papers: z.array(paperToAskSchema),
    clock: z.strictObject({ supplement: z.enum(['restart', 'resume']), financial: z.enum(['restart', 'resume']) }),
    /** Days an extension may move to, the nearest first. */
    laterDays: z.array(z.strictObject({ date: civilDateSchema, days: z.int() })),
    /** Next numbers of the unit's documents this year. */
    extensionNumber: z.string(),
    stopNumber: z.string(),
    /** How far it has come and what becomes of the fees, for the notice of stopping. */
    stage: z.string(),
    fees: z.string(),
    papersBack: z.array(z.string()),
    withdrawalReason: z.string(),
    /** What the procedure ends in, for the first result paper. */
    result: z.string(),
    /** Who signed last in this unit. */
    signatory: z.string(),
    /** Whom a late opinion is reported to. */
    head: z.string(),
  }),
  /** What was asked of the citizen and is waited for. */
  demands: z.array(
    z.strictObject({
      paperId: z.string().nullable(),
      name: z.string(),
      bring: z.string(),
      originals: z.int(),
      copies: z.int(),
    }),
  ),
  duty: z.strictObject({ what: z.string(), amount: z.int().nullable(), noticeNumber: z.string() }).nullable(),
  opinions: z.array(
    z.strictObject({
      opinionId: idSchema,
      agency: z.string(),
      content: z.string(),
      answerBy: civilDateSchema,
      late: z.boolean(),
      reported: z.boolean(),
    }),
  ),
  /** The date that will be promised once the wait is over; `at` null: the officer enters it. */
  dueAfterWait: z.strictObject({ at: localDateTimeSchema.nullable(), words: bilingualSchema }).nullable(),
});

const one = z.strictObject({ id: idSchema });
const shortText = (max: number) => textSchema(max).pipe(z.string().trim().min(1));
const dueEntered = z.strictObject({ date: civilDateSchema, reason: shortText(500) }).nullable();
const done = z.strictObject({ id: idSchema, dueAt: localDateTimeSchema.nullable() });
const approved = one.extend({ approval: approvalSchema.nullable() });

export const processingCalls = {
  'processing.list': call(['unitOfficer'], z.strictObject({ list: workListSchema }), workReplySchema),
  /** One dossier as the unit sees it: every legal step with its last day. @throws TN-05 */
  'processing.get': call(readerRoles, one, workSheetSchema),
  /** `to` empty: back to the unit. @throws HS-01, GQ-01 */
  'processing.assign': call(unitRoles, one.extend({ to: userOrNobody }), done),
  /** @throws HS-01 */
  'processing.setStep': call(
    unitRoles,
    one.extend({ step: z.enum(['review', 'site', 'signature', 'other']), words: textSchema(200) }),
    done,
  ),
  /** Asks once, through the shop; the clock stands (Mẫu 02). @throws HS-01, HS-02 */
  'processing.requestSupplement': call(
    unitRoles,
    approved.extend({ demands: demandsSchema, reason: shortText(2000), answerBy: civilDateSchema.nullable() }),
    done,
  ),
  /** At the shop: everything asked for is there. @throws HS-01, GQ-02 where a date must be entered */
  'processing.recordSupplement': call(
    [...counterRoles, 'unitOfficer'],
    one.extend({
      papers: z
        .array(
          z.strictObject({
            paperId: z.string().max(120).nullable(),
            name: textSchema(1000),
            originals: z.int().min(0).max(1000),
            copies: z.int().min(0).max(1000),
          }),
        )
        .max(100),
      dueEntered,
    }),
    done,
  ),
  /** @throws HS-01 */
  'processing.requestFinancial': call(
    unitRoles,
    one.extend({ what: shortText(500), amount: moneySchema.nullable(), noticeNumber: textSchema(80) }),
    done,
  ),
  /** @throws HS-01, GQ-02 */
  'processing.fulfilFinancial': call(readerRoles, one.extend({ evidence: shortText(500), dueEntered }), done),
  /** @throws HS-01 */
  'processing.askOpinion': call(
    unitRoles,
    one.extend({
      agency: shortText(300),
      content: shortText(2000),
      answerBy: civilDateSchema,
      documentNumber: textSchema(80),
    }),
    done,
  ),
  /** @throws HS-01, GQ-03 */
  'processing.recordOpinion': call(
    unitRoles,
    one.extend({ opinionId: idSchema, answer: shortText(2000), documentNumber: textSchema(80) }),
    done,
  ),
  /** The answer is late and the head of the shop was told. @throws HS-01, GQ-03 */
  'processing.reportOpinion': call(unitRoles, one.extend({ opinionId: idSchema, to: shortText(300) }), done),
  /** The citizen asks for it back, in writing. @throws HS-01 */
  'processing.requestWithdrawal': call(readerRoles, one.extend({ by: shortText(200), reason: shortText(2000) }), done),
  /** Notice of stopping (Mẫu 05). @throws HS-01, HS-02 where no withdrawal was asked for */
  'processing.stop': call(
    unitRoles,
    approved.extend({
      number: shortText(80),
      reason: shortText(2000),
      stage: textSchema(500),
      fees: textSchema(500),
      papersBack: z.array(textSchema(1000)).max(200),
      signatory: shortText(200),
    }),
    done,
  ),
  /** Apology with a new date (Mẫu 04), signed by the unit. @throws HS-01, HS-02, GQ-04 where the day cannot be promised */
  'processing.extend': call(
    unitRoles,
    approved.extend({
      number: shortText(80),
      reason: shortText(2000),
      date: civilDateSchema,
      /** Why that day, where the calendar does not reach. */
      because: textSchema(500).nullable(),
      signatory: shortText(200),
    }),
    done,
  ),
  /** The result is there: granted with its papers, or declined with reason and law. @throws HS-01, HS-02, GQ-05 */
  'processing.finish': call(
    unitRoles,
    approved.extend({
      outcome: z.enum(['granted', 'declined']),
      papers: z.array(resultPaperSchema).max(50),
      reason: textSchema(2000),
      legalBasis: textSchema(1000),
      signatory: shortText(200),
    }),
    done,
  ),
} as const;
