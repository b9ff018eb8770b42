import { sha256, signText } from '../../../contract/signing.ts';
import { nonceReplySchema, requestLine, sessionReplySchema } from '../../../contract/sync.ts';
import { mau02Template } from '../../../domain/form/templates/mau-02.ts';
import { CENTRE, OFFICE, PASSWORD, type TestDesk, type TestProvince } from '../../harness/test-server.ts';
import { testWriter } from '../../harness/writer.ts';
import { broken, malformedBody, type Draws } from './malformed.ts';
import type { Target } from './run.ts';

const METHODS = ['GET', 'POST', 'PUT', 'HEAD', 'PATCH'] as const;
type Method = (typeof METHODS)[number];

/** Every route of the province, asked by an enrolled desk with an administrator's session, and by strangers. */
export async function provinceTarget(province: TestProvince): Promise<Target> {
  const app = province.another();
  const routes: { method: Method; url: string }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of METHODS) if (method === one) routes.push({ method: one, url });
  });
  await app.ready();
  await province.addPerson('fuzz', 'administrator', CENTRE);
  const desk = await province.enrol(CENTRE, `${CENTRE}-q1`);
  const signedIn = await desk.ask('POST', '/v1/session', { login: 'fuzz', password: PASSWORD });
  const { token } = signedIn.as(sessionReplySchema);
  // Streams stay open and are another matter; what a sign-in costs is kept out of most of the run.
  const usual = routes.filter(({ url }) => url !== '/v1/hints' && !url.startsWith('/v1/session'));
  const dear = routes.filter(({ url }) => url.startsWith('/v1/session'));
  const samples = sampleBodies(desk);
  // It lives ten minutes by the province's clock, which stands still here.
  const { nonce } = nonceReplySchema.parse((await app.inject('/v1/nonce')).json());
  const [first, ...rest] = usual;
  if (first === undefined) throw new Error('no routes');

  return {
    async throwOne(draws) {
      const list = draws.below(100) === 0 && dear[0] !== undefined ? dear : [first, ...rest];
      const { method, url } = list[draws.below(list.length)] ?? first;
      const answer = await app.inject(request(draws, { method, url, desk, token, nonce, samples }));
      const { statusCode } = answer;
      const good = statusCode < 500 && (statusCode < 400 || method === 'HEAD' || answer.body.startsWith('{"code":"'));
      const wrong = good ? null : `${statusCode} ${answer.body.slice(0, 200)}`;
      return { at: `${method} ${url}`, answer: String(statusCode), wrong };
    },
  };
}

interface Asking {
  readonly method: Method;
  readonly url: string;
  readonly desk: TestDesk;
  readonly token: string;
  readonly nonce: string;
  readonly samples: Readonly<Record<string, unknown>>;
}

function request(draws: Draws, { method, url, desk, token, nonce, samples }: Asking) {
  const target = targetOf(url, draws);
  const has = method !== 'GET' && method !== 'HEAD';
  const payload = has ? malformedBody(samples[url] ?? { some: ['thing', 1] }, draws) : Buffer.alloc(0);
  const signed: Record<string, string> = {
    'x-device': desk.place.device,
    'x-nonce': nonce,
    'x-signature': signText(desk.key, requestLine(method, target, sha256(payload), nonce)),
    'x-session': token,
    'x-desk': headerText(broken('release=0.1.0&unsent=3&waiting=60&clock=-5', draws)),
    'tus-resumable': '1.0.0',
    'upload-length': headerText(broken('9000', draws)),
    'upload-offset': headerText(broken('0', draws)),
    'upload-metadata': headerText(broken(`sha256 ${Buffer.from('ab'.repeat(32)).toString('base64')}`, draws)),
    authorization: headerText(broken('Bearer qmc_abc', draws)),
  };
  if (has)
    signed['content-type'] = url.startsWith('/v1/uploads') ? 'application/offset+octet-stream' : 'application/json';
  // One in five comes from somebody who cannot sign, or says something else of the body.
  if (draws.below(5) === 0) {
    const names = Object.keys(signed);
    const name = names[draws.below(names.length)] ?? 'x-nonce';
    signed[name] = headerText(broken(signed[name], draws));
  }
  return { method, url: target, headers: signed, ...(has ? { payload } : {}) };
}

function targetOf(url: string, draws: Draws): string {
  const path = url.replaceAll(/:\w+/g, () => encodeURIComponent(headerText(broken('ab'.repeat(32), draws))));
  if (draws.below(2) === 0) return path;
  const query = new URLSearchParams({
    [draws.of(['cursor', 'limit', 'office', 'catalogue', 'dossier', 'person', 'from', '__proto__'])]: headerText(
      broken('1', draws),
    ),
  });
  return `${path}?${query.toString()}${draws.of(['', '&', '&limit', '&limit=1&limit=2', '&a[b]=1', '&%'])}`;
}

/** As it can stand in a header: what HTTP itself forbids never gets as far as the program. */
function headerText(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
    .replaceAll(/[^\u0020-\u007e]/g, '?')
    .slice(0, 2000);
}

/** Something each route would take, or nearly. */
function sampleBodies(desk: TestDesk): Readonly<Record<string, unknown>> {
  const { log } = desk.place;
  const writer = testWriter(desk.place, desk.key);
  for (let n = 0; n < 3; n++) writer.slip(writer.receive({ note: 'Ghi chú' }));
  const common = { name: 'Tên', disabled: false, revision: 99 };
  const person = { id: 'u-x', login: 'x', role: 'officer', office: OFFICE, unit: null, fields: ['a'], position: '' };
  const texts = { shortName: 'x', authority: 'x', place: 'x', phone: '', address: '', bank: null };
  return {
    '/v1/push': { log, events: writer.events },
    '/v1/enrol': {
      code: 'ABCD-EFGH-JKMN-PQRS',
      devicePublicKey: desk.key.publicKey,
      deviceName: 'máy',
      demo: false,
      proof: 'abc',
    },
    '/v1/session': { login: 'nobody', password: 'x' },
    '/v1/session/password': { old: 'x', password: 'mat-khau-khac' },
    '/v1/admin/users': { ...person, ...common, password: 'mat-khau-moi' },
    '/v1/admin/counters': { ...common, office: OFFICE, id: 'q-x' },
    '/v1/admin/offices': {
      ...common,
      ...texts,
      id: OFFICE,
      kind: 'commune-centre',
      codePrefix: 'H20.57',
      parent: null,
    },
    '/v1/admin/codes': { office: OFFICE, counter: `${OFFICE}-q1` },
    '/v1/admin/templates': {
      office: OFFICE,
      basedOn: 'mau-02@9',
      template: mau02Template,
      validFrom: '2026-11-24',
    },
    '/v1/import/dossiers': { data: [{ MaHoSo: 'H20.57-1', ChuHoSo: 'Nguyễn Văn A', TTHC: { Ma: '1.001193' } }] },
  };
}
