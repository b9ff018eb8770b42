import { z } from 'zod';
import { bilingualSchema, idSchema, keySchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { paperPrintedSchema } from '../hall-print.ts';
import { call, counterRoles } from './call.ts';

/** The queue as a counter works with it (hàng chờ của quầy): main/desk/queue. */

const letterSchema = z.string().regex(/^[A-Z]$/);
const seriesSchema = z.array(letterSchema).max(26);
const secondsSchema = z.int().min(0);

const waitingSchema = z.strictObject({
  id: idSchema,
  /** As printed: "B027". */
  text: z.string(),
  series: letterSchema,
  name: bilingualSchema,
  /** Class of a priority ticket. */
  priority: bilingualSchema.nullable(),
  lane: z.enum(['ordinary', 'booked', 'return']),
  /** Its booked time; null: none. */
  bookedFor: localDateTimeSchema.nullable(),
  waited: secondsSchema,
});
export type WaitingTicket = z.output<typeof waitingSchema>;

const servingSchema = z.strictObject({
  id: idSchema,
  text: z.string(),
  series: letterSchema,
  name: bilingualSchema,
  takenAt: localDateTimeSchema,
  calledAt: localDateTimeSchema,
  /** Seconds in line until it was called. */
  waited: secondsSchema,
  /** Seconds since it was called, time on hold left out. */
  served: secondsSchema,
  recalls: z.int().min(0),
  why: bilingualSchema,
  /** Whose slip was shown for the number; null: none, or this desk does not know it. */
  dossierId: idSchema.nullable(),
  /** Where that dossier stands open; a new receipt where there is none. */
  opens: z.enum(['receipt', 'result', 'dossier']),
  /** Fields (lĩnh vực) the number was taken for, by their codes; empty: any. */
  fields: z.array(z.string()),
  /** A card was read when the number was taken: `queue.card` tells it. */
  hasCard: z.boolean(),
  /** Another reign of the hall called it too: their counter. */
  calledByBoth: z.array(z.string()),
});
export type ServingTicket = z.output<typeof servingSchema>;

const heldSchema = z.strictObject({
  id: idSchema,
  text: z.string(),
  name: bilingualSchema,
  reason: z.string(),
  since: localDateTimeSchema,
});

const lastSchema = z.strictObject({
  id: idSchema,
  text: z.string(),
  waited: secondsSchema,
  served: secondsSchema,
  /** Which of its times stay out of averages (không tính) already. */
  leftOut: z.array(z.enum(['wait', 'service'])),
});
export type LastTicket = z.output<typeof lastSchema>;

export const queueSchema = z.strictObject({
  /**
   * none: this machine belongs to no hall · early: hosted, and today has not begun (or begins again): the first counter
   * that opens begins it · closed: by a person, until somebody opens it again · silent: its host does not answer
   */
  hall: z.enum(['none', 'early', 'open', 'closed', 'silent']),
  silentSince: localDateTimeSchema.nullable(),
  counter: z
    .strictObject({
      id: keySchema,
      name: z.string(),
      state: z.enum(['open', 'away', 'closed']),
      since: localDateTimeSchema,
      series: seriesSchema,
      /** Series a supervisor asked it to take too. */
      askedFor: seriesSchema,
      reason: z.string(),
      until: localDateTimeSchema.nullable(),
    })
    .nullable(),
  /** When a supervisor asked this counter's officer to come, and it has not opened since; null: not asked. */
  comeAsked: localDateTimeSchema.nullable(),
  serving: servingSchema.nullable(),
  held: z.array(heldSchema),
  /** Whom this counter served last; null: nobody yet today. */
  last: lastSchema.nullable(),
  next: idSchema.nullable(),
  /** Those this counter may call: the next first, then who has been in line longest. */
  mine: z.array(waitingSchema),
  /** Those only other counters call. */
  others: z.array(waitingSchema),
  /** Booked for later today: those this counter may call once their time has come, the soonest first. */
  later: z.array(
    z.strictObject({ id: idSchema, text: z.string(), name: bilingualSchema, bookedFor: localDateTimeSchema }),
  ),
  /** Series and counters of today, to choose from. */
  series: z.array(
    z.strictObject({ letter: letterSchema, name: bilingualSchema, kind: z.enum(['field', 'return', 'unknown']) }),
  ),
  counters: z.array(z.strictObject({ id: keySchema, name: z.string(), state: z.enum(['open', 'away', 'closed']) })),
  priorities: z.array(z.strictObject({ id: keySchema, name: bilingualSchema })),
  /** When the office opens again after its next break today (hết giờ nghỉ trưa); null: no break is left. */
  opensAgain: localDateTimeSchema.nullable(),
  /** Calls (gọi) before a ticket nobody answered to may be put back. */
  calls: z.int().min(1),
});
export type Queue = z.output<typeof queueSchema>;

const foundSchema = z.strictObject({
  id: idSchema,
  text: z.string(),
  name: bilingualSchema,
  state: z.enum(['waiting', 'called', 'held', 'ended', 'expired']),
  /** Called to or held at this counter. */
  isHere: z.boolean(),
  /** Name of the counter it is called to or held at. */
  counter: z.string().nullable(),
  /** Its booked time, while it waits for it; null: none, or it has come. */
  bookedFor: localDateTimeSchema.nullable(),
  /** In line, called, held or served since; null: expired, which keeps no time. */
  since: localDateTimeSchema.nullable(),
  /** Nobody came, held too long, or its day is over; null: it is good. */
  expired: z.enum(['absent', 'held', 'day']).nullable(),
});
export type FoundTicket = z.output<typeof foundSchema>;

const ticket = { ticket: idSchema };
const reasonSchema = textSchema(200).pipe(z.string().min(1));

/** What an officer does with the queue. The counter is the desk's own. */
export const queueActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('openCounter'), series: seriesSchema.min(1) }),
  z.strictObject({ kind: z.literal('away'), reason: reasonSchema, until: localDateTimeSchema.nullable() }),
  z.strictObject({ kind: z.literal('closeCounter') }),
  z.strictObject({ kind: z.literal('setSeries'), series: seriesSchema.min(1) }),
  z.strictObject({ kind: z.literal('callNext') }),
  z.strictObject({ kind: z.literal('call'), ...ticket }),
  z.strictObject({ kind: z.literal('recall'), ...ticket }),
  z.strictObject({ kind: z.literal('noShow'), ...ticket }),
  z.strictObject({ kind: z.literal('putBack'), ...ticket, place: z.enum(['end', 'own']) }),
  /** Served, and no dossier came of it. */
  z.strictObject({ kind: z.literal('end'), ...ticket }),
  z.strictObject({ kind: z.literal('hold'), ...ticket, reason: reasonSchema }),
  z.strictObject({ kind: z.literal('resume'), ...ticket }),
  z.strictObject({
    kind: z.literal('move'),
    ...ticket,
    series: letterSchema.nullable(),
    counter: keySchema.nullable(),
    reason: reasonSchema,
  }),
  z.strictObject({ kind: z.literal('leaveOut'), ...ticket, what: z.enum(['wait', 'service']), reason: reasonSchema }),
  z.strictObject({ kind: z.literal('settle'), ...ticket, note: reasonSchema }),
]);
export type QueueAct = z.output<typeof queueActSchema>;

