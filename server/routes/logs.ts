import { beginLogRequestSchema, type beginLogReplySchema } from '../../contract/logs.ts';
import { headsRequestSchema, type headsReplySchema } from '../../contract/sync.ts';
import type { z } from 'zod';
import { signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { beginAsSigned } from '../push/begin.ts';
import { logOf } from '../store/devices.ts';
import { placesHeld } from '../store/events.ts';
import { keepGrants } from '../store/grants.ts';
import { beginLog, headsOf, noteCompared } from '../store/logs.ts';
import { inTransaction } from '../store/transaction.ts';
import { parsedBody, type RouteContext } from './context.ts';
import { knownProvince } from './open.ts';

/** POST /v1/log: a desk begins a log of its own making. POST /v1/heads: how far the office's logs are held. */
export function logRoutes({ app, db, clock, signed }: RouteContext): void {
  app.post('/v1/log', { preHandler: signed }, async (request): Promise<z.input<typeof beginLogReplySchema>> => {
    const asker = signerOf(request);
    const begun = parsedBody(request, beginLogRequestSchema);
    const { log, left, signature } = begun;
    const device = begun.device ?? asker.id;
    const now = clock.now();
    let head: number | null = null;
    if (device === asker.id) {
      head = await inTransaction(db, (tx) => beginLog(tx, { device, office: asker.office }, begun, now));
    } else if (signature !== null) {
      // Another's of its office, as that has signed it.
      head = await beginAsSigned(db, asker.office, { ...begun, device, signature }, now);
    }
    if (head === null) throw new Refusal(403, 'DT-03');
    request.log.info({ device, log, left: left.map((one) => one.log), because: left[0]?.because }, 'log begun');
    return { head };
  });
  app.post('/v1/heads', { preHandler: signed }, async (request): Promise<z.input<typeof headsReplySchema>> => {
    const { id: device, office } = signerOf(request);
    const { places, grants } = parsedBody(request, headsRequestSchema);
    const { epoch } = await knownProvince(db);
    const own = await logOf(db, device);
    if (own !== null) {
      await inTransaction(db, async (tx) => {
        await keepGrants(tx, { log: own, office, device }, grants);
        await noteCompared(tx, own, epoch);
      });
    }
    const logs = [...new Set(places.map(({ log }) => log))];
    const heads = await headsOf(db, office, logs);
    const held = await placesHeld(db, places);
    return {
      epoch,
      logs: logs.map((log) => ({ log, head: heads.get(log) ?? null })),
      holds: places.map(({ hash }) => held.has(hash)),
    };
  });
}
