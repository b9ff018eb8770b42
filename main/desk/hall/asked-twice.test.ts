import { afterEach, expect, test } from 'vitest';
import { hallOffice, pair, type HallOffice } from '../../../tests/harness/hall-office.ts';
import { systemRandom } from '../../random.ts';

let office: HallOffice;
afterEach(() => office.close());

test('a call asked again after a lost answer calls nobody else, also at the host that follows', async () => {
  office = hallOffice();
  const host = await office.desk('ngan');
  const next = await office.desk('tam');
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, next);
  const { series } = await host.user.call('queue.get', {});
  const letter = series.find(({ kind }) => kind === 'field')?.letter ?? '';
  await next.user.call('queue.act', { act: { kind: 'openCounter', series: [letter] } });
  const plain = {
    series: letter,
    priority: null,
    lane: 'ordinary' as const,
    bookedFor: null,
    card: null,
    second: null,
  };
  await next.user.call('queue.give', plain);
  await next.user.call('queue.give', plain);
  const command = { kind: 'callNext', counter: 'sa-dec-2' };
  const asked = { command, actor: 'u-tam', request: systemRandom.id() };
  const [link] = host.opened.hall?.links() ?? [];
  if (link === undefined) throw new Error('nobody is linked');
  expect(await host.opened.doors.answer(link, 'command', asked)).toEqual({ wrote: [asked.request] });
  expect(await host.opened.doors.answer(link, 'command', asked)).toEqual({ wrote: [asked.request] });
  const called = ({ mine, serving }: { mine: unknown[]; serving: unknown }): boolean =>
    mine.length === 1 && serving !== null;
  await next.user.until('queue.get', {}, called);

  await host.stop();
  await next.user.until('hall.status', {}, ({ state }) => state === 'lost');
  await next.user.call('hall.takeOver', {});
  expect(await next.opened.doors.answer(link, 'command', asked)).toEqual({ wrote: [asked.request] });
  expect(called(await next.user.call('queue.get', {}))).toBe(true);
}, 90_000);
