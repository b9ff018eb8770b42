import type { FastifyReply, FastifyRequest } from 'fastify';
import { idSchema } from '../contract/primitives.ts';
import { sha256, signText, verifyText, type SigningKey } from '../contract/signing.ts';
import { answerLine, requestLine } from '../contract/sync.ts';
import type { MachineKind } from '../contract/machine-kind.ts';
import { Refusal } from './problem.ts';
import type { Nonces } from './nonce.ts';
import { deviceById } from './store/devices.ts';
import type { Db } from './store/pool.ts';

/** The enrolled device that signed a request. */
export interface SignedBy {
  readonly id: string;
  readonly office: string;
  readonly kind: MachineKind;
  readonly revoked: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on signed routes, before the handler. */
    signedBy: SignedBy | null;
  }
}

export function signerOf(request: FastifyRequest): SignedBy {
  // A route that asks for this without the hook below is a mistake in the program, not of the caller.
  if (request.signedBy === null) throw new Error('this route is not signed');
  return request.signedBy;
}

/** The bytes of the body as they came: the signature is over them. */
export function bodyOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/**
 * Hook: proves that an enrolled device wrote this very request within ten minutes.
 * @throws Refusal 401 DT-03; 403 DT-06 for a revoked device, unless the route takes its late events; 403 GN-06 where a
 * machine of the waiting room has nothing to ask
 */
export function signatureCheck(db: Db, nonces: Nonces, options: { readonly revokedToo: boolean }) {
  return async (request: FastifyRequest, _reply: FastifyReply): Promise<void> => {
    const [device, nonce, signature] = ['x-device', 'x-nonce', 'x-signature'].map((name) => header(request, name));
    if (device === undefined || nonce === undefined || signature === undefined) throw new Refusal(401, 'DT-03');
    if (!idSchema.safeParse(device).success || !nonces.accepts(nonce)) throw new Refusal(401, 'DT-03');
    const row = await deviceById(db, device);
    const line = requestLine(request.method, request.raw.url ?? '', sha256(bodyOf(request)), nonce);
    if (row === null || !verifyText(row.public_key, line, signature)) throw new Refusal(401, 'DT-03');
    if (row.revoked_at !== null && !options.revokedToo) throw new Refusal(403, 'DT-06');
    if (row.kind !== 'desk' && !isForWaitingRoom(request)) throw new Refusal(403, 'GN-06');
    request.signedBy = { id: row.id, office: row.office, kind: row.kind, revoked: row.revoked_at !== null };
  };
}

/** Where a machine of the waiting room (ticket kiosk, display) may ask; what it is told there is another matter. */
const WAITING_ROOM_ROUTES: ReadonlySet<string> = new Set([
  'GET /v1/pull',
  'GET /v1/pull/open',
  'GET /v1/pull/history',
  'GET /v1/reference',
  'GET /v1/hints',
  'POST /v1/push',
  'POST /v1/log',
  'POST /v1/heads',
]);

function isForWaitingRoom(request: FastifyRequest): boolean {
  return WAITING_ROOM_ROUTES.has(`${request.method} ${request.routeOptions.url ?? ''}`);
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value.length <= 400 ? value : undefined;
}

/** Hook: signs the answer to a signed request as a whole, so that the desk proves a batch of verdicts by one signature. */
export function answerSigned(key: SigningKey) {
  return async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    const nonce = header(request, 'x-nonce');
    if (nonce === undefined || typeof payload !== 'string' || reply.statusCode !== 200) return payload;
    const line = answerLine(request.method, request.raw.url ?? '', nonce, sha256(payload));
    reply.header('x-answer', signText(key, line));
    return payload;
  };
}
