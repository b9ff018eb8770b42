import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { usualLimits } from './ports.ts';
import type { ScanOptions } from './scans/store.ts';

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
  readonly scans: ScanOptions;
  /** Where figures for Prometheus are told; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** How long a server that was asked to end still takes requests while it says that it is not ready, ms. */
  readonly leaveAfterMs: number;
  /** Proxies whose word on where a request came from counts: `loopback`, addresses, ranges (`10.1.0.0/16`). */
  readonly proxies: readonly string[];
  /** Requests a minute of one address. */
  readonly addressLimit: number;
  /** Origins of the portal whose files desks may open (`https://…`); none: no file can be opened. */
  readonly portalFiles: readonly string[];
}

/**
 * `--data FOLDER --host ADDRESS --port NUMBER --demo`, or QMC_SERVER_DATA, QMC_SERVER_HOST, QMC_SERVER_PORT,
 * QMC_DEMO=1 and DATABASE_URL. Messages: `--messages-url URL` or `--messages-file PATH`, or QMC_MESSAGES_URL and
 * QMC_MESSAGES_FILE; the secret of a URL in QMC_MESSAGES_SECRET only. Digitised papers: `--scans FOLDER` or QMC_SCANS, else
 * the folder `scans` of the data; or QMC_SCANS_S3_BUCKET with QMC_SCANS_S3_REGION and, for a store that is not Amazon's,
 * QMC_SCANS_S3_ENDPOINT. `--metrics-port NUMBER --metrics-host ADDRESS` and `--leave-after SECONDS`, or QMC_METRICS_PORT,
 * QMC_METRICS_HOST and QMC_LEAVE_AFTER. Files at the portal: `--portal-files ORIGIN` or QMC_PORTAL_FILES, several with
 * commas between. Behind a proxy that is not on this machine: `--trust-proxy ADDRESS` or QMC_TRUST_PROXY, several with commas
 * between, and `--address-limit NUMBER` or QMC_ADDRESS_LIMIT.
 * @throws Error for a word it does not know, a port that is none, messages or scans that cannot be sent as asked
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
      scans: { type: 'string' },
      'metrics-port': { type: 'string' },
      'metrics-host': { type: 'string' },
      'leave-after': { type: 'string' },
      'portal-files': { type: 'string' },
      'trust-proxy': { type: 'string' },
      'address-limit': { type: 'string' },
    },
  });
  const port = portOf(values.port ?? env['QMC_SERVER_PORT'] ?? '0');
  const metricsPort = values['metrics-port'] ?? env['QMC_METRICS_PORT'] ?? '';
  const leaveAfter = Number(values['leave-after'] ?? env['QMC_LEAVE_AFTER'] ?? '0');
  if (!(leaveAfter >= 0 && leaveAfter <= 600)) throw new Error('--leave-after is 0 to 600 seconds');
  const place = placeOptions({ data: values.data, demo: values.demo }, env);
  return {
    ...place,
    host: values.host ?? env['QMC_SERVER_HOST'] ?? '127.0.0.1',
    port,
    metrics:
      metricsPort === ''
        ? null
        : { host: values['metrics-host'] ?? env['QMC_METRICS_HOST'] ?? '127.0.0.1', port: portOf(metricsPort) },
    leaveAfterMs: Math.round(leaveAfter * 1000),
    messages: messageOptions(
      {
        url: values['messages-url'] ?? env['QMC_MESSAGES_URL'] ?? '',
        file: values['messages-file'] ?? env['QMC_MESSAGES_FILE'] ?? '',
        secret: env['QMC_MESSAGES_SECRET'] ?? '',
      },
      place,
    ),
    proxies: proxiesOf(values['trust-proxy'] ?? env['QMC_TRUST_PROXY'] ?? ''),
    addressLimit: addressLimitOf(values['address-limit'] ?? env['QMC_ADDRESS_LIMIT'] ?? ''),
    portalFiles: originsOf(values['portal-files'] ?? env['QMC_PORTAL_FILES'] ?? ''),
    scans: scanOptions(values.scans ?? env['QMC_SCANS'] ?? '', env, place),
  };
}

/** Always a proxy on this machine. @throws Error for what is no address and no range */
function proxiesOf(text: string): string[] {
  const named = wordsOf(text).map((word) => {
    const [address = '', length, ...more] = word.split('/');
    const version = isIP(address);
    const most = version === 4 ? 32 : 128;
    const isRange = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= most);
    if (version === 0 || !isRange || more.length > 0) throw new Error(`not the address of a proxy: ${word}`);
    return word;
  });
  return ['loopback', ...named];
}

function addressLimitOf(text: string): number {
  if (text === '') return usualLimits.address;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 60) throw new Error('--address-limit is 60 requests a minute or more');
  return limit;
}

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** @throws Error for what is no https origin; on this machine itself http will do */
function originsOf(text: string): string[] {
  return wordsOf(text).map((word) => {
    const { protocol, hostname, origin } = new URL(word);
    const own = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
    if (protocol !== 'https:' && !(protocol === 'http:' && own)) throw new Error(`not an https address: ${word}`);
    return origin;
  });
}

/** Where digitised papers lie. @param folder empty: that of the data, unless the environment names a bucket */
export function scanOptions(folder: string, env: NodeJS.ProcessEnv, place: Pick<PlaceOptions, 'folder'>): ScanOptions {
  const bucket = env['QMC_SCANS_S3_BUCKET'] ?? '';
  if (bucket === '') return { kind: 'folder', path: folder === '' ? join(place.folder, 'scans') : resolve(folder) };
  if (folder !== '') throw new Error('scans are kept in a folder or in a bucket, not in both');
  const region = env['QMC_SCANS_S3_REGION'] ?? '';
  if (region === '') throw new Error('QMC_SCANS_S3_REGION must be set beside QMC_SCANS_S3_BUCKET');
  const endpoint = env['QMC_SCANS_S3_ENDPOINT'] ?? '';
  if (endpoint !== '') assertSafe(endpoint, 'scans');
  return { kind: 's3', bucket, region, endpoint: endpoint === '' ? null : endpoint };
}

/** @throws Error for an address that would carry it in the clear over somebody's line */
function assertSafe(url: string, what: string): void {
  const { protocol, hostname } = new URL(url);
  const own = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol !== 'https:' && !(protocol === 'http:' && own)) {
    throw new Error(`${what} leave this machine by https only`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${text}`);
  return port;
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
  assertSafe(url, 'messages');
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
