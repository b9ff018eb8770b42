import { z } from 'zod';
import { epochMsSchema, idSchema, keySchema, LARGEST_INTEGER, textSchema } from './primitives.ts';

/** Lost and stolen desks, and what is kept apart (việc được giữ riêng): how administration is asked about them. */

/** Why a person did what cannot be taken back; no name of a citizen belongs here. */
export const becauseSchema = textSchema(500).pipe(z.string().trim().min(3));

/**
 * POST /v1/admin/revoke: `trusted` is the last place of its log that is believed; null: all that the province holds, or
 * where `from` is given what it had taken in before that moment by its own clock. `from` goes with `trusted` null.
 */
export const revokeRequestSchema = z.strictObject({
  device: idSchema,
  trusted: z.int().min(0).max(LARGEST_INTEGER).nullable(),
  from: epochMsSchema.optional(),
  because: becauseSchema,
});
/** Events beyond the trusted place that had been taken in before: each stands in the alarms. */
export const revokeReplySchema = z.object({ takenBeyond: z.int() });

/** GET /v1/admin/quarantine: one event, for a person who decides on it. Of its body only what tells whose it is. */
export const keptApartSchema = z.object({
  eventId: idSchema,
  log: idSchema,
  seq: z.int(),
  office: keySchema,
  device: idSchema,
  type: z.string().max(100),
  aggregateId: idSchema,
  /** Code of contract/problems. */
  reason: z.string().max(20).nullable(),
  /** Server clock. */
  receivedAt: epochMsSchema,
  /** Whose dossier; null: it cannot be read, or is not of this office. A server of the release before does not say. */
  about: z
    .object({ code: z.string().max(100).nullable(), applicant: z.string().max(200).nullable() })
    .nullable()
    .default(null),
});
export type KeptApart = z.output<typeof keptApartSchema>;

/**
 * GET /v1/admin/alarms: what the province was alarmed by (báo động) and nobody has settled: a refusal, or what was taken in
 * and should not have come.
 */
export const alarmSchema = z.object({
  /** Of a look at a paper, which is no event: its dossier. */
  eventId: idSchema,
  log: idSchema,
  /** 0: a look at a paper, by the desk that writes this log. */
  seq: z.int().min(0).max(LARGEST_INTEGER),
  hash: z.string().max(64),
  office: keySchema,
  /** Whose log it is, and which desk sent it. */
  device: idSchema,
  sentBy: idSchema,
  /** Code of contract/problems. */
  reason: z.string().max(20),
  /** When it was raised, the last time. Server clock. */
  at: epochMsSchema,
  /** Of `XV-21`: whose name nobody knows. A server of the release before does not say. */
  person: z.string().max(200).nullable().default(null),
  /**
   * Code of the dossier to look at, of an event that was taken in; null: it is of none, or of one that the log's office
   * neither receives nor decides. A server of the release before does not say.
   */
  dossier: z.string().max(100).nullable().default(null),
});
export type Alarm = z.output<typeof alarmSchema>;

/** POST /v1/admin/alarms/settle: those a person has looked at, each as it was shown; one raised again since stays open. */
export const settleAlarmsSchema = z.strictObject({
  alarms: z
    .array(alarmSchema.pick({ eventId: true, log: true, seq: true, hash: true, reason: true, at: true }).strict())
    .min(1)
    .max(500),
  because: becauseSchema,
});
export type SettleAlarms = z.output<typeof settleAlarmsSchema>;
/** How many of them are settled now, by whomever. */
export const settleAlarmsReplySchema = z.object({ settled: z.int() });

/** GET /v1/admin/alarms/settled: who settled an alarm, when and why; the newest first. */
export const settledAlarmSchema = alarmSchema.extend({
  /** Server clock. */
  settledAt: epochMsSchema,
  /** Name of the person; the account's id where nobody has it any more. */
  settledBy: z.string().max(200),
  because: z.string().max(500),
});
export type SettledAlarm = z.output<typeof settledAlarmSchema>;

/** POST /v1/admin/quarantine/release. The answer is the new verdict. */
export const releaseRequestSchema = z.strictObject({ eventId: idSchema, because: becauseSchema });
