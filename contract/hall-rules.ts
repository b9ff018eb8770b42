import { z } from 'zod';
import { hallFaults, settingBounds, type HallData, type HallSettings } from '../domain/ticket/rules.ts';
import type { OwnSettings } from '../domain/ticket/own-settings.ts';
import { bilingualSchema, civilDateSchema, epochMsSchema, keySchema, textSchema } from './primitives.ts';
import { seriesSchema } from './events/ticket.ts';

/** The hall's rules as a file and on the wire (`catalogue/hall.json`); `satisfies` keeps it equal to the domain's type. */
const inForce = { from: civilDateSchema, to: civilDateSchema.nullable() };
const minutes = z.int().min(1).max(480);

const within = (key: keyof HallSettings) => z.int().min(settingBounds[key].min).max(settingBounds[key].max);

const settings = {
  limitMinutes: within('limitMinutes'),
  calls: within('calls'),
  putBacks: within('putBacks'),
  heldMinutes: within('heldMinutes'),
  bookedEarlyMinutes: within('bookedEarlyMinutes'),
  bookedLateMinutes: within('bookedLateMinutes'),
  bookedInARow: within('bookedInARow'),
  priorityInARow: within('priorityInARow'),
  returnInARow: within('returnInARow'),
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
  alerts: z
    .array(
      z.strictObject({
        ...inForce,
        source: z.string(),
        officePercent: z.int().min(1).max(100),
        provincePercent: z.int().min(1).max(100),
        staleSeconds: z.int().min(10).max(3600),
      }),
    )
    .min(1),
}) satisfies z.ZodType<HallData>;

/** The shape, and what no shape can say: rows that contradict each other, days without settings. */
export const hallDataSchema = shape.superRefine((data, context) => {
  for (const message of hallFaults(data)) context.addIssue({ code: 'custom', message });
});

/** The limits of one day, whole. */
export const hallSettingsSchema = z.strictObject(settings);
/** What differs from the province's; absent: as the province has it. */
const ownSettingsSchema = hallSettingsSchema.partial();
const reasonSchema = textSchema(300).pipe(z.string().trim().min(1));

/** A change an office made of them, as the reference data hand it out. Passes over words it does not know. */
export const hallChangeSchema = z.object({
  number: z.int().min(1),
  from: civilDateSchema,
  settings: z.object(settings).partial(),
  reason: z.string(),
  /** Who decided it, by name. */
  by: z.string(),
  at: epochMsSchema,
}) satisfies z.ZodType<OwnSettings>;
export type HallChange = z.output<typeof hallChangeSchema>;

/** POST /v1/hall-rules: `basedOn` is the number of the newest change seen, 0 where there is none. */
export const changeHallRulesSchema = z.strictObject({
  office: keySchema,
  basedOn: z.int().min(0),
  from: civilDateSchema,
  settings: ownSettingsSchema,
  reason: reasonSchema,
});
