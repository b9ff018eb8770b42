import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../tests/harness/hall-office.ts';

/** A display that lost its hall and finds it again, over real sockets. */

/** Reconnected within so long of the cable's return, ms. */
const WITHIN_MS = 1_000;

let office: HallOffice;
const closing: (() => void)[] = [];
afterEach(async () => {
  closing.splice(0).forEach((close) => close());
  await office.close();
});

/** Where somebody takes the call and says nothing: an address that is another machine's by now. */
async function deadAddress(): Promise<{ host: string; port: number }> {
  const server = createServer((socket) => void socket.on('error', () => undefined));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { host: '127.0.0.1', port: address.port };
}

/** A desk that keeps the hall, and a display it has let in. */
async function paired(): Promise<{ readonly host: HallDesk; readonly display: HallDesk }> {
  office = hallOffice({ beyond: true });
  const host = await office.desk('ngan');
  const display = await office.desk('', 'display');
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, display);
  return { host, display };
}

async function backAfter(display: HallDesk): Promise<number> {
  display.cable.set(false);
  await display.user.until('hall.status', {}, ({ state }) => state === 'lost');
  display.cable.set(true);
  const back = performance.now();
  await display.user.until('hall.status', {}, ({ state }) => state === 'linked');
  return performance.now() - back;
}

test('a display is back within a second, also where the addresses it was told first are its host’s no more', async () => {
  const { host, display } = await paired();
  const dead = [await deadAddress(), await deadAddress()];
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const members = display.store.meta.get('hallMembers') ?? [];
    const stale = members.map((member) => {
      const own = member.addresses.filter(({ port }) => port === host.opened.hall?.port);
      return member.role === 'desk' ? { ...member, addresses: [...dead, ...own] } : member;
    });
    display.store.transact(() => display.store.meta.set('hallMembers', stale));
    times.push(await backAfter(display));
  }
  // A busy machine makes any one of them longer; a round of dials one after the other makes each of them so.
  expect(Math.min(...times)).toBeLessThan(WITHIN_MS);
}, 60_000);

test('of two looks that reach the host at once one line is opened, and it stays', async () => {
  const { host, display } = await paired();
  const members = display.store.meta.get('hallMembers') ?? [];
  // The same machine by two names.
  const twice = members.map((member) => ({
    ...member,
    addresses: member.addresses.flatMap(({ port }) => [
      { host: '127.0.0.1', port },
      { host: 'localhost', port },
    ]),
  }));
  display.store.transact(() => display.store.meta.set('hallMembers', twice));
  await backAfter(display);
  const lineOf = (desk: HallDesk) => desk.opened.hall?.links()[0]?.met.peer;
  const [first, there] = [lineOf(display), lineOf(host)];
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  const given = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  for (const n of [1, 2, 3]) {
    await host.user.call('queue.give', given);
    await display.user.until('display.view', {}, ({ waiting }) => waiting.some((row) => row.waiting === n));
  }
  expect(lineOf(display)).toBe(first);
  expect(lineOf(host)).toBe(there);
}, 60_000);
