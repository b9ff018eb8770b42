import type { FastifyInstance, preHandlerAsyncHookHandler } from 'fastify';
import type { z } from 'zod';
import { bodyOf } from '../auth.ts';
import type { FastifyRequest } from 'fastify';
import type { AtWork } from '../at-work.ts';
import type { Contacts } from '../contacts.ts';
import type { Hints } from '../hints.ts';
import type { Metrics } from '../metrics.ts';
import type { Nonces } from '../nonce.ts';
import type { PortalFiles } from '../portal/files.ts';
import { Refusal } from '../problem.ts';
import type { RevocationList } from '../revocation/list.ts';
import type { Clock, Randomness, ServerConfig, ServerKeys } from '../ports.ts';
import type { Scrypt } from '../scrypt.ts';
import type { Db } from '../store/pool.ts';

/** What every route may use. */
export interface RouteContext {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly keys: ServerKeys;
  readonly config: ServerConfig;
  readonly nonces: Nonces;
  readonly hints: Hints;
  readonly scrypt: Scrypt;
  /** Told after each batch that was taken in. */
  readonly took: () => void;
  readonly metrics: Metrics;
  readonly contacts: Contacts;
  /** What takes events in is done within it. */
  readonly atWork: AtWork;
  /** What a restore of the database must not take back. */
  readonly revocations: RevocationList;
  /** The server was asked to end. */
  readonly isEnding: () => boolean;
  readonly portalFiles: PortalFiles;
  /** Hooks of a route that only an enrolled device may call. */
  readonly signed: preHandlerAsyncHookHandler[];
  /** The same, open to a revoked device: its late events are kept apart, not lost. */
  readonly signedOrRevoked: preHandlerAsyncHookHandler[];
  /** Hooks of an unsigned route where secrets could be guessed: few tries an address. */
  readonly guessingAnywhere: preHandlerAsyncHookHandler[];
  /** Hooks of a signed one: few tries a device, because a centre's desks share one address. */
  readonly guessingSigned: preHandlerAsyncHookHandler[];
}

/**
 * The body as the contract has it.
 * @throws Refusal 400 GN-02 with the place of the first mistake
 */
export function parsedBody<S extends z.ZodType>(request: FastifyRequest, schema: S): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(bodyOf(request).toString('utf8'));
  } catch {
    throw new Refusal(400, 'GN-02', { params: { where: 'body' } });
  }
  return parsed(value, schema, 'body');
}

/** Words the schema does not know are passed over: a newer desk may say more. @throws Refusal 400 GN-02 */
export function parsedQuery<S extends z.ZodType>(request: FastifyRequest, schema: S): z.output<S> {
  return parsed(request.query, schema, 'query');
}

function parsed<S extends z.ZodType>(value: unknown, schema: S, where: string): z.output<S> {
  let result: z.ZodSafeParseResult<z.output<S>>;
  try {
    result = schema.safeParse(value);
  } catch {
    // Nested beyond what the checker can follow.
    throw new Refusal(400, 'GN-02', { params: { where } });
  }
  if (result.success) return result.data;
  // Names of places only: never what stood there.
  const place = result.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new Refusal(400, 'GN-02', { params: { where: /^[A-Za-z0-9_.]{1,80}$/.test(place) ? place : where } });
}
