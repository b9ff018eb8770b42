import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { pushReplySchema, verdictSchema, type Verdict } from '../../contract/sync.ts';
import { commandLine } from '../../tests/harness/command-line.ts';
import { pushing } from '../../tests/harness/pushing.ts';
import { copyOf } from '../../tests/harness/put-back.ts';
import { enrolled, OFFICE, postEnrol, type Seat, type TestDesk } from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { newSigningKey } from '../../contract/signing.ts';
import { codeHash } from '../enrolment-code.ts';
import { listenOptions } from '../options.ts';
import { systemRandom } from '../random.ts';
import { runServer } from '../run.ts';
import { revokeDevice } from '../store/devices.ts';
import { storeCode } from '../store/enrolment.ts';
import { completeList } from './revoke.ts';

/** A stolen desk stays revoked when the province's database is put back from a copy that knows nothing of it. */

const world = pushing();
const { desk, push, ends } = world;
let admin: Seat;
beforeAll(async () => {
  admin = await world.province.seat('qt', 'administrator', OFFICE);
});
beforeEach(() => rmSync(world.province.revocations.path, { recursive: true, force: true }));

const run = (...words: Parameters<ReturnType<typeof commandLine>>) =>
  commandLine(world.province, world.province.folder)(...words);

const revokeAt = (device: string, over: object = {}) =>
  admin.desk.ask(
    'POST',
    '/v1/admin/revoke',
    { device, trusted: null, because: 'mất cắp', ...over },
    { 'x-session': admin.token },
  );

const trustOf = async (log: string) =>
  (await world.province.db.selectFrom('log').select('trusted').where('id', '=', log).executeTakeFirst())?.trusted;

/** A one-time code for the first counter. */
async function offer(code: string): Promise<void> {
  const { db, clock } = world.province;
  const now = clock.now();
  const row = { codeHash: codeHash(code), office: OFFICE, counter: `${OFFICE}-q1`, expiresAt: now + 600_000 };
  await storeCode(db, row, now);
}

/** What the province forgets with the copy that is put back, of everything it has been told meanwhile. */
async function forgetting(meanwhile: () => Promise<void>): Promise<void> {
  const putBack = await copyOf(world.province.db);
  await meanwhile();
  await putBack();
  await sql`drop schema kept cascade`.execute(world.province.db);
}

test('put back from an older copy: revoked as it was, what it wrote before comes in again, what came later stays out', async () => {
  const { desk: stolen, log } = await desk();
  const { desk: colleague } = await desk();
  log.receive();
  await push(stolen, log.events);
  const verdicts: Verdict[] = [];
  await forgetting(async () => {
    log.receive();
    const beyond = log.receive();
    verdicts.push(...(await push(stolen, log.events.slice(1))).verdicts);
    expect((await revokeAt(stolen.place.device, { trusted: 2 })).body).toBe('{"takenBeyond":1}');
    expect(verdicts.at(-1)?.eventId).toBe(beyond.envelope.id);
  });
  expect((await stolen.ask('GET', '/v1/pull')).status).toBe(200);
  expect((await run('restored')).facts).toMatchObject({ revoked: 1 });
  expect((await run('restored')).facts).toMatchObject({ revoked: 0 });
  expect((await stolen.ask('GET', '/v1/pull')).code).toBe('DT-06');
  expect(await trustOf(stolen.place.log)).toBe(2);
  // A colleague has what was in before, the third with the province's own word on it.
  const confirmed = verdictSchema.array().parse(verdicts);
  const again = await colleague.ask('POST', '/v1/push', {
    log: stolen.place.log,
    events: log.events.slice(1),
    verdicts: confirmed,
  });
  expect(ends(again.as(pushReplySchema))).toEqual(['2 applied', '3 applied']);
  log.receive();
  expect(ends(await push(stolen, log.events.slice(3)))).toEqual(['4 quarantined XV-06']);
  const row = await world.province.db
    .selectFrom('device')
    .select(['revoked_by', 'revoked_because'])
    .where('id', '=', stolen.place.device)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ revoked_by: 'u-qt', revoked_because: 'mất cắp' });
});

test('what the copy holds beyond the trusted place is told once more', async () => {
  const { desk: stolen, log } = await desk();
  log.receive();
  const beyond = log.receive();
  await push(stolen, log.events);
  await forgetting(async () => {
    await run('revoke', [stolen.place.device, '1'], { why: 'mất cắp', person: 'Người trực' });
  });
  await run('restored');
  const alarms = await world.province.db
    .selectFrom('alarm')
    .select(['event_id', 'reason'])
    .where('log', '=', stolen.place.log)
    .execute();
  expect(alarms).toEqual([{ event_id: beyond.envelope.id, reason: 'XV-06' }]);
});

