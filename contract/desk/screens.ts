import { z } from 'zod';
import {
  base64urlSchema,
  bilingualSchema,
  idSchema,
  keySchema,
  localDateTimeSchema,
  textSchema,
} from '../primitives.ts';
import { scoreSchema } from '../events/ticket.ts';
import { printerTroubleSchema } from '../hall-print.ts';
import { call } from './call.ts';

/** What citizens see and hear in the waiting room: ticket kiosk (máy lấy số), display (màn hình gọi số), voice. */

/** Whole minutes; from 0: "under". Null: not known, as no counter receives these people now. */
const waitSchema = z.strictObject({ from: z.int().min(0), to: z.int().min(1) }).nullable();
const letterSchema = z.string().regex(/^[A-Z]$/);

/** open: numbers are given and called · none: no hall, or this machine has lost it · closed: out of hours, or by a person */
const hallOpenSchema = z.enum(['open', 'none', 'closed']);

export const kioskViewSchema = z.strictObject({
  state: hallOpenSchema,
  office: z.string(),
  series: z.array(
    z.strictObject({
      letter: letterSchema,
      kind: z.enum(['field', 'return', 'unknown']),
      name: bilingualSchema,
      hint: bilingualSchema,
      /** People likely to be called before a ticket taken now, whatever their series. */
      ahead: z.int().min(0),
      wait: waitSchema,
      /** Whether a counter that receives these people is open now. */
      served: z.boolean(),
    }),
  ),
  priorities: z.array(z.strictObject({ id: keySchema, name: bilingualSchema })),
  /** Hours of today, "7:00–11:30, 13:30–17:00"; empty: none. */
  hours: z.string(),
  /** When numbers are given again; null: now, or the calendar does not say. */
  opens: localDateTimeSchema.nullable(),
  /** Numbers of who was served a moment ago and has not said how content they are, the newest first. */
  toRate: z.array(z.strictObject({ ticket: idSchema, number: z.string() })),
  /** Why nothing can be printed; null: it can, or the printer does not say. */
  printer: printerTroubleSchema.nullable(),
  /** Where a phone on the office's Wi-Fi takes a number, with the key of this moment; null: nowhere. */
  phoneDoor: z.string().nullable(),
});
export type KioskView = z.output<typeof kioskViewSchema>;

export const kioskTicketSchema = z.strictObject({
  number: z.string(),
  series: letterSchema,
  ahead: z.int().min(0),
  wait: waitSchema,
  /** Booked for later: its time, and from when it is called; ahead and wait are told to nobody then. */
  booked: z.strictObject({ at: localDateTimeSchema, from: localDateTimeSchema }).nullable(),
  printed: z.boolean(),
  /** The phone's page; null: there is none. */
  url: z.string().nullable(),
});
export type KioskTicket = z.output<typeof kioskTicketSchema>;

export const displayViewSchema = z.strictObject({
  state: hallOpenSchema,
  office: z.string(),
  /** Since when nothing has come from the hall; null: it is live. */
  silentSince: localDateTimeSchema.nullable(),
  /** As at the kiosk. */
  opens: localDateTimeSchema.nullable(),
  /** Calls, the newest first. `id` is another one each time the ticket is called or called again. */
  calls: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      counter: z.string(),
      /** Why this one, in one sentence for everybody who waits. */
      why: bilingualSchema,
      at: localDateTimeSchema,
      again: z.boolean(),
    }),
  ),
  waiting: z.array(
    z.strictObject({
      letter: letterSchema,
      name: bilingualSchema,
      waiting: z.int().min(0),
      wait: waitSchema,
      served: z.boolean(),
    }),
  ),
  /** Whether this display says the calls; false: another in the room does. */
  speaks: z.boolean(),
  /** Sentences of the foot, in turn. */
  messages: z.array(bilingualSchema),
  /** As at the kiosk. */
  phoneDoor: z.string().nullable(),
});
export type DisplayView = z.output<typeof displayViewSchema>;

const empty = z.strictObject({});
const clipNameSchema = z.string().regex(/^[a-z0-9-]{1,60}$/);
const voiceLanguageSchema = z.enum(['vi', 'en']);

export const screenCalls = {
  /** Which page this machine shows; `setUp`: it is of the waiting room, and not in its place there now. */
  'screen.get': call('anyone', empty, z.strictObject({ screen: z.enum(['desk', 'kiosk', 'display', 'setUp']) })),
  'kiosk.view': call('anyone', empty, kioskViewSchema),
  /** What a scanner read at the kiosk; nothing of it is kept. @throws SN-03, SN-04, SN-11 */
  'kiosk.scan': call(
    'anyone',
    z.strictObject({ text: textSchema(2000) }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('card') }),
      z.strictObject({
        kind: z.literal('slip'),
        code: z.string(),
        /** Back with papers · its result is ready · its appointment is now · a number like any other. */
        gives: z.enum(['papers', 'result', 'appointment', 'number']),
      }),
      z.strictObject({ kind: z.literal('unknown') }),
    ]),
  ),
  /** Takes a number and prints it. `card`: what was scanned, as it came. @throws HC-01, HC-02, HC-03, HC-08 */
  'kiosk.take': call(
    'anyone',
    z.strictObject({
      series: letterSchema,
      priority: keySchema.nullable(),
      card: textSchema(2000).nullable(),
      slip: textSchema(40).nullable(),
      language: voiceLanguageSchema,
    }),
    kioskTicketSchema,
  ),
  /** How content a citizen was (đánh giá mức độ hài lòng): of the number alone, once. @throws HC-05, HC-13, SN-03 */
  'kiosk.rate': call('anyone', z.strictObject({ ticket: idSchema, score: scoreSchema }), empty),
  'display.view': call('anyone', empty, displayViewSchema),
  /** Clips there are, the office's own among them, and what each says. */
  'voice.list': call(
    'anyone',
    z.strictObject({ language: voiceLanguageSchema }),
    z.array(z.strictObject({ name: clipNameSchema, text: z.string().nullable(), own: z.boolean() })),
  ),
  'voice.clip': call(
    'anyone',
    z.strictObject({ language: voiceLanguageSchema, name: clipNameSchema }),
    z.strictObject({ audio: base64urlSchema(2_000_000) }),
  ),
  /** A test page on each ticket printer of this machine. */
  'kiosk.testPrint': call(
    ['officer', 'supervisor', 'administrator'],
    empty,
    z.array(z.strictObject({ printer: z.string(), trouble: printerTroubleSchema.nullable() })),
  ),
} as const;

export type VoiceClip = z.output<(typeof screenCalls)['voice.list']['output']>[number];
export type ScannedAt = z.output<(typeof screenCalls)['kiosk.scan']['output']>;
