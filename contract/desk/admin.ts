import { z } from 'zod';
import { deskInListSchema } from '../desk-report.ts';
import {
  alarmSchema,
  keptApartSchema,
  releaseRequestSchema,
  revokeReplySchema,
  revokeRequestSchema,
  settleAlarmsReplySchema,
  settleAlarmsSchema,
  settledAlarmSchema,
} from '../kept-apart.ts';
import { keySchema } from '../primitives.ts';
import { publishedEditionSchema, publishEditionSchema } from '../slip-template.ts';
import {
  adminCodeReplySchema,
  adminCodeRequestSchema,
  adminCounterSchema,
  adminOfficeSchema,
  adminUserSchema,
  counterSchema,
  officeSchema,
  userSchema,
  verdictSchema,
} from '../sync.ts';
import { adminRoles, call } from './call.ts';

/** Administration (decision 11): done at the desk, online only; the desk passes each call on to the server. */

const publicUser = userSchema.omit({ password: true });
export type AdminUser = z.infer<typeof publicUser>;

export const adminCalls = {
  'admin.users': call(adminRoles, z.strictObject({ office: keySchema.nullable() }), z.array(publicUser)),
  /** Create (revision null), change, move to another office, disable, reset the password. @throws SV-04, SV-05 */
  'admin.saveUser': call(adminRoles, adminUserSchema, publicUser),
  'admin.offices': call(adminRoles, z.strictObject({}), z.array(officeSchema)),
  'admin.saveOffice': call(adminRoles, adminOfficeSchema, officeSchema),
  'admin.counters': call(adminRoles, z.strictObject({ office: keySchema.nullable() }), z.array(counterSchema)),
  'admin.saveCounter': call(adminRoles, adminCounterSchema, counterSchema),
  /** Published editions this office prints with: the province's and its own. */
  'admin.slipEditions': call(adminRoles, z.strictObject({}), z.array(publishedEditionSchema)),
  /** A new edition of a slip; the province gives it its number. @throws SV-04, DN-05, GN-02 */
  'admin.publishSlipEdition': call(adminRoles, publishEditionSchema, publishedEditionSchema),
  /** Every desk of the office, of all where null: how it is, the one to look at first on top. */
  'admin.desks': call(adminRoles, z.strictObject({ office: keySchema.nullable() }), z.array(deskInListSchema)),
  /** Revokes a lost or stolen desk: it is answered nothing any more, and what it sends is kept apart. @throws SV-02, DN-05 */
  'admin.revokeDesk': call(adminRoles, revokeRequestSchema, revokeReplySchema),
  /** What is kept apart of the office's desks, of all where null: what can be let in first, then the oldest. */
  'admin.keptApart': call(adminRoles, z.strictObject({ office: keySchema.nullable() }), z.array(keptApartSchema)),
  /** What the province was alarmed by in logs of the office's desks, of all where null, and nobody has settled; the newest first. */
  'admin.alarms': call(adminRoles, z.strictObject({ office: keySchema.nullable() }), z.array(alarmSchema)),
  /** Those somebody has settled, with who, when and why; the newest first. */
  'admin.settledAlarms': call(
    adminRoles,
    z.strictObject({ office: keySchema.nullable() }),
    z.array(settledAlarmSchema),
  ),
  /** Settles those that were shown; one raised again since stays. @throws SV-02 */
  'admin.settleAlarms': call(adminRoles, settleAlarmsSchema, settleAlarmsReplySchema),
  /** Lets one event in that was kept apart. @throws SV-02 let in meanwhile, XV-03 it cannot be read */
  'admin.letIn': call(adminRoles, releaseRequestSchema, verdictSchema.pick({ end: true, reason: true })),
  'admin.enrolmentCode': call(adminRoles, adminCodeRequestSchema, adminCodeReplySchema),
} as const;
