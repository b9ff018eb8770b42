import { afterEach, expect, test } from 'vitest';
import { hallOffice, type HallOffice } from '../../../tests/harness/hall-office.ts';
import { decideHere } from './deciding.ts';

let office: HallOffice;
afterEach(() => office.close());

test('a host whose hall had other reigns since begins a new one on the day it had begun: nobody’s else is above it', async () => {
  office = hallOffice();
  const { user, store, opened } = await office.desk('ngan');
  await user.call('hall.open', {});
  await user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  const reigns = (): readonly unknown[] =>
    store.halls.view('xa-29905', '2026-11-23', (id) => store.log?.ofAggregate(id) ?? []).reigns;
  expect(reigns()).toMatchObject([{ term: 1 }]);
  const asked = { command: { kind: 'expire' }, actor: store.meta.get('enrolment')?.device ?? '' } as const;
  // Taken over by another, who wrote nothing before it was lost, and taken back.
  decideHere(opened.context, { ...asked, request: opened.context.random.id(), term: 3 });
  expect(reigns()).toMatchObject([{ term: 1 }, { term: 3 }]);
});

test('a machine that has left its log hosts no hall by that log’s numbers: they may stand on paper already', async () => {
  office = hallOffice();
  const { user, store } = await office.desk('ngan');
  const old = store.meta.get('enrolment')?.log ?? '';
  store.leaveLog({ because: 'restored', from: null, renamed: [] });
  await user.call('hall.open', {});
  const begin = () => user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  await expect(begin()).rejects.toThrow('HC-11');
  const [range] = store.reference.get('grants') ?? [];
  if (range === undefined) throw new Error('no range');
  expect(range.log).toBe(old);
  // The province has given the new log one.
  const log = store.meta.get('enrolment')?.log ?? '';
  store.transact(() => store.reference.put('grants', [{ ...range, log, from: 1001, to: 1250 }]));
  await begin();
  const { reigns } = store.halls.view('xa-29905', '2026-11-23', (id) => store.log?.ofAggregate(id) ?? []);
  expect(reigns).toMatchObject([{ block: 4 }]);
});
