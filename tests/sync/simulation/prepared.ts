import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { sha256, signingKeyOf, type SigningKey } from '../../../contract/signing.ts';
import type { Role } from '../../../contract/roles.ts';
import { createDesk } from '../../../main/desk/desk.ts';
import type { Clock, DeskOptions, Fetch } from '../../../main/desk/ports.ts';
import { createServer } from '../../../server/app.ts';
import { codeHash } from '../../../server/enrolment-code.ts';
import { usualLimits, type Randomness } from '../../../server/ports.ts';
import { systemRandom } from '../../../server/random.ts';
import { newRecoveryKey } from '../../../server/recovery-key.ts';
import { revocationListIn } from '../../../server/revocation/list.ts';
import { openScanStore } from '../../../server/scans/store.ts';
import { setUpProvince } from '../../../server/set-up.ts';
import { insertCounter } from '../../../server/store/counters.ts';
import { storeCode } from '../../../server/store/enrolment.ts';
import { migrate } from '../../../server/store/migrations.ts';
import { insertOffice, setRecoveryKey } from '../../../server/store/offices.ts';
import { insertPerson } from '../../../server/store/people.ts';
import { ensureDatabase, openDatabase, type Db } from '../../../server/store/pool.ts';
import { openKeychain } from '../../harness/open-keychain.ts';
import { seededRandomness, silentLog, textPrinter } from '../../harness/test-desk.ts';
import { isAtWork } from './at-work.ts';
import { askedOf, methodOf, textsOf } from './asked.ts';
import { olderRelease, type Release } from './releases.ts';

/** Tuesday 24/11/2026, 09:00 in Vietnam: when every simulation begins. */
export const BEGIN = Date.UTC(2026, 10, 24, 2);
export const OFFICE = 'xa-29905';
const OTHER = 'xa-29869';
/** Nobody answers there: what desks ask goes to the server in this process. */
const SERVER = 'http://127.0.0.1:8080';
const UNIT = 'Phòng Kinh tế, Hạ tầng và Đô thị';

export interface Seat {
  readonly name: string;
  readonly office: string;
  readonly counter: string;
  readonly user: string;
  readonly chief: string;
}

/** The server's randomness, of a seed. */
export function serverRandom(seed: string): Randomness {
  const drawn = seededRandomness(`server ${seed}`);
  return { id: () => drawn.id(), bytes: (count) => Buffer.from(drawn.bytes(count)) };
}

/** Two counters and a unit of one commune, and a counter of another. */
export const seats: readonly Seat[] = [
  { name: 'counter', office: OFFICE, counter: `${OFFICE}-q1`, user: 'ngan', chief: 'phuoc' },
  { name: 'counter-2', office: OFFICE, counter: `${OFFICE}-q2`, user: 'tam', chief: 'phuoc' },
  { name: 'unit', office: OFFICE, counter: `${OFFICE}-q3`, user: 'thao', chief: 'phuoc' },
  { name: 'elsewhere', office: OTHER, counter: `${OTHER}-q1`, user: 'lan', chief: 'son' },
];

const people: readonly [login: string, role: Role, office: string, unit: string | null][] = [
  ['ngan', 'officer', OFFICE, null],
  ['tam', 'officer', OFFICE, null],
  ['thao', 'unitOfficer', OFFICE, UNIT],
  ['phuoc', 'supervisor', OFFICE, null],
  ['lan', 'officer', OTHER, null],
  ['son', 'supervisor', OTHER, null],
];

/** What every simulation of this process begins from: a province and its desks, enrolled and quiet. */
export interface Prepared {
  readonly maintenance: string;
  readonly template: string;
  readonly key: SigningKey;
  /** What every desk is made of. */
  readonly parts: DeskParts;
  /** The program one release older. */
  readonly older: Release;
  /** Copies a desk's folder as it was after enrolment. */
  folderOf(seat: Seat, into: string): void;
  remove(): void;
}

export type DeskParts = Pick<DeskOptions, 'host' | 'catalogueDir' | 'keychain' | 'printer' | 'log' | 'demo'>;

const deskParts: Omit<DeskParts, 'catalogueDir'> = {
  host: 'browser',
  keychain: openKeychain,
  printer: textPrinter,
  log: silentLog,
  demo: null,
};

