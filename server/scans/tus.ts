import { Server } from '@tus/server';
import { CHUNK_TYPE, TUS_VERSION } from '../../contract/scans.ts';
import { Refusal } from '../problem.ts';
import type { ScanStore } from './store.ts';

/** The resumable-upload standard over the file store: what its answers mean, and problems in place of its error texts. */
export interface Tus {
  /** @throws Refusal */
  create(id: string, bytes: number): Promise<void>;
  /** Bytes held; null: the store has no such upload. @throws Refusal */
  offset(id: string): Promise<number | null>;
  /** @returns the new offset @throws Refusal 409 SV-04 for a chunk that does not follow, 413, 503 SV-09 */
  append(id: string, offset: number, chunk: Buffer): Promise<number>;
}

const PATH = '/v1/uploads';
const ID = 'x-upload-id';

export function tusOver(store: ScanStore): Tus {
  const server = new Server({
    path: PATH,
    datastore: store.tus,
    relativeLocation: true,
    // Set below, never by the client.
    namingFunction: (request) => request.headers.get(ID) ?? '',
  });
  const ask = (method: string, id: string | null, headers: Record<string, string>, body?: Buffer): Promise<Response> =>
    server.handleWeb(
      new Request(`http://province${PATH}${id === null ? '' : `/${id}`}`, {
        method,
        headers: { 'tus-resumable': TUS_VERSION, ...headers },
        ...(body === undefined ? {} : { body: new Uint8Array(body) }),
      }),
    );
  return {
    async create(id, bytes) {
      refuse(await ask('POST', null, { 'upload-length': String(bytes), [ID]: id }));
    },
    async offset(id) {
      const answer = await ask('HEAD', id, {});
      if (answer.status === 404 || answer.status === 410) return null;
      return offsetIn(refuse(answer));
    },
    async append(id, offset, chunk) {
      const headers = {
        'content-type': CHUNK_TYPE,
        'content-length': String(chunk.length),
        'upload-offset': String(offset),
      };
      return offsetIn(refuse(await ask('PATCH', id, headers, chunk)));
    },
  };
}

function refuse(answer: Response): Response {
  const { status } = answer;
  if (status < 400) return answer;
  if (status === 404 || status === 410) throw new Refusal(404, 'SH-16');
  if (status === 409) throw new Refusal(409, 'SV-04');
  if (status === 413) throw new Refusal(413, 'SH-15');
  // Its writes fail with no reason given: a full disk, a bucket that is away. Both pass or are mended.
  if (status >= 500) throw new Refusal(503, 'SV-09', { retryAfter: 30 });
  throw new Refusal(status, 'GN-02', { params: { where: 'upload' } });
}

function offsetIn(answer: Response): number {
  const offset = Number(answer.headers.get('upload-offset'));
  if (!Number.isSafeInteger(offset)) throw new Error('an upload without an offset');
  return offset;
}
