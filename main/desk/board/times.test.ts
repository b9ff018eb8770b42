import { afterEach, beforeEach, expect, test } from 'vitest';
import { plain, type Host } from '../../../domain/ticket/example.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { hostOf, writeAll } from '../../../tests/harness/hall-example.ts';
import { playedRules } from '../../../tests/harness/hall-day.ts';
import { openTestDesk, seededRandomness, type TestDesk } from '../../../tests/harness/test-desk.ts';
import { virtualClock } from '../../../tests/harness/virtual-clock.ts';
import { takeFolder } from '../../store/folder.ts';
import { openStore } from '../../store/store.ts';

/** A wrong time is seen the morning after: a supervisor leaves it out, or lets it count again, with no hall at all. */

let folder: EnrolledFolder;
let desk: TestDesk;
const random = seededRandomness('times');
const ticket = random.id();

beforeEach(async () => {
  folder = await enrolledFolder({});
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'test' });
  const host: Host = hostOf(store, playedRules);
  host.does({ kind: 'openHall', block: 0, takeover: false }, '07:00');
  host.does({ kind: 'openCounter', counter: 'q1', name: 'Quầy 1', series: ['A'] }, '07:00', 'u-tam');
  host.does({ kind: 'issue', ...plain, series: 'A', ticket }, '08:00');
  host.does({ kind: 'callNext', counter: 'q1' }, '08:05');
  host.does({ kind: 'end', counter: 'q1', ticket, by: 'hand', dossierId: null }, '08:15');
  // Still in line when the desk was switched off; nobody closed the day.
  host.does({ kind: 'issue', ...plain, series: 'A', ticket: random.id() }, '16:50');
  writeAll(store, host, () => ({ id: random.id(), salt: Buffer.from(random.bytes(16)).toString('base64url') }));
  store.close();
  taken.unlock();
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

const history = async () => (await desk.call('board.history', { from: '2026-11-01', to: '2026-11-24' })).whole;

test('of a day that is over a time is left out and counts again; both reasons stay with the ticket', async () => {
  desk = await openTestDesk(folder.path, { clock: virtualClock(Date.parse('2026-11-24T07:30:00+07:00')) });
  await desk.signIn('phuoc');
  expect(await history()).toMatchObject({ tickets: 2, service: 600, wait: { median: 300 } });

  const row = await desk.call('board.time', { ticket, what: 'service', counts: false, reason: 'quên bấm' });
  expect(row.leftOut).toMatchObject([{ what: 'service', reason: 'quên bấm' }]);
  expect(row.service).toBeNull();
  expect(await history()).toMatchObject({ service: null, wait: { median: 300 } });
  // The other time of the same ticket too.
  const both = await desk.call('board.time', { ticket, what: 'wait', counts: false, reason: 'lấy nhầm số' });
  expect(both.leftOut.map(({ what }) => what)).toEqual(['service', 'wait']);
  expect((await history()).wait).toBeNull();

  const back = await desk.call('board.time', { ticket, what: 'service', counts: true, reason: 'đã xem lại, đúng giờ' });
  expect(back).toMatchObject({ service: 600, leftOut: [{ what: 'wait' }] });
  expect(await history()).toMatchObject({ service: 600, wait: null });
  expect(await desk.try('board.time', { ticket: random.id(), what: 'wait', counts: true, reason: 'x' })).toMatchObject({
    error: { code: 'HC-05' },
  });
});

test('who was not called on a day that is over stretches none of its figures, three days later either', async () => {
  for (const now of ['2026-11-24T07:30:00+07:00', '2026-11-26T09:00:00+07:00']) {
    desk = await openTestDesk(folder.path, { clock: virtualClock(Date.parse(now)) });
    await desk.signIn('phuoc');
    const asked = { from: '2026-11-01', to: '2026-11-24' };
    expect((await desk.call('board.history', asked)).whole).toMatchObject({
      tickets: 2,
      wait: { median: 300, p90: 300 },
      longest: 300,
      breached: 0,
    });
    const behind = {
      ...asked,
      which: 'all',
      series: null,
      counter: null,
      priority: null,
      part: null,
      limit: 10,
    } as const;
    expect((await desk.call('board.tickets', behind)).rows).toMatchObject([
      { text: 'A002', state: 'expired', wait: null },
      { text: 'A001', state: 'ended', wait: 300 },
    ]);
    expect((await desk.call('board.tickets', { ...behind, which: 'waiting' })).total).toBe(0);
    await desk.desk.close();
  }
  desk = await openTestDesk(folder.path);
});

test('while the hall of its day is open the host decides: with no way to it nothing is written', async () => {
  desk = await openTestDesk(folder.path);
  await desk.signIn('phuoc');
  const asked = await desk.try('board.time', { ticket, what: 'service', counts: false, reason: 'quên bấm' });
  expect(asked).toMatchObject({ ok: false });
  expect(await history()).toMatchObject({ service: 600 });
});
