import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from './app.ts';
import { createHints } from './hints.ts';
import { serverLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { usualLimits } from './ports.ts';
import { systemRandom } from './random.ts';
import { listenForNotices, notify } from './store/notices.ts';
import { openDatabase } from './store/pool.ts';
import { sql } from 'kysely';
import { routeSamples } from '../tests/harness/route-samples.ts';
import { OFFICE, PASSWORD, testProvince, type TestProvince } from '../tests/harness/test-server.ts';
import { testWriter } from '../tests/harness/writer.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

test('the log holds nothing a person typed: no name, password, note, query, key or statement', async () => {
  let said = '';
  const log = serverLog({ write: (line) => void (said += line) });
  const { clock, key, db, scans, revocations } = province;
  const config = { demo: null, limits: usualLimits };
  const rest = { clock, random: systemRandom, keys: { server: key }, config, log, scans, revocations };
  const app = createServer({ ...rest, db });
  await province.addPerson('bi-mat-login', 'administrator', OFFICE);
  const desk = await province.enrol(OFFICE);
  const writer = testWriter(desk.place, desk.key);
  writer.receive({ note: 'GHI CHÚ BÍ MẬT 079123456789' });
  writer.write({ some: 'GHI CHÚ BÍ MẬT' });
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: writer.events }, {}, app);
  await desk.ask('POST', '/v1/session', { login: 'bi-mat-login', password: PASSWORD }, {}, app);
  await desk.ask('POST', '/v1/session', { login: 'bi-mat-login', password: 'SAI-BI-MAT' }, {}, app);
  await desk.ask('GET', '/v1/pull?cursor=BI-MAT', undefined, { 'x-session': 'BI-MAT-TOKEN' }, app);
  log.error({ err: new Error('BI-MAT'), req: { headers: { cookie: 'BI-MAT' } } }, 'a fault');
  const broken = openDatabase({ url: 'postgres://BI-MAT:BI-MAT@127.0.0.1:1/x' });
  const away = createServer({ ...rest, db: broken });
  await desk.ask('GET', '/v1/pull', undefined, {}, away);
  expect(said).toContain('pushed');
  expect(said).toContain('request failed');
  expect(said).not.toMatch(/BÍ MẬT|BI-MAT|bi-mat|079123456789|Người thử|mat-khau|select|insert/i);
  expect(said).not.toContain(desk.key.publicKey);
  await app.close();
  await away.close();
  await broken.destroy();
});

/** What the law calls personal data, as it may stand in anything a desk or a stranger sends. */
const planted = {
  name: 'Nguyễn Thị Hồng Gấm',
  idNumber: '087199012345',
  phone: '0918273645',
  address: 'Số 7 hẻm Bến Tre Nhỏ, khóm 3',
  email: 'hong.gam@example.vn',
  password: 'mat-khau-cua-gam',
} as const;
const texts = Object.values(planted);
/** As JSON, as an address, without marks, in pieces: the same person all the same. */
const traces = [...texts, ...texts.map((text) => encodeURIComponent(text)), 'Gấm', 'Gam', '199012345', '8273645'];

/** What stands in place of a request's own words where its outer shape alone is right. */
function bodyFor(place: { readonly log: string }): object {
  const { name, idNumber, phone, address, email } = planted;
  const event = { envelope: { id: idNumber, actor: name }, body: { name, phone, address }, salt: null };
  return {
    [name]: idNumber,
    name,
    phone,
    address,
    email,
    log: place.log,
    events: [event, name, idNumber],
    data: [name],
  };
}

const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'PATCH'] as const;
/** Its portal cannot be reached here: its own tests have one. */
const NOT_THERE = '/v1/submitted/:dossier/files/:n';