export async function prepare(maintenance: string): Promise<Prepared> {
  const template = `simulation_${process.pid}_${systemRandom.id().slice(-12)}`;
  const db = openDatabase({ url: await ensureDatabase(maintenance, template), connections: 2 });
  // The same for each process: logs and devices stand in the order of their ids, and so does much of what is decided.
  const random = serverRandom('prepared');
  const key = signingKeyOf(Buffer.from(sha256('the province of the simulation'), 'hex').toString('base64url'));
  const folder = mkdtempSync(join(tmpdir(), 'simulation-desks-'));
  const scans = await openScanStore({ kind: 'folder', path: join(folder, 'scans of the province') }, key);
  const parts: DeskParts = { ...deskParts, catalogueDir: smallCatalogue(join(folder, 'catalogue')) };
  mkdirSync(join(folder, 'older release'));
  const older = await olderRelease(join(folder, 'older release'));
  await migrate(db);
  await fill(db, key, random);
  const clock = { now: () => BEGIN };
  const app = createServer({
    db,
    clock,
    random,
    keys: { server: key },
    config: { demo: null, limits: { ...usualLimits, device: 1e6, address: 1e6, guesses: 1e6 } },
    log: pino({ level: 'silent' }),
    scans,
    revocations: revocationListIn(folder),
  });
  for (const seat of seats) {
    const code = `MA-THU-${random.id()}`.slice(0, 40);
    const { office, counter, name } = seat;
    await storeCode(db, { codeHash: codeHash(code), office, counter, expiresAt: BEGIN + 600_000 }, BEGIN);
    await enrolDesk(parts, join(folder, name), app, { server: SERVER, code, deviceName: name });
  }
  await app.close();
  scans.close();
  await db.destroy();
  return {
    maintenance,
    template,
    key,
    parts,
    older,
    folderOf: (seat, into) => cpSync(join(folder, seat.name), into, { recursive: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The shipped catalogue with only what is received here (`officer.ts`): desks are opened some thirty times a seed. */
function smallCatalogue(into: string): string {
  const shipped = new URL('../../../catalogue/', import.meta.url);
  const edition = JSON.parse(readFileSync(new URL('edition.json', shipped), 'utf8')) as Record<string, unknown>;
  const files = ['ho-tich-xac-nhan.json'];
  mkdirSync(join(into, 'procedures'), { recursive: true });
  writeFileSync(join(into, 'edition.json'), JSON.stringify({ ...edition, files }));
  for (const file of ['shared.json', 'offices.json', 'calendar.json', 'hall.json', `procedures/${files.join()}`]) {
    copyFileSync(new URL(file, shipped), join(into, file));
  }
  return into;
}

async function enrolDesk(
  parts: DeskParts,
  dataDir: string,
  app: FastifyInstance,
  place: { server: string; code: string; deviceName: string },
): Promise<void> {
  // Only the first round is wanted; afterwards the folder lies still.
  const timers: (() => void)[] = [];
  const clock: Clock = {
    now: () => BEGIN,
    monotonic: () => 0,
    upFor: () => 0,
    after: (_ms, fn) => {
      timers.push(fn);
      return () => undefined;
    },
  };
  let asking = 0;
  const inside: Fetch = async (url, init) => {
    if (url.includes('/v1/hints')) throw new TypeError('no hints');
    asking += 1;
    try {
      const { method, target, headers, body } = askedOf(url, init);
      const payload = body === null ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) };
      const reply = await app.inject({ method: methodOf(method), url: target, headers: { ...headers }, ...payload });
      return new Response(reply.body, { status: reply.statusCode, headers: textsOf(reply.headers) });
    } finally {
      asking -= 1;
    }
  };
  const random = seededRandomness(`prepared ${place.deviceName}`);
  const desk = await createDesk({ ...parts, dataDir, clock, random, fetch: inside });
  const reply = await desk.call({ session: 'one', trusted: true }, 'machine.enrol', { ...place, passphrase: null });
  if (!reply.ok) throw new Error(`a desk could not be enrolled: ${reply.error.code}`);
  // Its first round comes to its end, or every run would begin with another part of it.
  while (asking > 0 || isAtWork()) await new Promise((soon) => setTimeout(soon, 5));
  await desk.close();
}

async function fill(db: Db, key: SigningKey, random: Randomness): Promise<void> {
  await setUpProvince(db, { name: 'Tỉnh thử', key, demo: false, random });
  for (const [id, prefix, kind] of [
    [OFFICE, 'H20.57', 'commune-centre'],
    [OTHER, 'H20.54', 'commune-centre'],
    // Where the province's own logs stand.
    ['trung-tam-tinh', 'H20', 'provincial-centre'],
  ] as const) {
    const texts = { name: id, shortName: id, authority: id, place: id, phone: '', address: '', bank: null };
    await insertOffice(db, { id, kind, ...texts, codePrefix: prefix, parent: null, disabled: false });
    await setRecoveryKey(db, id, newRecoveryKey().publicKey);
  }
  // The province's own word, that something is erased, stands in its centre's log.
  const centre = {
    name: 'Trung tâm',
    shortName: 'Trung tâm',
    authority: '',
    place: '',
    phone: '',
    address: '',
    bank: null,
  };
  await insertOffice(db, {
    ...centre,
    id: 'tinh-thu',
    kind: 'provincial-centre',
    codePrefix: null,
    parent: null,
    disabled: false,
  });
  for (const { office, counter, name } of seats) {
    await insertCounter(db, { id: counter, office, name, kind: 'desk', disabled: false });
  }
  for (const [login, role, office, unit] of people) {
    const row = { id: login, login, name: login, role, office, unit, fields: [], position: '', disabled: false };
    await insertPerson(db, { ...row, password: { salt: '', hash: '' } });
  }
}
