/**
 * Judges a request to the loopback host before anything of it is read. Whatever runs on this computer or stands on a
 * web page can connect to 127.0.0.1; only our own page, in the top frame of a tab, may be answered.
 *
 * - `Host` exactly `127.0.0.1:PORT`: a name that was made to point at 127.0.0.1 (DNS rebinding) is refused, and with
 *   it `localhost`, `[::1]` and every look-alike.
 * - `Sec-Fetch-*`: set by the browser and out of reach of a page's script. A frame, a foreign page's script, image,
 *   form or socket says so itself. A program that sends none of them is not our page either.
 * - `Origin` exactly ours on every POST.
 */
export interface GateRequest {
  readonly method: string;
  /** The request target as sent. */
  readonly target: string;
  /** Lower-case names; a header sent twice has two values. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
}

export type Route =
  | { readonly kind: 'page' }
  | { readonly kind: 'asset'; readonly path: string }
  | { readonly kind: 'tab' }
  | { readonly kind: 'topics' }
  | { readonly kind: 'call'; readonly name: string };

export type Judgement =
  | { readonly pass: true; readonly route: Route }
  | { readonly pass: false; readonly status: 400 | 403 | 404 | 405 | 415; readonly why: Refusal };

/** Goes into the log; the answer itself says no more than GN-01. */
type Refusal = 'host' | 'target' | 'method' | 'fetch-site' | 'fetch-dest' | 'origin' | 'content-type' | 'unknown';

/** What a page may load from its own origin; a frame, object or worker is not among them. */
const ASSET_DESTINATIONS = new Set(['script', 'style', 'font', 'image', 'audio', 'empty', 'manifest']);

/** @param host ours: `127.0.0.1:PORT` */
export function judge(request: GateRequest, host: string): Judgement {
  if (only(request, 'host') !== host) return refuse(403, 'host');
  const route = routeOf(request.target);
  if (route === null) return refuse(400, 'target');
  if (route.kind === 'unknown') return refuse(404, 'unknown');
  switch (route.kind) {
    case 'page':
      return judgePage(request, route);
    case 'asset':
      return judgeAsset(request, route);
    case 'topics':
      return request.method === 'GET' ? judgeScript(request, route) : refuse(405, 'method');
    case 'tab':
    case 'call':
      if (request.method !== 'POST') return refuse(405, 'method');
      if (only(request, 'origin') !== `http://${host}`) return refuse(403, 'origin');
      if (only(request, 'content-type') !== 'application/json') return refuse(415, 'content-type');
      return judgeScript(request, route);
    default:
      return route satisfies never;
  }
}

/**
 * The page itself holds nothing and does nothing without a token, so a link from elsewhere (our own hand-over file
 * is one: a `file:` page) may open it, at the top of a tab only.
 */
function judgePage(request: GateRequest, route: Route): Judgement {
  if (request.method !== 'GET') return refuse(405, 'method');
  if (only(request, 'sec-fetch-dest') !== 'document') return refuse(403, 'fetch-dest');
  if (only(request, 'sec-fetch-mode') !== 'navigate') return refuse(403, 'fetch-dest');
  return { pass: true, route };
}

function judgeAsset(request: GateRequest, route: Route): Judgement {
  if (request.method !== 'GET') return refuse(405, 'method');
  if (only(request, 'sec-fetch-site') !== 'same-origin') return refuse(403, 'fetch-site');
  if (!ASSET_DESTINATIONS.has(only(request, 'sec-fetch-dest') ?? '')) return refuse(403, 'fetch-dest');
  return { pass: true, route };
}

function judgeScript(request: GateRequest, route: Route): Judgement {
  if (only(request, 'sec-fetch-site') !== 'same-origin') return refuse(403, 'fetch-site');
  if (only(request, 'sec-fetch-dest') !== 'empty') return refuse(403, 'fetch-dest');
  // A same-origin GET carries no Origin; one that does must still be ours.
  const origin = request.headers['origin'];
  if (origin !== undefined && only(request, 'origin') !== `http://${only(request, 'host') ?? ''}`) {
    return refuse(403, 'origin');
  }
  return { pass: true, route };
}

/** @returns null where the target is no plain path of ours. */
function routeOf(target: string): Route | { readonly kind: 'unknown' } | null {
  // No absolute form, no `//other-host`, no query, no escapes: none of our paths needs them.
  if (!/^\/(?!\/)[\w./-]*$/.test(target) || target.split('/').includes('..')) return null;
  if (target === '/') return { kind: 'page' };
  if (target === '/tab') return { kind: 'tab' };
  if (target === '/topics') return { kind: 'topics' };
  const call = /^\/call\/([A-Za-z]{1,40}\.[A-Za-z]{1,40})$/.exec(target)?.[1];
  if (call !== undefined) return { kind: 'call', name: call };
  if (target.startsWith('/call/')) return { kind: 'unknown' };
  return { kind: 'asset', path: target };
}

/** The value of a header that was sent exactly once. */
function only(request: GateRequest, name: string): string | undefined {
  const values = request.headers[name];
  return values?.length === 1 ? values[0] : undefined;
}

function refuse(status: Exclude<Judgement, { pass: true }>['status'], why: Refusal): Judgement {
  return { pass: false, status, why };
}
