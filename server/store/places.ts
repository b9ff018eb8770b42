import pg from 'pg';

/**
 * Where a database may be found. As libpq has it: `postgres://USER:PASSWORD@HOST:PORT,HOST:PORT/NAME`, a primary and the
 * standbys that may take its place. With several, or with `target_session_attrs=read-write` (or `primary`), only the one
 * that can be written to will do.
 */
export interface DatabasePlaces {
  /** One connection string a place, in the order given. */
  readonly urls: readonly [string, ...string[]];
  readonly mustWrite: boolean;
}

const ATTRS = 'target_session_attrs';

/** @throws Error for attributes under which this server could not work */
export function placesOf(url: string): DatabasePlaces {
  const [before = '', hosts = '', after = ''] =
    /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/s.exec(url)?.slice(1) ?? [];
  const [path, query] = splitOnce(after, '?');
  const words = new URLSearchParams(query);
  const attrs = words.get(ATTRS);
  if (attrs !== null && !['any', 'read-write', 'primary'].includes(attrs)) {
    throw new Error(`DATABASE_URL: ${ATTRS}=${attrs} is nothing the server can write to`);
  }
  words.delete(ATTRS);
  const rest = words.size === 0 ? path : `${path}?${words.toString()}`;
  const [first = '', ...others] = hosts.split(',');
  if (attrs === null && others.length === 0) return { urls: [url], mustWrite: false };
  const urlAt = (host: string): string => `${before}${host}${rest}`;
  return {
    urls: [urlAt(first), ...others.map(urlAt)],
    mustWrite: others.length > 0 || attrs === 'read-write' || attrs === 'primary',
  };
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** @throws Error where what is behind this connection takes no writes: a standby that was not promoted */
export async function assertWritable(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ transaction_read_only: string }>('show transaction_read_only');
  if (rows[0]?.transaction_read_only !== 'off') throw new ReadOnlyPlace();
}

export class ReadOnlyPlace extends Error {
  override readonly name = 'ReadOnlyPlace';
  /** Of PostgreSQL: read_only_sql_transaction. */
  readonly code = '25006';

  constructor() {
    super('the database takes no writes here');
  }
}

/** One connection, to the place that can be written to. @throws what the last place tried said */
export async function connectTo(url: string, config: Omit<pg.ClientConfig, 'connectionString'>): Promise<pg.Client> {
  const { urls, mustWrite } = placesOf(url);
  let fault: unknown;
  for (const connectionString of urls) {
    const client = new pg.Client({ ...config, connectionString });
    client.on('error', () => undefined);
    try {
      await client.connect();
      if (mustWrite) await assertWritable(client);
      return client;
    } catch (error) {
      fault = error;
      await client.end().catch(() => undefined);
    }
  }
  throw fault;
}
