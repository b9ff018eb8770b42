import type { z } from 'zod';
import { restateRequestSchema, type restateReplySchema } from '../../contract/restate.ts';
import { logEventSchema } from '../../contract/sync.ts';
import { signerOf } from '../auth.ts';
import { portalKeyOf } from '../keys.ts';
import { restate } from '../portal/restate.ts';
import { NoCentre, openPortal } from '../store/portal.ts';
import { parsedBody, type RouteContext } from './context.ts';

/** POST /v1/restate: what can have its own place no more, from whoever has it. */
export function restateRoute(context: RouteContext): void {
  const { app, db, clock, random, keys, atWork, hints, took, signed } = context;
  const portalKey = portalKeyOf(keys.server);
  const ports = {
    db,
    clock,
    random,
    key: keys.server,
    portalKey,
    grown: (offices: ReadonlySet<string>) => {
      hints.publish('feed', offices);
      took();
    },
    poisoned: () => app.log.error('an event that was confirmed once is kept apart: the program stumbled'),
  };
  app.post('/v1/restate', { preHandler: signed }, async (request): Promise<z.input<typeof restateReplySchema>> => {
    const { id: device, office } = signerOf(request);
    return atWork.as(device, async () => {
      const { held } = parsedBody(request, restateRequestSchema);
      const made = { publicKey: portalKey.publicKey, device: random.id(), log: random.id(), now: clock.now() };
      const place = await openPortal(db, made).catch((error: unknown) => {
        if (error instanceof NoCentre) return null;
        throw error;
      });
      if (place === null) {
        request.log.warn({ device }, 'nothing can be written down again before the province has its centre');
        return {
          held: [],
          waits: held.flatMap(({ event }) => logEventSchema.safeParse(event).data?.envelope.id ?? []),
        };
      }
      const done = await restate(ports, place, office, held);
      request.log.info({ device, held: done.held.length, waits: done.waits.length }, 'written down again');
      return { held: [...done.held], waits: [...done.waits] };
    });
  });
}
