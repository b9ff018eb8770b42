import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { releaseRequestSchema, revokeRequestSchema, settleAlarmsSchema } from '../../contract/kept-apart.ts';
import { keySchema } from '../../contract/primitives.ts';
import { Refusal } from '../problem.ts';
import { keptApartOf } from '../push/kept-apart.ts';
import { release } from '../push/release.ts';
import { revoke } from '../revocation/revoke.ts';
import { openAlarms, settleAlarms, settledAlarms } from '../store/alarms.ts';
import { deviceById } from '../store/devices.ts';
import { inTransaction } from '../store/transaction.ts';
import { administrator, assertMay, type Administrator } from './admin.ts';
import { parsedBody, parsedQuery, type RouteContext } from './context.ts';

const officeQuery = z.object({ office: keySchema.optional() });

/** Lost and stolen desks, and what needs an eye: POST /v1/admin/revoke, GET /v1/admin/quarantine, POST …/release, GET /v1/admin/alarms, GET …/settled, POST …/settle. */
export function logAdminRoutes(context: RouteContext): void {
  const { app, db, clock, keys, hints, took, revocations, signed: preHandler } = context;
  app.post('/v1/admin/revoke', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const { device, trusted, from, because } = parsedBody(request, revokeRequestSchema);
    const row = await deviceById(db, device);
    assertMay(admin, row?.office ?? '');
    const why = { by: admin.user.id, because };
    const order = { device, trusted: from === undefined ? trusted : { before: from }, why };
    const done = await revoke(db, revocations, order, clock.now());
    if (done === null) throw new Refusal(404, 'SV-02');
    request.log.warn({ device, by: admin.user.id, trusted, from, takenBeyond: done.takenBeyond }, 'device revoked');
    // Its colleagues take it for a member of their hall no longer.
    hints.publish('reference', ['*']);
    // And it hears nothing more, on whichever instance it listens.
    hints.publish('revoked', [device]);
    return done;
  });
  /** @returns the office asked about; null: all, which only the provincial centre's may ask */
  const asked = async (request: FastifyRequest): Promise<string | null> => {
    const admin = await administrator(context, request);
    const { office } = parsedQuery(request, officeQuery);
    if (office !== undefined) assertMay(admin, office);
    return office ?? officeOf(admin);
  };
  app.get('/v1/admin/quarantine', { preHandler }, async (request) => keptApartOf(db, await asked(request)));
  app.get('/v1/admin/alarms', { preHandler }, async (request) => openAlarms(db, await asked(request)));
  app.get('/v1/admin/alarms/settled', { preHandler }, async (request) => settledAlarms(db, await asked(request)));
  app.post('/v1/admin/alarms/settle', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const order = { ...parsedBody(request, settleAlarmsSchema), by: admin.user.id, office: officeOf(admin) };
    const settled = await inTransaction(db, (tx) => settleAlarms(tx, order, clock.now()));
    if (settled === null) throw new Refusal(404, 'SV-02');
    request.log.warn({ by: admin.user.id, settled }, 'alarms settled');
    return { settled };
  });
  app.post('/v1/admin/quarantine/release', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const order = parsedBody(request, releaseRequestSchema);
    const ports = {
      db,
      clock,
      key: keys.server,
      grown: (offices: ReadonlySet<string>) => {
        hints.publish('feed', offices);
        took();
      },
      poisoned: (error: unknown) =>
        request.log.error({ kind: error instanceof Error ? error.name : typeof error }, 'a release stumbled'),
    };
    const verdict = await release(ports, { ...order, by: admin.user.id, office: officeOf(admin) });
    request.log.warn({ event: order.eventId, by: admin.user.id, end: verdict.end }, 'let in what was kept apart');
    return verdict;
  });
}

/** Whose logs an administrator sees to; null: all offices'. */
function officeOf({ provincial, user }: Administrator): string | null {
  return provincial ? null : user.office;
}
