import { expect, test } from 'vitest';
import { decide } from '../../../domain/ticket/decide.ts';
import { DAY, exampleHost, exampleRules, plain } from '../../../domain/ticket/example.ts';
import type { HallCommand } from '../../../domain/ticket/commands.ts';
import type { CounterDoor } from '../hall/door.ts';
import { actOnHall } from './act.ts';

/** A hall in memory: its host decides what is asked, as the real one does. */
function hall() {
  const host = exampleHost('d1');
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00');
  const asked: { command: HallCommand; actor: string }[] = [];
  const never = (): never => {
    throw new Error('not asked here');
  };
  const door: CounterDoor = {
    view: () => host.view(),
    rules: () => exampleRules,
    isLinked: () => true,
    silentSince: () => null,
    ask(command, actor) {
      const decision = decide(host.view(), exampleRules, command, { host: 'd1', now: `${DAY}T08:00:00` });
      if (!decision.ok) return Promise.reject(new Error(decision.code));
      asked.push({ command, actor });
      host.does(command, '08:00', actor);
      return Promise.resolve(host.view());
    },
    issue: never,
    told: never,
    person: never,
    openPerson: never,
    phonesAt: () => null,
    posterDoor: () => null,
    pageOf: () => null,
  };
  return { host, door, asked };
}

test('a counter is opened for a series beside its own, and its officer is asked to take one', async () => {
  const { host, door, asked } = hall();
  host.does({ kind: 'issue', ...plain, series: 'C', ticket: 't1' }, '07:30');
  await actOnHall(door, { kind: 'open', counter: 'q1', series: 'C' }, 'u-phuoc');
  await actOnHall(door, { kind: 'ask', counter: 'q1', series: 'B' }, 'u-phuoc');
  expect(host.view().counters).toMatchObject([{ id: 'q1', series: ['A', 'C'], askedFor: ['B'] }]);
  expect(asked.map(({ actor }) => actor)).toEqual(['u-phuoc', 'u-phuoc']);
});

test('without a hall, a counter of it, or somebody signed in nothing is asked', async () => {
  const { door, asked } = hall();
  const act = { kind: 'open', counter: 'q1', series: 'C' } as const;
  await expect(actOnHall(null, act, 'u-phuoc')).rejects.toMatchObject({ code: 'HC-01' });
  await expect(actOnHall(door, { ...act, counter: 'q9' }, 'u-phuoc')).rejects.toMatchObject({ code: 'HC-04' });
  await expect(actOnHall(door, act, null)).rejects.toMatchObject({ code: 'DN-03' });
  expect(asked).toEqual([]);
});

test('an officer who is away is asked to come, and the first of a field go to a counter', async () => {
  const { host, door } = hall();
  host.does({ kind: 'openCounter', counter: 'q2', name: 'Quầy 2', series: ['B'] }, '07:00');
  host.does({ kind: 'issue', ...plain, series: 'A', ticket: 't1' }, '07:30');
  host.does({ kind: 'issue', ...plain, series: 'A', ticket: 't2' }, '07:31');
  await actOnHall(door, { kind: 'move', series: 'A', count: 1, counter: 'q2', reason: 'quầy 1 đông' }, 'u-phuoc');
  expect(host.view().tickets.map(({ id, counter }) => [id, counter])).toEqual([
    ['t1', 'q2'],
    ['t2', null],
  ]);
  const back = { series: null, counter: null, reason: 'chuyển nhầm' };
  await actOnHall(door, { kind: 'moveNamed', tickets: ['t1', 't2'], ...back }, 'u-phuoc');
  expect(host.view().tickets.map(({ counter }) => counter)).toEqual([null, null]);
  host.does({ kind: 'away', counter: 'q2', reason: 'họp', until: null }, '07:50');
  await actOnHall(door, { kind: 'come', counter: 'q2' }, 'u-phuoc');
  // A counter that has not opened today can be asked for as well.
  await actOnHall(door, { kind: 'come', counter: 'q5' }, 'u-phuoc');
  expect(host.view().comeAsked.map(({ counter }) => counter)).toEqual(['q2', 'q5']);
});
