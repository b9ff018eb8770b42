import { z } from 'zod';
import type { Json } from '../domain/log/canonical.ts';
import { roleSchema } from './roles.ts';
import {
  base64urlSchema,
  epochMsSchema,
  hashSchema,
  idSchema,
  keySchema,
  LARGEST_INTEGER,
  seqSchema,
  textSchema,
} from './primitives.ts';
import { machineKindSchema } from './machine-kind.ts';
import { placeUseSchema } from './place-use.ts';

/**
 * Desk ↔ provincial server, JSON over HTTPS. docs/sync-protocol.md tells it in words.
 *
 * Every request but `about`, `time` and `enrol` is signed by the device: headers
 * `x-device`, `x-nonce` (from the last answer's `x-next-nonce`, or GET /v1/nonce) and
 * `x-signature` = Ed25519 over `method \n path?query \n sha256(body) \n nonce` (`requestLine`).
 * A nonce is the server's, valid 10 minutes by the server's clock alone, so a wrong desk clock locks nobody out.
 *
 * Requests and answers pass over what they do not know, at every depth: desks and servers of two releases talk to each
 * other. Envelopes, verdicts and receipts are signed as they are and never grow. What a person orders (administration,
 * reminders) is read strictly: a change this server does not know is refused, not lost.
 */
export const SYNC_VERSION = 1;
export const MAX_BATCH_EVENTS = 500;
export const MAX_BATCH_BYTES = 1_048_576;
export const MAX_EVENT_BYTES = 262_144;

export function requestLine(method: string, target: string, bodySha256: string, nonce: string): string {
  return `${method}\n${target}\n${bodySha256}\n${nonce}`;
}

/**
 * What the province signs of an answer to a push or a pull (header `x-answer`, Ed25519 by the server key over its SHA-256):
 * the very bytes, as the answer to the very request. Verdicts in such an answer need no look of their own.
 */
export function answerLine(method: string, target: string, nonce: string, bodySha256: string): string {
  return `answer\n${method}\n${target}\n${nonce}\n${bodySha256}`;
}

/** What an event may be about. */
export const aggregateSchema = z.enum(['dossier', 'draft', 'batch', 'counterDay', 'advice', 'ticket', 'hall', 'log']);

export const envelopeSchema = z.strictObject({
  id: idSchema,
  device: idSchema,
  log: idSchema,
  seq: z.int().min(1),
  // A newer release may write about what this one has no name for: such events are kept, and wait for the update.
  aggregate: z.custom<z.infer<typeof aggregateSchema>>(
    (name) => typeof name === 'string' && name.length > 0 && name.length <= 40,
  ),
  aggregateId: idSchema,
  after: z.array(idSchema).max(64),
  type: z.string().min(1).max(80),
  version: z.int().min(1).max(1000),
  actor: keySchema,
  approvedBy: keySchema.nullable(),
  at: z.strictObject({ device: epochMsSchema, offset: z.int().nullable() }),
  bodyHash: hashSchema,
  prev: hashSchema,
  hash: hashSchema,
  signature: base64urlSchema(128),
});

/** `body` is any JSON here: whether it can be read is the server's verdict to give, per event. */
export const logEventSchema = z.strictObject({
  envelope: envelopeSchema,
  // From JSON.parse, so it is JSON already; whoever hashes it walks through it once.
  body: z.custom<Json | null>((value) => value !== undefined),
  salt: z
    .string()
    .regex(/^[0-9a-f]{8,64}$/)
    .nullable(),
});

/** The four ends of an event at the server (design: A fact is a fact). */
export const verdictEndSchema = z.enum(['applied', 'flagged', 'quarantined', 'refused']);
export type VerdictEnd = z.infer<typeof verdictEndSchema>;

