import type { FastifyRequest } from 'fastify';
import { importRequestSchema, type ImportReply } from '../../contract/exchange/packet.ts';
import { sha256 } from '../../contract/signing.ts';
import { portalKeyOf } from '../keys.ts';
import { portalImport } from '../portal/import.ts';
import { portalReference } from '../portal/reference.ts';
import { Refusal } from '../problem.ts';
import { apiKeyByHash } from '../store/api-keys.ts';
import { portalPlace } from '../store/portal.ts';
import { parsedBody, type RouteContext } from './context.ts';

/**
 * POST /v1/import/dossiers, `Authorization: Bearer KEY`: packets of DongBoHoSoMC become dossiers to be checked. Each row is
 * answered by itself; sent again, nothing is doubled.
 */
export function importRoute(context: RouteContext): void {
  const { app, db, clock, random, keys, hints, took, guessingAnywhere } = context;
  const ports = {
    db,
    clock,
    random,
    key: keys.server,
    portalKey: portalKeyOf(keys.server),
    grown: (offices: ReadonlySet<string>) => {
      hints.publish('feed', offices);
      took();
    },
    poisoned: () => app.log.error('a packet was kept apart: the program stumbled'),
  };
  const reference = portalReference();
  app.post('/v1/import/dossiers', { preHandler: guessingAnywhere }, async (request): Promise<ImportReply> => {
    const key = await keyOf(request, (hash) => apiKeyByHash(db, hash));
    const place = await portalPlace(db);
    if (place === null) throw new Refusal(503, 'SV-01', { retryAfter: 60 });
    const { data } = parsedBody(request, importRequestSchema);
    const rows = await portalImport(ports, place, reference).take(data);
    const count = (end: string): number => rows.filter((row) => row.end === end).length;
    request.log.info({ by: key.id, taken: count('taken'), wrong: count('wrong'), rows: rows.length }, 'imported');
    return { rows };
  });
}

/** @throws Refusal 401 SV-08 without a key that holds */
async function keyOf<K>(request: FastifyRequest, find: (hash: string) => Promise<K | null>): Promise<K> {
  const { authorization } = request.headers;
  const key = /^Bearer (qmc_[A-Za-z0-9_-]{43})$/.exec(authorization ?? '')?.[1];
  const found = key === undefined ? null : await find(sha256(key));
  if (found === null) throw new Refusal(401, 'SV-08');
  return found;
}