test('enrolled and revoked after the copy: it is nobody’s again, in none of its logs, and its code enrols it no more', async () => {
  const code = 'MA-THU-SAU-BAN-SAO';
  const key = newSigningKey();
  const { app } = world.province;
  await offer(code);
  const { desk: colleague } = await desk();
  let stolen: TestDesk | null = null;
  const second = systemRandom.id();
  const logs: ReturnType<typeof testWriter>[] = [];
  await forgetting(async () => {
    stolen = await enrolled(app, code, key);
    const first = testWriter(stolen.place, key);
    first.receive();
    await push(stolen, first.events);
    const left = [{ log: stolen.place.log, seq: 1, hash: first.events[0]?.envelope.hash, because: 'restored' }];
    expect((await stolen.ask('POST', '/v1/log', { log: second, left })).status).toBe(200);
    const other = testWriter({ ...stolen.place, log: second }, key);
    other.receive();
    await push(stolen, other.events, second);
    logs.push(first, other);
    await revokeAt(stolen.place.device);
  });
  expect((await run('restored')).facts).toMatchObject({ revoked: 1 });
  expect((await postEnrol(app, code, key)).code).toBe('DK-01');
  for (const log of logs) {
    const [first] = log.events;
    log.receive();
    const id = first?.envelope.log ?? '';
    expect(ends(await push(colleague, log.events, id))).toEqual(['1 applied', '2 quarantined XV-06']);
  }
});

test('its key, enrolled again by the copy’s unused code before anybody noticed, is revoked with it', async () => {
  const code = 'MA-THU-LAN-HAI';
  const key = newSigningKey();
  const { app } = world.province;
  await offer(code);
  await forgetting(async () => {
    await revokeAt((await enrolled(app, code, key)).place.device);
  });
  const again = await enrolled(app, code, key);
  await run('restored');
  expect((await again.ask('GET', '/v1/pull')).code).toBe('DT-06');
  expect(await trustOf(again.place.log)).toBe(0);
});

test('where the list cannot be written nothing is revoked, and nobody is told that it is', async () => {
  const { desk: stolen } = await desk();
  mkdirSync(world.province.revocations.path);
  expect((await revokeAt(stolen.place.device)).status).toBe(500);
  expect((await stolen.ask('GET', '/v1/pull')).status).toBe(200);
  rmSync(world.province.revocations.path, { recursive: true });
  expect((await revokeAt(stolen.place.device)).status).toBe(200);
  expect(world.province.revocations.read().map(({ device }) => device)).toEqual([stolen.place.device]);
});

test('the list has what another instance, or a release without a list, has revoked; a damaged line is told', async () => {
  const { desk: stolen } = await desk();
  const { db, revocations } = world.province;
  await db.transaction().execute((tx) => revokeDevice(tx, stolen.place.device, null, 1));
  expect(await completeList(db, revocations)).toBeGreaterThan(0);
  expect(await completeList(db, revocations)).toBe(0);
  expect(revocations.read()).toContainEqual(
    expect.objectContaining({ device: stolen.place.device, logs: [{ log: stolen.place.log, trusted: 0 }] }),
  );
  writeFileSync(revocations.path, `{"device":\n${readFileSync(revocations.path, 'utf8')}`);
  await expect(run('restored')).rejects.toThrow(/Line 1 cannot be read/);
});

test('a server that is started without `restored` has revoked it again before it listens, and keeps the list', async () => {
  const { desk: stolen } = await desk();
  const { desk: other } = await desk();
  const { db, key, folder, url, revocations } = world.province;
  writeFileSync(join(folder, 'server-key.json'), JSON.stringify(key));
  await forgetting(async () => {
    await revokeAt(stolen.place.device);
  });
  const server = await runServer(listenOptions(['--data', folder], { DATABASE_URL: url }), pino({ level: 'silent' }));
  try {
    expect((await stolen.ask('GET', '/v1/pull')).code).toBe('DT-06');
    // As the command line at another machine does it.
    await commandLine(world.province, join(folder, 'elsewhere'))('revoke', [other.place.device]);
    const listed = () => revocations.read().some(({ device }) => device === other.place.device);
    // The notice comes by a connection of its own: asking the database lets it in.
    while (!listed()) await sql`select 1`.execute(db);
  } finally {
    await server.stop();
  }
});
