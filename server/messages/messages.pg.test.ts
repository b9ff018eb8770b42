import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pushReplySchema } from '../../contract/sync.ts';
import type { DossierNotified } from '../../domain/dossier/events/result.ts';
import type { Person } from '../../domain/citizen/person.ts';
import { commands } from '../cli-commands.ts';
import { systemRandom } from '../random.ts';
import type { Randomness } from '../ports.ts';
import { OFFICE, testProvince, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { json, testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { claimMessages, messageCounts } from '../store/messages.ts';
import { fileSink } from './file-sink.ts';
import type { MessageSender } from './sender.ts';
import { retryAfter, webhookSender } from './webhook.ts';
import { runMessages } from './run.ts';
import { backOff, workOff } from './work-off.ts';

let province: TestProvince;
let desk: TestDesk;
let log: TestWriter;
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
  log = testWriter(desk.place, desk.key);
});
afterAll(() => province.close());
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
  await province.db.deleteFrom('message').execute();
});

const SECRET = 'một bí mật dài hơn ba mươi hai byte';
/** No wait between attempts is shortened by chance: the whole of it is waited. */
const wholeWait: Randomness = { ...systemRandom, bytes: (count) => Buffer.alloc(count, 0xff) };

function person(phone: string): Person {
  return {
    kind: 'citizen',
    name: 'Nguyễn Thị Hồng Nhung',
    personalId: '087196004218',
    oldId: null,
    birthDate: null,
    sex: 'female',
    address: '',
    phone,
    email: '',
    taxCode: '',
    source: { kind: 'typed', at: '2026-11-24T09:00:00' },
  };
}

function notified(over: Partial<DossierNotified> = {}): DossierNotified {
  return {
    messageId: systemRandom.id(),
    about: 'result-ready',
    way: 'message',
    text: 'Hồ sơ H20.57-261123-0304 đã có kết quả.',
    at: '2026-11-24T09:30:00',
    ...over,
  };
}

/** A dossier of which the citizen is told something; pushed. @returns the keys of the messages */
async function tell(phone = '0912 000 345', bodies: readonly DossierNotified[] = [notified()]): Promise<string[]> {
  const first = log.receive({ applicant: person(phone) });
  let after = first.envelope.id;
  for (const body of bodies) {
    const event = log.write(json(body), {
      type: 'dossier.notified',
      aggregateId: first.envelope.aggregateId,
      after: [after],
    });
    after = event.envelope.id;
  }
  await push();
  return bodies.map((body) => body.messageId);
}

async function push(): Promise<void> {
  const reply = (await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events })).as(pushReplySchema);
  expect(reply.head).toBe(log.events.length);
}

interface Received {
  readonly key: string;
  readonly body: string;
  readonly signature: string;
}

type Answer = (request: Received, response: ServerResponse, nth: number) => void;

