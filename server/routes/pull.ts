import { z } from 'zod';
import { toldOf } from '../../contract/machine-kind.ts';
import { base64urlSchema, idSchema } from '../../contract/primitives.ts';
import { answerSigned, signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { feedAfter } from '../store/feed.ts';
import { openDossiersAfter } from '../store/open-dossiers.ts';
import { parsedQuery, type RouteContext } from './context.ts';
import { knownProvince } from './open.ts';

const querySchema = z.object({
  cursor: base64urlSchema(200).optional(),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(500))
    .optional(),
});

const openQuerySchema = z.object({ after: idSchema.optional() });

/** Few enough that the desk stores a page without a pause anybody would feel. */
const DOSSIERS_A_PAGE = 10;

/** GET /v1/pull: what the office's feed has after the cursor. GET /v1/pull/open: its open dossiers, for a new desk. */
export function pullRoute({ app, db, keys, contacts, signed }: RouteContext): void {
  const hooks = { preHandler: signed, onSend: answerSigned(keys.server) };
  app.get('/v1/pull', hooks, async (request, reply) => {
    const { cursor, limit } = parsedQuery(request, querySchema);
    const { epoch } = await knownProvince(db);
    const from = cursor === undefined ? 0 : placeIn(cursor, epoch);
    const { id: device, office, kind } = signerOf(request);
    const page = await feedAfter(db, office, { after: from, limit: limit ?? 500, about: toldOf(kind) });
    await contacts.heard(device, request.headers['x-desk'], from);
    reply.type('application/json; charset=utf-8');
    // The events go out as the texts they were hashed from, without being read and written again.
    const rest = JSON.stringify({
      epoch,
      verdicts: page.verdicts,
      cursor: cursorAt(epoch, page.last),
      more: page.more,
      left: page.left,
    });
    return `{"events":[${page.events.join(',')}],${rest.slice(1)}`;
  });

  app.get('/v1/pull/open', hooks, async (request, reply) => {
    const { after } = parsedQuery(request, openQuerySchema);
    const { office, kind } = signerOf(request);
    const page =
      kind === 'desk'
        ? await openDossiersAfter(db, office, after ?? null, DOSSIERS_A_PAGE)
        : { events: [], verdicts: [], after: null };
    reply.type('application/json; charset=utf-8');
    const rest = JSON.stringify({ verdicts: page.verdicts, after: page.after });
    return `{"events":[${page.events.join(',')}],${rest.slice(1)}`;
  });
}

function cursorAt(epoch: string, number: number): string {
  return Buffer.from(`${epoch}.${number}`).toString('base64url');
}

/**
 * A cursor of another epoch is read from the beginning: nothing is lost by taking in an event again.
 * @throws Refusal 400 GN-02 where it is none of ours
 */
function placeIn(cursor: string, epoch: string): number {
  const [of, number, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('.');
  if (!idSchema.safeParse(of).success || number === undefined || !/^\d{1,15}$/.test(number) || rest.length > 0) {
    throw new Refusal(400, 'GN-02', { params: { where: 'cursor' } });
  }
  return of === epoch ? Number(number) : 0;
}
