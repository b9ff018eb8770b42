import { pushRequestSchema } from '../../contract/sync.ts';
import { answerSigned, signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { push } from '../push/push.ts';
import { parsedBody, type RouteContext } from './context.ts';

/** POST /v1/push */
export function pushRoute({ app, db, clock, keys, config, hints, took, metrics, signedOrRevoked }: RouteContext): void {
  let atWork = 0;
  const perDevice = new Map<string, number>();
  const ports = {
    db,
    clock,
    key: keys.server,
    poisoned: (error: unknown) =>
      app.log.error({ kind: errorKind(error) }, 'an event was kept apart: the program stumbled'),
  };
  app.post('/v1/push', { preHandler: signedOrRevoked, onSend: answerSigned(keys.server) }, async (request) => {
    if (atWork >= config.limits.pushes) throw new Refusal(503, 'DT-04', { retryAfter: 2 });
    const signer = signerOf(request);
    const own = perDevice.get(signer.id) ?? 0;
    if (own >= config.limits.devicePushes) throw new Refusal(429, 'DT-04', { retryAfter: 2 });
    const body = parsedBody(request, pushRequestSchema);
    atWork += 1;
    perDevice.set(signer.id, own + 1);
    try {
      const grown = (offices: ReadonlySet<string>): void => {
        hints.publish('feed', offices, signer.id);
        took();
      };
      const reply = await push(
        { ...ports, grown },
        { device: signer.id, office: signer.office, revoked: signer.revoked },
        body,
      );
      metrics.pushed(body.events.length, reply);
      request.log.info(
        { log: body.log, events: body.events.length, head: reply.head, expected: reply.expected },
        'pushed',
      );
      return reply;
    } finally {
      atWork -= 1;
      const left = (perDevice.get(signer.id) ?? 1) - 1;
      if (left === 0) perDevice.delete(signer.id);
      else perDevice.set(signer.id, left);
    }
  });
}

function errorKind(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
