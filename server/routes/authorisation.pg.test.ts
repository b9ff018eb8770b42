import { afterAll, beforeAll, expect, test } from 'vitest';
import { TUS_VERSION, uploadMetadata } from '../../contract/scans.ts';
import { sessionReplySchema } from '../../contract/sync.ts';
import type { Role } from '../../contract/roles.ts';
import { mau02Template } from '../../domain/form/templates/mau-02.ts';
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
import { create, naming, paper } from '../../tests/harness/scan-facts.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { revokeDevice } from '../store/devices.ts';
import { inTransaction } from '../store/transaction.ts';

/**
 * Who may ask what, route by route. The routes are those Fastify knows: a new one without a row here fails.
 */
type Guard =
  /** Anybody, unsigned. */
  | 'open'
  /** A one-time code with a proof of the device's key, or a key of the portal: both are tried elsewhere in full. */
  | 'own proof'
  /** An enrolled device. */
  | 'device'
  /** The same, a revoked one too: what it says is kept apart. */
  | 'device, revoked too'
  /** An enrolled device and the session of a person on it. */
  | 'person'
  /** An enrolled device and the session of an administrator on it. */
  | 'administrator'
  /** The same of a supervisor or an administrator. */
  | 'supervisor or administrator'
  /** The same of a provincial viewer: of the province's figures alone. */
  | 'provincial viewer';

interface Row {
  readonly guard: Guard;
  /** What would touch another office, and the refusal it meets; none where the route knows only the asker's own. */
  readonly foreign?: () => Foreign;
  /** What the unsigned meet; 401 where nothing is said. */
  readonly unsigned?: number;
}

interface Foreign {
  readonly path?: string;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `403 DT-03`; a HEAD has no code. */
  readonly refusal: string;
}

