import { afterEach, expect, test } from 'vitest';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../../tests/harness/hall-office.ts';
import type { HallView } from '../../../domain/ticket/view.ts';
import { closeDaysBehind } from './deciding.ts';

/** How a day of the hall ends and the next begins: closed by a person, left open over night, handed on. */

const MONDAY = '2026-11-23';
const number = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;

let office: HallOffice;
afterEach(() => office.close());

/** Two desks of a hall: the first hosts and has a counter open, one is served there and one waits. */
async function atWork(): Promise<{ host: HallDesk; other: HallDesk }> {
  office = hallOffice();
  const host = await office.desk('ngan');
  const other = await office.desk('tam');
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, other);
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  await host.user.call('queue.give', number);
  await other.user.call('queue.give', number);
  await host.user.call('queue.act', { act: { kind: 'callNext' } });
  return { host, other };
}

const dayAt = ({ store }: HallDesk, date: string): HallView =>
  store.halls.view('xa-29905', date, (id) => store.log?.ofAggregate(id) ?? []);

/** What the clock would ask of the machine by itself within half a minute, asked now. */
async function tended(desk: HallDesk, is: () => boolean): Promise<void> {
  desk.opened.doors.tend();
  while (!is()) await desk.changed();
}

test('closing the hall ends whom counters serve and lets who waits go, on every desk, until a person opens it again', async () => {
  const { host, other } = await atWork();
  expect((await host.user.call('hall.status', {})).atClose).toEqual({ waiting: 1, serving: 1 });
  expect((await other.user.call('hall.status', {})).atClose).toBeNull();
  await host.user.call('hall.signOff', { to: null });
  for (const desk of [host, other]) {
    await desk.user.until('hall.status', {}, ({ state }) => state === 'closed');
    const day = dayAt(desk, MONDAY);
    expect(day).toMatchObject({ state: 'closed', counters: [{ state: 'closed' }] });
    expect(day.tickets.map(({ state }) => state).toSorted()).toEqual(['ended', 'expired']);
    expect(await desk.user.call('queue.get', {})).toMatchObject({ hall: 'closed', mine: [], serving: null });
    expect(await desk.user.try('queue.act', { act: { kind: 'callNext' } })).toMatchObject({ error: { code: 'HC-01' } });
  }
  await other.user.call('hall.open', {});
  await other.user.until('queue.get', {}, ({ hall }) => hall === 'open');
  await host.user.until('queue.get', {}, ({ hall }) => hall === 'open');
  expect(dayAt(host, MONDAY)).toMatchObject({ reign: { term: 2 }, counters: [{ state: 'closed' }] });
}, 90_000);

test('a hall left open over night is closed for its day; the next begins in the morning, on a holiday with the first counter', async () => {
  const { host, other } = await atWork();
  office.goTo('2026-11-24T00:00:20');
  // Its host alone closes it: two that did would write of one day what the other does not know.
  closeDaysBehind(other.opened.context);
  expect(dayAt(other, MONDAY).state).toBe('open');
  await tended(host, () => dayAt(host, MONDAY).state === 'closed');
  const monday = dayAt(host, MONDAY);
  expect(monday.counters).toMatchObject([{ state: 'closed' }]);
  expect(monday.tickets.map(({ state, expired }) => [state, expired])).toEqual([
    ['called', null],
    ['expired', 'day'],
  ]);
  // A holiday: nobody is received, and the host is on.
  expect(dayAt(host, '2026-11-24').state).toBe('none');
  office.goTo('2026-11-24T09:00:00');
  const door = host.opened.doors.door();
  const asker = host.opened.context.store.meta.get('enrolment')?.device ?? '';
  const callNext = { kind: 'callNext', counter: 'sa-dec-1' } as const;
  await expect(door?.ask(callNext, asker)).rejects.toMatchObject({ code: 'HC-01' });
  await door?.ask({ kind: 'openCounter', counter: 'sa-dec-1', name: 'Quầy 1', series: ['A'] }, asker);
  expect(dayAt(host, '2026-11-24')).toMatchObject({ state: 'open', counters: [{ state: 'open' }] });
  // Wednesday: before the office's hours the holiday is closed and nothing begins; with them it does.
  office.goTo('2026-11-25T05:00:00');
  await tended(host, () => dayAt(host, '2026-11-24').state === 'closed');
  expect(dayAt(host, '2026-11-25').state).toBe('none');
  office.goTo('2026-11-25T06:30:00');
  await tended(host, () => dayAt(host, '2026-11-25').state === 'open');
  expect(dayAt(host, '2026-11-25')).toMatchObject({ counters: [], reign: { term: 1 } });
}, 90_000);

test('a host that hands the hall on has said so in the day’s log before the other begins', async () => {
  const { host, other } = await atWork();
  const to = other.store.meta.get('enrolment')?.device ?? '';
  await host.user.call('hall.signOff', { to });
  await other.user.until('hall.status', {}, ({ state }) => state === 'hosting');
  await tended(other, () => dayAt(other, MONDAY).reign?.host === to);
  const { reigns, state, counters } = dayAt(other, MONDAY);
  expect(reigns).toMatchObject([
    { term: 1, signedOffAt: expect.stringMatching(/^2026-11-23T/) },
    { term: 2, host: to },
  ]);
  // Whoever waits and whoever is served stay where they were.
  expect({ state, counter: counters[0]?.state }).toEqual({ state: 'open', counter: 'open' });
  expect(
    dayAt(other, MONDAY)
      .tickets.map((each) => each.state)
      .toSorted(),
  ).toEqual(['called', 'waiting']);
}, 90_000);
