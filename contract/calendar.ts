import { z } from 'zod';
import type { CalendarData } from '../domain/calendar/calendar-data.ts';
import { calendarFaults } from '../domain/calendar/calendar-faults.ts';
import { bilingualSchema, civilDateSchema } from './primitives.ts';

/** The working calendar as a file and on the wire; the `satisfies` keeps it equal to the domain's type. */
const certainty = z.enum(['confirmed', 'computed', 'unconfirmed']);
const inForce = { from: civilDateSchema, to: civilDateSchema.nullable(), status: certainty, source: z.string() };
const minute = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const sessions = z.array(z.strictObject({ from: minute, to: minute }));
const weekday = z.int().min(1).max(7);

const shape = z.strictObject({
  version: z.string(),
  source: z.string(),
  horizon: z.strictObject({ from: civilDateSchema, to: civilDateSchema }),
  officialUntil: civilDateSchema,
  workingWeek: z.array(z.strictObject({ ...inForce, weekdays: z.array(weekday) })),
  officeHours: z.array(
    z.strictObject({ ...inForce, office: z.string().nullable(), weekdays: z.array(weekday).nullable(), sessions }),
  ),
  weekendReception: z.array(
    z.strictObject({ ...inForce, office: z.string().nullable(), weekday, open: z.boolean(), sessions }),
  ),
  sameDayCutoff: z.array(z.strictObject({ ...inForce, time: z.string().regex(/^\d{2}:\d{2}:\d{2}$/) })),
  closures: z.array(
    z.strictObject({ ...inForce, office: z.string(), name: bilingualSchema, stopsLimits: z.boolean() }),
  ),
  days: z.array(
    z.strictObject({
      date: civilDateSchema,
      kind: z.enum(['statutory', 'compensatory', 'swap_off', 'makeup_workday']),
      name: bilingualSchema,
      status: certainty,
      source: z.string(),
      note: z.string().exactOptional(),
    }),
  ),
}) satisfies z.ZodType<CalendarData>;

/** The shape, and what no shape can say: rows that contradict each other, days out of the horizon. */
export const calendarSchema = shape.superRefine((data, context) => {
  for (const message of calendarFaults(data)) context.addIssue({ code: 'custom', message });
});
