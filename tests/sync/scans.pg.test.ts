import { readdirSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Fetch } from '../../main/desk/ports.ts';
import { fetchScan } from '../../main/sync/fetch-scan.ts';
import { cuttingProxy, type CuttingProxy } from '../harness/cutting-proxy.ts';
import { saying, scanDesk, type ScanDesk } from '../harness/scan-desk.ts';
import { OFFICE, testProvince, type TestProvince } from '../harness/test-server.ts';

/** Real store, real files, real HTTP, real server, real PostgreSQL. The desk's clock and its line are in the test's hand. */

let province: TestProvince;
let app: FastifyInstance;
let proxy: CuttingProxy;
let port = 0;
let desk: ScanDesk;
let line: Fetch;

const listen = async (): Promise<void> => {
  app = province.another();
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
};

beforeAll(async () => {
  province = await testProvince();
  await listen();
  proxy = await cuttingProxy(() => port);
});
afterAll(async () => {
  await proxy.close();
  await province.close();
});
const openDesk = async (ceiling = 0): Promise<ScanDesk> =>
  scanDesk(
    province,
    () => proxy.url,
    await province.enrol(OFFICE),
    () => line,
    ceiling,
  );
beforeEach(async () => {
  proxy.cut([]);
  line = fetch;
  desk = await openDesk();
});
afterEach(() => desk.close());

/** What the province holds under the hash, as a desk of the office gets it. */
const held = (hash: string, dossierId: string) =>
  fetchScan(desk.province, { hash, dossierId, person: 'u-1' }).then((bytes) => bytes.length);

/** Answers one kind of request as a server in trouble would, so many times. */
function answering(method: string, times: number, answer: (url: string) => Response | Promise<Response>): () => number {
  let left = times;
  line = (url, init) => {
    if (init.method !== method || left === 0) return fetch(url, init);
    left -= 1;
    return Promise.resolve(answer(url));
  };
  return () => left;
}

test('a paper goes once the event that names it is at the province, and not before', async () => {
  const { hash, dossierId } = await desk.digitise(300_000);
  let asked = 0;
  line = (url, init) => {
    asked += 1;
    return fetch(url, init);
  };
  await desk.until(() => true);
  expect([desk.stand(hash), asked]).toEqual(['waiting', 0]);
  expect(desk.store.toSend.ofDossier(dossierId)).toEqual({ waiting: 1, setAside: 0 });
  await desk.push();
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(await held(hash, dossierId)).toBe(300_000);
  expect(desk.store.toSend.count()).toEqual({ files: 0, bytes: 0, setAside: 0 });
});

test(
  'the line is cut anywhere in what is said, several times: every paper arrives whole, once',
  { timeout: 120_000 },
  async () => {
    const cut = fc.record({
      way: fc.constantFrom('up' as const, 'down' as const),
      after: fc.oneof(fc.nat(3000), fc.nat(1_300_000)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cut, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 1_200_000 }),
        async (cuts, bytes) => {
          const { hash, dossierId } = await desk.digitise(bytes);
          await desk.push();
          proxy.cut(cuts);
          await desk.until(() => desk.stand(hash) === 'sent');
          proxy.cut([]);
          expect(await held(hash, dossierId)).toBe(bytes);
        },
      ),
      { numRuns: 25 },
    );
    // Some cuts lie behind the end of what is said: how many happen is drawn.
    expect(proxy.happened).toBeGreaterThan(8);
  },
);

test('the answer to a chunk is lost: the desk asks how much arrived and goes on, nothing is sent twice', async () => {
  const { hash } = await desk.digitise(2_500_000);
  await desk.push();
  let sent = 0;
  let lost = 0;
  line = async (url, init) => {
    const answer = await fetch(url, init);
    if (init.method !== 'PATCH') return answer;
    sent += init.body instanceof Uint8Array ? init.body.length : 0;
    if ((lost += 1) === 1) throw new TypeError('the answer was lost');
    return answer;
  };
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(sent).toBe(2_500_000);
});

test.each([
  ['409', 'PATCH', 409],
  ['429', 'PATCH', 429],
  ['423', 'PATCH', 423],
  ['500', 'PATCH', 500],
  ['503 at the start', 'POST', 503],
  ['502 when asked how much', 'HEAD', 502],
  ['401 twice', 'PATCH', 401],
  ['a receipt that is away', 'GET', 504],
] as const)('%s: the paper waits and arrives', async (_name, method, status) => {
  const { hash, dossierId } = await desk.digitise(150_000);
  await desk.push();
  if (method === 'HEAD') {
    // An upload is begun, and the program started again: it asks.
    line = (url, init) => (init.method === 'PATCH' ? Promise.reject(new TypeError('cut')) : fetch(url, init));
    await desk.until(() => true);
    await desk.restart();
  }
  const left = answering(method, 4, saying(status, { 'retry-after': '1' }));
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(left()).toBe(0);
  line = fetch;
  expect(await held(hash, dossierId)).toBe(150_000);
});

