import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Reply } from '../../contract/desk.ts';
import type { ProblemCode } from '../../contract/problems.ts';
import type { Clock, Desk, Log, Randomness } from '../desk/ports.ts';
import { readJson, roomFor } from './calls.ts';
import { judge, type Route } from './gate.ts';
import { jsonAnswer, staticFiles, type Answer } from './static.ts';
import { createTokens, type Tokens } from './tokens.ts';
import { streamTopics } from './topics.ts';

export interface LoopbackOptions {
  readonly desk: Desk;
  /** Folder of the built page. */
  readonly pageDir: string;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** 0: any free one. */
  readonly port: number;
  /** A token was given back for a bearer: what carried it can go. */
  readonly onTokenUsed: (token: string) => void;
}

export interface LoopbackHost {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly tokens: Tokens;
  /** The page's address with a token in its fragment, which no request carries. */
  addressWith(token: string): string;
  close(): Promise<void>;
}

const tokenSchema = z.strictObject({ token: z.string().max(100) });

/**
 * The desk over HTTP on 127.0.0.1, for a browser of this computer.
 * @throws Error where the page is not built or the port is taken
 */
export async function serveLoopback(options: LoopbackOptions): Promise<LoopbackHost> {
  const { desk, clock, random, log } = options;
  const files = await staticFiles(options.pageDir);
  const tokens = createTokens({
    clock,
    random,
    onUsed: options.onTokenUsed,
    onGone: (session) => desk.forget(session),
  });
  let host = '';

  const problem = (status: number, code: ProblemCode, params: Record<string, string> = {}): Answer => {
    const reply: Reply<never> = { ok: false, error: { code, params, correlationId: random.id() } };
    return jsonAnswer(status, reply);
  };

  const refused = (status: number, why: string): Answer => {
    const answer = problem(status, 'GN-01');
    log.warn('loopback: request refused', { status, why });
    return answer;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<Answer | null> {
    const judgement = judge(
      { method: request.method ?? '', target: request.url ?? '', headers: request.headersDistinct },
      host,
    );
    if (!judgement.pass) return refused(judgement.status, judgement.why);
    return serve(judgement.route, request, response);
  }

  async function serve(route: Route, request: IncomingMessage, response: ServerResponse): Promise<Answer | null> {
    switch (route.kind) {
      case 'page':
      case 'asset':
        return files.read(route.kind === 'page' ? '/' : route.path);
      case 'tab': {
        const body = await readJson(request);
        const parsed = tokenSchema.safeParse(body.ok ? body.value : null);
        const tab = parsed.success ? tokens.exchange(parsed.data.token) : null;
        return tab === null ? refused(401, 'token') : jsonAnswer(200, { bearer: tab.bearer });
      }
      case 'topics': {
        const session = sessionOf(request);
        if (session === null) return refused(401, 'bearer');
        response.once('close', tokens.hold(session));
        streamTopics(response, (listener) => desk.subscribe(listener), clock);
        return null;
      }
      case 'call': {
        const session = sessionOf(request);
        if (session === null) return refused(401, 'bearer');
        const body = await readJson(request, roomFor(route.name));
        if (!body.ok) return problem(body.status, 'GN-02', { where: body.where });
        return jsonAnswer(200, await desk.call({ session, trusted: true }, route.name, body.value));
      }
      default:
        return route satisfies never;
    }
  }

  function sessionOf(request: IncomingMessage): string | null {
    const bearer = /^Bearer ([\w-]{43})$/.exec(request.headers.authorization ?? '')?.[1];
    return bearer === undefined ? null : tokens.sessionOf(bearer);
  }

  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 30_000 }, (request, response) => {
    answer(request, response)
      .catch((error: unknown) => {
        log.error('loopback: request failed', error);
        return response.headersSent ? null : problem(500, 'GN-03');
      })
      .then((ready) => (ready === null ? undefined : send(request, response, ready)))
      .catch((error: unknown) => log.error('loopback: answer failed', error));
  });
  // No page of ours opens a socket; what asks for one is foreign.
  server.on('upgrade', (_request, socket) => {
    log.warn('loopback: request refused', { why: 'upgrade' });
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback host has no port.');
  host = `127.0.0.1:${address.port}`;
  const origin = `http://${host}`;
  log.info('loopback: listening', { port: address.port });

  return {
    origin,
    tokens,
    addressWith: (token) => `${origin}/#${token}`,
    close: () =>
      new Promise((resolve) => {
        tokens.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  // An unread body would be taken for the next request of the connection.
  const rest = request.complete ? {} : { Connection: 'close' };
  response.writeHead(status, { ...headers, ...rest, 'Content-Length': String(Buffer.byteLength(body)) });
  response.end(body);
}
