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

export interface ListenOptions extends PlaceOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
}

/**
 * `--data FOLDER --host ADDRESS --port NUMBER --demo`, or QMC_SERVER_DATA, QMC_SERVER_HOST, QMC_SERVER_PORT,
 * QMC_DEMO=1 and DATABASE_URL.
 * @throws Error for a word it does not know or a port that is none
 */
export function listenOptions(words: readonly string[], env: NodeJS.ProcessEnv): ListenOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      data: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
      demo: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port ?? env['QMC_SERVER_PORT'] ?? '0');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`not a port: ${String(port)}`);
  return {
    ...placeOptions({ data: values.data, demo: values.demo }, env),
    host: values.host ?? env['QMC_SERVER_HOST'] ?? '127.0.0.1',
    port,
  };
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
