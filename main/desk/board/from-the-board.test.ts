import { afterEach, expect, test } from 'vitest';
import { hallOffice, pair, type HallOffice } from '../../../tests/harness/hall-office.ts';

/** A supervisor acts from the board at a machine of their own; the host decides, and each counter sees it. */

let office: HallOffice;
afterEach(() => office.close());

test('a counter takes a series more, a colleague is asked, a ticket is moved, a wrong time is left out', async () => {
  office = hallOffice();
  const host = await office.desk('ngan');
  const other = await office.desk('tam');
  const board = await office.desk('phuoc');
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, other);
  await pair(host, board);
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  await other.user.call('queue.act', { act: { kind: 'openCounter', series: ['B'] } });
  const plain = { priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  const { id: first } = await host.user.call('queue.give', { ...plain, series: 'A' });
  const { id: second } = await host.user.call('queue.give', { ...plain, series: 'A' });
  await board.user.until(
    'board.office',
    {},
    ({ waiting, counters }) => waiting === 2 && counters.filter(({ state }) => state === 'open').length === 2,
  );

  // At once for the counter that is to take it: it may call whom it could not.
  const opened = await board.user.call('board.act', { act: { kind: 'open', counter: 'sa-dec-2', series: 'A' } });
  expect(opened.counters.find(({ id }) => id === 'sa-dec-2')?.series.map(({ letter }) => letter)).toEqual(['A', 'B']);
  await other.user.until('queue.get', {}, ({ mine }) => mine.length === 2);

  // On a break its officer is asked to come, and sees it; opening the counter is the answer.
  await other.user.call('queue.act', { act: { kind: 'away', reason: 'họp', until: null } });
  await board.user.call('board.act', { act: { kind: 'come', counter: 'sa-dec-2' } });
  await other.user.until('queue.get', {}, ({ comeAsked }) => comeAsked !== null);
  const back = await other.user.call('queue.act', { act: { kind: 'openCounter', series: ['A', 'B'] } });
  expect(back.comeAsked).toBeNull();

  await board.user.call('board.act', { act: { kind: 'ask', counter: 'sa-dec-1', series: 'C' } });
  await host.user.until('queue.get', {}, ({ counter }) => counter?.askedFor.includes('C') === true);

  const moved = { kind: 'move', ticket: second, series: null, counter: 'sa-dec-2', reason: 'quầy 1 đông' } as const;
  await board.user.call('queue.act', { act: moved });
  const { serving } = await host.user.call('queue.act', { act: { kind: 'callNext' } });
  expect(serving?.id).toBe(first);
  await host.user.call('queue.act', { act: { kind: 'callNext' } });
  await other.user.until('queue.get', {}, ({ mine }) => mine.some(({ id }) => id === second));
  expect((await other.user.call('queue.act', { act: { kind: 'callNext' } })).serving?.id).toBe(second);

  const wrong = { ticket: first, what: 'service', counts: false, reason: 'quên bấm' } as const;
  await board.user.call('board.time', wrong);
  const now = await board.user.call('board.office', {});
  expect(now.counters.find(({ id }) => id === 'sa-dec-1')).toMatchObject({ served: 1, mean: null });
  // Every act is the supervisor's in the log, whoever hosts.
  const view = host.store.halls.view('xa-29905', '2026-11-23', (id) => host.store.log?.ofAggregate(id) ?? []);
  const supervisor = view.tickets.find(({ id }) => id === first)?.leftOut[0]?.actor;
  expect(supervisor).toBe((await board.user.call('session.get', {})).user?.id);
}, 60_000);
