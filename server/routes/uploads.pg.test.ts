import { openAlarms } from '../store/alarms.ts';
import { readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { scanReceiptSchema, receiptLine } from '../../contract/scans.ts';
import { sha256, verifyText } from '../../contract/signing.ts';
import { chunk, create, naming, offsetOf, paper, upload, type Paper } from '../../tests/harness/scan-facts.ts';
import {
  CENTRE,
  OFFICE,
  OTHER,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { usualLimits } from '../ports.ts';
import { scans } from '../store/migrations/006-scans.ts';
import { sweepUploads } from '../scans/sweep.ts';

let province: TestProvince;
let desk: TestDesk;
let colleague: TestDesk;
let stranger: TestDesk;
let writer: TestWriter;
let begun: LogEvent;
let file: Paper;

beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
  colleague = await province.enrol(OFFICE, `${OFFICE}-q2`);
  stranger = await province.enrol(OTHER);
  writer = testWriter(desk.place, desk.key);
});
afterAll(() => province.close());

const push = async (events: readonly LogEvent[]): Promise<void> => {
  const answer = await desk.ask('POST', '/v1/push', { log: desk.place.log, events });
  expect([answer.status, answer.code]).toEqual([200, null]);
};
const begin = async (length: number): Promise<Paper> => {
  const made = paper(length);
  begun = writer.receive();
  await push([begun, naming(writer, begun, made)]);
  return made;
};
const receipt = (from: TestDesk, { hash }: Paper) => from.ask('GET', `/v1/scans/${hash}/receipt`);
const piece = (from: TestDesk, { hash }: Paper, at = 0, dossier = begun.envelope.aggregateId) =>
  from.ask('GET', `/v1/scans/${hash}?dossier=${dossier}&person=u-1&from=${at}`);

beforeEach(async () => {
  file = await begin(100_003);
});

test('a file goes up by chunks, is checked, and the province signs that it holds it', async () => {
  const made = await create(desk, file);
  expect([made.status, made.headers['upload-offset'], made.headers['tus-resumable']]).toEqual([201, '0', '1.0.0']);
  const place = String(made.headers['location']);
  let at = 0;
  for (const length of [1, 15, 4096, 33_333, 62_558]) {
    expect((await offsetOf(desk, place)).headers['upload-offset']).toBe(String(at));
    const answer = await chunk(desk, place, at, file.bytes.subarray(at, at + length));
    at += length;
    expect([answer.status, answer.headers['upload-offset']]).toEqual([204, String(at)]);
  }
  expect(at).toBe(file.bytes.length);
  const signed = (await receipt(desk, file)).as(scanReceiptSchema);
  expect(signed).toMatchObject({ fileId: file.hash, bytes: file.bytes.length });
  expect(verifyText(province.key.publicKey, receiptLine(signed), signed.signature)).toBe(true);
  expect((await piece(desk, file)).status).toBe(200);
});

test('nothing of it lies in the store in plain, under way or whole', async () => {
  const plain = Buffer.alloc(70_000, 'NGUYỄN THỊ HOA');
  const text = { bytes: plain, hash: sha256(plain) };
  await push([naming(writer, begun, text)]);
  const made = await create(desk, text);
  const place = String(made.headers['location']);
  await chunk(desk, place, 0, plain.subarray(0, 30_001));
  const lying = (): string =>
    readdirSync(province.scanFolder)
      .map((name) => readFileSync(join(province.scanFolder, name), 'latin1'))
      .join('');
  expect(lying()).not.toContain(Buffer.from('THỊ HOA').toString('latin1'));
  await chunk(desk, place, 30_001, plain.subarray(30_001));
  expect(lying()).not.toContain(Buffer.from('THỊ HOA').toString('latin1'));
  expect((await receipt(desk, text)).status).toBe(200);
});

