import { afterAll, beforeAll, expect, test } from 'vitest';
import { s3StandIn, type S3StandIn } from '../../tests/harness/s3-stand-in.ts';
import { chunk, create, naming, offsetOf, paper, type Paper } from '../../tests/harness/scan-facts.ts';
import { OFFICE, testProvince, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { openScanStore } from './store.ts';

/** The object store's side of the program, against what speaks its language. A real one is not on this machine. */

let s3: S3StandIn;
let province: TestProvince;
let desk: TestDesk;
let writer: TestWriter;
let dossierId: string;

beforeAll(async () => {
  process.env['AWS_ACCESS_KEY_ID'] = 'thu';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'thu';
  s3 = await s3StandIn();
  province = await testProvince({}, (_folder, key) =>
    openScanStore({ kind: 's3', bucket: 'scans', region: 'vn', endpoint: s3.url }, key),
  );
  desk = await province.enrol(OFFICE);
  writer = testWriter(desk.place, desk.key);
});
afterAll(async () => {
  await province.close();
  await s3.close();
});

async function begin(length: number): Promise<{ file: Paper; place: string }> {
  const file = paper(length);
  const begun = writer.receive();
  dossierId = begun.envelope.aggregateId;
  const events = [begun, naming(writer, begun, file)];
  expect((await desk.ask('POST', '/v1/push', { log: desk.place.log, events })).status).toBe(200);
  return { file, place: String((await create(desk, file)).headers['location']) };
}

async function send(place: string, file: Paper, size: number, from = 0): Promise<number> {
  let last = 0;
  for (let at = from; at < file.bytes.length; at += size) {
    last = (await chunk(desk, place, at, file.bytes.subarray(at, at + size))).status;
    expect(last).toBe(204);
  }
  return last;
}

async function fetched(file: Paper): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let at = 0; at < file.bytes.length;) {
    const answer = await desk.ask('GET', `/v1/scans/${file.hash}?dossier=${dossierId}&person=u-1&from=${at}`);
    expect(answer.status).toBe(200);
    parts.push(answer.raw);
    at += answer.raw.length;
  }
  return Buffer.concat(parts);
}

test.each([
  ['one small chunk', 40_000, 1_048_576],
  ['chunks smaller than a part', 13_000_001, 1_048_576],
  ['chunks of the largest size', 13_000_001, 4_194_304],
])('a file goes into the bucket and comes back: %s', { timeout: 60_000 }, async (_name, length, size) => {
  const { file, place } = await begin(length);
  await send(place, file, size);
  expect((await fetched(file)).equals(file.bytes)).toBe(true);
  const lying = s3.objects.get(place.split('/').at(-1) ?? '');
  expect(lying?.length).toBe(length);
  expect(lying?.equals(file.bytes)).toBe(false);
});

test('another instance goes on where the first was, with nothing but the bucket and the database', async () => {
  const { file, place } = await begin(7_000_000);
  await chunk(desk, place, 0, file.bytes.subarray(0, 3_000_000));
  expect((await offsetOf(desk, place)).headers['upload-offset']).toBe('3000000');
  await send(place, file, 4_000_000, 3_000_000);
  expect((await fetched(file)).equals(file.bytes)).toBe(true);
});

test('a bucket that is away is told, and nothing is lost', async () => {
  const { file, place } = await begin(2_000_000);
  await chunk(desk, place, 0, file.bytes.subarray(0, 1_000_000));
  s3.failNext(20);
  const answer = await chunk(desk, place, 1_000_000, file.bytes.subarray(1_000_000));
  expect([answer.status, answer.headers['retry-after'] !== undefined]).toEqual([503, true]);
  s3.failNext(0);
  const offset = Number((await offsetOf(desk, place)).headers['upload-offset']);
  await send(place, file, 4_000_000, offset);
  expect((await fetched(file)).equals(file.bytes)).toBe(true);
});

test('wrong bytes go out of the bucket again', async () => {
  const { file, place } = await begin(50_000);
  const wrong = await chunk(desk, place, 0, Buffer.alloc(50_000));
  expect([wrong.status, wrong.code]).toEqual([422, 'SH-13']);
  expect([...s3.objects.keys()].filter((name) => name.startsWith(place.split('/').at(-1) ?? '?'))).toEqual([]);
  const again = String((await create(desk, file)).headers['location']);
  expect(again).not.toBe(place);
  await send(again, file, 50_000);
  expect((await fetched(file)).equals(file.bytes)).toBe(true);
});
