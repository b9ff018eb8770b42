import { z } from 'zod';
import { bilingualSchema, idSchema, localDateTimeSchema, textSchema } from '../primitives.ts';
import { call, counterRoles, readerRoles } from './call.ts';
import { toldHowSchema } from './correction.ts';

/** What needs a person (cần xem lại): listed, opened side by side, settled. Nothing here holds up other work. */

export const matterKinds = [
  'two-sides',
  'call-back',
  'not-approved',
  'paper-missing',
  'custody-gap',
  'out-of-place',
  'unreadable',
  /** The province's verdict says something does not fit. */
  'verdict',
  /** A digitised paper cannot be sent to the province. */
  'scan',
  /** A log the province does not go on with: of this machine, or another's that it brought. */
  'log',
] as const;

/** Names one matter of a dossier: a kind, or the key of a flag. */
const matterKeySchema = z.string().min(3).max(4000);

export const matterRowSchema = z.strictObject({
  key: matterKeySchema,
  kind: z.enum(matterKinds),
  /** Of the dossier; where `thing` is said, of that. */
  dossierId: idSchema,
  /** Null: a dossier that can be opened here. Else what it is about: its kind, its counter, when it was written. */
  thing: bilingualSchema.nullable(),
  code: z.string(),
  name: z.string(),
  procedure: z.string(),
  /** Code of contract/problems. */
  problem: z.string(),
  title: bilingualSchema,
  /** "Chọn bên đúng, 3 mục", "Gọi người giữ sau cùng". */
  todo: bilingualSchema,
  at: localDateTimeSchema,
});

const choiceSchema = z.enum(['left', 'right', 'both']);
const sideSchema = z.strictObject({ text: bilingualSchema, detail: bilingualSchema.nullable() });
const headSchema = z.strictObject({
  /** "Phòng Kinh tế", "Quầy 2"; the person's name where the place is not known. */
  place: z.string(),
  name: z.string(),
  at: localDateTimeSchema,
});

export const matterSchema = z.strictObject({
  row: matterRowSchema,
  /** One sentence about what happened. */
  what: bilingualSchema,
  /** What is safe. */
  safe: bilingualSchema,
  heads: z.strictObject({ left: headSchema, right: headSchema }).nullable(),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      label: bilingualSchema,
      left: sideSchema,
      /** An empty text: there is nothing to choose on this side. */
      right: sideSchema,
      mayBoth: z.boolean(),
      choice: choiceSchema,
      reason: bilingualSchema.nullable(),
    }),
  ),
  /** Lines of the form both sides agree on. */
  same: z.array(z.strictObject({ label: bilingualSchema, text: bilingualSchema })),
  /** Null: this person may settle it here; else why not. */
  mayNot: bilingualSchema.nullable(),
  /** The citizen's telephone; empty where there is none. */
  phone: z.string(),
  /** A telephone of theirs takes messages. */
  mayMessage: z.boolean(),
});

const choicesSchema = z.record(z.string().max(200), choiceSchema);

export const attentionCalls = {
  /** Newest first (F8). */
  'attention.list': call(readerRoles, z.strictObject({}), z.array(matterRowSchema)),
  /** One of them, side by side, with the lawful default of each row. @throws TN-05, CX-01 where it is settled already */
  'attention.open': call(readerRoles, z.strictObject({ dossierId: idSchema, key: matterKeySchema }), matterSchema),
  /** What follows from these choices; nothing is written. @throws TN-05, CX-01 */
  'attention.preview': call(
    readerRoles,
    z.strictObject({ dossierId: idSchema, key: matterKeySchema, choices: choicesSchema }),
    z.strictObject({
      consequences: z.array(
        z.strictObject({
          kind: z.enum(['slip', 'goes-on', 'due', 'paper', 'phone']),
          toDo: z.boolean(),
          title: bilingualSchema,
          detail: bilingualSchema,
        }),
      ),
      /** The citizen holds paper that will be wrong. */
      callBack: z.boolean(),
    }),
  ),
  /** Somebody has looked at what is no dossier here; it is not listed at this machine any more. @throws CX-01, CX-02 */
  'attention.seen': call(
    readerRoles,
    z.strictObject({ dossierId: idSchema, key: matterKeySchema }),
    z.strictObject({}),
  ),
  /** @throws TN-05, CX-01, CX-02 not this person's to settle */
  'attention.settle': call(
    counterRoles,
    z.strictObject({
      dossierId: idSchema,
      key: matterKeySchema,
      choices: choicesSchema,
      reason: textSchema(2000).pipe(z.string().trim().min(3)),
      told: toldHowSchema,
    }),
    z.strictObject({ callBack: z.boolean() }),
  ),
  /** The citizen was told by voice, letter or at the counter; what is owed is done. @throws TN-05, CX-01 */
  'attention.told': call(
    counterRoles,
    z.strictObject({
      dossierId: idSchema,
      way: z.enum(['phone', 'letter', 'counter', 'message']),
      text: textSchema(1000),
    }),
    z.strictObject({}),
  ),
} as const;
