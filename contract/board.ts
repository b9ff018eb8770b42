import { z } from 'zod';
import { seriesSchema } from './events/ticket.ts';
import { bilingualSchema, idSchema, keySchema, localDateTimeSchema, textSchema } from './primitives.ts';

/** The province's board on the wire: GET /v1/board, /v1/board/tickets, and what the province asks of an office. Waits and limits in whole seconds. */

const seconds = z.int().min(0);
const count = z.int().min(0);
const spreadSchema = z.object({ median: seconds, p90: seconds }).nullable();

/** POST /v1/board/reminders: a provincial viewer asks an office's supervisors for something (nhắc đơn vị). */
export const remindSchema = z.strictObject({
  id: idSchema,
  office: keySchema,
  /** What it is about; null: the office as a whole. */
  series: seriesSchema.nullable(),
  words: textSchema(300),
});
/** POST /v1/reminders/answer, by a supervisor of the office asked. */
export const reminderAnswerSchema = z.strictObject({ id: idSchema, words: textSchema(300) });

export const reminderSchema = z.object({
  id: idSchema,
  office: keySchema,
  /** Vietnam time. */
  at: localDateTimeSchema,
  by: z.string(),
  series: z.string().nullable(),
  words: z.string(),
  answer: z.object({ at: localDateTimeSchema, by: z.string(), words: z.string() }).nullable(),
});
export type Reminder = z.output<typeof reminderSchema>;
/** GET /v1/reminders: what the asking desk's own office was asked today. */
export const remindersSchema = z.array(reminderSchema);

/** GET /v1/board/tickets: the tickets behind a figure of the board. Numbers and times; nobody is named. */
export const boardTicketsAskedSchema = z.object({
  which: z.enum(['waiting', 'over', 'served', 'all']),
  /** Of one office; none: of all whose figures are in the sums. */
  office: keySchema.optional(),
});
export const boardTicketsSchema = z.object({
  rows: z.array(
    z.object({
      office: keySchema,
      name: z.string(),
      text: z.string(),
      letter: z.string(),
      priority: z.boolean(),
      issuedAt: localDateTimeSchema,
      calledAt: localDateTimeSchema.nullable(),
      counter: z.string(),
      state: z.enum(['waiting', 'called', 'held', 'ended', 'expired']),
      wait: seconds,
    }),
  ),
  /** Of them all; `rows` has the longest waits. */
  total: count,
});
export type BoardTickets = z.output<typeof boardTicketsSchema>;

export const boardOfficeSchema = z.object({
  office: keySchema,
  name: z.string(),
  /** When the province last heard of it (Vietnam time); null: never. */
  heard: localDateTimeSchema.nullable(),
  /** over: past its limit · near: from two thirds of it on · stale: its figures are old, and in no sum */
  standing: z.enum(['over', 'near', 'calm', 'stale']),
  limit: seconds,
  waiting: count,
  /** Of who waits longest; null: nobody waits. */
  longest: seconds.nullable(),
  since: localDateTimeSchema.nullable(),
  served: count,
  open: count,
  counters: count,
  series: z.array(
    z.object({
      letter: z.string(),
      waiting: count,
      longest: seconds.nullable(),
      open: count,
      shut: count,
      shutSince: localDateTimeSchema.nullable(),
    }),
  ),
  /** Longest wait of each half hour of the day. */
  trend: z.array(z.object({ from: localDateTimeSchema, longest: seconds })),
  /** What it was asked today, the oldest first. */
  reminders: remindersSchema,
});
export type BoardOffice = z.output<typeof boardOfficeSchema>;

export const boardReplySchema = z.object({
  /** When it was reckoned, by the province's clock (Vietnam time). */
  at: localDateTimeSchema,
  waiting: count,
  over: count,
  near: count,
  today: spreadSchema,
  /** Offices in the sums, and those left out because their figures are old. */
  counted: count,
  stale: count,
  /** The worst first, stale ones last. */
  offices: z.array(boardOfficeSchema),
  series: z.array(z.object({ letter: z.string(), name: z.object(bilingualSchema.shape) })),
});
export type BoardReply = z.output<typeof boardReplySchema>;
