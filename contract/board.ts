import { z } from 'zod';
import { bilingualSchema, keySchema, localDateTimeSchema } from './primitives.ts';

/** The province's board on the wire: GET /v1/board and /v1/board/:office. Waits and limits in whole seconds. */

const seconds = z.int().min(0);
const count = z.int().min(0);
const spreadSchema = z.object({ median: seconds, p90: seconds }).nullable();

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
  series: z.array(z.object({ letter: z.string(), name: bilingualSchema })),
});
export type BoardReply = z.output<typeof boardReplySchema>;