/** A gateway of the province, over real HTTP. */
async function gateway(answer: Answer): Promise<{ sender: MessageSender; received: Received[] }> {
  const received: Received[] = [];
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const one = {
        key: String(request.headers['idempotency-key']),
        body,
        signature: String(request.headers['x-quay-signature']),
      };
      received.push(one);
      answer(one, response, received.filter(({ key }) => key === one.key).length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/sms`;
  return { received, sender: webhookSender({ url, secret: SECRET, clock: province.clock }) };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const ok: Answer = (_request, response) => void response.writeHead(204).end();

function work(sender: MessageSender): Promise<number | null> {
  const { db, clock } = province;
  return workOff({ db, clock, random: wholeWait, sender, gaveUp: ({ id }) => gaveUp.push(id) });
}
const gaveUp: string[] = [];

async function states(): Promise<Record<string, string>> {
  const rows = await province.db.selectFrom('message').select(['id', 'state']).execute();
  return Object.fromEntries(rows.map((row) => [row.id, row.state]));
}

test('an applied notice is sent once, signed, in both spellings, and its telephone number goes then', async () => {
  const [key = ''] = await tell();
  const { sender, received } = await gateway(ok);
  expect(await work(sender)).toBeNull();
  await push();
  await work(sender);
  expect(received.map((one) => one.key)).toEqual([key]);
  const [{ body, signature }] = received as [Received];
  expect(JSON.parse(body)).toEqual({
    id: key,
    about: 'result-ready',
    to: '0912000345',
    text: 'Hồ sơ H20.57-261123-0304 đã có kết quả.',
    plainText: 'Ho so H20.57-261123-0304 da co ket qua.',
    createdAt: new Date(province.clock.now()).toISOString(),
  });
  const [, time = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
  expect(mac).toBe(createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex'));
  const row = await province.db.selectFrom('message').selectAll().where('id', '=', key).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ state: 'sent', telephone: null, attempts: 1 });
});

test('a reply that is lost brings the same key again, until it is answered', async () => {
  const [key = ''] = await tell();
  const { sender, received } = await gateway((request, response, nth) => {
    // Taken, and the line goes before the answer does.
    if (nth < 3) response.socket?.destroy();
    else ok(request, response, nth);
  });
  for (let n = 0; n < 5; n++) {
    const next = await work(sender);
    if (next !== null) province.clock.at = next;
  }
  expect(received.map((one) => one.key)).toEqual([key, key, key]);
  expect(new Set(received.map((one) => one.body)).size).toBe(1);
  expect(await states()).toEqual({ [key]: 'sent' });
});

test('a server that dies on the way sends again after its lease, with the same key', async () => {
  const [key = ''] = await tell();
  const { db, clock } = province;
  expect((await claimMessages(db, clock.now(), 120_000, 8)).map((one) => one.id)).toEqual([key]);
  // Another instance does not take what is in hand.
  const { sender, received } = await gateway(ok);
  const next = await work(sender);
  expect(received).toEqual([]);
  clock.at = next ?? 0;
  await work(sender);
  expect(received.map((one) => one.key)).toEqual([key]);
});

test('a message the gateway refuses for good, and one that always fails, hold up no other', async () => {
  const [poison = ''] = await tell('0912 000 001');
  const [stuck = ''] = await tell('0912 000 002');
  const others: string[] = [];
  for (let n = 0; n < 20; n++) others.push(...(await tell(`0912 000 1${String(n).padStart(2, '0')}`)));
  const { sender, received } = await gateway((request, response, nth) => {
    if (request.key === poison) response.writeHead(422).end();
    else if (request.key === stuck) response.writeHead(500).end();
    else ok(request, response, nth);
  });
  await work(sender);
  const after = await states();
  expect(others.every((key) => after[key] === 'sent')).toBe(true);
  expect([after[poison], after[stuck]]).toEqual(['dead', 'waiting']);
  for (let n = 0; n < 40; n++) {
    const next = await work(sender);
    if (next !== null) province.clock.at = next;
  }
  expect((await states())[stuck]).toBe('dead');
  expect(received.filter((one) => one.key === poison)).toHaveLength(1);
  expect(received.filter((one) => one.key === stuck)).toHaveLength(30);
  expect(gaveUp).toEqual(expect.arrayContaining([poison, stuck]));
});

test('Retry-After is honoured: nothing is tried before', async () => {
  await tell();
  const { sender, received } = await gateway((request, response, nth) => {
    if (nth === 1) response.writeHead(429, { 'retry-after': '600' }).end();
    else ok(request, response, nth);
  });
  const start = province.clock.now();
  expect(await work(sender)).toBe(start + 600_000);
  province.clock.at = start + 599_999;
  await work(sender);
  expect(received).toHaveLength(1);
  province.clock.at = start + 600_000;
  await work(sender);
  expect(received).toHaveLength(2);
});

test('waits grow with full jitter up to six hours, and a date in Retry-After counts too', () => {
  expect([1, 2, 3].map((attempts) => backOff(attempts, 1))).toEqual([30_000, 60_000, 120_000]);
  expect(backOff(40, 1)).toBe(6 * 3_600_000);
  expect(backOff(5, 0)).toBe(0);
  const now = Date.UTC(2026, 10, 24, 2);
  expect(retryAfter('Tue, 24 Nov 2026 02:05:00 GMT', now)).toBe(300_000);
  expect(retryAfter('Tue, 24 Nov 2026 01:05:00 GMT', now)).toBeNull();
  expect(retryAfter('9999999', now)).toBe(86_400_000);
  expect(retryAfter('soon', now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
});

test('told by telephone nothing is queued; without a number that takes messages it is given up at once, and seen', async () => {
  await tell('0912 000 345', [notified({ way: 'phone' })]);
  const [lost = ''] = await tell('0277 385 1234');
  expect(await states()).toEqual({ [lost]: 'dead' });
  const place = { db: province.db } as Parameters<NonNullable<(typeof commands)['messages']>>[0]['place'];
  const run = (...words: string[]) =>
    commands['messages']?.({ place, options: {} as never, words, values: {} }) ?? Promise.reject(new Error('none'));
  expect((await run()).facts).toMatchObject({ waiting: 0, sent: 0, dead: 1 });
  expect((await run('dead')).text).toContain('no telephone that takes messages');
  // Nothing to send it to: it stays where it can be seen.
  expect((await run('again', 'all')).facts).toEqual({ again: 0 });
});

test('what was given up can be sent again by a word of the administrator', async () => {
  const [key = ''] = await tell();
  let refuses = true;
  const { sender } = await gateway((request, response, nth) => {
    if (refuses) response.writeHead(400).end();
    else ok(request, response, nth);
  });
  await work(sender);
  expect(await states()).toEqual({ [key]: 'dead' });
  refuses = false;
  const place = { db: province.db } as Parameters<NonNullable<(typeof commands)['messages']>>[0]['place'];
  await commands['messages']?.({ place, options: {} as never, words: ['again', key], values: {} });
  province.clock.at = Math.max(province.clock.at, Date.parse('2100-01-01'));
  await work(sender);
  expect(await states()).toEqual({ [key]: 'sent' });
});

test('the same thing told at two desks is one message', async () => {
  const body = notified();
  await tell('0912 000 345', [body, body]);
  expect(await messageCounts(province.db)).toMatchObject({ waiting: 1 });
});

test('a running server sends as soon as it is woken, works on after a failure, and ends what is under way before it stops', async () => {
  const sent: string[] = [];
  let told: (id: string) => void = () => undefined;
  const next = (): Promise<string> => new Promise((resolve) => (told = resolve));
  const sender: MessageSender = {
    name: 'thử',
    send(message) {
      sent.push(message.id);
      told(message.id);
      return Promise.resolve({ kind: 'sent' });
    },
  };
  const { db, clock } = province;
  const run = runMessages({ db, clock, random: systemRandom, sender }, pino({ level: 'silent' }));
  const first = next();
  const [one = ''] = await tell();
  run.wake();
  expect(await first).toBe(one);
  const second = next();
  const [two = ''] = await tell();
  run.wake();
  run.wake();
  expect(await second).toBe(two);
  await run.stop();
  run.wake();
  expect(await states()).toEqual({ [one]: 'sent', [two]: 'sent' });
  expect(sent).toEqual([one, two]);
});

test('the file shows each key once, over restarts and a line cut off in the middle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'messages-'));
  stops.push(() => Promise.resolve(rmSync(folder, { recursive: true, force: true })));
  const path = join(folder, 'sub', 'messages.jsonl');
  const message = (id: string) => ({
    id,
    about: 'reminder',
    telephone: '0912000345',
    text: 'Hồ sơ',
    createdAt: Date.UTC(2026, 10, 24),
    attempts: 1,
  });
  const keys = () =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => /"id":"(\w+)".*\}$/.exec(line)?.[1] ?? []);
  const first = await fileSink(path);
  await Promise.all(['a', 'b', 'a'].map((id) => first.send(message(id))));
  await first.close();
  writeFileSync(path, `${readFileSync(path, 'utf8')}{"id":"c","abo`);
  const second = await fileSink(path);
  for (const id of ['a', 'c', 'd', 'c']) await second.send(message(id));
  await second.close();
  expect(keys()).toEqual(['a', 'b', 'c', 'd']);
});