test('a server or a proxy that takes small bodies only gets small chunks', async () => {
  const { hash, dossierId } = await desk.digitise(900_000);
  await desk.push();
  const sizes: number[] = [];
  line = (url, init) => {
    const length = init.body instanceof Uint8Array ? init.body.length : 0;
    if (init.method === 'PATCH') sizes.push(length);
    return length > 200_000 ? Promise.resolve(new Response('', { status: 413 })) : fetch(url, init);
  };
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(Math.min(...sizes)).toBeLessThanOrEqual(200_000);
  line = fetch;
  expect(await held(hash, dossierId)).toBe(900_000);
});

test('a line that changes bytes on the way: refused by the signature, sent again, arrives as it was', async () => {
  const { hash, dossierId } = await desk.digitise(400_000);
  await desk.push();
  let changes = 3;
  line = (url, init) => {
    if (init.method !== 'PATCH' || !(init.body instanceof Uint8Array) || changes === 0) return fetch(url, init);
    changes -= 1;
    const bytes = Uint8Array.from(init.body);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    return fetch(url, { ...init, body: bytes });
  };
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(changes).toBe(0);
  expect(await held(hash, dossierId)).toBe(400_000);
});

test('the server ends in the middle and another takes over: the paper goes on where it was', async () => {
  const { hash, dossierId } = await desk.digitise(6_000_000);
  await desk.push();
  let patches = 0;
  let from = -1;
  line = async (url, init) => {
    const headers = new Headers(init.headers);
    if (init.method === 'PATCH' && (patches += 1) === 2) {
      const old = app;
      await listen();
      await old.close();
      throw new TypeError('the server is gone');
    }
    if (patches > 1 && from < 0 && init.method === 'PATCH') from = Number(headers.get('upload-offset'));
    return fetch(url, init);
  };
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(from).toBe(1_048_576);
  expect(await held(hash, dossierId)).toBe(6_000_000);
});

test('the desk is killed in the middle, twice: it asks where it was and sends the rest', async () => {
  const { hash, dossierId } = await desk.digitise(9_000_000);
  await desk.push();
  let sent = 0;
  for (let kill = 1; kill <= 2; kill += 1) {
    let stop = (): void => undefined;
    const reached = new Promise<void>((resolve) => (stop = resolve));
    let here = 0;
    line = async (url, init) => {
      if (init.method !== 'PATCH') return fetch(url, init);
      if ((here += 1) > 1) {
        stop();
        // Never answered: the process is gone before.
        return new Promise((_resolve, reject) =>
          init.signal?.addEventListener('abort', () => reject(new Error('killed'))),
        );
      }
      sent += init.body instanceof Uint8Array ? init.body.length : 0;
      return fetch(url, init);
    };
    desk.lane();
    desk.clock.advance(0);
    await reached;
    await desk.restart();
  }
  line = (url, init) => {
    if (init.method === 'PATCH') sent += init.body instanceof Uint8Array ? init.body.length : 0;
    return fetch(url, init);
  };
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(sent).toBe(9_000_000);
  expect(await held(hash, dossierId)).toBe(9_000_000);
});

test('small papers go before large ones, and one that comes while a large one goes is not held up', async () => {
  const large = await desk.digitise(7_000_000);
  const small = await desk.digitise(20_000);
  await desk.push();
  const done: string[] = [];
  let late: { hash: string } | null = null;
  line = async (url, init) => {
    if (init.method === 'PATCH' && late === null && done.includes(small.hash)) {
      late = await desk.digitise(30_000);
      await desk.push();
    }
    const answer = await fetch(url, init);
    const receipt = /scans\/([0-9a-f]{64})\/receipt/.exec(url)?.[1];
    if (receipt !== undefined) done.push(receipt);
    return answer;
  };
  await desk.until(() => desk.stand(large.hash) === 'sent');
  const lateHash = (late as { hash: string } | null)?.hash;
  expect(done).toEqual([small.hash, lateHash, large.hash]);
});

test('what can never be sent is set aside with its reason and holds up nothing (S9)', async () => {
  const vanished = await desk.digitise(50_000);
  const damaged = await desk.digitise(60_000);
  const refused = await desk.digitise(70_000);
  const good = await desk.digitise(80_000);
  await desk.push();
  rmSync(join(desk.scans, vanished.hash.slice(0, 2), vanished.hash));
  const place = join(desk.scans, damaged.hash.slice(0, 2), damaged.hash);
  const bytes = readFileSync(place);
  bytes[30_000] = (bytes[30_000] ?? 0) ^ 1;
  writeFileSync(place, bytes);
  // The province knows nothing of its event: as where it was put apart.
  await province.db.deleteFrom('scan_named').where('hash', '=', refused.hash).execute();
  await desk.until(() => desk.stand(good.hash) === 'sent' && desk.store.toSend.count().setAside === 3);
  expect([vanished, damaged, refused].map(({ hash }) => desk.stand(hash))).toEqual(['SH-18', 'SH-09', 'SH-14']);
  expect(
    desk.store.toSend
      .toLookAt(9)
      .map(({ dossierId }) => dossierId)
      .sort(),
  ).toEqual([vanished, damaged, refused].map(({ dossierId }) => dossierId).sort());
  // A day later it is tried again by itself.
  const log = desk.store.log?.eventsFrom(desk.store.log.head().log, 1, 100) ?? [];
  const naming = log.find(({ event }) => JSON.stringify(event.body).includes(refused.hash))?.event.envelope;
  if (naming === undefined) throw new Error('no event names it');
  await province.db
    .insertInto('scan_named')
    .values({
      log: naming.log,
      seq: naming.seq,
      hash: refused.hash,
      bytes: 70_000,
      office: OFFICE,
      dossier: refused.dossierId,
    })
    .execute();
  desk.clock.advance(86_400_001);
  await desk.until(() => desk.stand(refused.hash) === 'sent');
});

