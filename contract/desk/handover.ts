import { z } from 'zod';
import { purposeSchema } from '../events/common.ts';
import { bilingualSchema, idSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { call, readerRoles } from './call.ts';
import { voidSlipSchema } from './dossier.ts';
import { slipIssuedReplySchema } from './slip.ts';

/** Handover (bàn giao), both sides: what leaves this place today and what comes here, by scanning slips. */

/** Name of a place something goes to, with the day for what is due later; made by the desk, read by nobody else. */
const placeKeySchema = z.string().min(3).max(500);

/** What the officer is working on: a batch that leaves, or one that comes. */
const targetSchema = z.discriminatedUnion('side', [
  z.strictObject({ side: z.literal('out'), key: placeKeySchema }),
  z.strictObject({ side: z.literal('in'), id: idSchema }),
]);
export type HandoverTarget = z.output<typeof targetSchema>;

const deadlineSchema = z.strictObject({
  at: localDateTimeSchema,
  /** "Hôm nay 17:00". */
  words: bilingualSchema,
  isOver: z.boolean(),
});

export const outRowSchema = z.strictObject({
  key: placeKeySchema,
  place: z.string(),
  purpose: purposeSchema,
  deadline: deadlineSchema.nullable(),
  dossiers: z.int(),
  /** `later`: not due today; `given`: closed, not signed for; `short`: gone through without some of it. */
  state: z.enum(['waiting', 'later', 'scanning', 'given', 'signed', 'short']),
  scanned: z.int(),
  /** Of a closed batch. */
  batch: z
    .strictObject({ id: idSchema, number: z.int(), at: localDateTimeSchema, signedAt: localDateTimeSchema.nullable() })
    .nullable(),
});

export const inRowSchema = z.strictObject({
  id: idSchema,
  /** Who brings it; empty where it came without a list. */
  place: z.string(),
  number: z.int().nullable(),
  purpose: purposeSchema.nullable(),
  givenAt: localDateTimeSchema.nullable(),
  /** Null where it came without a list. */
  dossiers: z.int().nullable(),
  taken: z.int(),
  state: z.enum(['coming', 'taking', 'accepted', 'short']),
  acceptedAt: localDateTimeSchema.nullable(),
});

export const handoverDaySchema = z.strictObject({
  side: z.enum(['counter', 'unit']),
  /** The 15:00 rule as it falls today. */
  notice: bilingualSchema.nullable(),
  out: z.array(outRowSchema),
  in: z.array(inRowSchema),
  /** Taken by the slip alone; the dossier's data has not arrived. */
  unheard: z.array(
    z.strictObject({
      dossierId: idSchema,
      code: z.string(),
      procedure: z.string(),
      dueAt: localDateTimeSchema.nullable(),
      at: localDateTimeSchema,
      holder: z.string(),
    }),
  ),
  /** Dossiers that must leave today and batches that wait here: the tab's badge. */
  due: z.int(),
});

const briefSchema = z.strictObject({
  dossierId: idSchema,
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  /** Bản gốc; null where only the slip is known. */
  originals: z.int().nullable(),
  /** False: this desk knows the slip alone. */
  heard: z.boolean(),
  /** What the scanned slip is no longer worth: the dossier is right, the paper in hand is not. */
  voidSlip: voidSlipSchema.nullable(),
  /** Requests for what is missing; from the second on every list says so. */
  rounds: z.int(),
});
export type HandoverBrief = z.output<typeof briefSchema>;

export const outDetailSchema = z.strictObject({
  key: placeKeySchema,
  /** Null until something is scanned. */
  batchId: idSchema.nullable(),
  /** The number it has, or would have. */
  number: z.int(),
  place: z.string(),
  /** Who may sign there; empty where that is not known. */
  receivers: z.array(z.string()),
  deadline: deadlineSchema.nullable(),
  /** Minutes to the deadline; null where it is not today or over. */
  minutesLeft: z.int().nullable(),
  /** Newest scan first, what is not scanned last. */
  rows: z.array(
    briefSchema.extend({
      receivedAt: localDateTimeSchema.nullable(),
      dueAt: localDateTimeSchema.nullable(),
      scannedAt: localDateTimeSchema.nullable(),
      /** "Nguyễn Minh Tâm, Quầy 1". */
      lastHolder: z.string(),
      since: localDateTimeSchema.nullable(),
      /** Not scanned, and today is its last day: closing without it needs a reason. */
      mustGo: z.boolean(),
    }),
  ),
  originals: z.int(),
});

export const inDetailSchema = z.strictObject({
  id: idSchema,
  place: z.string(),
  /** Where it goes; empty where it came without a list. */
  to: z.string(),
  giver: z.string(),
  number: z.int().nullable(),
  givenAt: localDateTimeSchema.nullable(),
  /** Dossiers the list names or counts; null without a list. */
  count: z.int().nullable(),
  /** `arrived`: by the line; `scanned`: from the list's QR, its signature not checked here; `none`: no list. */
  list: z.enum(['arrived', 'scanned', 'none']),
  /** Whether what is scanned is the whole list; null where that cannot be told. */
  whole: z.boolean().nullable(),
  acceptedAt: localDateTimeSchema.nullable(),
  rows: z.array(
    briefSchema.extend({
      dueAt: localDateTimeSchema.nullable(),
      scannedAt: localDateTimeSchema.nullable(),
      isListed: z.boolean(),
      isSigned: z.boolean(),
      papers: z.array(z.strictObject({ name: z.string(), originals: z.int(), copies: z.int(), isThere: z.boolean() })),
      lastHolder: z.string(),
      since: localDateTimeSchema.nullable(),
    }),
  ),
});

const withDossier = <K extends string>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), dossier: briefSchema, target: targetSchema });