const DATE = '2026-11-24';
const rows: Readonly<Record<string, Row>> = {
  'GET /v1/about': { guard: 'open' },
  'GET /v1/time': { guard: 'open' },
  'GET /v1/nonce': { guard: 'open' },
  'GET /health': { guard: 'open' },
  'GET /ready': { guard: 'open' },
  'POST /v1/enrol': { guard: 'own proof' },
  'POST /v1/import/dossiers': { guard: 'own proof' },
  'POST /v1/push': {
    guard: 'device, revoked too',
    foreign: () => ({ body: { log: at('other').desk.place.log, events: foreignEvents() }, refusal: '403 DT-03' }),
  },
  'POST /v1/log': {
    guard: 'device',
    foreign: () => {
      const log = at('other').desk.place.log;
      return {
        body: { log, left: [{ log, seq: 0, hash: '0'.repeat(64), because: 'restored' }] },
        refusal: '403 DT-03',
      };
    },
  },
  // Whoever carries it here may hand it in; who made it, the file itself must show.
  'POST /v1/courier': {
    guard: 'device',
    foreign: () => ({ body: { file: 'AAAA' }, refusal: '400 CT-01' }),
  },
  // Of another office's log it says what it says of one that is not there.
  'POST /v1/heads': { guard: 'device' },
  'GET /v1/pull': { guard: 'device' },
  'GET /v1/pull/open': { guard: 'device' },
  'GET /v1/hints': { guard: 'device' },
  'GET /v1/reference': { guard: 'device' },
  'POST /v1/uploads': {
    guard: 'device',
    foreign: () => ({
      headers: { ...TUS, 'upload-length': '9000', 'upload-metadata': uploadMetadata(theirPaper.hash) },
      refusal: '404 SH-14',
    }),
  },
  'HEAD /v1/uploads/:id': {
    guard: 'device',
    foreign: () => ({ path: theirUpload, headers: TUS, refusal: '404' }),
  },
  'PATCH /v1/uploads/:id': {
    guard: 'device',
    // Nothing of a body is taken in before the upload is known to be the asker's.
    unsigned: 404,
    foreign: () => ({
      path: theirUpload,
      headers: { ...TUS, 'upload-offset': '0' },
      body: Buffer.alloc(10),
      refusal: '404 SH-16',
    }),
  },
  'GET /v1/scans/:hash/receipt': {
    guard: 'device',
    foreign: () => ({ path: `/v1/scans/${theirPaper.hash}/receipt`, refusal: '404 SH-16' }),
  },
  'GET /v1/scans/:hash': {
    guard: 'device',
    foreign: () => ({
      path: `/v1/scans/${theirPaper.hash}`,
      query: `?dossier=${theirDossier}&person=u-1`,
      refusal: '404 SH-12',
    }),
  },
  // With a file to be given its own tests try it too: here is none, and another office is told the same.
  'GET /v1/submitted/:dossier/files/:n': {
    guard: 'device',
    foreign: () => ({ path: `/v1/submitted/${theirDossier}/files/0`, refusal: '404 SV-02' }),
  },
  'POST /v1/session': {
    guard: 'device',
    foreign: () => ({ body: { login: 'qt-other', password: PASSWORD }, refusal: '403 DN-06' }),
  },
  'POST /v1/session/password': { guard: 'person' },
  // Figures of every office are what it is for; who waits there, and for what, is nowhere in it.
  'GET /v1/board': { guard: 'provincial viewer' },
  // Numbers of tickets and their times, as the waiting room's display shows them.
  'GET /v1/board/tickets': { guard: 'provincial viewer' },
  'POST /v1/board/reminders': { guard: 'provincial viewer' },
  // The asking desk's own office's alone.
  'GET /v1/reminders': { guard: 'device' },
  'POST /v1/reminders/answer': { guard: 'person' },
  'GET /v1/admin/users': {
    guard: 'administrator',
    foreign: () => ({ query: `?office=${OTHER}`, refusal: '403 DN-05' }),
  },
  'PUT /v1/admin/users': {
    guard: 'administrator',
    foreign: () => ({ body: { ...person, office: OTHER }, refusal: '403 DN-05' }),
  },
  'POST /v1/admin/revoke': {
    guard: 'administrator',
    foreign: () => ({ body: { ...theirDevice(), trusted: null, because: 'thử' }, refusal: '403 DN-05' }),
  },
  'GET /v1/admin/quarantine': {
    guard: 'administrator',
    foreign: () => ({ query: `?office=${OTHER}`, refusal: '403 DN-05' }),
  },
  // Of another office's event it says what it says of one that is not there.
  'POST /v1/admin/quarantine/release': {
    guard: 'administrator',
    foreign: () => ({ body: { eventId: at('other').desk.place.log, because: 'thử' }, refusal: '404 SV-02' }),
  },
  // Names and addresses of offices are every administrator's to read: a dossier goes to any of them.
  'GET /v1/admin/offices': { guard: 'administrator' },
  'PUT /v1/admin/offices': {
    guard: 'administrator',
    foreign: () => ({ body: office, refusal: '403 DN-05' }),
  },
  'GET /v1/admin/counters': {
    guard: 'administrator',
    foreign: () => ({ query: `?office=${OTHER}`, refusal: '403 DN-05' }),
  },
  'PUT /v1/admin/counters': {
    guard: 'administrator',
    foreign: () => ({
      body: { office: OTHER, id: 'q9', name: 'Quầy 9', disabled: false, revision: null },
      refusal: '403 DN-05',
    }),
  },
  'GET /v1/admin/desks': {
    guard: 'administrator',
    foreign: () => ({ query: `?office=${OTHER}`, refusal: '403 DN-05' }),
  },
  'POST /v1/admin/codes': {
    guard: 'administrator',
    foreign: () => ({ body: { office: OTHER, counter: `${OTHER}-q1` }, refusal: '403 DN-05' }),
  },
  'POST /v1/hall-rules': {
    guard: 'supervisor or administrator',
    foreign: () => ({
      body: { office: OTHER, basedOn: 0, from: '2026-12-01', settings: { limitMinutes: 20 }, reason: 'thử' },
      refusal: '403 DN-05',
    }),
  },
  'GET /v1/admin/templates': { guard: 'administrator' },
  'POST /v1/admin/templates': {
    guard: 'administrator',
    foreign: () => ({
      body: { office: OTHER, basedOn: 'mau-02@1', template: mau02Template, validFrom: DATE },
      refusal: '403 DN-05',
    }),
  },
};

const person = {
  id: 'u-moi',
  login: 'moi',
  name: 'Người mới',
  role: 'officer',
  unit: null,
  fields: [],
  position: '',
  disabled: false,
  password: 'mat-khau-moi',
  revision: null,
};
const office = {
  id: OTHER,
  kind: 'commune-centre',
  name: 'tên khác',
  shortName: OTHER,
  authority: OTHER,
  place: OTHER,
  codePrefix: 'H20.58',
  parent: null,
  phone: '',
  address: '',
  bank: null,
  disabled: false,
  revision: 1,
};

/** Stands in everything of the other office that nobody else may read. */
const SECRET = 'BÍ-MẬT-CỦA-XÃ-KIA';
/** Routes in which nothing of the other office's secret stands, not even for itself. */
const nothingOfOffices = ['/v1/admin/offices', '/v1/admin/templates', '/v1/admin/desks', '/v1/admin/quarantine'];
const roles: readonly Role[] = ['officer', 'unitOfficer', 'supervisor', 'provincialViewer'];
type Method = 'GET' | 'POST' | 'PUT' | 'HEAD' | 'PATCH';
const TUS = { 'tus-resumable': TUS_VERSION };
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
  const secretPerson = { ...person, id: 'u-kia', login: 'kia', office: OTHER, name: SECRET };
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

const theirDevice = () => ({ device: at('other').desk.place.device });

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
