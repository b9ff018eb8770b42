import { z } from 'zod';
import { figures } from '../../domain/indicator/definitions.ts';
import { historyParts } from '../../domain/indicator/history.ts';
import {
  boardReplySchema,
  boardTicketsSchema,
  reminderAnswerSchema,
  reminderSchema,
  remindersSchema,
  remindSchema,
} from '../board.ts';
import { hallMessageSchema } from '../events/hall.ts';
import { scoreSchema, seriesSchema } from '../events/ticket.ts';
import { changeHallRulesSchema, hallChangeSchema, hallSettingsSchema } from '../hall-rules.ts';
import {
  bilingualSchema,
  civilDateSchema,
  idSchema,
  keySchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { madeFileSchema } from './books.ts';
import { call } from './call.ts';

/** What supervisors see (bảng của người phụ trách): the office's hall now, its history, the province. Lengths in seconds. */

const supervisorRoles = ['supervisor'] as const;
/** Those who set limits of the hall for their office. */
const ruleRoles = ['supervisor', 'administrator'] as const;
const seconds = z.int().min(0);
const count = z.int().min(0);
const reasonSchema = textSchema(200).pipe(z.string().trim().min(1));
const spreadSchema = z.strictObject({ median: seconds, p90: seconds }).nullable();
const namedSeries = { letter: seriesSchema, name: bilingualSchema };

const personWaitingSchema = z.strictObject({
  ticket: idSchema,
  /** "B027" */
  text: z.string(),
  seconds,
  /** Priority class (diện ưu tiên); null: none. */
  priority: bilingualSchema.nullable(),
});

export const officeBoardSchema = z.strictObject({
  /** The moment it is about, by the province's clock. */
  at: localDateTimeSchema,
  hall: z.enum(['none', 'open', 'closed']),
  /** When the newest thing this machine knows of the hall happened; null: it knows of nothing today. */
  known: localDateTimeSchema.nullable(),
  /** Limit (mức chờ), and from which wait on time presses. */
  limit: seconds,
  near: seconds,
  waiting: count,
  over: count,
  breached: count,
  longest: personWaitingSchema.extend({ series: seriesSchema, name: bilingualSchema }).nullable(),
  today: spreadSchema,
  served: count,
  /** What those served today said of it; the rest said nothing. */
  ratings: z.strictObject({ satisfied: count, neutral: count, unsatisfied: count }),
  /** What the display says beside the calls now, and until when. */
  message: z.strictObject({ text: bilingualSchema, until: localDateTimeSchema }).nullable(),
  /** Those who wait by priority class, those without one first; `id` null: none. */
  classes: z.array(z.strictObject({ id: keySchema.nullable(), name: bilingualSchema.nullable(), waiting: count })),
  /** All series of today, to choose from. */
  fields: z.array(z.strictObject(namedSeries)),
  /** The worst first. */
  series: z.array(
    z.strictObject({
      ...namedSeries,
      waits: z.array(personWaitingSchema),
      today: spreadSchema,
      served: count,
      breached: count,
      open: count,
      /** If everything stays as it is. */
      next: z.strictObject({
        coming: count,
        done: count,
        longest: seconds,
        breachAt: localDateTimeSchema.nullable(),
      }),
    }),
  ),
  counters: z.array(
    z.strictObject({
      id: keySchema,
      name: z.string(),
      /** Empty where nobody opened it today. */
      officer: z.string(),
      /** unopened: a counter of the office that nobody has opened today */
      state: z.enum(['open', 'away', 'closed', 'unopened']),
      since: localDateTimeSchema.nullable(),
      /** When its officer was asked to come and has not opened it since; null: not asked. */
      comeAsked: localDateTimeSchema.nullable(),
      until: localDateTimeSchema.nullable(),
      reason: z.string(),
      serving: z.strictObject({ ticket: idSchema, text: z.string(), name: bilingualSchema }).nullable(),
      held: count,
      series: z.array(z.strictObject(namedSeries)),
      /** Series it was asked to take too. */
      askedFor: z.array(z.strictObject(namedSeries)),
      served: count,
      /** Mean serving time; null: nobody yet. */
      mean: seconds.nullable(),
    }),
  ),
  /** The series that passes the limit first, and what helps; null: none in the next hour. */
  breach: z
    .strictObject({
      ...namedSeries,
      waiting: count,
      open: count,
      /** Null: somebody has passed it already. */
      breachAt: localDateTimeSchema.nullable(),
      each: seconds,
      ways: z.array(
        z.strictObject({
          kind: z.enum(['set', 'ask', 'back']),
          counter: keySchema,
          name: z.string(),
          free: seconds,
          until: localDateTimeSchema.nullable(),
          longestThen: seconds,
        }),
      ),
    })
    .nullable(),
  /** Longest wait of each half hour of the day. */
  trend: z.array(z.strictObject({ from: localDateTimeSchema, longest: seconds })),
  /** Dossiers about to be late, and late (hồ sơ sắp trễ, đã trễ). */
  dossiers: z.strictObject({ soon: count, late: count }),
  /** How each figure is counted. */
  definitions: z.array(z.strictObject({ figure: z.enum(figures), name: bilingualSchema, how: bilingualSchema })),
});
export type OfficeBoard = z.output<typeof officeBoardSchema>;

/** Tickets behind a figure. */
export const ticketsAskedSchema = z.strictObject({
  from: civilDateSchema,
  to: civilDateSchema,
  /**
   * waited: those whose wait is in the averages, the longest first · timed: those whose serving time is, the longest first ·
   * breached: those past the limit of their day, the longest first · the others the newest first
   */
  which: z.enum(['all', 'waiting', 'waited', 'served', 'timed', 'breached', 'rated']),
  series: seriesSchema.nullable(),
  counter: keySchema.nullable(),
  /** Priority class; empty: those without one; null: all. */
  priority: z.union([keySchema, z.literal('')]).nullable(),
  /** A row of the history. */
  part: z.strictObject({ by: z.enum(historyParts), key: z.string().max(60) }).nullable(),
});
export type TicketsAsked = z.output<typeof ticketsAskedSchema>;

export const ticketRowSchema = z.strictObject({
  ticket: idSchema,
  text: z.string(),
  date: civilDateSchema,
  /** Letter it stands under now. */
  series: seriesSchema,
  name: bilingualSchema,
  priority: bilingualSchema.nullable(),
  state: z.enum(['waiting', 'called', 'held', 'ended', 'expired']),
  issuedAt: localDateTimeSchema,
  calledAt: localDateTimeSchema.nullable(),
  counter: z.string(),
  wait: seconds.nullable(),
  service: seconds.nullable(),
  /** How content its holder was; null: nobody said. */
  rating: scoreSchema.nullable(),
  /** Times of it that stay out of averages, and why. */
  leftOut: z.array(z.strictObject({ what: z.enum(['wait', 'service']), reason: z.string(), by: z.string() })),
  dossiers: z.array(z.strictObject({ id: idSchema, code: z.string() })),
});
export type TicketRow = z.output<typeof ticketRowSchema>;

const historyAskedSchema = z.strictObject({ from: civilDateSchema, to: civilDateSchema });
export type HistoryAsked = z.output<typeof historyAskedSchema>;

const historyRowSchema = z.strictObject({
  key: z.string(),
  /** How the row is called: "7 giờ", "Thứ Hai", the field's or procedure's name. */
  name: bilingualSchema,
  tickets: count,
  wait: spreadSchema,
  longest: seconds.nullable(),
  breached: count,
  service: seconds.nullable(),
});

/** What a supervisor does from the board; the hall's host decides it. */
const boardActSchema = z.discriminatedUnion('kind', [
  /** The counter takes this series too, from now on (mở lĩnh vực ở quầy). */
  z.strictObject({ kind: z.literal('open'), counter: keySchema, series: seriesSchema }),
  /** Its officer is asked to take it too (nhờ hỗ trợ). */
  z.strictObject({ kind: z.literal('ask'), counter: keySchema, series: seriesSchema }),
  /** The officer of a counter that is away, closed or not opened is asked to receive (mời vào quầy). */
  z.strictObject({ kind: z.literal('come'), counter: keySchema }),
  /** What the waiting room's display says until then (lời nhắn trên màn hình); null takes it away. */
  z.strictObject({ kind: z.literal('message'), message: hallMessageSchema.nullable(), until: localDateTimeSchema }),
  /** The first so many in line of a series go to the counter (chuyển số sang quầy). */
  z.strictObject({
    kind: z.literal('move'),
    series: seriesSchema,
    count: z.int().min(1).max(100),
    counter: keySchema,
    reason: reasonSchema,
  }),
  /** These tickets in line go to a field or a counter; to neither: kept for no counter any more (về hàng chung). */
  z.strictObject({
    kind: z.literal('moveNamed'),
    tickets: z.array(idSchema).min(1).max(100),
    series: seriesSchema.nullable(),
    counter: keySchema.nullable(),
    reason: reasonSchema,
  }),
]);
export type BoardAct = z.output<typeof boardActSchema>;

export const boardCalls = {
  'board.office': call(supervisorRoles, z.strictObject({}), officeBoardSchema),
  /** @throws HC-01 … HC-09, and what the hall's own network refuses (SN) */
  'board.act': call(supervisorRoles, z.strictObject({ act: boardActSchema }), officeBoardSchema),
  /**
   * What a supervisor should know wherever they work: somebody is past the limit, or a field will pass it within the hour;
   * null: neither, or this machine knows of no hall today.
   */
  'board.alert': call(
    supervisorRoles,
    z.strictObject({}),
    z
      .strictObject({
        ...namedSeries,
        limit: seconds,
        /** Tickets past the limit now. */
        over: count,
        /** Null: it has been passed. */
        breachAt: localDateTimeSchema.nullable(),
      })
      .nullable(),
  ),
  /**
   * A time of a ticket stays out of averages (không tính), or counts again, with the reason: of today through the hall's
   * host, of a day that is over by this machine itself. @throws HC-02, HC-05, HC-12, and what the hall's own network refuses (SN)
   */
  'board.time': call(
    supervisorRoles,
    z.strictObject({ ticket: idSchema, what: z.enum(['wait', 'service']), counts: z.boolean(), reason: reasonSchema }),
    ticketRowSchema,
  ),
  /** At most so many as `limit`; `total` of them all. */
  'board.tickets': call(
    supervisorRoles,
    ticketsAskedSchema.extend({ limit: z.int().min(1).max(500) }),
    z.strictObject({ rows: z.array(ticketRowSchema), total: count }),
  ),
  /** Waits of days that may reach to today. @throws BG-01 more days than are reckoned at once */
  'board.history': call(
    supervisorRoles,
    historyAskedSchema,
    z.strictObject({
      /** Limits of its days, the smallest first: each wait is held against its own day's. */
      limits: z.array(seconds).min(1),
      whole: historyRowSchema,
      parts: z.array(z.strictObject({ by: z.enum(historyParts), rows: z.array(historyRowSchema) })),
    }),
  ),
  /** The hall's limits: in force today, the province's, the office's own changes (the newest first), those to come. */
  'board.hallRules': call(
    ruleRoles,
    z.strictObject({}),
    z.strictObject({
      today: civilDateSchema,
      inForce: hallSettingsSchema,
      province: hallSettingsSchema,
      held: hallChangeSchema.nullable(),
      ahead: z.array(hallChangeSchema),
      changes: z.array(hallChangeSchema),
      /** Number of the newest change; 0: none. */
      newest: z.int().min(0),
    }),
  ),
  /** Sets them from a later day on, for this office. @throws SV-04, GN-02, DT-01, DN-08 */
  'board.changeHallRules': call(ruleRoles, changeHallRulesSchema.omit({ office: true }), hallChangeSchema),
  /** The same as a sheet (.xlsx). @throws BG-01 */
  'board.workbook': call(supervisorRoles, historyAskedSchema, madeFileSchema),
  /** The same on A4. @throws BG-01, IN-01, IN-03 */
  'board.pdf': call(supervisorRoles, historyAskedSchema, madeFileSchema),
  /** Every office now; online only. @throws DT-01, DN-08 */
  'board.province': call(['provincialViewer'], z.strictObject({}), boardReplySchema),
  /** The tickets behind a figure of it, of one office or all (null); online only. @throws DT-01, DN-08 */
  'board.provinceTickets': call(
    ['provincialViewer'],
    z.strictObject({ which: z.enum(['waiting', 'over', 'served', 'all']), office: keySchema.nullable() }),
    boardTicketsSchema,
  ),
  /** An office's supervisors are asked for something (nhắc đơn vị); online only. @throws DT-01, DN-08 */
  'board.remind': call(['provincialViewer'], remindSchema, reminderSchema),
  /** What the province asked of this office today; empty with no line. */
  'board.reminders': call(supervisorRoles, z.strictObject({}), remindersSchema),
  /** Answers it; online only. @throws DT-01, DN-08 */
  'board.answerReminder': call(supervisorRoles, reminderAnswerSchema, reminderSchema),
} as const;
