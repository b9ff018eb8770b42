import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionReplySchema } from '../../contract/sync.ts';
import type { Role } from '../../contract/roles.ts';
import {
  answerOf,
  CENTRE,
  OFFICE,
  OTHER,
  PASSWORD,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { DATE, newPerson, routeRows } from '../../tests/harness/route-guards.ts';
import { create, naming, paper } from '../../tests/harness/scan-facts.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { revokeDevice } from '../store/devices.ts';
import { inTransaction } from '../store/transaction.ts';

/** Who may ask what, route by route (route-guards.ts). The routes are those Fastify knows: a new one without a row there fails. */

/** Stands in everything of the other office that nobody else may read. */
const SECRET = 'BÍ-MẬT-CỦA-XÃ-KIA';
/** Routes in which nothing of the other office's secret stands, not even for itself. */
const nothingOfOffices = [
  '/v1/admin/offices',
  '/v1/admin/templates',
  '/v1/admin/desks',
  '/v1/admin/quarantine',
  '/v1/admin/alarms',
  '/v1/admin/alarms/settled',
];
const roles: readonly Role[] = ['officer', 'unitOfficer', 'supervisor', 'provincialViewer'];
type Method = 'GET' | 'POST' | 'PUT' | 'HEAD' | 'PATCH';
const theirPaper = paper(9000);
let theirUpload = '';
let theirDossier = '';

let province: TestProvince;
let revoked: TestDesk;
const found: string[] = [];
const desks = new Map<string, { readonly desk: TestDesk; readonly tokens: Map<string, string> }>();

beforeAll(async () => {
  province = await testProvince();
  const app = province.another();
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of Array.isArray(method) ? method : [method]) found.push(`${one} ${url}`);
  });
  await app.ready();
  for (const [who, place] of [
    ['own', OFFICE],
    ['other', OTHER],
    ['centre', CENTRE],
  ] as const) {
    const desk = await province.enrol(place);
    const tokens = new Map<string, string>();
    for (const role of [...roles, 'administrator'] as const) {
      const login = role === 'administrator' ? `qt-${who}` : `${role}-${who}`.toLowerCase();
      await province.addPerson(login, role, place);
      const signedIn = await desk.ask('POST', '/v1/session', { login, password: PASSWORD });
      tokens.set(role, signedIn.as(sessionReplySchema).token);
    }
    desks.set(who, { desk, tokens });
  }
  const other = at('other').desk;
  const theirs = foreignEvents();
  theirDossier = theirs[0]?.envelope.aggregateId ?? '';
  await other.ask('POST', '/v1/push', { log: other.place.log, events: theirs });
  theirUpload = String((await create(other, theirPaper)).headers['location']);
  const session = { 'x-session': at('other').tokens.get('administrator') ?? '' };
  const counter = { office: OTHER, id: 'q-kia', name: SECRET, disabled: false, revision: null };
  await other.ask('PUT', '/v1/admin/counters', counter, session);
  const secretPerson = { ...newPerson, id: 'u-kia', login: 'kia', office: OTHER, name: SECRET };
  await other.ask('PUT', '/v1/admin/users', secretPerson, session);
  revoked = await province.enrol(OFFICE);
  await inTransaction(province.db, (tx) => revokeDevice(tx, revoked.place.device, null, province.clock.now()));
});
afterAll(() => province.close());

function at(who: 'own' | 'other' | 'centre') {
  const one = desks.get(who);
  if (one === undefined) throw new Error(`no desk of ${who}`);
  return one;
}

function foreignEvents() {
  const { desk } = at('other');
  const writer = testWriter(desk.place, desk.key);
  const begun = writer.receive({
    note: SECRET,
    code: { text: 'H20.58-1', kind: 'temporary', date: DATE, number: 1, grantId: null },
  });
  naming(writer, begun, theirPaper);
  return writer.events;
}

const rows = routeRows({
  log: () => at('other').desk.place.log,
  device: () => at('other').desk.place.device,
  events: foreignEvents,
  upload: () => theirUpload,
  dossier: () => theirDossier,
  paperHash: theirPaper.hash,
});
const routes = Object.entries(rows).map(([name, row]) => {
  const [method, path] = name.split(' ') as [Method, string];
  return { name, method, path, row, body: ['GET', 'HEAD'].includes(method) ? undefined : {} };
});
const guarded = routes.filter(({ row }) => !['open', 'own proof'].includes(row.guard));
const ofPersons = guarded.filter(({ row }) =>
  ['person', 'administrator', 'supervisor or administrator', 'provincial viewer'].includes(row.guard),
);
const ofOffices = guarded.flatMap(({ row: { foreign }, ...route }) =>
  foreign === undefined ? [] : [{ ...route, foreign }],
);
const ofAdministrators = guarded.filter(({ row }) => row.guard === 'administrator');

test('every route the server has stands in this table, and no other', () => {
  // Fastify answers a HEAD for every GET, by the same handler.
  const known = found.filter((name) => !name.startsWith('HEAD') || !found.includes(name.replace('HEAD', 'GET')));
  expect([...new Set(known)].sort()).toEqual(Object.keys(rows).sort());
});

