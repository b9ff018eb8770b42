import { z } from 'zod';
import { idSchema } from './primitives.ts';
import { logEventSchema, verdictSchema } from './sync.ts';

/** How many events POST /v1/restate takes at once. */
export const RESTATE_AT_ONCE = 50;

/**
 * POST /v1/restate: events whose place in their log can no longer come to them. Those the province confirmed and has
 * forgotten, each with its own verdict of then: what was before them is lost with every disk that had it. And those it never
 * judged (`verdict` null), heard in the hall from a desk that was put back from a copy since and wrote another in that place.
 */
export const restateRequestSchema = z.object({
  /** Raw JSON, as in a push: the event's very bytes are judged. */
  held: z
    .array(z.object({ event: z.unknown(), verdict: verdictSchema.nullable() }))
    .min(1)
    .max(RESTATE_AT_ONCE),
});
export const restateReplySchema = z.object({
  /** Where the province holds them now, with the verdicts they have there. */
  held: z.array(z.object({ event: logEventSchema, verdict: verdictSchema })).max(RESTATE_AT_ONCE),
  /** Of these a machine that has not compared since may still bring them in their place: to be asked again later. */
  waits: z.array(idSchema).max(RESTATE_AT_ONCE),
});
