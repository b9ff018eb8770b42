import { afterAll, beforeAll, expect, test } from 'vitest';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../../tests/harness/hall-office.ts';

/** A number is told once it is on the host's disk and, where another machine is connected, on one disk more. */

let office: HallOffice;
let host: HallDesk;
let other: HallDesk;

beforeAll(async () => {
  office = hallOffice();
  host = await office.desk('ngan');
  other = await office.desk('tam');
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, other);
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
});
afterAll(() => office.close());

/** What stands in a machine's own database at this very moment. */
function numbersAt({ store }: HallDesk): string[] {
  return store.halls
    .view('xa-29905', '2026-11-23', (id) => store.log?.ofAggregate(id) ?? [])
    .tickets.map(({ id, state }) => `${id} ${state}`);
}

test('whoever asks the host or another machine hears of a number that is on both disks already', async () => {
  const asked = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  for (const machine of [host, other]) {
    const { id } = await machine.user.call('queue.give', asked);
    expect([host, other].map((each) => numbersAt(each).includes(`${id} waiting`))).toEqual([true, true]);
  }
  const { serving } = await host.user.call('queue.act', { act: { kind: 'callNext' } });
  expect(numbersAt(other)).toContain(`${serving?.id ?? ''} called`);
});

test('with nobody connected the host goes on alone', async () => {
  other.cable.set(false);
  await host.user.until('hall.status', {}, ({ connected }) => connected.length === 0);
  const asked = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  const { id } = await host.user.call('queue.give', asked);
  expect([numbersAt(host).includes(`${id} waiting`), numbersAt(other).includes(`${id} waiting`)]).toEqual([
    true,
    false,
  ]);
});

test('a machine that falls silent while a number is written: the host’s screen says that it stands there alone, until it is back', async () => {
  other.cable.set(true);
  await host.user.until('hall.status', {}, ({ connected }) => connected[0]?.behind === 0);
  expect((await host.user.call('hall.status', {})).oneDiskSince).toBeNull();
  const unsubscribe = host.store.hearing.onGrown(() => other.cable.set(false));
  const asked = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  const { id } = await host.user.call('queue.give', asked);
  unsubscribe();
  const told = await host.user.call('hall.status', {});
  expect(told).toMatchObject({ oneDiskSince: expect.stringMatching(/^2026-11-23T/), host: 'Quầy 1' });
  other.cable.set(true);
  await host.user.until('hall.status', {}, ({ oneDiskSince }) => oneDiskSince === null);
  expect(numbersAt(other)).toContain(`${id} waiting`);
}, 60_000);

test('who asks to take over is told how many stand in line', async () => {
  const lineOf = numbersAt(other).filter((row) => row.endsWith('waiting')).length;
  await host.stop();
  const { stake } = await other.user.until('hall.status', {}, ({ state }) => state === 'lost');
  expect(stake?.waiting).toBe(lineOf);
  expect(stake?.waiting).toBeGreaterThan(1);
}, 60_000);