test.each(guarded)('$name: nothing to the unsigned, whatever they bring', async ({ method, path, row, body }) => {
  const headers = { 'x-session': at('own').tokens.get('administrator') ?? '', 'x-device': at('own').desk.place.device };
  for (const one of method === 'GET' ? (['GET', 'HEAD'] as const) : [method]) {
    const payload = body === undefined ? {} : { payload: body };
    const answer = answerOf(await province.app.inject({ method: one, url: path, headers, ...payload }));
    expect([one, answer.status]).toEqual([one, row.unsigned ?? 401]);
  }
});

test.each(guarded)('$name: nothing to a revoked device', async ({ method, path, row, body }) => {
  const answer = await revoked.ask(method, path, body);
  // Its pushes alone are read: this one is refused for what stands in it.
  const read = row.guard === 'device, revoked too';
  const refusals = read ? ['400 GN-02'] : ['403 DT-06', '403 null', `${row.unsigned ?? 403} SH-16`];
  expect(refusals).toContain(`${answer.status} ${answer.code}`);
});

test.each(ofPersons)('$name: nothing without a session of this very device', async (route) => {
  const { method, path } = route;
  const body = path.endsWith('/password') ? { old: PASSWORD, password: 'mat-khau-2' } : route.body;
  const theirs = at('other').tokens.get('administrator') ?? '';
  for (const headers of [{}, { 'x-session': 'A'.repeat(80) }, { 'x-session': theirs }]) {
    const answer = await at('own').desk.ask(method, path, body, headers);
    expect([answer.status, answer.code]).toEqual([403, 'SV-03']);
  }
});

test.each(ofAdministrators)('$name: nothing to another role, the provincial viewer among them', async (route) => {
  for (const who of ['own', 'centre'] as const) {
    for (const role of roles) {
      const token = at(who).tokens.get(role) ?? '';
      const answer = await at(who).desk.ask(route.method, route.path, route.body, { 'x-session': token });
      expect([who, role, answer.status, answer.code]).toEqual([who, role, 403, 'DN-05']);
    }
  }
});

test.each(guarded.filter(({ row }) => row.guard === 'supervisor or administrator'))(
  '$name: nothing to another role',
  async ({ method, path, body }) => {
    for (const who of ['own', 'centre'] as const) {
      for (const role of roles.filter((each) => each !== 'supervisor')) {
        const token = at(who).tokens.get(role) ?? '';
        const answer = await at(who).desk.ask(method, path, body, { 'x-session': token });
        expect([who, role, answer.status, answer.code]).toEqual([who, role, 403, 'DN-05']);
      }
    }
  },
);

test.each(guarded.filter(({ row }) => row.guard === 'provincial viewer'))(
  '$name: nothing to another role, the administrator among them',
  async ({ method, path, body }) => {
    for (const who of ['own', 'centre'] as const) {
      for (const role of [...roles, 'administrator'].filter((each) => each !== 'provincialViewer')) {
        const token = at(who).tokens.get(role) ?? '';
        const answer = await at(who).desk.ask(method, path, body, { 'x-session': token });
        expect([who, role, answer.status, answer.code]).toEqual([who, role, 403, 'DN-05']);
      }
    }
  },
);

test.each(ofOffices)('$name: nothing is done to another office', async ({ method, path, foreign }) => {
  const own = at('own');
  const { path: exact = path, query = '', body, headers = {}, refusal } = foreign();
  const session = { 'x-session': own.tokens.get('administrator') ?? '' };
  const answer = await own.desk.ask(method, `${exact}${query}`, body, { ...session, ...headers });
  expect(`${answer.status} ${answer.code ?? ''}`.trim()).toBe(refusal);
});

// A stream stays open: who is told of what through it is in the feed's own tests. Papers are asked for by name, above.
test.each(guarded.filter(({ method, path }) => method === 'GET' && path !== '/v1/hints' && !path.includes(':')))(
  '$name: nothing of another office is read',
  async ({ method, path }) => {
    const reading = async (who: 'own' | 'other') => {
      const role = path.startsWith('/v1/board') ? 'provincialViewer' : 'administrator';
      const session = { 'x-session': at(who).tokens.get(role) ?? '' };
      const query = path === '/v1/board/tickets' ? '?which=all' : '';
      const answer = await at(who).desk.ask(method, `${path}${query}`, undefined, session);
      return [answer.status, answer.body.includes(SECRET)];
    };
    expect(await reading('own')).toEqual([200, false]);
    // The secret is there to be found: its own office reads it, where the route gives anything of an office.
    expect(await reading('other')).toEqual([
      200,
      ![...nothingOfOffices, '/v1/board', '/v1/board/tickets', '/v1/reminders'].includes(path),
    ]);
  },
);

test('a cursor of another office’s feed reads one’s own', async () => {
  const theirs = await at('other').desk.ask('GET', '/v1/pull?limit=1');
  const { cursor } = JSON.parse(theirs.body) as { cursor: string };
  const page = await at('own').desk.ask('GET', `/v1/pull?cursor=${cursor}`);
  expect(page.status).toBe(200);
  expect(page.body).not.toContain(SECRET);
});
