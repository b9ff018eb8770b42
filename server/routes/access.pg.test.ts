import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSigningKey, sha256, signText } from '../../contract/signing.ts';
import {
  aboutReplySchema,
  MAX_BATCH_BYTES,
  nonceReplySchema,
  requestLine,
  timeReplySchema,
} from '../../contract/sync.ts';
import { systemRandom } from '../random.ts';
import { createNonces, NONCE_LIVES_MS } from '../nonce.ts';
import {
  answerOf,
  deskOf,
  OFFICE,
  OTHER,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { usualLimits } from '../ports.ts';
import { openDatabase } from '../store/pool.ts';

let province: TestProvince;
let desk: TestDesk;
let stranger: TestDesk;
beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
  stranger = await province.enrol(OTHER);
  await province.addPerson('ngan', 'officer', OFFICE);
});
afterAll(() => province.close());

const signedRoutes = [
  ['POST', '/v1/push'],
  ['POST', '/v1/log'],
  ['POST', '/v1/heads'],
  ['GET', '/v1/pull'],
  ['GET', '/v1/pull/open'],
  ['GET', '/v1/pull/history'],
  ['GET', '/v1/hints'],
  ['GET', '/v1/reference'],
  ['POST', '/v1/session'],
  ['POST', '/v1/session/password'],
  ['GET', '/v1/admin/users'],
  ['PUT', '/v1/admin/users'],
  ['GET', '/v1/admin/offices'],
  ['PUT', '/v1/admin/offices'],
  ['GET', '/v1/admin/counters'],
  ['PUT', '/v1/admin/counters'],
  ['POST', '/v1/admin/codes'],
  ['POST', '/v1/uploads'],
  ['GET', `/v1/scans/${'ab'.repeat(32)}`],
  ['GET', `/v1/scans/${'ab'.repeat(32)}/receipt`],
] as const;
const sessionRoutes = signedRoutes.filter(([, path]) => path.startsWith('/v1/admin') || path.endsWith('/password'));
const payload = (method: string) =>
  method === 'GET' ? {} : { payload: '{}', headers: { 'content-type': 'application/json' } };

test.each(signedRoutes)(
  '%s %s answers nothing to the unsigned, the wrongly signed, the replayed elsewhere and the old',
  async (method, path) => {
    const refused = async (headers: Record<string, string>) => {
      const { headers: more, ...rest } = { headers: {}, ...payload(method) };
      const answer = answerOf(
        await province.app.inject({ method, url: path, ...rest, headers: { ...more, ...headers } }),
      );
      expect([answer.status, answer.code]).toEqual([401, 'DT-03']);
      expect(answer.headers['x-next-nonce']).toEqual(expect.any(String));
    };
    const body = method === 'GET' ? '' : '{}';
    const nonces = createNonces(province.key, province.clock, systemRandom);
    const headers = (over: { key?: typeof desk.key; line?: string; nonce?: string; device?: string }) => {
      const nonce = over.nonce ?? nonces.next();
      const line = over.line ?? requestLine(method, path, sha256(body), nonce);
      return {
        'x-device': over.device ?? desk.place.device,
        'x-nonce': nonce,
        'x-signature': signText(over.key ?? desk.key, line),
      };
    };
    await refused({});
    await refused({ 'x-device': desk.place.device });
    await refused(headers({ key: newSigningKey() }));
    await refused(headers({ key: stranger.key }));
    await refused(headers({ device: systemRandom.id() }));
    await refused(headers({ device: "' or 1=1 --" }));
    const nonce = nonces.next();
    await refused(headers({ nonce, line: requestLine(method, `${path}?x=1`, sha256(body), nonce) }));
    await refused(headers({ nonce, line: requestLine('DELETE', path, sha256(body), nonce) }));
    await refused(headers({ nonce, line: requestLine(method, path, sha256('other'), nonce) }));
    await refused(headers({ nonce: createNonces(newSigningKey(), province.clock, systemRandom).next() }));
    await refused(headers({ nonce: `${nonce}A` }));
    const old = { now: () => province.clock.at - NONCE_LIVES_MS - 1 };
    await refused(headers({ nonce: createNonces(province.key, old, systemRandom).next() }));
    await refused({ ...headers({}), 'x-signature': 'x'.repeat(300) });
  },
);

