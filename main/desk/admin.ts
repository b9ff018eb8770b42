import { z } from 'zod';
import type { CallInput, CallOutput } from '../../contract/desk.ts';
import { deskInListSchema } from '../../contract/desk-report.ts';
import {
  alarmSchema,
  keptApartSchema,
  revokeReplySchema,
  settleAlarmsReplySchema,
  settledAlarmSchema,
} from '../../contract/kept-apart.ts';
import { publishedEditionSchema } from '../../contract/slip-template.ts';
import { ProblemError } from '../../contract/problems.ts';
import {
  adminCodeReplySchema,
  counterSchema,
  officeSchema,
  sessionReplySchema,
  userSchema,
  verdictSchema,
} from '../../contract/sync.ts';
import { LineDown, ProvinceRefused } from '../sync/province.ts';
import type { Sync } from '../sync/sync.ts';
import type { DeskContext } from './context.ts';
import type { DeskSession } from './sessions.ts';

/** Administration (decision 11): online only; the desk passes each request on with the person's own session. */
export interface Admin {
  signIn(login: string, password: string): Promise<DeskSession['online']>;
  users(session: DeskSession, office: string | null): Promise<CallOutput<'admin.users'>>;
  saveUser(session: DeskSession, user: CallInput<'admin.saveUser'>): Promise<CallOutput<'admin.saveUser'>>;
  offices(session: DeskSession): Promise<CallOutput<'admin.offices'>>;
  saveOffice(session: DeskSession, office: CallInput<'admin.saveOffice'>): Promise<CallOutput<'admin.saveOffice'>>;
  counters(session: DeskSession, office: string | null): Promise<CallOutput<'admin.counters'>>;
  saveCounter(session: DeskSession, counter: CallInput<'admin.saveCounter'>): Promise<CallOutput<'admin.saveCounter'>>;
  slipEditions(session: DeskSession): Promise<CallOutput<'admin.slipEditions'>>;
  publishSlipEdition(
    session: DeskSession,
    edition: CallInput<'admin.publishSlipEdition'>,
  ): Promise<CallOutput<'admin.publishSlipEdition'>>;
  desks(session: DeskSession, office: string | null): Promise<CallOutput<'admin.desks'>>;
  revokeDesk(session: DeskSession, order: CallInput<'admin.revokeDesk'>): Promise<CallOutput<'admin.revokeDesk'>>;
  keptApart(session: DeskSession, office: string | null): Promise<CallOutput<'admin.keptApart'>>;
  alarms(session: DeskSession, office: string | null): Promise<CallOutput<'admin.alarms'>>;
  settledAlarms(session: DeskSession, office: string | null): Promise<CallOutput<'admin.settledAlarms'>>;
  settleAlarms(session: DeskSession, order: CallInput<'admin.settleAlarms'>): Promise<CallOutput<'admin.settleAlarms'>>;
  letIn(session: DeskSession, order: CallInput<'admin.letIn'>): Promise<CallOutput<'admin.letIn'>>;
  enrolmentCode(
    session: DeskSession,
    request: CallInput<'admin.enrolmentCode'>,
  ): Promise<CallOutput<'admin.enrolmentCode'>>;
  setOwnPassword(session: DeskSession, old: string, next: string): Promise<void>;
  /** Reads something of the province with the person's own session. @throws ProblemError DT-01, DN-08, the province's own */
  read<S extends z.ZodType>(session: DeskSession, target: string, schema: S): Promise<z.output<S>>;
  /** Says something to it the same way. @throws as `read` */
  say<S extends z.ZodType>(session: DeskSession, target: string, body: unknown, schema: S): Promise<z.output<S>>;
  /** The same of something the reference data hand out: they are asked for anew. @throws as `read` */
  change<S extends z.ZodType>(session: DeskSession, target: string, body: unknown, schema: S): Promise<z.output<S>>;
}

const publicUser = userSchema.omit({ password: true });