test('one the server stumbles over every time lets the others by, and is not given up', async () => {
  const poison = await desk.digitise(10_000);
  const good = await desk.digitise(500_000);
  await desk.push();
  line = (url, init) =>
    init.method === 'PATCH' && init.body instanceof Uint8Array && init.body.length === 10_000
      ? Promise.resolve(new Response('', { status: 500 }))
      : fetch(url, init);
  await desk.until(() => desk.stand(good.hash) === 'sent');
  expect(desk.stand(poison.hash)).toBe('waiting');
  line = fetch;
  await desk.until(() => desk.stand(poison.hash) === 'sent');
});

test('the disk of the province is full: the papers wait, and go once there is room', async () => {
  const { hash, dossierId } = await desk.digitise(3_000_000);
  await desk.push();
  const { tus } = province.scans;
  const write = tus.write.bind(tus);
  let full = 0;
  tus.write = async (stream, id, offset) => {
    full += 1;
    // As a disk does: part of it is written before there is no room.
    for await (const part of stream as AsyncIterable<Buffer>) {
      const { Readable } = await import('node:stream');
      await write(Readable.from([part.subarray(0, 100)]), id, offset);
      break;
    }
    throw Object.assign(new Error('ENOSPC'), { status_code: 500, body: 'no room' });
  };
  await desk.until(() => full > 3);
  expect(desk.stand(hash)).toBe('waiting');
  tus.write = write;
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(await held(hash, dossierId)).toBe(3_000_000);
});

test('the same paper from two desks: both say it is there, the bytes go once where one was first', async () => {
  const other = await openDesk();
  const bytes = Buffer.alloc(200_000, 'tờ khai');
  const mine = await desk.digitise(bytes);
  const theirs = await other.digitise(bytes);
  expect(theirs.hash).toBe(mine.hash);
  await desk.push();
  await other.push();
  await desk.until(() => desk.stand(mine.hash) === 'sent');
  let patches = 0;
  line = (url, init) => {
    if (init.method === 'PATCH') patches += 1;
    return fetch(url, init);
  };
  await other.until(() => other.stand(mine.hash) === 'sent');
  expect(patches).toBe(0);
  await other.close();
});

test('in office hours no more goes through than the ceiling', async () => {
  const slow = await openDesk(262_144);
  const { hash } = await slow.digitise(5_000_000);
  await slow.push();
  const begun = slow.clock.monotonic();
  slow.lane();
  for (let look = 0; slow.stand(hash) !== 'sent'; look += 1) {
    if (look > 200) throw new Error('it did not arrive');
    slow.clock.advance(1000);
    await slow.lane().settled();
  }
  const seconds = (slow.clock.monotonic() - begun) / 1000;
  // The last chunk is not waited for.
  expect((5_000_000 - 4_194_304) / seconds).toBeLessThanOrEqual(262_144);
  expect(seconds).toBeGreaterThanOrEqual(4);
  await slow.close();
});

test('the province was put back from a copy: the desk asks of every paper again, and sends what is lacking', async () => {
  const { hash, dossierId } = await desk.digitise(100_000);
  await desk.push();
  await desk.until(() => desk.stand(hash) === 'sent');
  await province.db.deleteFrom('scan_file').where('hash', '=', hash).execute();
  desk.store.transact(() => desk.store.toSend.sendAllAgain());
  expect(desk.stand(hash)).toBe('waiting');
  await desk.until(() => desk.stand(hash) === 'sent');
  expect(await held(hash, dossierId)).toBe(100_000);
});

test('nothing of an upload is left in the store when papers were sent', async () => {
  const left = await province.db.selectFrom('scan_upload').selectAll().execute();
  const kept = await province.db.selectFrom('scan_file').selectAll().execute();
  for (const { stored_as: id, bytes } of kept) expect(statSync(join(province.scanFolder, id)).size).toBe(bytes);
  const named = new Set([...left.map(({ id }) => id), ...kept.map((row) => row.stored_as)]);
  const lying = readdirSync(province.scanFolder).filter((name) => !name.endsWith('.json'));
  // One lost its row on purpose, above.
  expect(lying.filter((name) => !named.has(name))).toHaveLength(1);
});
