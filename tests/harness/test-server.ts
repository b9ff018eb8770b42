import { pino } from 'pino';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { createServer, type ServerOptions } from '../../server/app.ts';
import { codeHash } from '../../server/enrolment-code.ts';
import type { PortalFiles } from '../../server/portal/files.ts';
import { usualLimits, type Clock, type ServerConfig } from '../../server/ports.ts';
import { systemRandom } from '../../server/random.ts';
import { newRecoveryKey } from '../../server/recovery-key.ts';
import { revocationListIn, type RevocationList } from '../../server/revocation/list.ts';
import { openScanStore, type ScanStore } from '../../server/scans/store.ts';
import { createScrypt } from '../../server/scrypt.ts';
import { setUpProvince } from '../../server/set-up.ts';
import { insertCounter } from '../../server/store/counters.ts';
import { storeCode } from '../../server/store/enrolment.ts';
import { insertOffice, setRecoveryKey } from '../../server/store/offices.ts';
import { insertPerson } from '../../server/store/people.ts';
import type { Db } from '../../server/store/pool.ts';
import { newSigningKey, sha256, signText, type SigningKey } from '../../contract/signing.ts';
import type { Role } from '../../contract/roles.ts';
import { CHUNK_TYPE } from '../../contract/scans.ts';
import {
  enrolReplySchema,
  nonceReplySchema,
  requestLine,
  type EnrolReply,
  sessionReplySchema,
} from '../../contract/sync.ts';
import { freshDatabase } from './database.ts';

/** A province for tests: two commune centres and the provincial one, on a database of its own, with a clock that is set. */
export interface TestProvince {
  readonly app: FastifyInstance;
  readonly db: Db;
  readonly url: string;
  readonly key: SigningKey;
  readonly clock: Clock & { at: number };
  readonly scans: ScanStore;
  /** Where its digitised papers lie. */
  readonly scanFolder: string;
  /** Its data folder, where what no restore takes back lies. */
  readonly folder: string;
  readonly revocations: RevocationList;
  enrol(office: string, counter?: string): Promise<TestDesk>;
  addPerson(login: string, role: Role, office: string, password?: string): Promise<void>;
  /** Somebody new, signed in at a desk of their office enrolled for it. */
  seat(login: string, role: Role, office: string): Promise<Seat>;
  /** Another instance of the server on the same database. */
  another(config?: Partial<ServerConfig>, portalFiles?: PortalFiles): FastifyInstance;
  close(): Promise<void>;
}

export const OFFICE = 'xa-29905';
export const OTHER = 'xa-29869';
export const CENTRE = 'tinh-pvhcc';
export const PASSWORD = 'mat-khau-1';

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The same as bytes. */
  readonly raw: Buffer;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The problem code of a refusal, or null. */
  readonly code: string | null;
  as<S extends z.ZodType>(schema: S): z.output<S>;
}

/** A desk with somebody signed in at it. */
export interface Seat {
  readonly desk: TestDesk;
  readonly token: string;
}

export interface TestDesk {
  readonly place: EnrolReply;
  readonly key: SigningKey;
  /** A body of bytes goes out as it is, as a chunk; any other as JSON. */
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'HEAD' | 'PATCH',
    target: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
    app?: FastifyInstance,
  ): Promise<Answer>;
}

