import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { ProblemError } from '../../../contract/problems.ts';
import type { Language } from '../../../domain/voice/spoken.ts';
import type { Clock, Log } from '../../desk/ports.ts';
import type { Lan } from '../lan.ts';
import { POINT, SCRIPT, STYLE } from './assets.ts';
import { CONNECTIONS, countedBy, isNear, plainAddress, REQUESTS, TAKEN } from './limits.ts';
import { doorPage, ticketPage, wordsPage } from './pages.ts';
import type { PhoneSide } from './side.ts';
import { createWatch } from './watch.ts';

/** A request and its answer are over within, ms; a phone that watches stays. */
const WITHIN_MS = 10_000;
const MOST_BODY = 1024;
const PHONE_COOKIE = /(?:^|;\s*)p=([A-Za-z0-9_-]{22}|[A-Za-z0-9_-]{16})(?:;|$)/;
const TICKET_PATH = /^\/t\/([A-Za-z0-9_-]{16})(\/live)?$/;

export interface PhoneServer {
  readonly port: number;
  /** Something in the hall has changed. */
  changed(): void;
  close(): Promise<void>;
}

interface Asked {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly language: Language;
  /** Random id this phone was given, or the token of the ticket it came with from another desk; empty: none. */
  readonly phone: string;
}

