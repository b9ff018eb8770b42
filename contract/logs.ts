import { z } from 'zod';
import { base64urlSchema, hashSchema, idSchema, LARGEST_INTEGER } from './primitives.ts';

/** Why a desk left a log: put back from a copy, another event in one place, a row the province does not take. */
export const leftBecauseSchema = z.enum(['restored', 'place-taken', 'refused', 'ended']);
export type LeftBecause = z.infer<typeof leftBecauseSchema>;

/** A log its desk writes no more, and the last place of it that stays there; seq 0: none does. */
export const leftLogSchema = z.object({
  log: idSchema,
  seq: z.int().min(0).max(LARGEST_INTEGER),
  hash: hashSchema,
  because: leftBecauseSchema,
});
export type LeftLog = z.infer<typeof leftLogSchema>;

/** So many places are named at most, the first ones. */
export const MAX_MOVED = 10_000;
const firstOfRun = z
  .int()
  .min(1)
  .max(LARGEST_INTEGER - MAX_MOVED);

/** Events that were moved, one after the other, from places of a log that was left to places of the new one. */
export const movedRunSchema = z.object({
  /** The first place in the new log, and where it had stood. */
  at: firstOfRun,
  from: idSchema,
  seq: firstOfRun,
  ids: z.array(idSchema).min(1),
});
export type MovedRun = z.infer<typeof movedRunSchema>;
const movedSchema = z
  .array(movedRunSchema)
  .refine((runs) => runs.reduce((sum, { ids }) => sum + ids.length, 0) <= MAX_MOVED);

/** How a desk began a log of its own making, signed by its device key over `beginningText`: anybody of its office may bring it. */
export const beginningSchema = z.object({
  device: idSchema,
  log: idSchema,
  left: z.array(leftLogSchema).min(1).max(100),
  moved: movedSchema,
  signature: base64urlSchema(128),
});
export type Beginning = z.infer<typeof beginningSchema>;

/**
 * POST /v1/log: a device writes in a log of its own making from now on; its own (`signature` null), or another's of the
 * office, as that has signed it. The same again answers the same.
 */
export const beginLogRequestSchema = z.object({
  log: idSchema,
  left: z.array(leftLogSchema).min(1).max(100),
  moved: movedSchema.default([]),
  device: idSchema.nullable().default(null),
  signature: base64urlSchema(128).nullable().default(null),
});
export const beginLogReplySchema = z.object({
  /** Highest seq the province holds of the new log. */
  head: z.int().min(0),
});
