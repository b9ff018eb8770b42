import { z } from 'zod';
import { base64urlSchema, idSchema } from './primitives.ts';
import { logEventSchema, verdictSchema } from './sync.ts';

/**
 * GET /v1/pull/history?at=…: what stands in the office's feed by whole histories, each aggregate's events together, for a
 * desk whose feed has not begun: it folds each dossier once. `at` is opaque to the desk; none asks from the beginning.
 */
export const historyReplySchema = z.object({
  epoch: idSchema,
  events: z.array(logEventSchema),
  verdicts: z.array(verdictSchema),
  /** Where the next page begins; null: this was the last. */
  at: base64urlSchema(200).nullable(),
  /** Where the feed goes on once the last page is in: what came into it since the first was asked for. */
  cursor: base64urlSchema(200),
  /** Rows of the feed that may still be in the pages behind this one: at most so many. */
  left: z.int().min(0),
});
/** The same, the rows of it not looked at. */
export const historyPageSchema = historyReplySchema.extend({
  events: z.array(z.unknown()),
  verdicts: z.array(z.unknown()),
});
export type HistoryPage = z.infer<typeof historyPageSchema>;