export const handoverScanReplySchema = z.discriminatedUnion('kind', [
  withDossier('added'),
  withDossier('already'),
  /** Goes to, or comes in, another batch: `target` is that one. */
  withDossier('elsewhere').extend({ place: z.string() }),
  /** In this place's hands and not of the list gone through. */
  withDossier('notListed'),
  z.strictObject({ kind: z.literal('given'), dossier: briefSchema, number: z.int().nullable(), place: z.string() }),
  z.strictObject({
    kind: z.literal('held'),
    dossier: briefSchema,
    holder: z.string(),
    since: localDateTimeSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('stays'), dossier: briefSchema, state: bilingualSchema }),
  /** A list was scanned: its batch is open now. */
  z.strictObject({ kind: z.literal('list'), target: targetSchema, place: z.string(), number: z.int() }),
  /** A list that is meant for others. */
  z.strictObject({ kind: z.literal('listElsewhere'), place: z.string(), number: z.int() }),
  /** `code`: shaped like a dossier's, unknown here; `card`: a person's; `text`: nothing this screen knows. */
  z.strictObject({ kind: z.literal('unknown'), found: z.string(), like: z.enum(['code', 'list', 'card', 'text']) }),
]);
export type HandoverScanReply = z.output<typeof handoverScanReplySchema>;

/** Chain of custody of a dossier's paper (NĐ 61/2018 Điều 21), and the two clocks of one that travels. */
export const custodySchema = z.strictObject({
  /** Who holds it: "Bùi Thị Thanh Thảo" and "Phòng Kinh tế, Hạ tầng và Đô thị"; null before receipt. */
  holder: z.strictObject({ name: z.string(), place: z.string() }).nullable(),
  since: localDateTimeSchema.nullable(),
  originals: z.int(),
  /** Given and not signed for. */
  waiting: z.strictObject({ place: z.string(), at: localDateTimeSchema, number: z.int().nullable() }).nullable(),
  /** Every hand that signed, the first the counter that received it. */
  hands: z.array(
    z.strictObject({
      name: z.string(),
      place: z.string(),
      at: localDateTimeSchema,
      /** Number of the batch; null where it came without a list. */
      number: z.int().nullable(),
      /** Taken by the slip alone. */
      bySlip: z.boolean(),
    }),
  ),
  missing: z.array(z.strictObject({ paper: z.string(), lastHolder: z.string() })),
  /** Null where the office that received it decides itself (no phi địa giới). */
  clocks: z
    .strictObject({
      office: z.string(),
      transfer: z.strictObject({ text: bilingualSchema, isLate: z.boolean() }).nullable(),
      /** Null until the competent office has it. */
      processing: z.strictObject({ text: bilingualSchema, isLate: z.boolean() }).nullable(),
    })
    .nullable(),
});

