import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../../../tests/harness/test-desk.ts';
import { systemClock } from '../../clock.ts';
import { systemLan } from '../lan.ts';
import { CONNECTIONS } from './limits.ts';
import { servePhones, type PhoneServer } from './server.ts';
import type { PhoneSide } from './side.ts';

/** The phones' server by itself, on real sockets: what it refuses whatever the hall says. */

const PHONE = 'p=AAAAAAAAAAAAAAAAAAAAAA';
let isFull = false;
let taken = 0;
const side: PhoneSide = {
  office: 'Trung tâm',
  isLive: () => true,
  isOpen: () => true,
  asOf: () => '2026-11-23T08:00:00',
  series: () => [
    {
      letter: 'A',
      kind: 'field',
      name: { vi: 'Chứng thực', en: 'Certification' },
      hint: { vi: '', en: '' },
      ahead: 0,
      wait: null,
      served: true,
    },
  ],
  priorities: () => [],
  calls: () => 3,
  mayOpen: () => true,
  ticket: () => null,
  ofPhone: () => [],
  isFull: () => isFull,
  take() {
    taken += 1;
    return Promise.resolve('AAAAAAAAAAAAAAAA');
  },
  newPhone: () => 'AAAAAAAAAAAAAAAAAAAAAA',
  hostsPages: () => null,
  others: () => [],
};

let server: PhoneServer;
let sockets: Socket[] = [];
beforeEach(async () => {
  [isFull, taken] = [false, 0];
  server = await servePhones({ lan: systemLan('127.0.0.1', 0), clock: systemClock, log: silentLog }, side);
});
afterEach(async () => {
  sockets.forEach((socket) => socket.destroy());
  sockets = [];
  await server.close();
});

/** @returns the status; null: the line was cut with no answer */
function ask(options: {
  readonly host?: string;
  readonly from?: string;
  readonly post?: string;
}): Promise<number | null> {
  const { host = '127.0.0.1', from = '127.0.0.1', post } = options;
  return new Promise((resolve) => {
    const asking = request(
      {
        port: server.port,
        host: '127.0.0.1',
        localAddress: from,
        agent: false,
        path: post === undefined ? '/' : '/lay-so',
        method: post === undefined ? 'GET' : 'POST',
        headers: { host, cookie: PHONE },
      },
      (reply) => {
        reply.resume();
        resolve(reply.statusCode ?? null);
      },
    );
    asking.on('error', () => resolve(null));
    asking.end(post);
  });
}

test('a name as `Host` is answered nothing: another site’s name that leads here is not this office’s page', async () => {
  expect(await ask({ host: `127.0.0.1:${server.port}` })).toBe(200);
  expect(await ask({ host: 'sanh.example' })).toBe(421);
  expect(await ask({ host: '127.0.0.1.example' })).toBe(421);
});

test('with as many phones in line as there may be a number is refused, and none is taken', async () => {
  expect(await ask({ post: 'k=k&s=A&u=' })).toBe(303);
  isFull = true;
  expect(await ask({ post: 'k=k&s=A&u=' })).toBe(503);
  expect(taken).toBe(1);
});

test('one address has so many lines and no more; another address still has its own', async () => {
  for (let n = 0; n < CONNECTIONS.each; n++) {
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    sockets.push(socket);
    await new Promise((open) => socket.once('connect', open));
  }
  expect(await ask({})).toBeNull();
  expect(await ask({ from: '127.0.0.2' })).toBe(200);
  const [first] = sockets;
  const closed = new Promise((resolve) => first?.once('close', resolve));
  first?.end();
  await closed;
  expect(await ask({})).toBe(200);
});

test('of all addresses together so many lines are open and no more; one that ends makes room', async () => {
  // Nothing is cut off for being slow while a thousand are opened.
  const clock = { ...systemClock, after: () => () => undefined };
  const own = await servePhones({ lan: systemLan('127.0.0.1', 0), clock, log: silentLog }, side);
  const open = (from: string): Promise<Socket> =>
    new Promise((resolve, reject) => {
      const socket = connect({ port: own.port, host: '127.0.0.1', localAddress: from });
      sockets.push(socket);
      socket.once('connect', () => resolve(socket));
      socket.once('error', reject);
    });
  const answered = (from: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect({ port: own.port, host: '127.0.0.1', localAddress: from });
      let said = '';
      socket.on('error', () => undefined);
      socket.on('data', (bytes) => (said += bytes.toString()));
      socket.on('close', () => resolve(said.split('\r\n')[0] ?? ''));
      socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: close\r\n\r\n');
    });
  const addressOf = (n: number): string => `127.0.1.${1 + Math.floor(n / CONNECTIONS.each)}`;
  for (let n = 0; n < CONNECTIONS.all; n += CONNECTIONS.each) {
    const some = Math.min(CONNECTIONS.each, CONNECTIONS.all - n);
    await Promise.all(Array.from({ length: some }, () => open(addressOf(n))));
  }
  expect(await answered('127.0.2.1')).toBe('');
  const [first] = sockets;
  const closed = new Promise((resolve) => first?.once('close', resolve));
  first?.end();
  await closed;
  expect(await answered('127.0.2.1')).toBe('HTTP/1.1 200 OK');
  sockets.forEach((socket) => socket.destroy());
  await own.close();
}, 60_000);

test('a phone that forgets its cookie takes as many numbers as an address may in ten minutes and in an hour', async () => {
  let now = 0;
  const clock = { ...systemClock, monotonic: () => now };
  const own = server;
  server = await servePhones({ lan: systemLan('127.0.0.1', 0), clock, log: silentLog }, side);
  await own.close();
  const takes = async (times: number, from = '127.0.0.1'): Promise<number> => {
    const before = taken;
    for (let n = 0; n < times; n++) await ask({ from, post: 'k=k&s=A&u=' });
    return taken - before;
  };
  expect(await takes(21)).toBe(20);
  now += 600_000;
  expect(await takes(19)).toBe(19);
  now += 600_000;
  // One of the hour was refused within the first ten minutes, and counted.
  expect(await takes(3)).toBe(0);
  expect(await takes(2, '127.0.0.2')).toBe(2);
  now += 2_400_000;
  expect(await takes(2)).toBe(2);
}, 30_000);
