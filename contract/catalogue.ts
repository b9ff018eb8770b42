import { z } from 'zod';
import type { UncollectedRule } from '../domain/results/uncollected.ts';
import { catalogueFaults, officeFaults } from './catalogue-check.ts';

/** Text as people read it: NFC, no blanks at the ends, no double blanks. */
export const plainText = z
  .string()
  .min(1)
  .max(2000)
  .refine((s) => s === s.normalize('NFC'), 'text is not NFC')
  .refine((s) => s === s.trim() && !/\s\s|[\n\t]/.test(s), 'blanks at the ends, or double');

/** A calendar date that exists. */
export const civilDate = z.iso.date();
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const versionText = z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d{1,4}$/);
const bilingual = z.strictObject({ vi: plainText, en: plainText });
export const channel = z.enum(['DIRECT', 'ONLINE', 'POSTAL']);
const dong = z.int().min(0).max(100_000_000);
const count = z.int().min(0).max(20);

export const timeRule = z
  .strictObject({
    channel: channel.nullable(),
    value: z.int().min(0).max(365).nullable(),
    unit: z.enum(['WORKING_DAY', 'DAY', 'SAME_DAY', 'UNKNOWN']),
    basis: plainText,
    certain: z.boolean(),
  })
  .refine(
    (t) =>
      t.unit === 'UNKNOWN'
        ? t.value === null && !t.certain
        : t.unit === 'SAME_DAY'
          ? t.value === 0
          : t.value !== null && t.value > 0,
    'value and unit disagree',
  );

export const paperRule = z.strictObject({
  id,
  name: plainText,
  group: z.enum(['submit', 'present']),
  originals: count,
  copies: count,
  certifiedCopies: count.exactOptional(),
  need: z.enum(['always', 'case', 'if-not-in-database', 'if-any']),
  condition: plainText.exactOptional(),
  cases: z.array(id).min(1).exactOptional(),
  role: z.enum(['form', 'identity', 'residence', 'authorisation']).exactOptional(),
  oneOf: id.exactOptional(),
  form: plainText.exactOptional(),
  bring: plainText.exactOptional(),
  note: plainText.exactOptional(),
  legal: plainText.exactOptional(),
});

const feeAmount = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({ kind: z.literal('fixed'), amount: dong, per: plainText }),
  z.strictObject({ kind: z.literal('perPage'), firstPages: count, first: dong, further: dong, maxPerCopy: dong }),
  z.strictObject({ kind: z.literal('council'), listed: dong.nullable(), per: plainText }),
  z.strictObject({ kind: z.literal('unknown'), listed: dong.nullable(), per: plainText }),
]);

export const feeRule = z.strictObject({
  channel: channel.nullable(),
  what: plainText,
  amount: feeAmount,
  legal: plainText,
  exempt: z.array(plainText).min(1).exactOptional(),
});

export const procedureCase = z.strictObject({
  id,
  label: plainText,
  labelEn: plainText,
  when: plainText,
  times: z.array(timeRule).min(1),
  fees: z.array(feeRule).min(1),
  source: plainText,
  note: plainText.exactOptional(),
});

const unitRole = z.enum(['chancellery', 'economy', 'culture-society', 'police', 'land-registry']);
export const competent = z.strictObject({
  level: z.enum(['commune', 'police', 'province']),
  unit: unitRole,
  unitName: plainText,
  sourced: z.boolean(),
  note: plainText.exactOptional(),
});
const waitRule = z.enum(['restart', 'resume']);
export const clockRule = z.strictObject({ supplement: waitRule, financial: waitRule });
export const procedureField = z.strictObject({ code: id, name: plainText, nameEn: plainText });
export const reviewNote = z.strictObject({ before: civilDate, reason: bilingual });

export const procedureSchema = z.strictObject({
  code: z.string().regex(/^\d\.\d{6}$/),
  name: plainText,
  shortName: plainText.max(90),
  nameEn: plainText,
  field: procedureField,
  decision: plainText.nullable(),
  levels: z.array(plainText).min(1),
  everydayNames: z.array(plainText).min(3).max(10),
  competent,
  fastLane: z.boolean(),
  papers: z.array(paperRule),
  cases: z.array(procedureCase).min(1),
  feeNote: plainText,
  clock: clockRule,
  result: plainText,
  resultCodes: z.array(z.string().regex(/^KQ\.G\d{2}\.\d{6}$/)),
  notes: z.array(plainText),
  uncertain: z.array(plainText),
  source: z.url(),
  rank: z.int().min(1).max(999),
  validFrom: civilDate,
  validTo: civilDate.nullable(),
  review: reviewNote.nullable(),
});

/** A whole edition, as the server hands it out and the desk stores it: the domain's `Catalogue`. */
export const uncollectedRule = z.strictObject({
  from: civilDate,
  to: civilDate.nullable(),
  firstAfter: z.int().min(1).max(250),
  every: z.int().min(1).max(250),
  reminders: z.int().min(0).max(12),
  archiveAfter: z.int().min(1).max(1000),
  archivePlace: plainText,
  basis: plainText,
  certain: z.boolean(),
}) satisfies z.ZodType<UncollectedRule>;

export const catalogueSchema = z
  .strictObject({
    version: versionText,
    validFrom: civilDate,
    source: plainText,
    fields: z.array(procedureField).min(1),
    procedures: z.array(procedureSchema).min(1),
    uncollected: z.array(uncollectedRule).default([]),
  })
  .superRefine((c, ctx) => {
    for (const message of catalogueFaults(c)) ctx.addIssue({ code: 'custom', message });
  });

const officeSchema = z.strictObject({
  id,
  kind: z.enum(['commune-centre', 'provincial-centre', 'processing-unit', 'provincial-agency']),
  name: plainText,
  shortName: plainText,
  authority: plainText,
  placeName: plainText,
  unitCode: z
    .string()
    .regex(/^\d{5}$/)
    .nullable(),
  parent: id.nullable(),
  role: unitRole.nullable(),
  address: plainText.nullable(),
  phone: z
    .string()
    .regex(/^0\d{9,10}$/)
    .nullable(),
  codePrefix: z
    .strictObject({
      value: z.string().regex(/^[A-Z]\d{2}(\.\d{2,3}){0,4}$/),
      sure: z.boolean(),
      source: plainText,
    })
    .nullable(),
  note: plainText.exactOptional(),
});

/** The office table: rows and the units every commune has: the domain's `OfficeTable`. */
export const officeTableSchema = z
  .strictObject({
    version: versionText,
    validFrom: civilDate,
    source: plainText,
    unitTemplates: z.array(
      z.strictObject({
        role: unitRole,
        nameXa: plainText,
        namePhuong: plainText,
        sourced: z.boolean(),
        note: plainText,
      }),
    ),
    offices: z.array(officeSchema).min(1),
  })
  .superRefine((t, ctx) => {
    for (const message of officeFaults(t)) ctx.addIssue({ code: 'custom', message });
  });
