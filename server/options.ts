import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** How the server and its command line find their province. */
export interface PlaceOptions {
  /** Folder of the server key, and of the database where none is given. */
  readonly folder: string;
  /** Connection string of a PostgreSQL of yours; null: one of our own in the folder. */
  readonly databaseUrl: string | null;
  readonly demo: boolean;
  /** Folder with the catalogue's JSON files. */
  readonly catalogue: URL;
}

/** Where messages to citizens go. `none`: nowhere yet, they wait. */
export type MessageOptions =
  | { readonly kind: 'none' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string };

export interface ListenOptions extends PlaceOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly messages: MessageOptions;
}

/**
 * `--data FOLDER --host ADDRESS --port NUMBER --demo`, or QMC_SERVER_DATA, QMC_SERVER_HOST, QMC_SERVER_PORT,
 * QMC_DEMO=1 and DATABASE_URL. Messages: `--messages-url URL` or `--messages-file PATH`, or QMC_MESSAGES_URL and
 * QMC_MESSAGES_FILE; the secret of a URL in QMC_MESSAGES_SECRET only.
 * @throws Error for a word it does not know, a port that is none, or messages that cannot be sent as asked
 */
export function listenOptions(words: readonly string[], env: NodeJS.ProcessEnv): ListenOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      demo: { type: 'boolean', default: false },
      'messages-url': { type: 'string' },
      'messages-file': { type: 'string' },
    },
  });
  const port = Number(values.port ?? env['QMC_SERVER_PORT'] ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${String(port)}`);
  const place = placeOptions({ data: values.data, demo: values.demo }, env);
  return {
    ...place,
    host: values.host ?? env['QMC_SERVER_HOST'] ?? '127.0.0.1',
    port,
    messages: messageOptions(
      {
        url: values['messages-url'] ?? env['QMC_MESSAGES_URL'] ?? '',
        file: values['messages-file'] ?? env['QMC_MESSAGES_FILE'] ?? '',
        secret: env['QMC_MESSAGES_SECRET'] ?? '',
      },
      place,
    ),
  };
}

/** Bytes of the secret shared with a gateway, at least. */
const SHORTEST_SECRET = 32;

function messageOptions(
  { url, file, secret }: { readonly url: string; readonly file: string; readonly secret: string },
  place: PlaceOptions,
): MessageOptions {
  if (url !== '' && file !== '') throw new Error('messages go to a URL or to a file, not to both');
  if (file !== '') return { kind: 'file', path: resolve(file) };
  if (url === '') return place.demo ? { kind: 'file', path: join(place.folder, 'messages.jsonl') } : { kind: 'none' };
  const { protocol, hostname } = new URL(url);
  const own = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol !== 'https:' && !(protocol === 'http:' && own)) {
    throw new Error('messages leave this machine by https only');
  }
  if (Buffer.byteLength(secret) < SHORTEST_SECRET) {
    throw new Error(`QMC_MESSAGES_SECRET must be set, of ${SHORTEST_SECRET} bytes or more`);
  }
  return { kind: 'webhook', url, secret };
}

export function placeOptions(
  given: { readonly data?: string | undefined; readonly demo?: boolean | undefined },
  env: NodeJS.ProcessEnv,
): PlaceOptions {
  const demo = given.demo === true || env['QMC_DEMO'] === '1';
  const folder = given.data ?? env['QMC_SERVER_DATA'] ?? join('.quay-mot-cua', demo ? 'province-demo' : 'province');
  const databaseUrl = env['DATABASE_URL'] ?? '';
  return {
    folder: resolve(folder),
    databaseUrl: databaseUrl === '' ? null : databaseUrl,
    demo,
    catalogue: new URL('../catalogue/', import.meta.url),
  };
}