test.each(sessionRoutes)('%s %s needs a session of a person who may', async (method, path) => {
  const body = method === 'GET' ? undefined : {};
  const none = await desk.ask(method, path, path.endsWith('/password') ? { old: 'a', password: 'b'.repeat(8) } : body);
  expect([none.status, none.code]).toEqual([403, 'SV-03']);
  if (path.endsWith('/password')) return;
  const made = await desk.ask('POST', '/v1/session', { login: 'ngan', password: 'mat-khau-1' });
  const { token } = JSON.parse(made.body) as { token: string };
  const officer = await desk.ask(method, path, body, { 'x-session': token });
  expect([officer.status, officer.code]).toEqual([403, 'DN-05']);
  const elsewhere = await stranger.ask(method, path, body, { 'x-session': token });
  expect([elsewhere.status, elsewhere.code]).toEqual([403, 'SV-03']);
});

test('a nonce is taken by every instance of the province until ten minutes are over', async () => {
  const another = province.another();
  const { nonce } = nonceReplySchema.parse((await another.inject('/v1/nonce')).json());
  const ask = async () => {
    const headers = {
      'x-device': desk.place.device,
      'x-nonce': nonce,
      'x-signature': signText(desk.key, requestLine('GET', '/v1/pull', sha256(''), nonce)),
    };
    return (await province.app.inject({ url: '/v1/pull', headers })).statusCode;
  };
  expect(await ask()).toBe(200);
  province.clock.at += NONCE_LIVES_MS;
  expect(await ask()).toBe(200);
  province.clock.at += 1;
  expect(await ask()).toBe(401);
});

test('what anybody may ask is answered unsigned', async () => {
  const about = aboutReplySchema.parse((await province.app.inject('/v1/about')).json());
  expect([about.publicKey, about.demo]).toEqual([province.key.publicKey, null]);
  expect(timeReplySchema.parse((await province.app.inject('/v1/time')).json()).now).toBe(province.clock.at);
  expect((await province.app.inject('/health')).statusCode).toBe(200);
  expect((await province.app.inject('/ready')).statusCode).toBe(200);
});

test('an unknown path, a wrong method and a broken address are refused with a problem', async () => {
  for (const [method, url, status, code] of [
    ['GET', '/v1/nothing', 404, 'SV-02'],
    ['DELETE', '/v1/push', 404, 'SV-02'],
    ['GET', '/v1/%zz', 400, 'GN-02'],
    ['GET', '/../../etc/passwd', 404, 'SV-02'],
  ] as const) {
    const answer = answerOf(await province.app.inject({ method, url }));
    expect([url, answer.status, answer.code]).toEqual([url, status, code]);
  }
});

