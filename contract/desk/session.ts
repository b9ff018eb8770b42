import { z } from 'zod';
import { bilingualSchema, civilDateSchema, keySchema, textSchema } from '../primitives.ts';
import { roleSchema } from '../roles.ts';
import { bankSchema } from '../sync.ts';
import { call } from './call.ts';

/** Accounts at the desk: enrolment, sign-in with no network, lock and unlock (main/desk/accounts). */

export const personAtDeskSchema = z.strictObject({
  id: keySchema,
  login: keySchema,
  name: z.string(),
  role: roleSchema,
  position: z.string(),
  fields: z.array(z.string()),
  unit: z.string().nullable(),
});
export type PersonAtDesk = z.infer<typeof personAtDeskSchema>;

export const sessionSchema = z.strictObject({
  /** sealed: the database waits for the machine passphrase; new: not enrolled yet; ready: works. */
  machine: z.enum(['sealed', 'new', 'ready']),
  host: z.enum(['electron', 'browser']),
  demo: z
    .strictObject({
      banner: z.string(),
      users: z.array(z.strictObject({ login: z.string(), name: z.string(), role: roleSchema, password: z.string() })),
    })
    .nullable(),
  user: personAtDeskSchema.nullable(),
  locked: z.boolean(),
  /** Whether this person has set a PIN for reopening the screen. */
  hasPin: z.boolean(),
  /** Whether the last sign-in reached the province, so that administration can be done. */
  online: z.boolean(),
  office: z
    .strictObject({
      id: keySchema,
      name: z.string(),
      shortName: z.string(),
      authority: z.string(),
      phone: z.string(),
      /** The account fees are transferred to; null: the office has entered none. */
      bank: bankSchema.nullable(),
    })
    .nullable(),
  counter: z.strictObject({ id: keySchema, name: z.string() }).nullable(),
  deviceName: z.string().nullable(),
  /** Who may sign in here today, by the office's list; empty where the list is switched off. */
  roster: z.array(personAtDeskSchema),
  administrator: z.string().nullable(),
  /** What today and tomorrow are (sign-in screen). */
  days: z
    .strictObject({
      today: z.strictObject({ date: civilDateSchema, title: bilingualSchema, detail: bilingualSchema }),
      tomorrow: z.strictObject({ date: civilDateSchema, title: bilingualSchema, detail: bilingualSchema }),
    })
    .nullable(),
  /** Numbers kept for this machine each day: [from, to] pairs. */
  numbers: z.array(z.strictObject({ from: z.int(), to: z.int() })),
});
export type Session = z.infer<typeof sessionSchema>;

export const preferencesSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  textSize: z.union([z.literal(100), z.literal(115), z.literal(130)]),
  language: z.enum(['vi', 'en']),
  keyHints: z.boolean(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

const password = z.string().min(1).max(200);
const empty = z.strictObject({});

export const sessionCalls = {
  'session.get': call('anyone', empty, sessionSchema),
  /** Opens the database where there is no keychain. @throws LT-02, LT-01, LT-04 */
  'machine.open': call('anyone', z.strictObject({ passphrase: password }), sessionSchema),
  /** One-time code → device key, office, counter, log, numbers. `passphrase` where there is no keychain. */
  'machine.enrol': call(
    'anyone',
    z.strictObject({
      server: z.url({ protocol: /^https?$/ }).max(300),
      code: z.string().min(4).max(40),
      deviceName: textSchema(60),
      passphrase: z.string().min(8).max(200).nullable(),
    }),
    sessionSchema,
  ),
  /** Works with no line. Five wrong tries lock for a growing time (DN-01, DN-02). */
  'session.signIn': call('anyone', z.strictObject({ login: keySchema, password }), sessionSchema),
  'session.signOut': call('locked', empty, sessionSchema),
  'session.lock': call('locked', empty, sessionSchema),
  /** PIN or password of the person signed in; the PIN only reopens the screen. */
  'session.unlock': call('locked', z.strictObject({ secret: password }), sessionSchema),
  /** Tells the desk that the person is at work; without it the screen locks when idle. */
  'session.active': call('locked', empty, empty),
  'session.setPin': call(
    ['officer', 'unitOfficer', 'supervisor', 'administrator', 'provincialViewer'],
    z.strictObject({ password, pin: z.string().max(20).nullable() }),
    sessionSchema,
  ),
  'session.setPassword': call(
    ['officer', 'unitOfficer', 'supervisor', 'administrator', 'provincialViewer'],
    z.strictObject({ old: password, next: z.string().min(8).max(200) }),
    empty,
  ),
  'preferences.get': call('anyone', empty, preferencesSchema),
  'preferences.set': call('anyone', preferencesSchema, preferencesSchema),
} as const;
