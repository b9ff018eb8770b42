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