export const verdictSchema = z.strictObject({
  eventId: idSchema,
  log: idSchema,
  seq: z.int().min(1),
  /** Hash of the event judged, so that a verdict cannot be read as one on other bytes. */
  hash: hashSchema,
  end: verdictEndSchema,
  /** Code of contract/problems.ts; null when applied. */
  reason: z.string().max(40).nullable(),
  /** Running number in the year's book (số thứ tự, Mẫu 01 field 19), given once to a received dossier. */
  book: z.strictObject({ year: z.int(), number: z.int().min(1) }).nullable(),
  /** Server clock. */
  at: epochMsSchema,
  /** Ed25519 by the server key over the canonical verdict without `signature`. */
  signature: base64urlSchema(128),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** POST /v1/push. Contiguous events of one log, which may be another device's (courier, hall, a dead desk's journal). */
export const pushRequestSchema = z.object({
  log: idSchema,
  /** Raw JSON: a malformed event must not hide the others, so each is parsed on its own. */
  events: z.array(z.unknown()).min(1).max(MAX_BATCH_EVENTS),
  /** Of events the province confirmed once: its verdicts on them, raw JSON. They show that it has forgotten, not never heard. */
  verdicts: z.array(z.unknown()).max(MAX_BATCH_EVENTS).optional(),
});
export const pushReplySchema = z.object({
  /** Highest seq of this log the server holds now. */
  head: z.int().min(0),
  /** Set when the batch did not start at head + 1 or below: send again from here. */
  expected: z.int().min(1).nullable(),
  verdicts: z.array(verdictSchema),
  /** The device has begun another log since: nothing more is taken in this one from its writer. */
  ended: z.literal(true).optional(),
  /** Events of this batch that the province holds already, in another place, each with its verdict: they stand there. */
  elsewhere: z
    .array(z.object({ event: logEventSchema, verdict: verdictSchema }))
    .max(MAX_BATCH_EVENTS)
    .optional(),
});
/** An event and where the province holds it. */
export type HeldElsewhere = NonNullable<PushReply['elsewhere']>[number];
export type PushReply = z.infer<typeof pushReplySchema>;

/**
 * POST /v1/heads: how far the province holds logs, asked when it was put back from a copy and where a log may have parted.
 * The ranges of numbers this desk holds go along, so that none of them is given twice after such a restore.
 */
export const headsRequestSchema = z.object({
  places: z.array(z.object({ log: idSchema, seq: seqSchema, hash: hashSchema })).max(500),
  grants: z.array(z.lazy(() => numberGrantSchema)).max(200),
});
export const headsReplySchema = z.object({
  epoch: idSchema,
  logs: z.array(
    z.object({
      log: idSchema,
      /** Null: a log the province does not know, or of another office. */
      head: z.int().min(0).nullable(),
    }),
  ),
  /** For each place asked: whether the province holds that very event there. */
  holds: z.array(z.boolean()),
});

/** GET /v1/pull?cursor=…&limit=…  The cursor is opaque to the desk; null asks from the beginning. */
export const pullReplySchema = z.object({
  epoch: idSchema,
  events: z.array(logEventSchema).max(500),
  /** Verdicts on this office's events, also those another desk pushed. */
  verdicts: z.array(verdictSchema),
  cursor: base64urlSchema(200),
  more: z.boolean(),
  /** Rows of the feed behind this page; from servers that count them. */
  left: z.int().min(0).optional(),
});
/** The same, the rows of it not looked at: five hundred are read in turns. */
export const pullPageSchema = pullReplySchema.extend({
  events: z.array(z.unknown()).max(500),
  verdicts: z.array(z.unknown()),
});

/**
 * GET /v1/pull/open?after=DOSSIER: whole histories of the office's open dossiers, by dossier, for a desk that has nothing
 * yet: its counter works on them while the feed comes. No cursor moves.
 */
export const openReplySchema = z.object({
  events: z.array(logEventSchema),
  verdicts: z.array(verdictSchema),
  /** The last dossier of this page; null: there are no more. */
  after: idSchema.nullable(),
});

/** The same, the rows of it not looked at. */
export const openPageSchema = openReplySchema.extend({ events: z.array(z.unknown()), verdicts: z.array(z.unknown()) });

/** What `hints` says over server-sent events: only that there is more. */
export const hintSchema = z.object({ topic: z.enum(['feed', 'reference', 'board']) });

export const scryptSchema = z.object({
  /** scrypt N=2^15, r=8, p=1, 32 bytes (Electron has no argon2). */
  salt: base64urlSchema(64),
  hash: base64urlSchema(64),
});
export type ScryptHash = z.infer<typeof scryptSchema>;

/** Grows with every change of a row; an older one never overwrites a newer one. The next one still is a 32-bit number. */
const revisionSchema = z
  .int()
  .min(1)
  .max(LARGEST_INTEGER - 1);

export const userSchema = z.object({
  id: keySchema,
  login: keySchema,
  name: textSchema(120),
  role: roleSchema,
  office: keySchema,
  /** Processing unit of a unit officer; null otherwise. */
  unit: textSchema(200).nullable(),
  /** Fields received, as the roster shows them. */
  fields: z.array(textSchema(80)).max(20),
  position: textSchema(120),
  password: scryptSchema,
  disabled: z.boolean(),
  revision: revisionSchema,
});
export type User = z.infer<typeof userSchema>;

export const counterSchema = z.object({
  id: keySchema,
  office: keySchema,
  name: textSchema(60),
  kind: machineKindSchema.default('desk'),
  /** Of a desk's place alone. A server of the release before does not say it: a counter's, as every place was once. */
  use: placeUseSchema.default('counter'),
  disabled: z.boolean(),
  revision: revisionSchema,
});
export type Counter = z.infer<typeof counterSchema>;

/** Where fees are transferred to (tài khoản thu phí, lệ phí): the office's own account, entered by its administrator. */
export const bankSchema = z.object({
  /** Six digits of the bank (mã BIN) in the State Bank's list. */
  bin: z.string().regex(/^\d{6}$/),
  account: z.string().regex(/^[0-9A-Za-z]{1,19}$/),
  /** Chủ tài khoản, shown beside the code so that a payer can compare. */
  holder: textSchema(120).pipe(z.string().min(1)),
  bankName: textSchema(80).pipe(z.string().min(1)),
});
export type OfficeBank = z.infer<typeof bankSchema>;

export const officeSchema = z.object({
  id: keySchema,
  kind: z.enum(['commune-centre', 'provincial-centre', 'processing-unit', 'provincial-agency']),
  name: textSchema(200),
  shortName: textSchema(120),
  /** Head of the slip, left: UBND PHƯỜNG SA ĐÉC. */
  authority: textSchema(200),
  /** Place name of dates on slips. */
  place: textSchema(80),
  /** Code prefix (mã định danh), from a table an administrator edits; never a constant. */
  codePrefix: z
    .string()
    .regex(/^[A-Z]\d{2}(\.\d{2,3}){0,4}$/)
    .nullable(),
  parent: keySchema.nullable(),
  phone: textSchema(60),
  address: textSchema(300),
  /** Null: none entered; nothing is transferred here. */
  bank: bankSchema.nullable().default(null),
  disabled: z.boolean(),
  revision: revisionSchema,
});
export type Office = z.infer<typeof officeSchema>;

/** A range of daily numbers given to one log, never given again for a date the holder may have printed on. */
export const numberGrantSchema = z.object({
  id: idSchema,
  log: idSchema,
  office: keySchema,
  prefix: z.string().min(1).max(35),
  from: z.int().min(1).max(LARGEST_INTEGER),
  to: z.int().min(1).max(LARGEST_INTEGER),
  validFrom: z.iso.date(),
  validTo: z.iso.date(),
});
export type NumberGrant = z.infer<typeof numberGrantSchema>;

/** A desk of the office that is in order, and the key its events are signed with. */
export const deviceSchema = z.object({
  id: idSchema,
  publicKey: base64urlSchema(64),
  name: textSchema(60),
  counter: keySchema,
  kind: machineKindSchema.default('desk'),
});
export type Device = z.infer<typeof deviceSchema>;

export const referenceSchema = z.object({
  users: z.array(userSchema),
  offices: z.array(officeSchema),
  counters: z.array(counterSchema),
  grants: z.array(numberGrantSchema),
  settings: z.object({
    /** Makes every offline number temporary, should the province want that. */
    offlineNumbersTemporary: z.boolean(),
    lookupUrl: textSchema(200),
    hotline: textSchema(60),
    /** Digitised papers in office hours, bytes a second at most, of one desk; 0: as much as goes through. */
    scanBytesPerSecond: z.int().min(0).default(262_144),
  }),
  /** Present only where the server has a version other than the one asked with. Parsed by contract/catalogue.ts. */
  catalogue: z.json().nullable(),
  calendar: z.json().nullable(),
  /** Editions of slip templates this office prints with, each parsed by contract/slip-template.ts. */
  slipEditions: z.array(z.json()).default([]),
  /** What the office set of the hall's rules for itself, each parsed by contract/hall-rules.ts. */
  hallChanges: z.array(z.json()).default([]),
  /** The office's desks, by which they know each other in the hall; a revoked one is none of them. */
  devices: z.array(deviceSchema).default([]),
});
export type Reference = z.infer<typeof referenceSchema>;

/** GET /v1/reference?catalogue=VERSION&calendar=VERSION */
export const referenceReplySchema = z.object({ epoch: idSchema, reference: referenceSchema });

/** GET /v1/about, unsigned: shown before enrolment. */
export const aboutReplySchema = z.object({
  /** The lowest version of this protocol that the server takes: a desk that speaks an older one must be updated first. */
  sync: z.int(),
  server: idSchema,
  name: textSchema(120),
  publicKey: base64urlSchema(64),
  demo: z
    .object({
      banner: textSchema(40),
      users: z.array(z.object({ login: keySchema, name: textSchema(120), role: roleSchema, password: textSchema(60) })),
    })
    .nullable(),
  now: epochMsSchema,
});
export type About = z.infer<typeof aboutReplySchema>;

/** GET /v1/time, unsigned: the hint for a desk whose clock is wrong. GET /v1/nonce: one nonce. */
export const timeReplySchema = z.object({ now: epochMsSchema });
export const nonceReplySchema = z.object({ nonce: base64urlSchema(200) });

/** POST /v1/enrol, unsigned but for the proof that the device holds its key. */
export const enrolRequestSchema = z.object({
  code: z.string().min(8).max(40),
  devicePublicKey: base64urlSchema(64),
  deviceName: textSchema(60),
  /** A desk in demonstration mode and a real server refuse each other, and the other way round. */
  demo: z.boolean(),
  /** Ed25519 by the device key over `enrol \n code \n devicePublicKey`. */
  proof: base64urlSchema(128),
});
export const enrolReplySchema = z.object({
  server: idSchema,
  serverPublicKey: base64urlSchema(64),
  epoch: idSchema,
  device: idSchema,
  log: idSchema,
  office: keySchema,
  counter: keySchema,
  kind: machineKindSchema.default('desk'),
  /** X25519 public key (raw, base64url) of the office recovery key; its private half was printed once and is on no machine. */
  recoveryPublicKey: base64urlSchema(64),
  demo: z.boolean(),
});
export type EnrolReply = z.infer<typeof enrolReplySchema>;

/** POST /v1/session: an online sign-in, for what needs the province (administration, own password). Device-signed. */
export const sessionRequestSchema = z.object({ login: keySchema, password: z.string().min(1).max(200) });
export const sessionReplySchema = z.object({
  token: base64urlSchema(200),
  user: userSchema,
  expiresAt: epochMsSchema,
});

/** Administration, strict: a change this server does not know is refused, not lost. PUT/POST with header `x-session`. Office administrators touch their own office only. */
export const adminUserSchema = userSchema
  .omit({ password: true, revision: true })
  .extend({ password: z.string().min(8).max(200).nullable(), revision: revisionSchema.nullable() })
  .strict();
export const adminCounterSchema = counterSchema
  .omit({ revision: true })
  // A desk of the release before says nothing of the use: it stays as it is.
  .extend({ use: placeUseSchema.optional(), revision: revisionSchema.nullable() })
  .strict();
export const adminOfficeSchema = officeSchema
  .omit({ revision: true })
  .extend({ revision: revisionSchema.nullable() })
  .strict();
export const adminCodeRequestSchema = z.strictObject({ office: keySchema, counter: keySchema });
export const adminCodeReplySchema = z.object({ code: z.string(), expiresAt: epochMsSchema });
/** POST /v1/session/password: one's own password, with the old one. Answers {}. */
export const ownPasswordSchema = z.strictObject({
  old: z.string().min(1).max(200),
  password: z.string().min(8).max(200),
});

/** Every error body of the server. */
export const errorReplySchema = z.object({
  code: z.string().max(40),
  vi: z.string().max(1000),
  en: z.string().max(1000),
});
export type ErrorReply = z.infer<typeof errorReplySchema>;
