import { z } from 'zod';
import { hallFaults, type HallData } from '../domain/ticket/rules.ts';
import { bilingualSchema, civilDateSchema, keySchema } from './primitives.ts';
import { seriesSchema } from './events/ticket.ts';

/** The hall's rules as a file and on the wire (`catalogue/hall.json`); `satisfies` keeps it equal to the domain's type. */
const inForce = { from: civilDateSchema, to: civilDateSchema.nullable() };
const minutes = z.int().min(1).max(480);

const settings = {
  limitMinutes: minutes,
  calls: z.int().min(1).max(9),
  putBacks: z.int().min(0).max(9),
  heldMinutes: minutes,
  bookedEarlyMinutes: z.int().min(0).max(120),
  bookedLateMinutes: z.int().min(0).max(120),
};

const shape = z.strictObject({
  version: z.string(),
  source: z.string(),
  series: z
    .array(
      z.strictObject({
        ...inForce,
        letter: seriesSchema,
        name: bilingualSchema,
        hint: bilingualSchema,
        kind: z.enum(['field', 'return', 'unknown']),
        fields: z.array(keySchema),
        minutes,
      }),
    )
    .min(1),
  priorities: z.array(
    z.strictObject({ ...inForce, id: keySchema, name: bilingualSchema, basis: z.string(), sure: z.boolean() }),
  ),
  settings: z.array(z.strictObject({ ...inForce, source: z.string(), sure: z.boolean(), ...settings })).min(1),
}) satisfies z.ZodType<HallData>;

/** The shape, and what no shape can say: rows that contradict each other, days without settings. */
export const hallDataSchema = shape.superRefine((data, context) => {
  for (const message of hallFaults(data)) context.addIssue({ code: 'custom', message });
});