export async function testProvince(
  config: Partial<ServerConfig> = {},
  openScans = (folder: string, key: SigningKey) => openScanStore({ kind: 'folder', path: folder }, key),
  parts: Partial<Pick<ServerOptions, 'metrics' | 'log' | 'portalFiles'>> = {},
): Promise<TestProvince> {
  const { db, url } = await freshDatabase();
  const key = newSigningKey();
  const clock = { at: Date.UTC(2026, 10, 24, 2), now: () => clock.at };
  const scanFolder = mkdtempSync(join(tmpdir(), 'province-scans-'));
  const scans = await openScans(scanFolder, key);
  const folder = mkdtempSync(join(tmpdir(), 'province-data-'));
  const revocations = revocationListIn(folder);
  const scrypt = createScrypt(8, 500);
  const limits = { ...usualLimits, device: 1e6, address: 1e6, guesses: 1e6, devicePushes: 1e6 };
  const serve = (over: Partial<ServerConfig> = {}, first: typeof parts = {}): FastifyInstance =>
    createServer({
      db,
      clock,
      random: systemRandom,
      keys: { server: key },
      config: { demo: null, limits, ...config, ...over },
      log: pino({ level: 'silent' }),
      scans,
      revocations,
      scrypt,
      ...first,
    });
  const app = serve({}, parts);
  const apps = [app];
  await setUpProvince(db, { name: 'Tỉnh thử', key, demo: config.demo !== undefined, random: systemRandom });
  for (const [id, kind, prefix] of [
    [OFFICE, 'commune-centre', 'H20.57'],
    [OTHER, 'commune-centre', 'H20.58'],
    [CENTRE, 'provincial-centre', 'H20.01'],
  ] as const) {
    const texts = { name: id, shortName: id, authority: id, place: id, phone: '', address: '', bank: null };
    await insertOffice(db, { id, kind, ...texts, codePrefix: prefix, parent: null, disabled: false });
    await setRecoveryKey(db, id, newRecoveryKey().publicKey);
    // In whose name the tests' desks write (writer.ts).
    await db.insertInto('person_at').values({ person: 'u-1', office: id, role: 'officer' }).execute();
    for (const n of [1, 2])
      await insertCounter(db, { id: `${id}-q${n}`, office: id, name: `Quầy ${n}`, kind: 'desk', disabled: false });
  }

  const addPerson: TestProvince['addPerson'] = async (login, role, office, password = PASSWORD) => {
    const hash = await scrypt.hash(password);
    const row = { id: `u-${login}`, login, name: 'Người thử', role, office, unit: null, fields: [], position: '' };
    await insertPerson(db, { ...row, disabled: false, password: hash });
  };
  const enrol: TestProvince['enrol'] = async (office, counter = `${office}-q1`) => {
    const code = `MA-THU-${systemRandom.id()}`.slice(0, 40);
    const now = clock.now();
    await storeCode(db, { codeHash: codeHash(code), office, counter, expiresAt: now + 1000 }, now);
    return enrolled(app, code, newSigningKey());
  };

  return {
    app,
    db,
    url,
    key,
    clock,
    scans,
    scanFolder,
    folder,
    revocations,
    another(over, portalFiles) {
      const one = serve(over, portalFiles === undefined ? {} : { portalFiles });
      apps.push(one);
      return one;
    },
    addPerson,
    enrol,
    async seat(login, role, office) {
      await addPerson(login, role, office);
      const desk = await enrol(office);
      const answer = await desk.ask('POST', '/v1/session', { login, password: PASSWORD });
      return { desk, token: answer.as(sessionReplySchema).token };
    },
    async close() {
      for (const one of apps) await one.close();
      await db.destroy();
      scans.close();
      for (const one of [scanFolder, folder]) rmSync(one, { recursive: true, force: true });
    },
  };
}

export async function enrolled(app: FastifyInstance, code: string, key: SigningKey): Promise<TestDesk> {
  const answer = await postEnrol(app, code, key);
  return deskOf(app, answer.as(enrolReplySchema), key);
}

export async function postEnrol(
  app: FastifyInstance,
  code: string,
  key: SigningKey,
  over: object = {},
): Promise<Answer> {
  const proof = signText(key, `enrol\n${code}\n${key.publicKey}`);
  const body = { code, devicePublicKey: key.publicKey, deviceName: 'máy thử', demo: false, proof, ...over };
  return answerOf(await app.inject({ method: 'POST', url: '/v1/enrol', payload: body }));
}

export function deskOf(own: FastifyInstance, place: EnrolReply, key: SigningKey): TestDesk {
  return {
    place,
    key,
    async ask(method, target, body, headers = {}, app = own) {
      const { nonce } = nonceReplySchema.parse((await app.inject('/v1/nonce')).json());
      const sent = body === undefined ? '' : Buffer.isBuffer(body) ? body : JSON.stringify(body);
      return answerOf(
        await app.inject({
          method,
          url: target,
          ...(body === undefined ? {} : { payload: sent }),
          headers: {
            ...(body === undefined ? {} : { 'content-type': Buffer.isBuffer(body) ? CHUNK_TYPE : 'application/json' }),
            'x-device': place.device,
            'x-nonce': nonce,
            'x-signature': signText(key, requestLine(method, target, sha256(sent), nonce)),
            ...headers,
          },
        }),
      );
    },
  };
}

type Injected = Awaited<ReturnType<FastifyInstance['inject']>>;

export function answerOf(response: Injected): Answer {
  const json: unknown = response.body === '' ? null : parsed(response.body);
  const code = typeof json === 'object' && json !== null && 'code' in json && 'vi' in json ? String(json.code) : null;
  return {
    status: response.statusCode,
    body: response.body,
    raw: response.rawPayload,
    headers: response.headers,
    code,
    as(schema) {
      if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${response.body}`);
      return schema.parse(json);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