test('the creation repeats: the same upload goes on, one that is whole says so', async () => {
  const made = await create(desk, file);
  await chunk(desk, String(made.headers['location']), 0, file.bytes.subarray(0, 5000));
  const again = await create(desk, file);
  expect([again.status, again.headers['location'], again.headers['upload-offset']]).toEqual([
    201,
    made.headers['location'],
    '5000',
  ]);
  await chunk(desk, String(made.headers['location']), 5000, file.bytes.subarray(5000));
  const whole = await create(desk, file);
  expect([whole.status, whole.headers['upload-offset'], whole.headers['location']]).toEqual([
    200,
    String(file.bytes.length),
    undefined,
  ]);
});

test('a chunk that does not follow, is repeated or is longer than the file changes nothing', async () => {
  const place = String((await create(desk, file)).headers['location']);
  const first = file.bytes.subarray(0, 1000);
  expect((await chunk(desk, place, 0, first)).status).toBe(204);
  expect((await chunk(desk, place, 0, first)).status).toBe(409);
  expect((await chunk(desk, place, 2000, first)).status).toBe(409);
  expect((await chunk(desk, place, 1000, Buffer.concat([file.bytes, first]))).status).toBe(413);
  expect((await offsetOf(desk, place)).headers['upload-offset']).toBe('1000');
});

test('a chunk that was changed on its way is refused by its signature, before a byte is written', async () => {
  const place = String((await create(desk, file)).headers['location']);
  const answer = await desk.ask('PATCH', place, file.bytes, {
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
    'x-signature': 'A'.repeat(86),
  });
  expect(answer.status).toBe(401);
  expect((await offsetOf(desk, place)).headers['upload-offset']).toBe('0');
});

test('bytes that are not those of the hash are thrown away and said; the next try begins anew', async () => {
  const place = String((await create(desk, file)).headers['location']);
  const wrong = Buffer.from(file.bytes);
  wrong[77] = (wrong[77] ?? 0) ^ 1;
  const answer = await chunk(desk, place, 0, wrong);
  expect([answer.status, answer.code]).toEqual([422, 'SH-13']);
  expect((await offsetOf(desk, place)).status).toBe(404);
  expect((await receipt(desk, file)).status).toBe(404);
  expect((await upload(desk, file)).status).toBe(204);
  expect((await receipt(desk, file)).status).toBe(200);
});

