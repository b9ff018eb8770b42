import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '../contract/problems.ts';
import { errorReply, Refusal } from './problem.ts';
import { ReadOnlyPlace } from './store/places.ts';
import { databaseFault } from './store/pool.ts';

/** Every refusal and fault leaves as a problem with its sentences; never a stack, a statement or what somebody typed. */
export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => answer(reply, new Refusal(404, 'SV-02'), request.id));
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) {
      logFault(request, error, 'request failed');
    }
    return answer(reply, refusal, request.id);
  });
}

/** Where the program failed, and nothing of what was asked. */
export function logFault(request: FastifyRequest, error: unknown, what: string): void {
  request.log.error({ fault: faultName(error), at: faultPlace(error), route: request.routeOptions.url }, what);
}

/** An address that cannot be read: no route is asked. */
export function answerBrokenAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void answer(reply, malformed(400), request.id);
}

/** Bytes that are no HTTP request; and a request that is not whole in time, which is the line's doing: no answer, so that it is sent again. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || error.code === 'ERR_HTTP_REQUEST_TIMEOUT' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const body = JSON.stringify(errorReply('GN-02', { where: 'request' }));
  const head = [
    'HTTP/1.1 400 Bad Request',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Content-Type: application/json',
  ];
  socket.end(`${[...head, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`);
}

function answer(reply: FastifyReply, refusal: Refusal, id: string): FastifyReply {
  if (refusal.retryAfter !== null) reply.header('retry-after', String(refusal.retryAfter));
  return reply.status(refusal.status).send(errorReply(refusal.code, { id, ...refusal.params }));
}

/** What is answered for an error: itself where it is a refusal, 503 where the database is away, 500 for a fault. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (isOutOfReach(error)) return new Refusal(503, 'SV-01', { retryAfter: 5 });
  const status = statusOf(error);
  if (status === 413) return new Refusal(413, 'SV-06');
  if (status === 429) return new Refusal(429, 'DT-04', { retryAfter: 60 });
  // What Fastify itself refuses: a body of another type, a length that is not the body's, a broken address.
  if (status !== null && status >= 400 && status < 500) return malformed(status);
  return new Refusal(500, 'GN-03');
}

function malformed(status: number): Refusal {
  const code: ProblemCode = status === 404 ? 'SV-02' : 'GN-02';
  return new Refusal(status, code, { params: { where: 'body' } });
}

/** The database is away, starting, stopping or full of connections: the desk tries again by itself. */
function isOutOfReach(error: unknown): boolean {
  const code = databaseFault(error)?.code;
  // Read-only: the primary has become a standby, or the standby is not promoted yet.
  if (code !== undefined) return /^(08|53|57)/.test(code) || ['40P01', '40001', '25006'].includes(code);
  if (!(error instanceof Error)) return false;
  const system = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof ReadOnlyPlace) return true;
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT'].includes(system) ||
    /connection (terminated|timeout)|timeout exceeded when trying to connect|Client has encountered/i.test(
      error.message,
    )
  );
}

function statusOf(error: unknown): number | null {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' ? status : null;
}

function faultName(error: unknown): string {
  const fault = databaseFault(error);
  if (fault !== null) return `postgres ${fault.code} ${fault.constraint}`.trim();
  return error instanceof Error ? error.name : typeof error;
}

/** The first place in our own code: file and line, no values. */
function faultPlace(error: unknown): string | null {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /server\/[\w./-]+:\d+/.exec(stack)?.[0] ?? null;
}
