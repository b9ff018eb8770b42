import { z } from 'zod';
import { slipForms } from '../domain/form/slip-values.ts';
import type { SlipTemplate } from '../domain/form/template.ts';
import type { SlipEdition } from '../domain/form/editions.ts';
import { civilDateSchema, epochMsSchema, keySchema } from './primitives.ts';

/**
 * A slip's layout as an administrator edits it (decision 15): blocks, texts, order, margins. Known keys only, every
 * list and number bounded, texts on one line. What the form itself demands is `templateFaults`' to say.
 */

const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((words) => words.isWellFormed() && words === words.normalize('NFC'), 'text is not NFC')
    .refine((words) => !/\p{Cc}|[\u2028\u2029]/u.test(words), 'control characters');
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/);
/** To a hundredth: what is written into a style has no more. */
const measure = (least: number, most: number) =>
  z
    .number()
    .min(least)
    .max(most)
    .refine((value) => Math.round(value * 100) / 100 === value, 'more than two decimals');

const style = z.enum(['regular', 'bold', 'italic']).exactOptional();
const part = z.union([
  z.strictObject({ text: text(500), style, when: name.exactOptional() }),
  z.strictObject({ field: name, style }),
]);
const parts = z.array(part).max(30);
const lines = z.array(parts).max(6);

const column = z.strictObject({
  head: text(80),
  group: text(80).exactOptional(),
  width: measure(4, 200).nullable(),
  align: z.enum(['left', 'centre', 'right']),
  lines: lines.exactOptional(),
  total: parts.exactOptional(),
});
const signature = z.strictObject({
  title: text(80),
  positions: z.array(name).max(3).exactOptional(),
  hint: text(80),
  name,
});
const room = measure(0, 60);

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('head'), left: lines, right: lines, date: parts, number: parts.exactOptional() }),
  z.strictObject({
    kind: z.literal('codes'),
    caption: parts,
    frame: parts,
    title: text(120).exactOptional(),
    without: z.enum(['barcode', 'qr']).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('title'),
    lines: z.array(text(120)).max(4),
    mark: name,
    below: parts.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('line'),
    parts,
    when: name.exactOptional(),
    keepWithNext: z.boolean().exactOptional(),
    align: z.enum(['left', 'centre', 'letter']).exactOptional(),
    above: measure(0, 30).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('pair'), left: parts, right: parts, when: name.exactOptional() }),
  z.strictObject({ kind: z.literal('items'), table: name, marker: z.enum(['number', 'dash']), parts }),
  z.strictObject({
    kind: z.literal('table'),
    table: name,
    columns: z.array(column).min(1).max(20),
    empty: text(120).exactOptional(),
    numbered: z.boolean().exactOptional(),
    room: room.exactOptional(),
    counted: text(40).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('signatures'), room, columns: z.array(signature).min(1).max(4) }),
  z.strictObject({ kind: z.literal('letter-end'), heading: text(80), recipients: name, room, signature }),
  z.strictObject({ kind: z.literal('note'), parts }),
]);

const type = z.strictObject({ size: measure(6, 30), line: measure(7, 44) });
const margin = measure(0, 60);

const editionId = z.string().regex(/^[a-z0-9-]{2,30}@[1-9]\d{0,3}$/);

export const slipTemplateSchema: z.ZodType<SlipTemplate> = z.strictObject({
  id: editionId,
  form: z.enum(slipForms),
  name: text(120).min(1),
  source: text(160),
  paper: z.enum(['a5', 'a4', 'a4-landscape']),
  copies: z.array(text(120)).min(1).max(4),
  running: parts.exactOptional(),
  numbered: z.boolean().exactOptional(),
  margins: z.strictObject({ top: margin, right: margin, bottom: margin, left: margin }),
  type: z.strictObject({ body: type, head: type, title: type, table: type, note: type, foot: type }),
  blocks: z.array(block).min(1).max(80),
});

const edition = { template: slipTemplateSchema, validFrom: civilDateSchema };

export const slipEditionSchema: z.ZodType<SlipEdition> = z.strictObject(edition);

/** An edition as it was published; `office` null: the province's, for every office. */
export const publishedEditionSchema = z.strictObject({
  ...edition,
  office: keySchema.nullable(),
  publishedBy: z.string(),
  /** Server clock. */
  publishedAt: epochMsSchema,
});
export type PublishedEdition = z.infer<typeof publishedEditionSchema>;

/** POST /v1/admin/templates. The server gives the edition its number; `basedOn` is the newest one it was made from. */
export const publishEditionSchema = z.strictObject({
  ...edition,
  office: keySchema.nullable(),
  basedOn: editionId,
});