test('planted personal data in every input of every route is in no line of the log and in no figure', async () => {
  let said = '';
  const log = serverLog({ write: (line) => void (said += line) });
  const metrics = createMetrics({ process: true });
  const limits = { ...usualLimits, device: 1e6, address: 1e6, guesses: 1e6 };
  const own = await testProvince();
  const { clock, key, db, scans, revocations } = own;
  const config = { demo: null, limits };
  const rest = { clock, random: systemRandom, keys: { server: key }, config, log, scans, revocations };
  const app = createServer({ ...rest, db, metrics });
  const broken = openDatabase({ url: 'postgres://nobody:nothing@127.0.0.1:1/x' });
  const away = createServer({ ...rest, db: broken, metrics: createMetrics({ process: false }) });
  const routes: { method: (typeof METHODS)[number]; url: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of METHODS) if (method === one) routes.push({ method: one, url });
  });
  await app.ready();
  const samples = await routeSamples(own, {
    name: planted.name,
    note: [planted.name, planted.idNumber, planted.phone, planted.email, planted.address].join(', '),
    password: planted.password,
  });
  const query = new URLSearchParams(planted).toString();
  const headers = {
    'user-agent': encodeURIComponent(planted.name),
    referer: `https://example.vn/?${query}`,
    'x-desk': `release=${planted.phone}&unsent=${planted.idNumber}&waiting=0&name=${planted.email}`,
    'x-forwarded-for': planted.phone,
  };
  const stranger = { ...headers, authorization: `Bearer ${planted.password}`, 'x-session': planted.email };
  const refused: string[] = [];
  for (const { method, url } of routes.filter((route) => route.url !== '/v1/hints')) {
    const sample = samples[`${method} ${url}`] ?? (method === 'HEAD' ? samples[`GET ${url}`] : undefined);
    // A route that is added needs a request it takes in tests/harness/route-samples.ts.
    if (sample === undefined) throw new Error(`no sample of ${method} ${url}`);
    const { seat, target = url, body } = sample;
    const { desk } = seat;
    const asked = { ...headers, 'x-session': seat.token, ...sample.headers };
    const wrong = method === 'GET' || method === 'HEAD' ? undefined : bodyFor(desk.place);
    // Refused, in its own words or because the database is away; then taken.
    for (const server of [app, away]) {
      await desk.ask(method, target, wrong, asked, server);
      await desk.ask(method, target, wrong, { ...stranger, ...sample.headers }, server);
      await desk.ask(method, `${target}${target.includes('?') ? '&' : '?'}${query}`, wrong, asked, server);
      const payload = wrong === undefined ? {} : { payload: wrong };
      await server.inject({ method, url: `${url}/${encodeURIComponent(planted.name)}`, headers: stranger, ...payload });
    }
    await desk.ask(method, target, body, asked, away);
    const { status, body: answer } = await desk.ask(method, target, body, asked, app);
    if (status >= 300) refused.push(`${method} ${url}: ${answer.slice(0, 200)}`);
  }
  expect(refused.filter((each) => !each.includes(NOT_THERE))).toEqual([]);
  // One the program stumbles over.
  const { desk } = samples['POST /v1/board/reminders']?.seat ?? (await own.seat('khac', 'officer', OFFICE));
  const writer = testWriter(desk.place, desk.key);
  writer.write({ [planted.name]: `\u0000${planted.idNumber}` });
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: writer.events }, headers, app);

  expect(said).toContain('pushed');
  expect(said).toContain('request failed');
  const figures = await metrics.text();
  expect(figures).toContain('route="/v1/push"');
  for (const trace of traces) {
    expect(said).not.toContain(trace);
    expect(figures).not.toContain(trace);
  }
  await app.close();
  await away.close();
  await broken.destroy();
  await own.close();
}, 60_000);

test('a hint reaches the desks of every instance, also after its connection broke', async () => {
  const heard: string[] = [];
  let wake = (): void => undefined;
  const notices = await listenForNotices(province.url, (text) => {
    heard.push(text);
    wake();
  });
  const hints = createHints((topic, office) => void notify(province.db, `${topic} ${office}`));
  const next = () => new Promise<void>((resolve) => (wake = resolve));
  let waiting = next();
  hints.publish('feed', new Set([OFFICE]));
  await waiting;
  expect(heard).toEqual([`feed ${OFFICE}`]);
  const listening = sql<{ pid: number }>`select pid from pg_stat_activity where application_name = 'quay-mot-cua hints'
    and datname = current_database() and query ilike 'listen%' and state = 'idle'`;
  const ended = await sql<{ pid: number }>`select pid, pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'quay-mot-cua hints' and datname = current_database()`.execute(province.db);
  const gone = new Set(ended.rows.map(({ pid }) => pid));
  // It comes back by itself; whatever is said from then on is heard. The one that was ended may stand there a while yet.
  for (let isBack = false; !isBack;) {
    const { rows } = await listening.execute(province.db);
    isBack = rows.some(({ pid }) => !gone.has(pid));
  }
  waiting = next();
  hints.publish('reference', ['*']);
  await waiting;
  expect(heard.at(-1)).toBe('reference *');
  hints.close();
  await notices.close();
});
