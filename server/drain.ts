import type { FastifyInstance } from 'fastify';

/**
 * Lets requests under way finish when the server closes, and then closes what is left of its connections: a desk keeps
 * its connection open between requests, or opens one before it has anything to ask, and would hold the end up for a minute.
 */
export function closeWhenDrained(app: FastifyInstance): void {
  let atWork = 0;
  let closing = false;
  const look = (): void => {
    if (closing && atWork === 0) app.server.closeAllConnections();
  };
  app.addHook('onRequest', (_request, reply, done) => {
    atWork += 1;
    reply.raw.once('close', () => {
      atWork -= 1;
      look();
    });
    done();
  });
  app.addHook('preClose', (done) => {
    closing = true;
    look();
    done();
  });
}