/** The pages for phones on the office's own network: plain HTTP, nobody's name in them. @throws where the port is taken */
export async function servePhones(
  { lan, clock, log }: { readonly lan: Lan; readonly clock: Clock; readonly log: Log },
  side: PhoneSide,
): Promise<PhoneServer> {
  const watch = createWatch(side, clock);
  const requests = countedBy(REQUESTS);
  const taken = TAKEN.map(countedBy);
  const sockets = new Map<Socket, string>();

  const server = createServer({ maxHeaderSize: 8192, keepAlive: false }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error('a phone was not answered', error);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain', '');
    });
  });
  server.on('clientError', (_error, socket) => socket.destroy());

  function arrived(socket: Socket): void {
    const from = plainAddress(socket.remoteAddress ?? '');
    const same = [...sockets.values()].filter((other) => other === from).length;
    if (!isNear(from) || same >= CONNECTIONS.each || sockets.size >= CONNECTIONS.all) return void socket.destroy();
    sockets.set(socket, from);
    const cancel = clock.after(WITHIN_MS, () => socket.destroy());
    deadlines.set(socket, cancel);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      cancel();
      sockets.delete(socket);
    });
    server.emit('connection', socket);
  }
  const deadlines = new WeakMap<Socket, () => void>();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const from = plainAddress(request.socket.remoteAddress ?? '');
    const { host = '', cookie = '', origin } = request.headers;
    // An address typed or read from a QR is a number: a name here is somebody's trick to have us answer as theirs.
    if (!/^[\d.]+(:\d+)?$/.test(host)) return send(response, 421, 'text/plain', '');
    const url = URL.parse(request.url ?? '', `http://${host}`);
    if (url === null) return send(response, 400, 'text/plain', '');
    const asked: Asked = {
      path: url.pathname,
      query: url.searchParams,
      language: url.searchParams.get('l') === 'en' ? 'en' : 'vi',
      phone: PHONE_COOKIE.exec(cookie)?.[1] ?? '',
    };
    if (!requests.pass(from, clock.monotonic())) {
      return page(response, 429, wordsPage(side, 'tooOften', '', asked.language));
    }
    if (request.method === 'POST' && asked.path === '/lay-so') {
      if (origin !== undefined && origin !== `http://${host}`) return send(response, 403, 'text/plain', '');
      const form = await bodyOf(request);
      if (form === null) return send(response, 413, 'text/plain', '');
      return take(response, asked, new URLSearchParams(form), from);
    }
    if (request.method !== 'GET') return send(response, 405, 'text/plain', '');
    get(request, response, asked);
  }

  function get(request: IncomingMessage, response: ServerResponse, asked: Asked): void {
    const { path, query, language, phone } = asked;
    if (path === '/p.css') return send(response, 200, 'text/css; charset=utf-8', STYLE, { 'cache-control': KEEP });
    if (path === '/p.js')
      return send(response, 200, 'text/javascript; charset=utf-8', SCRIPT, { 'cache-control': KEEP });
    if (path === '/favicon.ico') return send(response, 204, 'image/gif', '', { 'cache-control': KEEP });
    if (path === '/up.gif') return send(response, side.isLive() ? 200 : 503, 'image/gif', side.isLive() ? POINT : '');
    if (path === '/') return door(response, query.get('k') ?? '', phone, language);
    const [, token = '', live] = TICKET_PATH.exec(path) ?? [];
    const ticket = token === '' ? null : side.ticket(token);
    if (ticket === null) return page(response, 404, wordsPage(side, 'unknown', phone, language));
    // Come from a desk that is gone, with that one's cookie out of reach: this one knows it by its ticket.
    const known = phone === '' && ticket.isPhones ? ownCookie(token) : {};
    if (live === undefined) return page(response, 200, ticketPage(side, ticket, language), known);
    deadlines.get(request.socket)?.();
    // Until the line ends, in no chunks: what is said goes to the network as it is.
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, { ...headers(side), 'content-type': 'text/event-stream; charset=utf-8' });
    watch.add(response, token, language);
  }

  function door(response: ServerResponse, key: string, phone: string, language: Language): void {
    if (!side.mayOpen(key, 'open')) return page(response, 200, wordsPage(side, 'scan', phone, language));
    if (!side.isOpen()) return page(response, 200, wordsPage(side, 'closed', phone, language));
    // Numbers are taken at the host's pages while there is one: a phone has one cookie in the whole office.
    const host = side.hostsPages();
    if (host !== null) {
      const location = `${host}/?k=${encodeURIComponent(key)}${language === 'en' ? '&l=en' : ''}`;
      return send(response, 303, 'text/plain', '', { location });
    }
    const id = phone === '' ? side.newPhone() : phone;
    page(response, 200, doorPage(side, key, id, language), ownCookie(id));
  }

  async function take(response: ServerResponse, asked: Asked, form: URLSearchParams, from: string): Promise<void> {
    const { phone } = asked;
    const language = form.get('l') === 'en' ? 'en' : 'vi';
    const refuse = (status: number, what: Parameters<typeof wordsPage>[1]): void =>
      page(response, status, wordsPage(side, what, phone, language));
    if (!side.mayOpen(form.get('k') ?? '', 'take')) return refuse(403, 'scan');
    if (phone === '') return refuse(403, 'cookie');
    if (!side.isOpen()) return refuse(503, 'closed');
    if (side.isFull()) return refuse(503, 'full');
    // Counted by each of them, whatever the others say.
    const within = taken.map((counted) => counted.pass(from, clock.monotonic()));
    if (within.includes(false)) return refuse(429, 'tooMany');
    const priority = form.get('u') ?? '';
    const known = side.priorities().some(({ id }) => id === priority);
    const series = form.get('s') ?? '';
    if (!side.series().some(({ letter }) => letter === series)) return refuse(400, 'cookie');
    try {
      const token = await side.take({ series, priority: known ? priority : null, phone });
      send(response, 303, 'text/plain', '', { location: `/t/${token}${language === 'en' ? '?l=en' : ''}` });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      log.warn('a phone was given no number', { code: error.code });
      refuse(503, 'failed');
    }
  }

  function page(response: ServerResponse, status: number, html: string, more: Record<string, string> = {}): void {
    send(response, status, 'text/html; charset=utf-8', html, more);
  }

  function send(
    response: ServerResponse,
    status: number,
    type: string,
    body: string | Uint8Array,
    more: Record<string, string> = {},
  ): void {
    response.writeHead(status, { ...headers(side), 'content-type': type, ...more });
    response.end(body);
  }

  const listening = await lan.listen(arrived, 'phones');
  return {
    port: listening.port,
    changed: () => watch.changed(),
    async close() {
      watch.stop();
      for (const socket of sockets.keys()) socket.destroy();
      await listening.close();
    },
  };
}

/** A number of its own for this phone and day, and nothing else: no script reads it, no other site sends it. */
const ownCookie = (id: string): Record<string, string> => ({
  'set-cookie': `p=${id}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict`,
});

const KEEP = 'max-age=600';

/** The pictures of `/up.gif` alone come from elsewhere: from the hall's other desks, to know whether they answer. */
function headers(side: PhoneSide): Record<string, string> {
  const own = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'";
  return {
    'content-security-policy': `${own}; img-src 'self' ${side.others().join(' ')}; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cache-control': 'no-store',
    connection: 'close',
  };
}

/** Null: longer than a form of ours can be. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part as Uint8Array);
    length += bytes.length;
    if (length > MOST_BODY) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
