import { beginLogRequestSchema, type beginLogReplySchema } from '../../contract/logs.ts';
import { headsRequestSchema, type headsReplySchema } from '../../contract/sync.ts';
import type { z } from 'zod';
import { beginningText, verifyText } from '../../contract/signing.ts';
import { signerOf, type SignedBy } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { deviceById, logOf } from '../store/devices.ts';
import type { Db } from '../store/pool.ts';
import { placesHeld } from '../store/events.ts';
import { keepGrants } from '../store/grants.ts';
import { beginLog, headsOf, noteCompared } from '../store/logs.ts';
import { inTransaction } from '../store/transaction.ts';
import { parsedBody, type RouteContext } from './context.ts';
import { knownProvince } from './open.ts';

/** Whose log it is: the asker's own, or that of a desk of its office, which has signed how it began; null: neither. */
async function writerOf(
  db: Db,
  asker: SignedBy,
  { device, log, left, moved, signature }: z.output<typeof beginLogRequestSchema>,
): Promise<{ readonly device: string; readonly office: string } | null> {
  if (device === null || device === asker.id) return { device: asker.id, office: asker.office };
  const writer = await deviceById(db, device);
  if (writer === null || signature === null || writer.office !== asker.office) return null;
  if (!verifyText(writer.public_key, beginningText({ device, log, left, moved }), signature)) return null;
  return { device, office: writer.office };
}

/** POST /v1/log: a desk begins a log of its own making. POST /v1/heads: how far the office's logs are held. */
export function logRoutes({ app, db, clock, signed }: RouteContext): void {
  app.post('/v1/log', { preHandler: signed }, async (request): Promise<z.input<typeof beginLogReplySchema>> => {
    const asker = signerOf(request);
    const begun = parsedBody(request, beginLogRequestSchema);
    const { log, left } = begun;
    const by = await writerOf(db, asker, begun);
    const head = by === null ? null : await inTransaction(db, (tx) => beginLog(tx, by, begun, clock.now()));
    if (by === null || head === null) throw new Refusal(403, 'DT-03');
    const { device } = by;
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
        await keepGrants(tx, { log: own, office }, grants);
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