const reasonSchema = textSchema(500).pipe(z.string().trim().min(3));

export const handoverCalls = {
  'handover.today': call(readerRoles, z.strictObject({}), handoverDaySchema),
  /** The open batch of a place, and what is still to be scanned for it. @throws BG-01 */
  'handover.out': call(readerRoles, z.strictObject({ key: placeKeySchema }), outDetailSchema),
  /** A batch that comes, as far as it is gone through; or one given from here, as far as it is signed for. @throws BG-01 */
  'handover.in': call(readerRoles, z.strictObject({ id: idSchema }), inDetailSchema),
  /**
   * What a scanner typed, or a person: a receipt slip's QR or barcode, a control slip, a code, a handover list. `anyway`:
   * the officer has looked, and it belongs here all the same.
   */
  'handover.scan': call(
    readerRoles,
    z.strictObject({ raw: z.string().min(1).max(4000), target: targetSchema.nullable(), anyway: z.boolean() }),
    handoverScanReplySchema,
  ),
  /** Takes a dossier out of an open batch again; nothing was written of it yet. */
  'handover.drop': call(readerRoles, z.strictObject({ target: targetSchema, dossierId: idSchema }), z.strictObject({})),
  /** Which papers of a dossier were not in the bundle, by name. @throws BG-01 */
  'handover.tick': call(
    readerRoles,
    z.strictObject({ id: idSchema, dossierId: idSchema, missing: z.array(textSchema(1000)).max(200) }),
    z.strictObject({}),
  ),
  /**
   * Closes the batch (chốt lô): handed over from this moment, every dossier of it. `shortBecause`: why some that are due
   * are not in it; empty where none is left. @throws BG-01, BG-02, BG-03, HS-01
   */
  'handover.close': call(
    readerRoles,
    z.strictObject({ key: placeKeySchema, shortBecause: z.union([z.literal(''), reasonSchema]) }),
    z.strictObject({ batchId: idSchema, number: z.int(), dossiers: z.int() }),
  ),
  /** Signs for what was scanned; the rest of the list is missing from here on. @throws BG-01, BG-02, HS-01 */
  'handover.accept': call(
    readerRoles,
    z.strictObject({ id: idSchema }),
    z.strictObject({ accepted: z.int(), missing: z.int(), papersMissing: z.int() }),
  ),
  'handover.custody': call(readerRoles, z.strictObject({ dossierId: idSchema }), custodySchema),
  /** A paper that was missing has turned up here. @throws TN-05, BG-04 */
  'handover.paperFound': call(
    readerRoles,
    z.strictObject({ dossierId: idSchema, paper: textSchema(1000), note: textSchema(500) }),
    z.strictObject({}),
  ),
  /** Other places a batch may go to: other offices, agencies, units, the post. */
  'handover.places': call(
    readerRoles,
    z.strictObject({}),
    z.array(
      z.strictObject({ key: placeKeySchema, name: z.string(), kind: z.enum(['unit', 'shop', 'agency', 'post']) }),
    ),
  ),
  /** The handover list (danh sách bàn giao) of a closed batch, made where it is not yet, on paper. @throws BG-01, IN-01 */
  'handover.printList': call(readerRoles, z.strictObject({ batchId: idSchema }), slipIssuedReplySchema),
} as const;
