import { afterEach, expect, test } from 'vitest';
import { hallOffice, pair, type HallOffice } from '../../../tests/harness/hall-office.ts';
import { systemRandom } from '../../random.ts';

let office: HallOffice;
afterEach(() => office.close());

test('at the kiosk whoever was served says how content they are; no desk can say it for them; the board counts it', async () => {
  office = hallOffice();
  const host = await office.desk('ngan');
  const kiosk = await office.desk('tam', 'kiosk');
  const desk = await office.desk('phuoc');
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, kiosk);
  await pair(host, desk);
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  const plain = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  const { id: ticket } = await host.user.call('queue.give', plain);
  await host.user.call('queue.give', plain);
  await host.user.call('queue.act', { act: { kind: 'callNext' } });
  await host.user.call('queue.act', { act: { kind: 'callNext' } });

  await kiosk.user.until('kiosk.view', {}, ({ toRate }) => toRate.some((each) => each.ticket === ticket));
  const score = 'satisfied' as const;
  for (const staff of [host, desk])
    expect(await staff.user.try('kiosk.rate', { ticket, score })).toMatchObject({
      ok: false,
      error: { code: 'GN-04' },
    });
  // Nor by a desk that asks the host on the hall's own network.
  const link = host.opened.hall?.links().find(({ role }) => role === 'desk');
  if (link === undefined) throw new Error('no desk is linked');
  const asked = { command: { kind: 'rate', ticket, score }, actor: 'u-phuoc', request: systemRandom.id() };
  await expect(host.opened.doors.answer(link, 'command', asked)).rejects.toMatchObject({ code: 'GN-04' });

  await kiosk.user.call('kiosk.rate', { ticket, score });
  expect((await kiosk.user.call('kiosk.view', {})).toRate).toEqual([]);
  expect(await kiosk.user.try('kiosk.rate', { ticket, score })).toMatchObject({ ok: false, error: { code: 'HC-13' } });
  const { ratings } = await desk.user.until('board.office', {}, (board) => board.ratings.satisfied === 1);
  expect(ratings).toEqual({ satisfied: 1, neutral: 0, unsatisfied: 0 });
  const day = {
    from: '2026-11-23',
    to: '2026-11-23',
    series: null,
    counter: null,
    priority: null,
    part: null,
    limit: 10,
  };
  const { rows } = await desk.user.call('board.tickets', { ...day, which: 'rated' });
  expect(rows).toMatchObject([{ ticket, rating: score }]);
}, 60_000);