export function createAdmin(context: DeskContext, sync: () => Sync | null): Admin {
  /** @throws ProblemError DT-01 no line, DN-08 signed in without the line, or the province's own code */
  async function ask<S extends z.ZodType>(
    session: DeskSession,
    method: 'GET' | 'POST' | 'PUT',
    target: string,
    body: unknown,
    schema: S,
  ): Promise<z.output<S>> {
    const province = sync()?.province;
    if (province === undefined) throw new ProblemError('DK-03');
    if (session.online === null || session.online.expiresAt <= context.now()) throw new ProblemError('DN-08');
    try {
      return await province.request(method, target, body, schema, session.online.token);
    } catch (error) {
      if (error instanceof LineDown) throw new ProblemError(error.code, {}, { cause: error });
      if (error instanceof ProvinceRefused) throw new ProblemError(error.code, {}, { cause: error });
      throw error;
    }
  }

  const saved = <T>(value: T): T => {
    sync()?.refreshReference();
    return value;
  };
  const of = (office: string | null) => (office === null ? '' : `?office=${encodeURIComponent(office)}`);

  return {
    async signIn(login, password) {
      const province = sync()?.province;
      if (province === undefined) return null;
      try {
        const { token, expiresAt } = await province.request(
          'POST',
          '/v1/session',
          { login, password },
          sessionReplySchema,
        );
        return { token, expiresAt };
      } catch (error) {
        // The password was right here: without the line, or with a change not yet here, work goes on offline.
        context.log.info('sign-in stays offline', { reason: error instanceof Error ? error.name : 'unknown' });
        return null;
      }
    },
    users: (session, office) => ask(session, 'GET', `/v1/admin/users${of(office)}`, null, z.array(publicUser)),
    saveUser: async (session, user) => saved(await ask(session, 'PUT', '/v1/admin/users', user, publicUser)),
    offices: (session) => ask(session, 'GET', '/v1/admin/offices', null, z.array(officeSchema)),
    saveOffice: async (session, office) => saved(await ask(session, 'PUT', '/v1/admin/offices', office, officeSchema)),
    counters: (session, office) => ask(session, 'GET', `/v1/admin/counters${of(office)}`, null, z.array(counterSchema)),
    saveCounter: async (session, counter) =>
      saved(await ask(session, 'PUT', '/v1/admin/counters', counter, counterSchema)),
    slipEditions: (session) => ask(session, 'GET', '/v1/admin/templates', null, z.array(publishedEditionSchema)),
    publishSlipEdition: async (session, edition) =>
      saved(await ask(session, 'POST', '/v1/admin/templates', edition, publishedEditionSchema)),
    desks: (session, office) => ask(session, 'GET', `/v1/admin/desks${of(office)}`, null, z.array(deskInListSchema)),
    revokeDesk: async (session, order) =>
      saved(await ask(session, 'POST', '/v1/admin/revoke', order, revokeReplySchema)),
    keptApart: (session, office) =>
      ask(session, 'GET', `/v1/admin/quarantine${of(office)}`, null, z.array(keptApartSchema)),
    alarms: (session, office) => ask(session, 'GET', `/v1/admin/alarms${of(office)}`, null, z.array(alarmSchema)),
    settledAlarms: (session, office) =>
      ask(session, 'GET', `/v1/admin/alarms/settled${of(office)}`, null, z.array(settledAlarmSchema)),
    settleAlarms: (session, order) => ask(session, 'POST', '/v1/admin/alarms/settle', order, settleAlarmsReplySchema),
    async letIn(session, order) {
      const { end, reason } = await ask(session, 'POST', '/v1/admin/quarantine/release', order, verdictSchema);
      saved(null);
      return { end, reason };
    },
    enrolmentCode: (session, request) => ask(session, 'POST', '/v1/admin/codes', request, adminCodeReplySchema),
    read: (session, target, schema) => ask(session, 'GET', target, null, schema),
    say: (session, target, body, schema) => ask(session, 'POST', target, body, schema),
    change: async (session, target, body, schema) => saved(await ask(session, 'POST', target, body, schema)),
    async setOwnPassword(session, old, next) {
      await ask(session, 'POST', '/v1/session/password', { old, password: next }, z.strictObject({}));
      saved(null);
    },
  };
}
