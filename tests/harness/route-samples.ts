import { z } from 'zod';
import { sealCourier } from '../../contract/courier.ts';
import { alarmSchema } from '../../contract/kept-apart.ts';
import { TUS_VERSION, uploadMetadata } from '../../contract/scans.ts';
import { newSigningKey, sha256, signText } from '../../contract/signing.ts';
import { pushReplySchema } from '../../contract/sync.ts';
import { mau02Template } from '../../domain/form/templates/mau-02.ts';
import { codeHash } from '../../server/enrolment-code.ts';
import { portalKeyOf } from '../../server/keys.ts';
import { systemRandom } from '../../server/random.ts';
import { insertApiKey } from '../../server/store/api-keys.ts';
import { storeCode } from '../../server/store/enrolment.ts';
import { openPortal } from '../../server/store/portal.ts';
import { create, naming, paper, upload } from './scan-facts.ts';
import { CENTRE, OFFICE, PASSWORD, type Seat, type TestProvince } from './test-server.ts';
import { testWriter } from './writer.ts';

/** What somebody typed, in what a route is sent. */
export interface SampleWords {
  readonly name: string;
  readonly note: string;
  /** At least 8 characters. */
  readonly password: string;
}

/** A request the route takes. */
export interface RouteSample {
  readonly seat: Seat;
  /** The path, where it has parts of its own, and the query. */
  readonly target?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const UNSEEN = 'ab'.repeat(32);
const PAPER_BYTES = 9000;

/**
 * One request of each route (`POST /v1/push`) that it takes, in a province where there is something to ask for: what is
 * kept apart, a reminder, papers on their way and whole, dossiers from the portal. Each is taken once.
 */
export async function routeSamples(
  province: TestProvince,
  words: SampleWords,
): Promise<Readonly<Record<string, RouteSample>>> {
  const admin = await province.seat('mau-qt', 'administrator', CENTRE);
  const supervisor = await province.seat('mau-ld', 'supervisor', OFFICE);
  const viewer = await province.seat('mau-xem', 'provincialViewer', CENTRE);
  // Who changes a password loses the session: nobody else's.
  const leaving = await province.seat('mau-doi', 'officer', OFFICE);
  const { desk } = supervisor;
  const { log, device, server } = desk.place;
  const writer = testWriter(desk.place, desk.key);
  const push = async (events: readonly unknown[], by = desk) =>
    (await by.ask('POST', '/v1/push', { log: by.place.log, events })).as(pushReplySchema);

  const begun = writer.receive({ note: words.note });
  const whole = paper(PAPER_BYTES);
  const half = paper(PAPER_BYTES);
  const later = paper(PAPER_BYTES);
  for (const one of [whole, half, later]) naming(writer, begun, one);
  const { verdicts } = await push(writer.events);
  const [confirmed] = verdicts;
  await upload(desk, whole);
  const place = String((await create(desk, half)).headers['location']);
  const fresh = writer.receive({ note: words.note });
  const dossier = begun.envelope.aggregateId;

  const stolen = await province.enrol(OFFICE);
  const lost = await province.enrol(OFFICE);
  const theirs = testWriter(stolen.place, stolen.key);
  await admin.desk.ask(
    'POST',
    '/v1/admin/revoke',
    { device: stolen.place.device, trusted: 0, because: words.note },
    { 'x-session': admin.token },
  );
  const apart = theirs.receive({ note: words.note });
  await push(theirs.events, stolen);
  // Another event in the same place: an alarm.
  await push([testWriter(stolen.place, stolen.key).receive({ note: words.note })], stolen);
  const alarms = await admin.desk.ask('GET', '/v1/admin/alarms', undefined, { 'x-session': admin.token });
  const settled = alarms.as(z.array(alarmSchema)).map(({ eventId, log: of, seq, hash, reason, at }) => {
    return { eventId, log: of, seq, hash, reason, at };
  });

  const reminder = { id: systemRandom.id(), office: OFFICE, series: null, words: words.note };
  await viewer.desk.ask('POST', '/v1/board/reminders', reminder, { 'x-session': viewer.token });

  const portalKey = portalKeyOf(province.key).publicKey;
  const now = province.clock.now();
  await openPortal(province.db, { publicKey: portalKey, device: systemRandom.id(), log: systemRandom.id(), now });
  const apiKey = `qmc_${'c'.repeat(43)}`;
  await insertApiKey(province.db, { id: systemRandom.id(), name: 'Cổng mẫu', hash: sha256(apiKey), created_at: 1 });
  const packet = {
    MaHoSo: 'MAU-261124-01',
    MaTTHC: '1.004873',
    TenTTHC: 'Xác nhận tình trạng hôn nhân',
    ChuHoSo: words.name,
    HinhThuc: '1',
    TrangThaiHoSo: '1',
    DonViXuLy: OFFICE,
    TaiLieuNop: [{ TenTepDinhKem: words.note, DuongDanTaiTepTin: 'https://cong.example.vn/to-khai.pdf' }],
  };
  const bearer = { authorization: `Bearer ${apiKey}` };
  const imported = await province.app.inject({
    method: 'POST',
    url: '/v1/import/dossiers',
    headers: { ...bearer, 'content-type': 'application/json' },
    payload: JSON.stringify({ data: [packet] }),
  });
  if (imported.statusCode !== 200) throw new Error(imported.body);
  const fromPortal = await province.db.selectFrom('imported').select('dossier').executeTakeFirstOrThrow();

  const code = 'ABCD-EFGH-JKMN-PQRS';
  const newKey = newSigningKey();
  const codeRow = { codeHash: codeHash(code), office: OFFICE, counter: `${OFFICE}-q1`, expiresAt: now + 600_000 };
  await storeCode(province.db, codeRow, now);
  const asPushed = { log, events: [fresh] };
  const toCarry = testWriter(lost.place, lost.key);
  toCarry.receive({ note: words.note });
  const file = sealCourier(
    { kind: 'send', province: server, device: lost.place.device, signer: lost.key, to: province.key.publicKey },
    { made: now, begin: null, begun: [], batches: [{ log: lost.place.log, events: toCarry.events }] },
  );
  const tus = { 'tus-resumable': TUS_VERSION };
  const person = {
    id: 'u-mau-moi',
    login: 'mau-moi',
    name: words.name,
    role: 'officer',
    office: OFFICE,
    unit: null,
    fields: [words.note.slice(0, 80)],
    position: words.name,
    disabled: false,
    password: words.password,
    revision: null,
  };
  const office = {
    id: 'xa-mau',
    kind: 'commune-centre',
    name: words.name,
    shortName: words.name,
    authority: words.name,
    place: words.name,
    codePrefix: 'H20.59',
    parent: null,
    phone: words.note.slice(0, 60),
    address: words.note,
    bank: null,
    disabled: false,
    revision: null,
  };
  const own = (over: Omit<RouteSample, 'seat'> = {}): RouteSample => ({ seat: supervisor, ...over });
  const byAdmin = (over: Omit<RouteSample, 'seat'> = {}): RouteSample => ({ seat: admin, ...over });
  const byViewer = (over: Omit<RouteSample, 'seat'> = {}): RouteSample => ({ seat: viewer, ...over });
  return {
    'GET /v1/about': own(),
    'GET /v1/time': own(),
    'GET /v1/nonce': own(),
    'GET /health': own(),
    'GET /ready': own(),
    'POST /v1/enrol': own({
      body: {
        code,
        devicePublicKey: newKey.publicKey,
        deviceName: words.name.slice(0, 60),
        demo: false,
        proof: signText(newKey, `enrol\n${code}\n${newKey.publicKey}`),
      },
    }),
    'POST /v1/import/dossiers': own({
      body: { data: [{ ...packet, MaHoSo: 'MAU-261124-02' }] },
      headers: bearer,
    }),
    'POST /v1/push': own({ body: asPushed }),
    'POST /v1/log': own({
      body: {
        log: systemRandom.id(),
        left: [{ log, seq: writer.events.length, hash: fresh.envelope.hash, because: 'restored' }],
        moved: [],
      },
    }),
    'POST /v1/heads': own({
      body: {
        places: [
          { log, seq: 1, hash: begun.envelope.hash },
          { log: device, seq: 1, hash: UNSEEN },
        ],
        grants: [],
      },
    }),
    'POST /v1/restate': own({ body: { held: [{ event: begun, verdict: confirmed }] } }),
    'POST /v1/courier': own({ body: { file: file.toString('base64url') } }),
    'GET /v1/pull': own({ target: '/v1/pull?limit=5' }),
    'GET /v1/pull/history': own({
      target: `/v1/pull/history?at=${Buffer.from(`${dossier}.1.5`).toString('base64url')}`,
    }),
    'GET /v1/pull/open': own({ target: `/v1/pull/open?after=${dossier}` }),
    'GET /v1/hints': own(),
    'GET /v1/reference': own({ target: '/v1/reference?catalogue=1&calendar=1' }),
    'POST /v1/uploads': own({
      headers: { ...tus, 'upload-length': String(PAPER_BYTES), 'upload-metadata': uploadMetadata(later.hash) },
    }),
    'HEAD /v1/uploads/:id': own({ target: place, headers: tus }),
    'PATCH /v1/uploads/:id': own({
      target: place,
      body: half.bytes.subarray(0, 4000),
      headers: { ...tus, 'upload-offset': '0' },
    }),
    'GET /v1/scans/:hash/receipt': own({ target: `/v1/scans/${whole.hash}/receipt` }),
    'GET /v1/scans/:hash': own({ target: `/v1/scans/${whole.hash}?dossier=${dossier}&person=u-mau-ld&from=0` }),
    'GET /v1/submitted/:dossier/files/:n': own({ target: `/v1/submitted/${fromPortal.dossier}/files/0` }),
    'POST /v1/session': own({ body: { login: 'mau-ld', password: PASSWORD } }),
    'POST /v1/session/password': { seat: leaving, body: { old: PASSWORD, password: words.password } },
    'GET /v1/board': byViewer(),
    'GET /v1/board/tickets': byViewer({ target: '/v1/board/tickets?which=all' }),
    'POST /v1/board/reminders': byViewer({ body: { ...reminder, id: systemRandom.id() } }),
    'GET /v1/reminders': own(),
    'POST /v1/reminders/answer': own({ body: { id: reminder.id, words: words.note } }),
    'GET /v1/admin/users': byAdmin({ target: `/v1/admin/users?office=${OFFICE}` }),
    'PUT /v1/admin/users': byAdmin({ body: person }),
    'POST /v1/admin/revoke': byAdmin({ body: { device: lost.place.device, trusted: 1, because: words.note } }),
    'GET /v1/admin/quarantine': byAdmin({ target: `/v1/admin/quarantine?office=${OFFICE}` }),
    'GET /v1/admin/alarms': byAdmin({ target: `/v1/admin/alarms?office=${OFFICE}` }),
    'GET /v1/admin/alarms/settled': byAdmin({ target: `/v1/admin/alarms/settled?office=${OFFICE}` }),
    'POST /v1/admin/alarms/settle': byAdmin({ body: { alarms: settled, because: words.note } }),
    'POST /v1/admin/quarantine/release': byAdmin({ body: { eventId: apart.envelope.id, because: words.note } }),
    'GET /v1/admin/offices': byAdmin(),
    'PUT /v1/admin/offices': byAdmin({ body: office }),
    'GET /v1/admin/counters': byAdmin({ target: `/v1/admin/counters?office=${OFFICE}` }),
    'PUT /v1/admin/counters': byAdmin({
      body: { office: OFFICE, id: 'q-mau', name: words.name.slice(0, 60), disabled: false, revision: null },
    }),
    'GET /v1/admin/desks': byAdmin({ target: `/v1/admin/desks?office=${OFFICE}` }),
    'POST /v1/admin/codes': byAdmin({ body: { office: OFFICE, counter: `${OFFICE}-q2` } }),
    'GET /v1/admin/templates': byAdmin(),
    'POST /v1/admin/templates': byAdmin({
      body: {
        office: OFFICE,
        basedOn: 'mau-02@1',
        template: { ...mau02Template, name: words.name },
        validFrom: '2026-11-24',
      },
    }),
    'POST /v1/hall-rules': own({
      body: { office: OFFICE, basedOn: 0, from: '2026-12-01', settings: { limitMinutes: 20 }, reason: words.note },
    }),
  };
}
