import { TUS_VERSION, uploadMetadata } from '../../contract/scans.ts';
import { mau02Template } from '../../domain/form/templates/mau-02.ts';
import { OTHER, PASSWORD } from './test-server.ts';

/**
 * Who may ask what, route by route. The routes are those Fastify knows: a new one without a row here fails.
 */
export type Guard =
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

export interface RouteRow {
  readonly guard: Guard;
  /** What would touch another office, and the refusal it meets; none where the route knows only the asker's own. */
  readonly foreign?: () => Foreign;
  /** What the unsigned meet; 401 where nothing is said. */
  readonly unsigned?: number;
}

export interface Foreign {
  readonly path?: string;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** `403 DT-03`; a HEAD has no code. */
  readonly refusal: string;
}

export const newPerson = {
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
const otherOffice = {
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

export const TUS = { 'tus-resumable': TUS_VERSION };

export const DATE = '2026-11-24';
/** What the other office has, for those who try to reach it. */
export interface Theirs {
  log(): string;
  device(): string;
  events(): readonly unknown[];
  /** Address of an upload that is under way. */
  upload(): string;
  dossier(): string;
  readonly paperHash: string;
}

export const routeRows = (theirs: Theirs): Readonly<Record<string, RouteRow>> => ({
  'GET /v1/about': { guard: 'open' },
  'GET /v1/time': { guard: 'open' },
  'GET /v1/nonce': { guard: 'open' },
  'GET /health': { guard: 'open' },
  'GET /ready': { guard: 'open' },
  'POST /v1/enrol': { guard: 'own proof' },
  'POST /v1/import/dossiers': { guard: 'own proof' },
  'POST /v1/push': {
    guard: 'device, revoked too',
    foreign: () => ({ body: { log: theirs.log(), events: theirs.events() }, refusal: '403 DT-03' }),
  },
  'POST /v1/log': {
    guard: 'device',
    foreign: () => {
      const log = theirs.log();
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
  // Only with the province's own verdict on each event: who holds that has had it in a feed.
  'POST /v1/restate': { guard: 'device' },
  'GET /v1/pull': { guard: 'device' },
  'GET /v1/pull/open': { guard: 'device' },
  'GET /v1/pull/history': { guard: 'device' },
  'GET /v1/hints': { guard: 'device' },
  'GET /v1/reference': { guard: 'device' },
  'POST /v1/uploads': {
    guard: 'device',
    foreign: () => ({
      headers: { ...TUS, 'upload-length': '9000', 'upload-metadata': uploadMetadata(theirs.paperHash) },
      refusal: '404 SH-14',
    }),
  },
  'HEAD /v1/uploads/:id': {
    guard: 'device',
    foreign: () => ({ path: theirs.upload(), headers: TUS, refusal: '404' }),
  },
  'PATCH /v1/uploads/:id': {
    guard: 'device',
    // Nothing of a body is taken in before the upload is known to be the asker's.
    unsigned: 404,
    foreign: () => ({
      path: theirs.upload(),
      headers: { ...TUS, 'upload-offset': '0' },
      body: Buffer.alloc(10),
      refusal: '404 SH-16',
    }),
  },
  'GET /v1/scans/:hash/receipt': {
    guard: 'device',
    foreign: () => ({ path: `/v1/scans/${theirs.paperHash}/receipt`, refusal: '404 SH-16' }),
  },
  'GET /v1/scans/:hash': {
    guard: 'device',
    foreign: () => ({
      path: `/v1/scans/${theirs.paperHash}`,
      query: `?dossier=${theirs.dossier()}&person=u-1`,
      refusal: '404 SH-12',
    }),
  },
  // With a file to be given its own tests try it too: here is none, and another office is told the same.
  'GET /v1/submitted/:dossier/files/:n': {
    guard: 'device',
    foreign: () => ({ path: `/v1/submitted/${theirs.dossier()}/files/0`, refusal: '404 SV-02' }),
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
    foreign: () => ({ body: { ...newPerson, office: OTHER }, refusal: '403 DN-05' }),
  },
  'POST /v1/admin/revoke': {
    guard: 'administrator',
    foreign: () => ({ body: { device: theirs.device(), trusted: null, because: 'thử' }, refusal: '403 DN-05' }),
  },
  'GET /v1/admin/quarantine': {
    guard: 'administrator',
    foreign: () => ({ query: `?office=${OTHER}`, refusal: '403 DN-05' }),
  },
  'GET /v1/admin/alarms': {
    guard: 'administrator',
    foreign: () => ({ query: `?office=${OTHER}`, refusal: '403 DN-05' }),
  },
  'GET /v1/admin/alarms/settled': {
    guard: 'administrator',
    foreign: () => ({ query: `?office=${OTHER}`, refusal: '403 DN-05' }),
  },
  // Of another office's alarm, and of its event below, it says what it says of one that is not there.
  'POST /v1/admin/alarms/settle': {
    guard: 'administrator',
    foreign: () => ({
      body: {
        alarms: [{ eventId: theirs.log(), log: theirs.log(), seq: 1, hash: '', reason: 'XV-02', at: 0 }],
        because: 'thử',
      },
      refusal: '404 SV-02',
    }),
  },
  'POST /v1/admin/quarantine/release': {
    guard: 'administrator',
    foreign: () => ({ body: { eventId: theirs.log(), because: 'thử' }, refusal: '404 SV-02' }),
  },
  // Names and addresses of offices are every administrator's to read: a dossier goes to any of them.
  'GET /v1/admin/offices': { guard: 'administrator' },
  'PUT /v1/admin/offices': {
    guard: 'administrator',
    foreign: () => ({ body: otherOffice, refusal: '403 DN-05' }),
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
});
