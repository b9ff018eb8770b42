import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

/** As much of an object store's language as resumable uploads speak: multipart uploads, objects, ranges. In memory. */
export interface S3StandIn {
  readonly url: string;
  /** Whole objects by their name. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** The next so many requests are answered 503. */
  failNext(times: number): void;
  close(): Promise<void>;
}

interface Multipart {
  readonly key: string;
  readonly parts: Map<number, Buffer>;
}

interface Said {
  readonly status: number;
  readonly body?: Buffer | string;
  readonly headers?: Record<string, string>;
}

export async function s3StandIn(): Promise<S3StandIn> {
  const objects = new Map<string, Buffer>();
  const described = new Map<string, Record<string, string>>();
  const uploads = new Map<string, Multipart>();
  let failing = 0;

  const missing = (code: string): Said => ({ status: 404, body: xml('Error', `<Code>${code}</Code><Message/>`) });

  function object(key: string, range: string | undefined): Said {
    const bytes = objects.get(key);
    if (bytes === undefined) return missing('NoSuchKey');
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    const piece = from === undefined ? bytes : bytes.subarray(Number(from), Number(to) + 1);
    return { status: from === undefined ? 200 : 206, body: piece, headers: described.get(key) ?? {} };
  }

  function answer(request: IncomingMessage, body: Buffer): Said {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://s3');
    const key = pathname.split('/').slice(2).join('/');
    const id = query.get('uploadId') ?? '';
    const upload = uploads.get(id);
    const kind = `${request.method} ${query.has('uploads') ? 'uploads' : query.has('delete') ? 'delete' : query.has('uploadId') ? 'part' : 'object'}`;
    if (kind.endsWith('part') && upload === undefined) return missing('NoSuchUpload');
    switch (kind) {
      case 'POST uploads': {
        const made = randomUUID();
        uploads.set(made, { key, parts: new Map() });
        const facts = `<Bucket>b</Bucket><Key>${key}</Key><UploadId>${made}</UploadId>`;
        return { status: 200, body: xml('InitiateMultipartUploadResult', facts) };
      }
      case 'PUT part':
        upload?.parts.set(Number(query.get('partNumber')), body);
        return { status: 200, headers: { etag: etag(body) } };
      case 'GET part': {
        const parts = [...(upload?.parts ?? [])].map(
          ([n, bytes]) =>
            `<Part><PartNumber>${n}</PartNumber><ETag>${etag(bytes)}</ETag><Size>${bytes.length}</Size></Part>`,
        );
        return { status: 200, body: xml('ListPartsResult', `<IsTruncated>false</IsTruncated>${parts.join('')}`) };
      }
      case 'POST part': {
        const parts = [...(upload?.parts ?? [])].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
        // As the real one: every part but the last has 5 MiB.
        if (parts.slice(0, -1).some((part) => part.length < 5 * 1_048_576)) {
          return { status: 400, body: xml('Error', '<Code>EntityTooSmall</Code>') };
        }
        objects.set(key, Buffer.concat(parts));
        uploads.delete(id);
        return { status: 200, body: xml('CompleteMultipartUploadResult', `<Key>${key}</Key>`) };
      }
      case 'DELETE part':
        uploads.delete(id);
        return { status: 204 };
      case 'PUT object': {
        objects.set(key, body);
        const meta = Object.entries(request.headers).filter(([name]) => name.startsWith('x-amz-meta-'));
        described.set(key, Object.fromEntries(meta.map(([name, value]) => [name, String(value)])));
        return { status: 200, headers: { etag: etag(body) } };
      }
      case 'GET object':
      case 'HEAD object':
        return object(key, request.headers.range);
      case 'DELETE object':
        objects.delete(key);
        return { status: 204 };
      case 'POST delete':
        for (const [, name] of body.toString().matchAll(/<Key>([^<]+)<\/Key>/g)) objects.delete(name ?? '');
        return { status: 200, body: xml('DeleteResult', '') };
      default:
        return { status: 501 };
    }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (failing > 0) {
        failing -= 1;
        response.writeHead(503).end();
        return;
      }
      const { status, body = '', headers = {} } = answer(request, Buffer.concat(chunks));
      response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the stand-in has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    objects,
    failNext(times) {
      failing = times;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function etag(bytes: Buffer): string {
  return createHash('md5').update(bytes).digest('hex');
}

function xml(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${name}>${inside}</${name}>`;
}
