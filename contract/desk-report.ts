import { z } from 'zod';
import { bilingualSchema, epochMsSchema, idSchema, keySchema, textSchema } from './primitives.ts';

/** This release, as package.json names it. A test holds the two equal. */
export const RELEASE = '0.1.0';

/**
 * What a desk says of itself with each GET /v1/pull, in the header `x-desk` (form-encoded): how it is, never what its
 * people do. A server that cannot read it goes on without it, and so does one that does not know it.
 */
export const deskReportSchema = z.object({
  release: z.string().regex(/^[0-9A-Za-z.+-]{1,30}$/),
  /** Events without a verdict. */
  unsent: whole(10_000_000),
  /** Seconds the oldest of them has waited, by the desk's clock; 0 where there is none. */
  waiting: whole(1_000_000_000),
  /** Server clock minus desk clock, ms; null while it never was compared. */
  clock: z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number)
    .nullable(),
});
/** GET /v1/admin/desks: one desk as the administrator's list shows it, the one to look at first on top. */
export const deskInListSchema = z.object({
  device: idSchema,
  office: keySchema,
  counter: keySchema,
  name: textSchema(60),
  /** Server clock; null: never. */
  lastContact: epochMsSchema.nullable(),
  release: z.string().nullable(),
  unsent: z.int().nullable(),
  /** Server clock minus desk clock, ms, as it said last. */
  clock: z.int().nullable().default(null),
  /** Server clock; null: it is in order. A revoked desk stands last. */
  revokedAt: epochMsSchema.nullable().default(null),
  revokedBecause: z.string().nullable().default(null),
  /** In words, the worst first; empty where all is well. */
  troubles: z.array(bilingualSchema),
});
export type DeskInList = z.output<typeof deskInListSchema>;

export type DeskReport = z.output<typeof deskReportSchema>;

export function deskReportText({ release, unsent, waiting, clock }: DeskReport): string {
  const words = new URLSearchParams({ release, unsent: String(unsent), waiting: String(waiting) });
  if (clock !== null) words.set('clock', String(clock));
  return words.toString();
}

/** Null for what is none. Words this release does not know are passed over: a newer desk may say more. */
export function readDeskReport(text: unknown): DeskReport | null {
  if (typeof text !== 'string' || text.length > 300) return null;
  return deskReportSchema.safeParse({ clock: null, ...Object.fromEntries(new URLSearchParams(text)) }).data ?? null;
}

function whole(most: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().max(most));
}
