import { signerOf } from '../auth.ts';
import type { RouteContext } from './context.ts';

/** GET /v1/hints: server-sent events that only say there is more. */
export function hintsRoute({ app, hints, signed }: RouteContext): void {
  app.get('/v1/hints', { preHandler: signed }, (request, reply) => {
    const { id, office } = signerOf(request);
    const headers = reply.getHeaders();
    reply.hijack();
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) reply.raw.setHeader(name, value);
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' });
    hints.open(id, office, reply.raw);
  });
  app.addHook('preClose', () => {
    hints.close();
  });
}
