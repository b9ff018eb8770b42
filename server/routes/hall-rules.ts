import type { FastifyRequest } from 'fastify';
import { changeHallRulesSchema, type HallChange } from '../../contract/hall-rules.ts';
import type { User } from '../../contract/sync.ts';
import { firstDayOfChange } from '../../domain/ticket/own-settings.ts';
import { vietnamDate } from '../clock.ts';
import { Refusal } from '../problem.ts';
import { addHallChange, hallChangesOf, lockHallRules } from '../store/hall-changes.ts';
import { officeById } from '../store/offices.ts';
import { inTransaction } from '../store/transaction.ts';
import { parsedBody, type RouteContext } from './context.ts';
import { sessionUser } from './session.ts';

/**
 * POST /v1/hall-rules: a supervisor or administrator sets limits of the hall for the own office, from a later day on, with
 * the reason. Desks have them with the reference data.
 */
export function hallRulesRoute(context: RouteContext): void {
  const { app, db, clock, hints, signed: preHandler } = context;

  app.post('/v1/hall-rules', { preHandler }, async (request): Promise<HallChange> => {
    const user = await decider(context, request);
    const { basedOn, from, settings, reason, office } = parsedBody(request, changeHallRulesSchema);
    if (office !== user.office) throw new Refusal(403, 'DN-05');
    if (from < firstDayOfChange(vietnamDate(clock.now()))) {
      throw new Refusal(400, 'GN-02', { params: { where: 'from' } });
    }
    if ((await officeById(db, office)) === null) throw new Refusal(404, 'SV-02');
    const made = await inTransaction(db, async (tx): Promise<HallChange> => {
      await lockHallRules(tx, office);
      const newest = (await hallChangesOf(tx, office)).at(-1)?.number ?? 0;
      if (newest !== basedOn) throw new Refusal(409, 'SV-04');
      const change = { number: newest + 1, from, settings, reason, at: clock.now() };
      await addHallChange(tx, office, change, user.id);
      return { ...change, by: user.name };
    });
    hints.publish('reference', [office]);
    return made;
  });
}

/** @throws Refusal 403 DN-05, 401 SV-03 */
async function decider(context: RouteContext, request: FastifyRequest): Promise<User> {
  const user = await sessionUser(context, request);
  if (user.role !== 'supervisor' && user.role !== 'administrator') throw new Refusal(403, 'DN-05');
  return user;
}
