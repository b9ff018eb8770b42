import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ownPasswordSchema, sessionRequestSchema, type sessionReplySchema, type User } from '../../contract/sync.ts';
import { signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { NOBODY } from '../scrypt.ts';
import { createSessionTokens, SESSION_LIVES_MS } from '../session.ts';
import {
  clearTries,
  countTry,
  FREE_TRIES,
  personById,
  personByLogin,
  setPassword,
  type Person,
} from '../store/people.ts';
import { parsedBody, type RouteContext } from './context.ts';

type SessionReply = z.output<typeof sessionReplySchema>;

/** POST /v1/session, POST /v1/session/password */
export function sessionRoutes(context: RouteContext): void {
  const { app, db, clock, keys, scrypt, hints, guessingSigned } = context;
  const tokens = createSessionTokens(keys.server);

  app.post('/v1/session', { preHandler: guessingSigned }, async (request): Promise<SessionReply> => {
    const { login, password } = parsedBody(request, sessionRequestSchema);
    const signer = signerOf(request);
    const person = await personByLogin(db, login);
    if (person === null) {
      await scrypt.matches(password, NOBODY);
      throw new Refusal(403, 'DN-01', { params: { left: String(FREE_TRIES - 1) } });
    }
    await assertPassword(context, person, password);
    if (person.user.disabled || person.user.office !== signer.office) throw new Refusal(403, 'DN-06');
    const expiresAt = Math.floor((clock.now() + SESSION_LIVES_MS) / 1000) * 1000;
    const { user, passwordSerial } = person;
    return { token: tokens.issue({ user: user.id, device: signer.id, passwordSerial, expiresAt }), user, expiresAt };
  });

  app.post('/v1/session/password', { preHandler: guessingSigned }, async (request) => {
    const { old, password } = parsedBody(request, ownPasswordSchema);
    const person = await sessionPerson(context, request);
    await assertPassword(context, person, old);
    await setPassword(db, person.user.id, await scrypt.hash(password));
    hints.publish('reference', [person.user.office]);
    return {};
  });
}

/** @throws Refusal 403 DN-01 wrong, DN-02 locked */
async function assertPassword({ db, clock, scrypt }: RouteContext, { user }: Person, password: string): Promise<void> {
  const counted = await countTry(db, user.id, clock.now());
  if ('lockedFor' in counted) throw locked(counted.lockedFor);
  if (await scrypt.matches(password, user.password)) {
    await clearTries(db, user.id);
    return;
  }
  const left = FREE_TRIES - counted.tries;
  throw new Refusal(403, 'DN-01', { params: { left: String(Math.max(left, 0)) } });
}

function locked(ms: number): Refusal {
  const seconds = Math.ceil(ms / 1000);
  const wait = seconds < 90 ? `${seconds}″` : `${Math.ceil(seconds / 60)}′`;
  return new Refusal(403, 'DN-02', { params: { wait }, retryAfter: seconds });
}

/**
 * The person of the request's session, as the table has them now.
 * @throws Refusal 403 SV-03 where there is none, it is over, or it is another device's; DN-06 where the account was disabled
 */
export async function sessionPerson({ db, clock, keys }: RouteContext, request: FastifyRequest): Promise<Person> {
  const token = request.headers['x-session'];
  const signer = signerOf(request);
  const facts =
    typeof token === 'string' && token.length <= 200 ? createSessionTokens(keys.server).read(token, clock.now()) : null;
  if (facts === null || facts.device !== signer.id) throw new Refusal(403, 'SV-03');
  const person = await personById(db, facts.user);
  if (person === null || person.passwordSerial !== facts.passwordSerial || person.user.office !== signer.office) {
    throw new Refusal(403, 'SV-03');
  }
  if (person.user.disabled) throw new Refusal(403, 'DN-06');
  return person;
}

export async function sessionUser(context: RouteContext, request: FastifyRequest): Promise<User> {
  return (await sessionPerson(context, request)).user;
}
