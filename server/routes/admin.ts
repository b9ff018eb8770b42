import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { keySchema } from '../../contract/primitives.ts';
import {
  adminCodeRequestSchema,
  adminCounterSchema,
  adminOfficeSchema,
  adminUserSchema,
  type Office,
  type User,
} from '../../contract/sync.ts';
import { desksAndRevoked } from '../desks.ts';
import { CODE_LIVES_MS, codeHash, newCode } from '../enrolment-code.ts';
import { Refusal } from '../problem.ts';
import { officeJoins } from '../push/office-joins.ts';
import { counterById, countersOf, insertCounter, updateCounter } from '../store/counters.ts';
import { storeCode } from '../store/enrolment.ts';
import { allOffices, hasRecoveryKey, officeById, updateOffice } from '../store/offices.ts';
import { peopleOf } from '../store/people.ts';
import { databaseFault } from '../store/pool.ts';
import { parsedBody, parsedQuery, type RouteContext } from './context.ts';
import { saveUser } from './save-user.ts';
import { sessionUser } from './session.ts';

/** An administrator at work. The provincial centre's administers everything, any other's its own office only. */
export interface Administrator {
  readonly user: User;
  readonly provincial: boolean;
}

const officeQuery = z.object({ office: keySchema.optional() });

/** PUT and GET /v1/admin/users, offices, counters; GET desks; POST /v1/admin/codes (decision 11: in the desk, online only). */
export function adminRoutes(context: RouteContext): void {
  const { app, db, clock, random, hints, signed } = context;
  const preHandler = signed;
  const changed = (): void => hints.publish('reference', ['*']);

  app.get('/v1/admin/users', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const users = await peopleOf(db, officeAsked(request, admin));
    return users.map(withoutPassword);
  });
  app.put('/v1/admin/users', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const saved = await saveUser(context, admin, parsedBody(request, adminUserSchema));
    changed();
    return withoutPassword(saved);
  });
  app.get('/v1/admin/offices', { preHandler }, async (request) => {
    await administrator(context, request);
    return allOffices(db);
  });
  app.put('/v1/admin/offices', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const { revision, ...office } = parsedBody(request, adminOfficeSchema);
    if (!admin.provincial) assertOwnOffice(admin, office, await officeById(db, office.id));
    const saved = await unlessTaken(() =>
      revision === null ? officeJoins(db, office) : updateOffice(db, office, revision),
    );
    if (saved === null) throw new Refusal(409, 'SV-04');
    changed();
    return saved;
  });
  app.get('/v1/admin/counters', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    return countersOf(db, officeAsked(request, admin) ?? admin.user.office);
  });
  app.put('/v1/admin/counters', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const { revision, ...counter } = parsedBody(request, adminCounterSchema);
    assertMay(admin, counter.office);
    if ((await officeById(db, counter.office)) === null)
      throw new Refusal(400, 'GN-02', { params: { where: 'office' } });
    const saved = revision === null ? await insertCounter(db, counter) : await updateCounter(db, counter, revision);
    if (saved === null) throw new Refusal(409, 'SV-04');
    changed();
    return saved;
  });
  app.get('/v1/admin/desks', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const office = officeAsked(request, admin);
    return desksAndRevoked(db, office, clock.now());
  });
  app.post('/v1/admin/codes', { preHandler }, async (request) => {
    const admin = await administrator(context, request);
    const { office, counter } = parsedBody(request, adminCodeRequestSchema);
    assertMay(admin, office);
    if ((await counterById(db, counter))?.office !== office)
      throw new Refusal(400, 'GN-02', { params: { where: 'counter' } });
    if (!(await hasRecoveryKey(db, office))) throw new Refusal(409, 'SV-07');
    const code = newCode(random);
    const expiresAt = clock.now() + CODE_LIVES_MS;
    await storeCode(db, { codeHash: codeHash(code), office, counter, expiresAt }, clock.now());
    return { code, expiresAt };
  });
}

/** @throws Refusal 403 DN-05, 401 SV-03 */
export async function administrator(context: RouteContext, request: FastifyRequest): Promise<Administrator> {
  const user = await sessionUser(context, request);
  if (user.role !== 'administrator') throw mayNot();
  const office = await officeById(context.db, user.office);
  return { user, provincial: office?.kind === 'provincial-centre' };
}

/** @throws Refusal 403 DN-05 */
export function assertMay({ user, provincial }: Administrator, office: string): void {
  if (!provincial && office !== user.office) throw mayNot();
}

export function mayNot(): Refusal {
  return new Refusal(403, 'DN-05', { params: { roles: 'quản trị' } });
}

/** What only the province decides about an office, its own administrator leaves as it is. */
function assertOwnOffice(admin: Administrator, wanted: Omit<Office, 'revision'>, now: Office | null): void {
  assertMay(admin, wanted.id);
  const kept = ['kind', 'parent', 'codePrefix', 'disabled'] as const;
  if (now === null || kept.some((field) => wanted[field] !== now[field])) throw mayNot();
}

/** Null: every office, for a provincial administrator who names none. */
function officeAsked(request: FastifyRequest, admin: Administrator): string | null {
  const { office } = parsedQuery(request, officeQuery);
  if (office === undefined) return admin.provincial ? null : admin.user.office;
  assertMay(admin, office);
  return office;
}

/** @throws Refusal 409 SV-05 where a name that must be one of its kind is taken */
export async function unlessTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const fault = databaseFault(error);
    if (fault?.code === '23505') throw new Refusal(409, 'SV-05');
    throw error;
  }
}

function withoutPassword(user: User): Omit<User, 'password'> {
  const { id, login, name, role, office, unit, fields, position, disabled, revision } = user;
  return { id, login, name, role, office, unit, fields, position, disabled, revision };
}
