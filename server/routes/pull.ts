import { z } from 'zod';
import { toldOf } from '../../contract/machine-kind.ts';
import { base64urlSchema, idSchema } from '../../contract/primitives.ts';
import { answerSigned, signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { feedAfter, lastNumber } from '../store/feed.ts';
import { historiesAfter } from '../store/histories.ts';
import { openDossiersAfter } from '../store/open-dossiers.ts';
import { parsedQuery, type RouteContext } from './context.ts';
import { knownProvince } from './open.ts';

const limitSchema = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(500))
  .default(500);
const querySchema = z.object({ cursor: base64urlSchema(200).optional(), limit: limitSchema });

const openQuerySchema = z.object({ after: idSchema.optional() });

/** Few enough that the desk stores a page without a pause anybody would feel. */
const DOSSIERS_A_PAGE = 10;

const historyQuerySchema = z.object({ at: base64urlSchema(200).optional(), limit: limitSchema });

/**
 * GET /v1/pull: what the office's feed has after the cursor. For a new desk: GET /v1/pull/open, its open dossiers, and
 * GET /v1/pull/history, all that stands in the feed by whole histories.
 */
export function pullRoute({ app, db, keys, contacts, signed }: RouteContext): void {
  const hooks = { preHandler: signed, onSend: answerSigned(keys.server) };
  app.get('/v1/pull', hooks, async (request, reply) => {
    const { cursor, limit } = parsedQuery(request, querySchema);
    const { epoch } = await knownProvince(db);
    const from = (cursor === undefined ? null : placesIn(cursor, epoch, 1))?.[0] ?? 0;
    const { id: device, office, kind } = signerOf(request);
    const page = await feedAfter(db, office, { after: from, limit, about: toldOf(kind) });
    await contacts.heard(device, request.headers['x-desk'], from);
    reply.type('application/json; charset=utf-8');
    const { verdicts, last, more, left } = page;
    return answerText(page.events, { epoch, verdicts, cursor: cursorAt(epoch, last), more, left });
  });

  app.get('/v1/pull/open', hooks, async (request, reply) => {
    const { after } = parsedQuery(request, openQuerySchema);
    const { office, kind } = signerOf(request);
    const page =
      kind === 'desk'
        ? await openDossiersAfter(db, office, after ?? null, DOSSIERS_A_PAGE)
        : { events: [], verdicts: [], after: null };
    reply.type('application/json; charset=utf-8');
    const { verdicts, after: next } = page;
    return answerText(page.events, { verdicts, after: next });
  });

  app.get('/v1/pull/history', hooks, async (request, reply) => {
    const { at, limit } = parsedQuery(request, historyQuerySchema);
    const { epoch } = await knownProvince(db);
    const { id: device, office, kind } = signerOf(request);
    const [after = 0, upTo = null] = (at === undefined ? null : placesIn(at, epoch, 2)) ?? [];
    // What comes into the feed from here on, the feed itself will bring.
    const end = upTo ?? (await lastNumber(db, office));
    await contacts.heard(device, request.headers['x-desk'], 0);
    reply.type('application/json; charset=utf-8');
    // A machine of the waiting room takes all it is told from the feed.
    if (kind !== 'desk') return answerText([], { epoch, verdicts: [], at: null, cursor: cursorAt(epoch, 0), left: 0 });
    const { events, verdicts, reached } = await historiesAfter(db, office, { after, end, limit });
    const next = reached === null ? null : cursorAt(epoch, reached, end);
    return answerText(events, {
      epoch,
      verdicts,
      at: next,
      cursor: cursorAt(epoch, end),
      left: end - (reached ?? end),
    });
  });
}

/** The events go out as the texts they were hashed from, without being read and written again. */
function answerText(events: readonly string[], rest: object): string {
  return `{"events":[${events.join(',')}],${JSON.stringify(rest).slice(1)}`;
}

function cursorAt(epoch: string, ...numbers: readonly number[]): string {
  return Buffer.from([epoch, ...numbers].join('.')).toString('base64url');
}

/**
 * The numbers in a cursor; null where it is of another epoch, and is read from the beginning: nothing is lost by taking in
 * an event again.
 * @throws Refusal 400 GN-02 where it is none of ours
 */
function placesIn(cursor: string, epoch: string, count: number): number[] | null {
  const [of, ...numbers] = Buffer.from(cursor, 'base64url').toString('utf8').split('.');
  const isOurs = numbers.length === count && numbers.every((number) => /^\d{1,15}$/.test(number));
  if (!idSchema.safeParse(of).success || !isOurs) throw new Refusal(400, 'GN-02', { params: { where: 'cursor' } });
  return of === epoch ? numbers.map(Number) : null;
}
