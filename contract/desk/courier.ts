import { z } from 'zod';
import { base64urlSchema } from '../primitives.ts';
import { call, everyRole } from './call.ts';

/** Letters of a file that is read here: what the province takes (contract/courier.ts). */
export const MOST_READ = 3_000_000;
/** Of one that is written: a desk of the release before reads no more, and may be the one with a line. */
export const MOST_WRITTEN = 900_000;

/** Data carried by hand on days without a line (mang dữ liệu đi bằng USB). */
export const courierCalls = {
  /** A sealed file of what waits; `skip`: events that earlier files of the same day carry. @throws CT-04 */
  'courier.write': call(
    everyRole,
    z.strictObject({ skip: z.int().min(0).max(1_000_000) }),
    z.strictObject({ name: z.string(), bytes: base64urlSchema(8_000_000), events: z.int(), left: z.int() }),
  ),
  /**
   * An answer is taken in; a file another desk wrote is handed in over this desk's line, and its answer comes back.
   * @throws CT-01, CT-02, CT-03, DT-01
   */
  'courier.read': call(
    everyRole,
    z.strictObject({ bytes: base64urlSchema(MOST_READ) }),
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('answer'),
        settled: z.int(),
        /** Events that wait again: the province had them once, and lacks them. */
        again: z.int(),
        /** Codes of what it did not take. */
        refused: z.array(z.string()),
        left: z.int(),
      }),
      z.strictObject({ kind: z.literal('passedOn'), name: z.string(), bytes: base64urlSchema(8_000_000) }),
    ]),
  ),
} as const;
