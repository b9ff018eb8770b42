import { z } from 'zod';
import { MAX_PIECE_BYTES, type ScanReceipt } from '../../contract/scans.ts';
import { hashSchema, idSchema, keySchema } from '../../contract/primitives.ts';
import type { roomFor } from '../at-work.ts';
import { signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { keep, receiptOf } from '../scans/keep.ts';
import type { ScanStore } from '../scans/store.ts';
import type { Tus } from '../scans/tus.ts';
import { addFetch, alone, isFetchNoted, lengthsNamed, scanFile, uploadOf, viewNaming } from '../store/scans.ts';
import { everHad } from '../store/strangers.ts';
import { parsedQuery, type RouteContext } from './context.ts';

/** A paper of 40 MB comes by pieces of 1 MiB, over a slow line too, ms. */
const GOES_ON_MS = 3_600_000;

export interface ScanContext extends RouteContext {
  readonly scans: ScanStore;
  readonly tus: Tus;
  /** Papers that are begun or ended, each with a connection to the database: after a restore every desk asks for all it has. */
  readonly room: ReturnType<typeof roomFor>;
}

const fetchSchema = z.object({
  dossier: idSchema,
  /** Who looks: written down, like every look at the desk. */
  person: keySchema,
  from: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .default(0),
});

/** GET /v1/scans/HASH/receipt: that a file is held whole. GET /v1/scans/HASH: the file, by pieces, for offices concerned. */
export function scanRoutes({ app, db, clock, keys, scans, tus, room, signed }: ScanContext): void {
  app.get('/v1/scans/:hash/receipt', { preHandler: signed }, async (request): Promise<ScanReceipt> => {
    const hash = hashIn(request.params);
    const { id: device, office } = signerOf(request);
    if ((await lengthsNamed(db, hash, office)).length === 0) throw new Refusal(404, 'SH-16');
    const kept = await scanFile(db, hash);
    if (kept !== null) return receiptOf(keys, kept);
    // All bytes were here when something ended the request that brought the last ones.
    const upload = await uploadOf(db, hash, device);
    if (upload !== null && (await tus.offset(upload.id)) === upload.bytes) {
      const done = await room(() => alone(db, upload.id, (held) => keep({ db: held, clock, store: scans }, upload)));
      if (done === null) throw new Refusal(423, 'DT-04', { retryAfter: 2 });
    }
    const now = await scanFile(db, hash);
    if (now === null) throw new Refusal(404, 'SH-16');
    return receiptOf(keys, now);
  });

  app.get('/v1/scans/:hash', { preHandler: signed }, async (request, reply) => {
    const hash = hashIn(request.params);
    const { dossier, person, from } = parsedQuery(request, fetchSchema);
    const { id: device, office } = signerOf(request);
    const view = await viewNaming(db, hash, dossier, office);
    if (view === null || !holds(view, hash)) throw new Refusal(404, 'SH-12');
    const kept = await scanFile(db, hash);
    if (kept === null) throw new Refusal(404, 'SH-16');
    if (from >= kept.bytes) throw new Refusal(400, 'GN-02', { params: { where: 'from' } });
    const look = { hash, dossier, device, person };
    // A piece from the middle is a look like any other, unless it goes on with one.
    if (from === 0 || !(await isFetchNoted(db, look, clock.now() - GOES_ON_MS))) {
      // Not refused: a province put back from a copy may have forgotten whoever it is.
      const stranger = !(await everHad(db, office, person));
      await addFetch(db, { ...look, office, at: clock.now(), stranger });
      if (stranger) request.log.warn({ device, dossier }, 'a paper was asked for in a name its office never had');
    }
    const length = Math.min(MAX_PIECE_BYTES, kept.bytes - from);
    const piece = await scans.read(kept.stored_as, from, length).catch((error: unknown) => {
      throw new Refusal(503, 'SV-09', { retryAfter: 30, cause: error });
    });
    return reply
      .type('application/octet-stream')
      .header('content-length', String(length))
      .header('x-scan-bytes', String(kept.bytes))
      .send(piece);
  });
}

/** @throws Refusal 404 SH-16 */
function hashIn(params: unknown): string {
  const hash = hashSchema.safeParse((params as { hash: string }).hash);
  if (!hash.success) throw new Refusal(404, 'SH-16');
  return hash.data;
}

const viewSchema = z.object({
  scans: z.array(z.object({ fileId: z.string(), removedBecause: z.string().nullable() })),
});

/** Whether the dossier still has the paper: what was taken out of it is given to nobody. */
function holds(view: string, hash: string): boolean {
  return viewSchema.parse(JSON.parse(view)).scans.some((scan) => scan.fileId === hash && scan.removedBecause === null);
}