test.each<[string, string | undefined, string, number, string]>([
  ['no JSON', '{', 'application/json', 400, 'GN-02'],
  ['another type', 'a=b', 'application/x-www-form-urlencoded', 415, 'GN-02'],
  ['no body', undefined, 'application/json', 400, 'GN-02'],
  ['a list', '[]', 'application/json', 400, 'GN-02'],
  ['deep nesting', `{"log":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'application/json', 400, 'GN-02'],
  [
    'deep events',
    `{"log":"LOG","events":[{"envelope":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}]}`,
    'application/json',
    400,
    'GN-02',
  ],
  ['polluting names', '{"__proto__":{"log":1},"constructor":1}', 'application/json', 400, 'GN-02'],
  ['no events', '{"log":"LOG","events":[]}', 'application/json', 400, 'GN-02'],
  [
    'too many events',
    `{"log":"LOG","events":[${Array.from({ length: 501 }, () => 0).join()}]}`,
    'application/json',
    400,
    'GN-02',
  ],
  ['more than a batch', `{"log":"${'x'.repeat(MAX_BATCH_BYTES)}"}`, 'application/json', 413, 'SV-06'],
])('a push of %s is refused and never a fault', async (_what, text, type, status, code) => {
  const body = text?.replace('LOG', desk.place.log);
  const { nonce } = nonceReplySchema.parse((await province.app.inject('/v1/nonce')).json());
  const answer = answerOf(
    await province.app.inject({
      method: 'POST',
      url: '/v1/push',
      ...(body === undefined ? {} : { payload: body }),
      headers: {
        'content-type': type,
        'x-device': desk.place.device,
        'x-nonce': nonce,
        'x-signature': signText(desk.key, requestLine('POST', '/v1/push', sha256(body ?? ''), nonce)),
      },
    }),
  );
  expect([answer.status, answer.code]).toEqual([status, code]);
});

test('a device that asks too often is told when to come back', async () => {
  const strict = province.another({ limits: { ...usualLimits, device: 3 } });
  const answers = [];
  for (let i = 0; i < 4; i++) answers.push(await desk.ask('GET', '/v1/pull', undefined, {}, strict));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  expect(answers[3]?.code).toBe('DT-04');
  expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await stranger.ask('GET', '/v1/pull', undefined, {}, strict)).status).toBe(200);
});

test('an address that asks too often is told when to come back', async () => {
  const strict = province.another({ limits: { ...usualLimits, address: 2 } });
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push(answerOf(await strict.inject('/v1/time')));
  expect(answers.map(({ status, code }) => [status, code])[2]).toEqual([429, 'DT-04']);
  expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0);
});

test('more pushes at once than it can do are told to come back', async () => {
  const strict = province.another({ limits: { ...usualLimits, pushes: 0 } });
  const answer = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: [1] }, {}, strict);
  expect([answer.status, answer.code, answer.headers['retry-after']]).toEqual([503, 'DT-04', '2']);
});

test('desks behind a balancer on another machine each have their own limit, once it is named', async () => {
  const limits = { ...usualLimits, address: 2 };
  const three = async (config: { readonly proxies?: readonly string[] }): Promise<number[]> => {
    const app = province.another({ limits, ...config });
    const codes: number[] = [];
    for (const desk of [1, 2, 3]) {
      const headers = { 'x-forwarded-for': `10.7.0.${desk}` };
      codes.push((await app.inject({ url: '/v1/nonce', headers, remoteAddress: '10.9.9.9' })).statusCode);
    }
    return codes;
  };
  expect(await three({})).toEqual([200, 200, 429]);
  expect(await three({ proxies: ['loopback', '10.9.0.0/16'] })).toEqual([200, 200, 200]);
});

test('with the database away everything that needs it answers 503 with Retry-After, and no word of why', async () => {
  const { createServer } = await import('../app.ts');
  const { pino } = await import('pino');
  const db = openDatabase({ url: 'postgres://nobody:secret@127.0.0.1:1/none' });
  const app = createServer({
    db,
    clock: province.clock,
    random: systemRandom,
    keys: { server: province.key },
    config: { demo: null, limits: usualLimits },
    log: pino({ level: 'silent' }),
    scans: province.scans,
    revocations: province.revocations,
  });
  for (const path of ['/v1/about', '/ready']) {
    const answer = answerOf(await app.inject(path));
    expect([answer.status, answer.code, answer.headers['retry-after']]).toEqual([503, 'SV-01', '5']);
    expect(answer.body).not.toMatch(/secret|ECONNREFUSED|at /);
  }
  const away = deskOf(app, desk.place, desk.key);
  expect((await away.ask('GET', '/v1/pull')).status).toBe(503);
  await app.close();
  await db.destroy();
});

test('bytes that are no HTTP end the connection and nothing else', async () => {
  const app = province.another();
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('\u0000\u0001 rubbish\r\n\r\n'));
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
  expect(said).toMatch(/^HTTP\/1.1 400 /);
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200);
});

test('closing lets a request under way finish, and waits for no connection that asks nothing', async () => {
  const app = province.another();
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  const silent = connect(port, '127.0.0.1');
  await new Promise<void>((resolve) => silent.once('connect', resolve));
  silent.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => silent.once('close', () => resolve()));
  expect((await fetch(`http://127.0.0.1:${port}/v1/time`)).status).toBe(200);
  const begun = fetch(`http://127.0.0.1:${port}/v1/about`);
  await new Promise<void>((resolve) => app.server.once('request', () => resolve()));
  await app.close();
  expect((await begun).status).toBe(200);
  await ended;
});
