import { pushRequestSchema } from '../../contract/sync.ts';
import { answerSigned, signerOf } from '../auth.ts';
import { push } from '../push/push.ts';
import { parsedBody, type RouteContext } from './context.ts';

/** POST /v1/push */
export function pushRoute({ app, db, clock, keys, atWork, hints, took, metrics, signedOrRevoked }: RouteContext): void {
  const ports = {
    db,
    clock,
    key: keys.server,
    poisoned: (error: unknown) =>
      app.log.error({ kind: errorKind(error) }, 'an event was kept apart: the program stumbled'),
  };
  app.post('/v1/push', { preHandler: signedOrRevoked, onSend: answerSigned(keys.server) }, async (request) => {
    const signer = signerOf(request);
    return atWork.as(signer.id, async () => {
      const body = parsedBody(request, pushRequestSchema);
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
    });
  });
}

function errorKind(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
