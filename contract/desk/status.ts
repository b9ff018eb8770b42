import { z } from 'zod';
import { bilingualSchema, epochMsSchema, localDateTimeSchema } from '../primitives.ts';
import { call } from './call.ts';

/** The status bar (ui.md: Line, printer, attention, clock). */
export const statusSchema = z.strictObject({
  line: z.discriminatedUnion('state', [
    /** All sent, last at `since`; or sending, with how many of how many are left. */
    z.strictObject({ state: z.literal('up'), since: localDateTimeSchema.nullable() }),
    z.strictObject({ state: z.literal('sending'), left: z.int(), of: z.int() }),
    /** Taking in what the office did before: rows of the feed. */
    z.strictObject({ state: z.literal('receiving'), left: z.int(), of: z.int() }),
    /** `code`: no line, a server too busy or not ready; null before the first try. */
    z.strictObject({ state: z.literal('down'), since: localDateTimeSchema, code: z.string().nullable() }),
    /** Sending has stopped for a reason a person must deal with. */
    z.strictObject({ state: z.literal('stopped'), code: z.string(), since: localDateTimeSchema }),
    z.strictObject({ state: z.literal('not-enrolled') }),
    /** Enrolled or not cannot be told before the machine passphrase is typed. */
    z.strictObject({ state: z.literal('sealed') }),
  ]),
  /** Dossiers with something unsent, and events unsent; `heard`: events of the hall's other desks that the province has not judged. */
  waiting: z.strictObject({
    dossiers: z.int(),
    events: z.int(),
    oldest: localDateTimeSchema.nullable(),
    heard: z.int(),
  }),
  /** Digitised papers of this machine that wait to be sent, and those that cannot be. */
  scans: z.strictObject({ waiting: z.int(), setAside: z.int() }),
  attention: z.int(),
  printer: z.strictObject({ state: z.enum(['ready', 'none', 'unknown']), name: z.string().nullable() }),
  clock: z.strictObject({
    now: localDateTimeSchema,
    /** Server minus device, ms; null when never compared. */
    offset: z.int().nullable(),
    warning: bilingualSchema.nullable(),
  }),
  backupAt: epochMsSchema.nullable(),
  demo: z.boolean(),
});
export type Status = z.infer<typeof statusSchema>;

export const statusCalls = {
  'status.get': call('anyone', z.strictObject({}), statusSchema),
} as const;
