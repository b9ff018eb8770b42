import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { CHUNK_TYPE, MAX_CHUNK_BYTES, TUS_VERSION } from '../../contract/scans.ts';
import { hashSchema, idSchema } from '../../contract/primitives.ts';
import { MOST_BYTES } from '../../domain/digitise/pages.ts';
import { bodyOf, signerOf } from '../auth.ts';
import { Refusal } from '../problem.ts';
import { keep } from '../scans/keep.ts';
import type { Db } from '../store/pool.ts';
import {
  addUpload,
  alone,
  forgetUpload,
  lengthsNamed,
  scanFile,
  touchUpload,
  uploadById,
  uploadOf,
  type ScanUpload,
} from '../store/scans.ts';
import type { ScanContext } from './scans.ts';

/**
 * POST /v1/uploads, HEAD and PATCH /v1/uploads/ID: the resumable-upload standard (tus 1.0.0). A device may send the files
 * events of its own office name, and sees its own uploads only.
 */
export function uploadRoutes({ app, db, clock, random, config, scans, tus, room, signed }: ScanContext): void {
  let atWork = 0;

  /** The standard has it on every answer, a refusal too: without it nobody knows whose answer it is. */
  const onRequest: onRequestHookHandler = (_request, reply, done) => {
    reply.header('tus-resumable', TUS_VERSION);
    done();
  };

  /** Before the body is taken in: who has no such upload makes the server hold nothing. */
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (atWork >= config.limits.chunks) throw new Refusal(503, 'DT-04', { retryAfter: 2 });
    atWork += 1;
    reply.raw.once('close', () => (atWork -= 1));
    await uploadIn(request, String(request.headers['x-device']));
  };

  /** @throws Refusal 404 SH-16: not there, or another device's */
  async function uploadIn(request: FastifyRequest, device: string): Promise<ScanUpload> {
    const { id } = request.params as { id: string };
    const known = idSchema.safeParse(id).success && idSchema.safeParse(device).success;
    const upload = known ? await uploadById(db, id, device) : null;
    if (upload === null) throw new Refusal(404, 'SH-16');
    return upload;
  }

  const answer = (reply: FastifyReply, status: number, offset: number): FastifyReply =>
    reply.status(status).header('upload-offset', String(offset));
  const open = { onRequest, preHandler: signed };

  app.post('/v1/uploads', open, async (request, reply) => {
    assertVersion(request, reply);
    const { id: device, office } = signerOf(request);
    const hash = hashIn(request);
    const bytes = numberIn(request, 'upload-length');
    const lengths = await lengthsNamed(db, hash, office);
    if (lengths.length === 0) throw new Refusal(404, 'SH-14');
    if (bytes > MOST_BYTES) throw new Refusal(413, 'SH-15');
    if (!lengths.includes(bytes)) throw malformed('upload-length');
    const isKept = async (by = db): Promise<boolean> => (await scanFile(by, hash)) !== null;
    if (await isKept()) return answer(reply, 200, bytes).send();
    const beginIn = async (held: Db): Promise<{ readonly id: string | null; readonly offset: number }> => {
      if (await isKept(held)) return { id: null, offset: bytes };
      const known = await uploadOf(held, hash, device);
      const offset = known === null ? null : await tus.offset(known.id);
      if (known !== null && offset !== null) return { id: known.id, offset };
      // The row first, so that no file lies in the store without one; one whose file is not there begins anew.
      if (known !== null) await forgetUpload(held, known.id);
      const id = random.id();
      await addUpload(held, { id, hash, bytes, device, touched_at: clock.now() });
      await tus.create(id, bytes);
      return { id, offset: 0 };
    };
    const begun = await room(() => alone(db, `${device} ${hash}`, beginIn));
    if (begun === null) throw new Refusal(423, 'DT-04', { retryAfter: 2 });
    const { id, offset } = begun.value;
    if (id === null) return answer(reply, 200, offset).send();
    return answer(reply, 201, offset).header('location', `/v1/uploads/${id}`).send();
  });

  app.head('/v1/uploads/:id', open, async (request, reply) => {
    assertVersion(request, reply);
    const upload = await uploadIn(request, signerOf(request).id);
    const offset = await tus.offset(upload.id);
    if (offset === null) throw new Refusal(404, 'SH-16');
    return answer(reply, 200, offset).header('upload-length', String(upload.bytes)).send();
  });

  const patch = { onRequest: [onRequest, admit], preHandler: signed, bodyLimit: MAX_CHUNK_BYTES };
  app.patch('/v1/uploads/:id', patch, async (request, reply) => {
    assertVersion(request, reply);
    // The standard has it so: what says that it is something else is no part of a paper.
    if (request.headers['content-type'] !== CHUNK_TYPE) throw malformed('content-type', 415);
    const upload = await uploadIn(request, signerOf(request).id);
    const from = numberIn(request, 'upload-offset');
    const done = await alone(db, upload.id, async (held) => {
      const offset = await tus.append(upload.id, from, bodyOf(request));
      if (offset === upload.bytes) await keep({ db: held, clock, store: scans }, upload);
      else await touchUpload(held, upload.id, clock.now());
      return offset;
    });
    // The same upload from a request the desk gave up on: that one ends first.
    if (done === null) throw new Refusal(423, 'DT-04', { retryAfter: 2 });
    return answer(reply, 204, done.value).send();
  });
}

/** @throws Refusal 412 GN-02, with the version there is */
function assertVersion(request: FastifyRequest, reply: FastifyReply): void {
  if (request.headers['tus-resumable'] === TUS_VERSION) return;
  reply.header('tus-version', TUS_VERSION);
  throw malformed('tus-resumable', 412);
}

/** @throws Refusal 400 GN-02 */
function hashIn(request: FastifyRequest): string {
  const metadata = request.headers['upload-metadata'];
  const value = typeof metadata === 'string' ? /(?:^|,) ?sha256 ([A-Za-z0-9+/]{86}==)/.exec(metadata)?.[1] : undefined;
  const hash = hashSchema.safeParse(Buffer.from(value ?? '', 'base64').toString('latin1'));
  if (!hash.success) throw malformed('upload-metadata');
  return hash.data;
}

/** @throws Refusal 400 GN-02 */
function numberIn(request: FastifyRequest, name: string): number {
  const text = request.headers[name];
  if (typeof text !== 'string' || !/^\d{1,12}$/.test(text)) throw malformed(name);
  return Number(text);
}

function malformed(where: string, status = 400): Refusal {
  return new Refusal(status, 'GN-02', { params: { where } });
}
