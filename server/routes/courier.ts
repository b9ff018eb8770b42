import type { z } from 'zod';
import { courierRequestSchema, type courierReplySchema } from '../../contract/courier.ts';
import { signerOf } from '../auth.ts';
import { logFault } from '../errors.ts';
import { readCourier } from '../push/courier.ts';
import { parsedBody, type RouteContext } from './context.ts';

const MAX_BODY = 4 * 1024 * 1024;

/**
 * POST /v1/courier: a file that somebody carried here from a desk without a line. Any enrolled desk may hand it in, of any
 * office: it cannot read it, nor the answer it takes back.
 */
export function courierRoute({ app, db, clock, keys, atWork, hints, took, signed }: RouteContext): void {
  app.post(
    '/v1/courier',
    { preHandler: signed, bodyLimit: MAX_BODY },
    async (request): Promise<z.input<typeof courierReplySchema>> => {
      const signer = signerOf(request);
      const { file } = parsedBody(request, courierRequestSchema);
      const ports = {
        db,
        clock,
        key: keys.server,
        grown: (offices: ReadonlySet<string>) => {
          hints.publish('feed', offices);
          took();
        },
        poisoned: (error: unknown) =>
          request.log.error({ kind: error instanceof Error ? error.name : typeof error }, 'an event was kept apart'),
      };
      // Whoever hands it in: many pushes in one, and at work like any.
      const read = await atWork.as(signer.id, () =>
        readCourier(ports, Buffer.from(file, 'base64url'), { remainsToo: false }),
      );
      for (const fault of read.faults) logFault(request, fault, 'a batch of a carried file failed');
      request.log.info({ by: signer.id, of: read.device, batches: read.replies.length }, 'courier read');
      return { answer: read.answer.toString('base64url') };
    },
  );
}