export const queueCalls = {
  'queue.get': call(counterRoles, z.strictObject({}), queueSchema),
  /** @throws HC-01 … HC-14, and what the hall's own network refuses (SN) */
  'queue.act': call(counterRoles, z.strictObject({ act: queueActSchema }), queueSchema),
  /**
   * A ticket given at the counter. `second`: why, to somebody who holds one of the series. Of one booked for later nothing
   * is told but from when it is called. @throws HC-01, HC-03, HC-08, HC-09, HC-15
   */
  'queue.give': call(
    counterRoles,
    z.strictObject({
      series: letterSchema,
      priority: keySchema.nullable(),
      lane: z.enum(['ordinary', 'booked']),
      bookedFor: localDateTimeSchema.nullable(),
      card: textSchema(2000).nullable(),
      second: reasonSchema.nullable(),
    }),
    z.strictObject({
      id: idSchema,
      text: z.string(),
      /** Of a booked one: from when it may be called; null: it stands in line. */
      calledFrom: localDateTimeSchema.nullable(),
      ahead: z.int().min(0),
      low: secondsSchema,
      high: secondsSchema,
    }),
  ),
  /** Tickets of today whose number begins so, whatever became of them: to call one by name. None where there is no hall. */
  'queue.find': call(
    counterRoles,
    z.strictObject({ text: textSchema(20), limit: z.int().min(1).max(50) }),
    z.array(foundSchema),
  ),
  /**
   * Prints a ticket that is good today, at first or again: on this counter's ticket printer, else at a kiosk of the hall.
   * `url`: its page for the phone; null: there is none. @throws HC-01, HC-05
   */
  'queue.print': call(
    counterRoles,
    z.strictObject({ ticket: idSchema, language: z.enum(['vi', 'en']) }),
    paperPrintedSchema.extend({
      /** Printed by this counter's own printer. */
      here: z.boolean(),
      url: z.string().nullable(),
    }),
  ),
  /** What was read from the card of the ticket this counter serves; null: none, or this machine cannot open it. @throws HC-10 */
  'queue.card': call(counterRoles, z.strictObject(ticket), z.strictObject({ card: z.string().nullable() })),
} as const;