test('the same file from two desks is kept once', async () => {
  const places = [];
  for (const from of [desk, colleague]) places.push(String((await create(from, file)).headers['location']));
  expect(places[0]).not.toBe(places[1]);
  const before = readdirSync(province.scanFolder).length;
  const answers = await Promise.all([
    chunk(desk, places[0] ?? '', 0, file.bytes),
    chunk(colleague, places[1] ?? '', 0, file.bytes),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([204, 204]);
  // A file and its description: one pair is gone.
  expect(readdirSync(province.scanFolder).length).toBe(before - 2);
  for (const from of [desk, colleague]) expect((await receipt(from, file)).status).toBe(200);
});

test('another office sends, sees and fetches nothing of it; its own concern opens it', async () => {
  const place = String((await create(desk, file)).headers['location']);
  const refused = async (from: TestDesk) => [
    (await create(from, file)).status,
    (await offsetOf(from, place)).status,
    (await chunk(from, place, 0, file.bytes)).status,
    (await receipt(from, file)).status,
    (await piece(from, file)).status,
  ];
  expect(await refused(stranger)).toEqual([404, 404, 404, 404, 404]);
  // A desk of the same office may send the file, but not in a colleague's upload.
  expect([(await offsetOf(colleague, place)).status, (await chunk(colleague, place, 0, file.bytes)).status]).toEqual([
    404, 404,
  ]);
  await chunk(desk, place, 0, file.bytes);
  expect(await refused(stranger)).toEqual([404, 404, 404, 404, 404]);
  const other = writer.receive({ competentOffice: OTHER });
  await push([other, naming(writer, other, file)]);
  // Concerned by the second dossier: there it is given the file, under the first it still is not.
  expect((await piece(stranger, file)).status).toBe(404);
  expect((await piece(stranger, file, 0, other.envelope.aggregateId)).status).toBe(200);
  // It was given the file to read, not to send.
  expect((await create(stranger, file)).status).toBe(404);
  expect((await piece(await province.enrol(CENTRE), file, 0, other.envelope.aggregateId)).status).toBe(404);
  const fetched = await province.db.selectFrom('scan_fetch').selectAll().where('hash', '=', file.hash).execute();
  expect(fetched.map((row) => [row.office, row.person, row.stranger])).toEqual([[OTHER, 'u-1', false]]);
  // In a name that office never had: given, because a province put back from a copy forgets people; and told.
  const target = `/v1/scans/${file.hash}?dossier=${other.envelope.aggregateId}&person=u-bia`;
  expect((await stranger.ask('GET', encodeURI(target))).status).toBe(200);
  const told = (await openAlarms(province.db, OTHER)).map(({ person, reason, eventId, hash }) => ({
    person,
    reason,
    eventId,
    hash,
  }));
  expect(told).toEqual([{ person: 'u-bia', reason: 'XV-21', eventId: other.envelope.aggregateId, hash: file.hash }]);
});

test('what was taken out of the dossier is given to nobody', async () => {
  await upload(desk, file);
  expect((await piece(desk, file)).status).toBe(200);
  const last = writer.events.at(-1);
  const { aggregateId } = begun.envelope;
  const removal = {
    type: 'dossier.digitisedRemoved',
    aggregateId,
    after: last === undefined ? [] : [last.envelope.id],
  };
  await push([writer.write({ fileId: file.hash, reason: 'quét nhầm', at: '2026-11-24T10:00:00' }, removal)]);
  expect((await piece(desk, file)).status).toBe(404);
});

test('a file is fetched by pieces, each from where the last ended', async () => {
  file = await begin(2 * 1_048_576 + 17);
  await upload(desk, file);
  const parts: Buffer[] = [];
  for (let at = 0; at < file.bytes.length;) {
    const part = (await piece(desk, file, at)).raw;
    parts.push(part);
    at += part.length;
  }
  expect(parts.map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 17]);
  expect(Buffer.concat(parts).equals(file.bytes)).toBe(true);
  expect((await piece(desk, file, file.bytes.length)).status).toBe(400);
});

test('a look that begins amid the file is written down as well; one that goes on is not, for an hour', async () => {
  await upload(desk, file);
  const looks = async () =>
    (await province.db.selectFrom('scan_fetch').select('person').where('hash', '=', file.hash).execute()).length;
  expect([(await piece(desk, file, 1)).status, await looks()]).toEqual([200, 1]);
  expect([(await piece(desk, file, 5000)).status, await looks()]).toEqual([200, 1]);
  province.clock.at += 3_600_001;
  expect([(await piece(desk, file, 9000)).status, await looks()]).toEqual([200, 2]);
});

test('a server that ended between the last chunk and its check finishes when it is asked', async () => {
  const place = String((await create(desk, file)).headers['location']);
  await chunk(desk, place, 0, file.bytes.subarray(0, 100_000));
  // As a kill leaves it: the store holds all bytes, the database has not heard.
  const id = place.split('/').at(-1) ?? '';
  await province.scans.tus.write(Readable.from([file.bytes.subarray(100_000)]), id, 100_000);
  const another = province.another();
  const answer = await desk.ask('GET', `/v1/scans/${file.hash}/receipt`, undefined, {}, another);
  expect(answer.as(scanReceiptSchema).fileId).toBe(file.hash);
});

test('a file the store lost half of goes on from there; one it lost begins anew', async () => {
  const place = String((await create(desk, file)).headers['location']);
  await chunk(desk, place, 0, file.bytes.subarray(0, 50_000));
  const lying = join(province.scanFolder, place.split('/').at(-1) ?? '');
  truncateSync(lying, 20_000);
  expect((await create(desk, file)).headers['upload-offset']).toBe('20000');
  expect((await chunk(desk, place, 50_000, file.bytes.subarray(50_000))).status).toBe(409);
  rmSync(lying);
  expect((await offsetOf(desk, place)).status).toBe(404);
  const anew = await create(desk, file);
  expect([anew.status, anew.headers['upload-offset']]).toEqual([201, '0']);
  expect(anew.headers['location']).not.toBe(place);
  expect((await chunk(desk, String(anew.headers['location']), 0, file.bytes)).status).toBe(204);
});

test('what is no upload is refused: no length, another length, no hash, no version, too large, too many', async () => {
  expect((await create(desk, file, { 'upload-length': '' })).status).toBe(400);
  expect((await create(desk, file, { 'upload-length': '100004' })).status).toBe(400);
  expect((await create(desk, file, { 'upload-metadata': 'sha256 AAAA' })).status).toBe(400);
  const older = await create(desk, file, { 'tus-resumable': '0.2.2' });
  expect([older.status, older.headers['tus-version']]).toEqual([412, '1.0.0']);
  // A refusal is the province's word as well, and says so.
  expect(older.headers['tus-resumable']).toBe('1.0.0');
  expect((await chunk(stranger, '/v1/uploads/no', 0, file.bytes)).headers['tus-resumable']).toBe('1.0.0');
  const large = await create(desk, file, { 'upload-length': '40000001' });
  expect([large.status, large.code]).toEqual([413, 'SH-15']);
  const place = String((await create(desk, file)).headers['location']);
  const more = await chunk(desk, place, 0, Buffer.alloc(4 * 1_048_576 + 1));
  expect([more.status, more.code]).toEqual([413, 'SV-06']);
  const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0' };
  const typed = await desk.ask('PATCH', place, { says: 'JSON' }, headers);
  expect([typed.status, typed.code]).toEqual([415, 'GN-02']);
  expect((await offsetOf(desk, place)).headers['upload-offset']).toBe('0');
  const busy = province.another({ limits: { ...usualLimits, chunks: 0 } });
  const told = await desk.ask('PATCH', place, file.bytes, headers, busy);
  expect([told.status, told.headers['retry-after']]).toEqual([503, '2']);
});

test('two chunks of one upload at once: one is taken, the other is told to come back', async () => {
  const place = String((await create(desk, file)).headers['location']);
  const another = province.another();
  const headers = { 'tus-resumable': '1.0.0', 'upload-offset': '0' };
  const half = file.bytes.subarray(0, 50_000);
  const answers = await Promise.all([
    desk.ask('PATCH', place, half, headers),
    desk.ask('PATCH', place, half, headers, another),
  ]);
  const taken = answers.filter(({ status }) => status === 204);
  expect(taken).toHaveLength(1);
  expect(answers.every(({ status }) => [204, 409, 423].includes(status))).toBe(true);
  expect((await offsetOf(desk, place)).headers['upload-offset']).toBe('50000');
});

test('an upload nobody goes on with is thrown away after 7 days', async () => {
  const place = String((await create(desk, file)).headers['location']);
  await chunk(desk, place, 0, file.bytes.subarray(0, 10));
  const ports = { db: province.db, clock: province.clock, store: province.scans };
  expect(await sweepUploads(ports)).toBe(0);
  province.clock.at += 8 * 86_400_000;
  expect(await sweepUploads(ports)).toBeGreaterThan(0);
  expect((await offsetOf(desk, place)).status).toBe(404);
  expect(readdirSync(province.scanFolder)).not.toContain(place.split('/').at(-1));
});

test('a revoked desk sends and fetches nothing', async () => {
  const lost = await province.enrol(OFFICE, `${OFFICE}-q2`);
  await province.db.updateTable('device').set({ revoked_at: 1 }).where('id', '=', lost.place.device).execute();
  expect([(await create(lost, file)).status, (await piece(lost, file)).status]).toEqual([403, 403]);
});

test('what was named before this release is found again by its migration', async () => {
  const named = () => province.db.selectFrom('scan_named').selectAll().orderBy('log').orderBy('seq').execute();
  const before = await named();
  expect(before.length).toBeGreaterThan(10);
  await province.db.deleteFrom('scan_named').execute();
  const backfill = scans.find((statement) => statement.startsWith('insert into scan_named')) ?? '';
  await sql.raw(backfill).execute(province.db);
  expect(await named()).toEqual(before);
});
