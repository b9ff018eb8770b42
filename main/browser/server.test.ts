import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type ClientRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deskCalls } from '../../contract/desk.ts';
import { MOST_READ } from '../../contract/desk/courier.ts';
import { systemRandom } from '../random.ts';
import { MAX_BODY_BYTES } from './calls.ts';
import { serveLoopback, type LoopbackHost } from './server.ts';
import { handClock, notedDesk, silentLog, type HandClock, type NotedDesk } from './stand-ins.ts';

let folder = '';
let desk: NotedDesk;
let clock: HandClock;
let host: LoopbackHost;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loopback-'));
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'page', 'assets', 'index-1a.js'), 'export {}');
  writeFileSync(join(folder, 'secret.js'), 'no');
  desk = notedDesk();
  clock = handClock();
  host = await serveLoopback({
    desk,
    pageDir: join(folder, 'page'),
    clock,
    random: systemRandom,
    log: silentLog,
    port: 0,
    onTokenUsed: () => {},
  });
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
function send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Got> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(host.origin);
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
const navigation = { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const asset = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'script' };
const script = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
const post = (): Record<string, string> => ({ ...script, origin: host.origin, 'content-type': 'application/json' });

async function bearer(): Promise<string> {
  const { body } = await send('POST', '/tab', post(), JSON.stringify({ token: host.tokens.issue(1000) }));
  return JSON.parse(body).bearer;
}
async function call(name: string, input: unknown, headers: Record<string, string> = {}): Promise<Got> {
  return send('POST', `/call/${name}`, { ...post(), ...headers }, JSON.stringify(input));
}

test('the page comes with a strict policy', async () => {
  const one = await send('GET', '/', navigation);
  expect(one.status).toBe(200);
  const policy = String(one.headers['content-security-policy']);
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(policy.split('; ')).toContain(rule);
  }
  expect(policy).not.toContain('unsafe');
  expect(one.headers).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'content-type': 'text/html; charset=utf-8',
  });
  expect(one.headers).not.toHaveProperty('access-control-allow-origin');
});

test('a built file is kept by the browser, and read from the page’s folder only', async () => {
  const file = await send('GET', '/assets/index-1a.js', asset);
  expect(file).toMatchObject({ status: 200, body: 'export {}' });
  expect(file.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'private, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect((await send('GET', '/assets/none.js', asset)).status).toBe(404);
  for (const path of [
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/./secret.js',
  ]) {
    const { status, body } = await send('GET', path, asset);
    expect([400, 404]).toContain(status);
    expect(body).not.toContain('no"');
    expect(body).not.toBe('no');
  }
});

test('a token opens a tab once; then every call reaches the desk under that tab’s session', async () => {
  const token = host.tokens.issue(1000);
  const first = await send('POST', '/tab', post(), JSON.stringify({ token }));
  expect(first.status).toBe(200);
  const again = await send('POST', '/tab', post(), JSON.stringify({ token }));
  expect(again.status).toBe(401);
  expect(JSON.parse(again.body)).toMatchObject({ ok: false, error: { code: 'GN-01' } });

  const authorization = `Bearer ${JSON.parse(first.body).bearer}`;
  const reply = await call('draft.open', { id: 'Nguyễn' }, { authorization });
  expect(reply.status).toBe(200);
  expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { id: 'Nguyễn' } });
  expect(reply.headers['cache-control']).toBe('no-store');
  await call('status.get', {}, { authorization });
  expect(desk.calls.map(({ name, caller }) => [name, caller.trusted])).toEqual([
    ['draft.open', true],
    ['status.get', true],
  ]);
  expect(desk.calls[0]?.caller.session).toBe(desk.calls[1]?.caller.session);
});

test(
  'no call of the contract reaches the desk without our bearer, Origin, Host and Sec-Fetch',
  { timeout: 30_000 },
  async () => {
    const authorization = `Bearer ${await bearer()}`;
    const wrong: Record<string, string>[] = [
      {},
      { authorization: '' },
      { authorization: `Bearer ${'A'.repeat(43)}` },
      { authorization: authorization.replace('Bearer', 'Basic') },
      { authorization: `Bearer ${host.tokens.issue(1000)}` },
      { authorization, origin: 'http://evil.com' },
      { authorization, origin: 'null' },
      { authorization, host: 'evil.com' },
      { authorization, host: host.origin.replace('http://127.0.0.1', 'localhost') },
      { authorization, host: host.origin.replace('http://127.0.0.1', '127.0.0.1.evil.com') },
      { authorization, 'sec-fetch-site': 'cross-site' },
      { authorization, 'sec-fetch-dest': 'iframe' },
    ];
    for (const name of Object.keys(deskCalls)) {
      for (const headers of wrong) {
        const { status, body } = await call(name, {}, headers);
        expect([401, 403]).toContain(status);
        expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'GN-01' } });
      }
    }
    expect(desk.calls).toEqual([]);
  },
);

