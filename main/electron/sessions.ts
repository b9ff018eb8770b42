import { session, type Session } from 'electron';
import type { Fetch } from '../desk/ports.ts';
import { blockNetwork } from './network.ts';
import { refuseFiles, servePage } from './protocol.ts';

/** The page's session: in memory only (nothing of a citizen in a browser profile), and cut off from every line. */
export function pageSession(root: string, development: boolean): Session {
  const page = session.fromPartition('page', { cache: false });
  servePage(page, root);
  blockNetwork(page, { schemes: [], development });
  return page;
}

/** Nothing of ours uses the default session; whatever ends up there gets nowhere. */
export function closeDefaultSession(): void {
  refuseFiles(session.defaultSession);
  blockNetwork(session.defaultSession, { schemes: [], development: false });
}

/** The desk's line: the system's proxy and certificates, as offices need them; no cookies, no cache, no page in it. */
export function lineFetch(): Fetch {
  const line = session.fromPartition('line', { cache: false });
  return (url, init) =>
    line.fetch(url, { ...init, credentials: 'omit', cache: 'no-store', bypassCustomProtocolHandlers: true });
}
