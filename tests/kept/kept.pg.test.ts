import { afterAll, beforeAll, expect, test } from 'vitest';
import { headsReplySchema, pushReplySchema } from '../../contract/sync.ts';
import { push } from '../../server/push/push.ts';
import { OFFICE, testProvince, type TestProvince } from '../harness/test-server.ts';
import { testWriter } from '../harness/writer.ts';
import { keptLogs, type KeptLog } from './kept.ts';

/** S11: every supported release can still push. */
let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

async function enrolAsBefore({ publicKey, events }: KeptLog): Promise<string> {
  const { device, log } = events[0]?.envelope ?? { device: '', log: '' };
  const place = { office: OFFICE, counter: `${OFFICE}-q1`, name: 'máy cũ', enrolled_at: 1, revoked_at: null };
  await province.db
    .insertInto('device')
    .values({ id: device, public_key: publicKey, ...place })
    .execute();
  const head = { head: 0, head_hash: '0'.repeat(64), trusted: null };
  await province.db
    .insertInto('log')
    .values({ id: log, device, office: OFFICE, ...head })
    .execute();
  return device;
}

/** What only the province's own log may say. */
const ofTheProvince: ReadonlySet<string> = new Set([
  'dossier.submitted',
  ...['dossier', 'batch', 'counterDay', 'advice', 'ticket'].map((kind) => `${kind}.erased`),
]);

test.each(keptLogs())('a desk of release $release pushes what it wrote, and every kind of it is read', async (kept) => {
  const device = await enrolAsBefore(kept);
  const { db, clock, key } = province;
  const quiet = { grown: () => undefined, poisoned: (error: unknown) => expect(error).toBeNull() };
  const request = { log: kept.events[0]?.envelope.log ?? '', events: kept.events };
  const reply = await push({ db, clock, key, ...quiet }, { device, office: OFFICE, revoked: false }, request);
  expect([reply.head, reply.expected]).toEqual([kept.events.length, null]);
  // Kept apart are those a desk may not write, never one that could not be read.
  const apart = reply.verdicts.filter(({ end }) => end === 'quarantined');
  expect(apart.filter(({ reason }) => reason !== 'XV-04')).toEqual([]);
  expect(apart.map(({ seq }) => kept.events[seq - 1]?.envelope.type)).toEqual(
    kept.events.map(({ envelope }) => envelope.type).filter((type) => ofTheProvince.has(type)),
  );
});

test('a newer desk says more than this release knows: its words are passed over, its events wait, the rest goes on', async () => {
  const desk = await province.enrol(OFFICE);
  const writer = testWriter(desk.place, desk.key);
  writer.receive();
  writer.write({ some: 'thing' }, { type: 'dossier.received', version: 9 });
  writer.write({ some: 'thing' }, { type: 'drone.landed', aggregate: 'drone' as 'dossier' });
  writer.receive();
  const body = { log: desk.place.log, events: writer.events, compression: 'zstd', mood: { fine: true } };
  const reply = (await desk.ask('POST', '/v1/push', body)).as(pushReplySchema);
  expect(reply.verdicts.map(({ end, reason }) => [end, reason])).toEqual([
    ['applied', null],
    ['quarantined', 'XV-03'],
    ['quarantined', 'XV-03'],
    ['applied', null],
  ]);
  const id = writer.events[0]?.envelope.aggregateId ?? '';
  const targets = [
    '/v1/pull?limit=2&order=newest',
    `/v1/pull/open?after=${id}&order=newest`,
    '/v1/reference?catalogue=1&theme=dark',
  ];
  for (const target of targets) expect((await desk.ask('GET', target)).status).toBe(200);
  const place = { log: desk.place.log, seq: 1, hash: 'ab'.repeat(32), mood: 'fine' };
  const heads = await desk.ask('POST', '/v1/heads', { places: [place], grants: [], mood: 'fine' });
  expect(heads.as(headsReplySchema).holds).toEqual([false]);
  const left = { log: desk.place.log, seq: 4, hash: 'ab'.repeat(32), because: 'restored', mood: 'fine' };
  const log = '019ab000-0000-7000-8000-00000000010b';
  expect((await desk.ask('POST', '/v1/log', { log, left: [left], moved: [], mood: 'fine' })).status).toBe(200);
  // It is asked who looks: nobody here, whatever else is said.
  const scan = await desk.ask('GET', `/v1/scans/${'ab'.repeat(32)}?dossier=${id}&person=u-1&as=pdf`);
  expect([scan.status, scan.code]).toEqual([404, 'SH-12']);
});
