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
