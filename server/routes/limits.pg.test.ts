import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealCourier } from '../../contract/courier.ts';
import { pushReplySchema } from '../../contract/sync.ts';
import { OFFICE, OTHER, testProvince, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { usualLimits } from '../ports.ts';
import { lockLog } from '../store/logs.ts';

/** One device that goes wild is stopped, and costs no other anything. */
let province: TestProvince;
let wild: TestDesk;
let others: TestDesk[];
beforeAll(async () => {
  province = await testProvince();
  wild = await province.enrol(OFFICE);
  others = [await province.enrol(OFFICE), await province.enrol(OTHER)];
});
afterAll(() => province.close());

test('a device over its limit is refused each time, and every request of the others in between is answered', async () => {
  const app = province.another({ limits: { ...usualLimits, device: 20, address: 1e6 } });
  const flood = Array.from({ length: 200 }, () => wild.ask('GET', '/v1/pull', undefined, {}, app));
  const quiet = others.flatMap((desk) =>
    Array.from({ length: 10 }, () => desk.ask('GET', '/v1/pull', undefined, {}, app)),
  );
  const refused = (await Promise.all(flood)).filter(({ status }) => status === 429);
  expect(refused).toHaveLength(180);
  expect((await Promise.all(quiet)).map(({ status }) => status)).toEqual(Array(20).fill(200));
});

test('pushes of one device that hang take no place from another’s', async () => {
  const app = province.another({ limits: { ...usualLimits, device: 1e6, address: 1e6 } });
  const { log } = wild.place;
  const own = testWriter(wild.place, wild.key);
  own.receive();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  let locked = (): void => undefined;
  const isLocked = new Promise<void>((resolve) => (locked = resolve));
  const lock = province.db.transaction().execute(async (tx) => {
    await lockLog(tx, log);
    locked();
    await held;
  });
  await isLocked;
  const batch = { log, events: own.events };
  // By whatever route: a file of its own that it hands in itself, and what it says that the province has forgotten.
  const { server, device } = wild.place;
  const seal = { kind: 'send' as const, province: server, device, signer: wild.key, to: province.key.publicKey };
  const file = sealCourier(seal, { made: 1, begin: null, begun: [], batches: [batch] }).toString('base64url');
  const hanging = Array.from({ length: 60 }, (_, at) =>
    at % 2 === 0 ? wild.ask('POST', '/v1/push', batch, {}, app) : wild.ask('POST', '/v1/courier', { file }, {}, app),
  );
  for (const desk of others) {
    const writer = testWriter(desk.place, desk.key);
    writer.receive();
    const batch = { log: desk.place.log, events: writer.events };
    const pushed = await desk.ask('POST', '/v1/push', batch, {}, app);
    expect(pushed.as(pushReplySchema).head).toBe(1);
  }
  letGo();
  await lock;
  const ends = (await Promise.all(hanging)).map(({ status }) => status);
  expect(ends.filter((status) => status === 200)).toHaveLength(usualLimits.devicePushes);
  expect(ends.filter((status) => status === 429)).toHaveLength(60 - usualLimits.devicePushes);
});

test.each([
  ['POST', '/v1/push', { log: '', events: [1] }],
  ['POST', '/v1/courier', { file: 'AAAA' }],
  ['POST', '/v1/restate', { held: [] }],
] as const)('%s %s: one more than the server can do at once is told to come back', async (method, path, body) => {
  const strict = province.another({ limits: { ...usualLimits, pushes: 0 } });
  const answer = await wild.ask(method, path, body, {}, strict);
  expect([answer.status, answer.code, answer.headers['retry-after']]).toEqual([503, 'DT-04', '2']);
});
