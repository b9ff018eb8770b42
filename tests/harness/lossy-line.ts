import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { drawsFrom } from '../prove/fuzz/malformed.ts';

/** What may become of a request on a bad line. */
export const fates = [
  'passed',
  'request lost',
  'request cut short',
  'doubled',
  'late',
  'reply lost',
  'reply cut short',
  'repeated later',
] as const;
export type Fate = (typeof fates)[number];

/** A line between desks and province, as HTTP sees it: requests and replies are dropped, cut, doubled, late. */
export interface LossyLine {
  readonly url: string;
  /** From now on everything passes. */
  calm(): void;
  /** How often each fate was met. */
  readonly met: Readonly<Record<Fate, number>>;
  close(): Promise<void>;
}

interface Whole {
  readonly method: string;
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** @param seed draws the fates, in the order in which requests come */
export async function lossyLine(target: () => number, seed: string): Promise<LossyLine> {
  const met = Object.fromEntries(fates.map((fate) => [fate, 0])) as Record<Fate, number>;
  const agent = new Agent({ keepAlive: true });
  const later = new Set<NodeJS.Timeout>();
  let bad = true;
  let requests = 0;

  const after = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      later.delete(timer);
      work();
    }, ms);
    later.add(timer);
  };
  /** Half of the body under the length of all of it, and then nothing. */
  const sendHalf = ({ method, path, headers, body }: Whole, done: () => void): void => {
    const far = httpRequest({ host: '127.0.0.1', port: target(), method, path, headers, agent: false });
    far.on('error', done).on('response', (response) => response.resume());
    far.write(body.subarray(0, Math.floor(body.length / 2)), () => {
      far.destroy();
      done();
    });
  };
  const send = ({ method, path, headers, body }: Whole): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const far = httpRequest({ host: '127.0.0.1', port: target(), method, path, headers, agent }, resolve);
      far.on('error', reject);
      far.end(body);
    });
  const bytesOf = async (response: IncomingMessage): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    return Buffer.concat(parts);
  };

  const carry = async (request: IncomingMessage, reply: ServerResponse): Promise<void> => {
    const draws = drawsFrom(`${seed} ${requests++}`);
    const fate = bad && draws.below(100) < 35 ? (fates[1 + draws.below(fates.length - 1)] ?? 'passed') : 'passed';
    met[fate] += 1;
    const gone = (): void => void request.socket.destroy();
    const { method = 'GET', url: path = '/', headers } = request;
    const whole: Whole = { method, path, headers, body: await bytesOf(request) };
    if (fate === 'request lost') return gone();
    if (fate === 'request cut short') return sendHalf(whole, gone);
    if (fate === 'late') await new Promise<void>((resolve) => after(draws.below(1500), resolve));
    if (fate === 'doubled')
      void send(whole).then(
        (twin) => twin.resume(),
        () => undefined,
      );
    if (fate === 'repeated later') {
      const again = (): void =>
        void send(whole).then(
          (twin) => twin.resume(),
          () => undefined,
        );
      after(draws.below(4000), again);
    }
    const response = await send(whole);
    if (path === '/v1/hints') {
      reply.writeHead(response.statusCode ?? 502, response.headers);
      reply.flushHeaders();
      response.pipe(reply);
      response.on('error', gone);
      reply.on('close', () => response.destroy());
      if (fate !== 'passed') after(draws.below(3000), gone);
      return;
    }
    const body = await bytesOf(response);
    if (fate === 'reply lost') return gone();
    reply.writeHead(response.statusCode ?? 502, response.headers);
    if (fate !== 'reply cut short') {
      reply.end(body);
      return;
    }
    reply.write(body.subarray(0, Math.floor(body.length / 2)), gone);
  };

  const server = createServer((request, reply) => {
    // The far end is down or has died on the way: so is the line.
    carry(request, reply).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the line has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calm() {
      bad = false;
    },
    met,
    async close() {
      later.forEach((timer) => clearTimeout(timer));
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