test('an unreadable and an oversized body are refused without the desk', async () => {
  const headers = { ...post(), authorization: `Bearer ${await bearer()}` };
  const broken = await send('POST', '/call/status.get', headers, '{');
  expect([broken.status, JSON.parse(broken.body).error.code]).toEqual([400, 'GN-02']);
  const large = await send('POST', '/call/status.get', headers, `"${'x'.repeat(MAX_BODY_BYTES)}"`).catch(
    (error: unknown) => error,
  );
  // The host answers 413 and hangs up; a client still sending may see only the latter.
  expect(large instanceof Error || (large as Got).status === 413).toBe(true);
  expect(desk.calls).toEqual([]);
});

test('a file carried by hand may be as large as the desk reads', async () => {
  const bytes = 'A'.repeat(MOST_READ);
  const authorization = `Bearer ${await bearer()}`;
  expect((await call('courier.read', { bytes }, { authorization })).status).toBe(200);
  expect(desk.calls.map(({ name }) => name)).toEqual(['courier.read']);
});

/** Opens the topic stream of a new tab. @returns the topics that came so far, and how to hang up */
async function listen(): Promise<{ readonly heard: string[]; readonly stream: ClientRequest }> {
  const headers = { ...script, authorization: `Bearer ${await bearer()}` };
  const heard: string[] = [];
  return new Promise((resolve, reject) => {
    const stream = httpRequest(`${host.origin}/topics`, { headers, agent: false }, (response) => {
      // Hanging up is an error to the reader.
      response.on('error', () => {});
      const lines = createInterface({ input: response });
      lines.on('error', () => {});
      lines.on('line', (line) => {
        if (line !== '') heard.push(JSON.parse(line).topic);
      });
      resolve({ heard, stream });
    });
    stream.on('error', reject);
    stream.end();
  });
}

test('topics stream to a tab with a bearer and stop with it', async () => {
  expect((await send('GET', '/topics', script)).status).toBe(401);
  const { heard, stream } = await listen();
  desk.tell('drafts');
  desk.tell('status');
  await vi.waitFor(() => expect(heard).toEqual(['drafts', 'status']));
  clock.pass(3_600_000);
  expect(desk.forgotten).toEqual([]);
  stream.destroy();
  await vi.waitFor(() => expect(desk.listeners.size).toBe(0));
  clock.pass(3_600_000);
  expect(desk.forgotten).toHaveLength(1);
});

test('a tab that reads slowly is told each topic once, not once for every change', async () => {
  const { heard, stream } = await listen();
  for (let i = 0; i < 100_000; i += 1) desk.tell('drafts');
  desk.tell('status');
  await vi.waitFor(() => expect(heard.at(-1)).toBe('status'));
  expect(heard).toContain('drafts');
  expect(heard.length).toBeLessThan(10_000);
  stream.destroy();
});

test('a socket upgrade is refused', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(new URL(host.origin).port), '127.0.0.1', () => {
      socket.write(
        `GET /topics HTTP/1.1\r\nHost: ${new URL(host.origin).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
    });
    socket.on('data', (data) => resolve(data.toString()));
    socket.on('error', reject);
  });
  expect(answer).toContain('403 Forbidden');
});

test('no other address of this computer answers', async () => {
  const port = Number(new URL(host.origin).port);
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'));
  for (const address of [...others, '127.0.0.2']) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: address, port, timeout: 1000 }, () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('timeout', () => resolve(false));
    });
    expect({ address, reached }).toEqual({ address, reached: false });
  }
});

test('closing hangs up streams and ends every tab', async () => {
  await bearer();
  await host.close();
  expect(desk.forgotten).toHaveLength(1);
  await expect(send('GET', '/', navigation)).rejects.toThrow('ECONNREFUSED');
});

test('a folder without a built page is said at once', async () => {
  const options = { desk, clock, random: systemRandom, log: silentLog, port: 0, onTokenUsed: () => {} };
  await expect(serveLoopback({ ...options, pageDir: folder })).rejects.toThrow('npm run build');
});
