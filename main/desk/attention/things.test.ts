import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey } from '../../../contract/signing.ts';
import type { LogEvent } from '../../../domain/log/envelope.ts';
import { receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, OFFICE, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { eventsOf, fakeProvince, settle, type FakeProvince } from '../../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';
import { testWriter } from '../../../tests/harness/writer.ts';
import { openSqlite } from '../../store/sqlite.ts';

/** What the province's word is about need not be a dossier that is here: it is in the tray all the same. */

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

const writer = () =>
  testWriter(
    { device: '019ab000-0000-7000-8000-0000000000b1', log: '019ab000-0000-7000-8000-0000000000b2', office: OFFICE },
    newSigningKey(),
  );
const epoch = '019ab000-0000-7000-8000-0000000000e0';
const list = () => desk.call('attention.list', {});
const attention = async () => (await desk.call('status.get', {})).attention;

/** The feed brings another desk's events with the province's word on them. */
async function comes(events: readonly LogEvent[], end: 'flagged' | 'quarantined', reason: string): Promise<void> {
  const verdicts = events.map((event) => province.verdictOn(event, end, reason));
  const page = { epoch, events, verdicts, cursor: 'c1', more: false };
  province.answers.set('/v1/pull', () => Response.json(page));
  await province.round(desk);
  await settle();
}

async function receive(): Promise<string> {
  return (await receiveComplete(desk)).dossierId;
}

const day = { reason: 'còn một hồ sơ', at: '2026-11-23T16:40:00' };
const reopened = (): LogEvent =>
  writer().write(day, {
    type: 'counterDay.reopened',
    version: 1,
    aggregate: 'counterDay',
    aggregateId: '019ab000-0000-7000-8000-00000000da01',
    after: [],
  });

test('a counter’s day the province flags is listed with its kind, counter and moment, and counted', async () => {
  const event = reopened();
  await comes([event], 'flagged', 'XV-17');
  const [row, ...others] = await list();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ kind: 'verdict', problem: 'XV-17', dossierId: event.envelope.aggregateId, code: '' });
  expect(row?.thing?.vi).toMatch(/^Sổ ngày của quầy(, .+)?, ghi lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4}$/);
  expect(await attention()).toBe(1);
});

test('a supervisor marks it as seen, an officer does not; then it is gone for everybody at this machine', async () => {
  const event = reopened();
  await comes([event], 'flagged', 'XV-17');
  const about = { dossierId: event.envelope.aggregateId, key: `verdict XV-17 ${event.envelope.id}` };
  const opened = await desk.call('attention.open', about);
  expect(opened.mayNot?.vi).toContain('Giám đốc');
  expect((await desk.try('attention.seen', about)).ok).toBe(false);
  expect(await attention()).toBe(1);
  await desk.call('session.signOut', {});
  await desk.signIn('phuoc');
  expect((await desk.call('attention.open', about)).mayNot).toBeNull();
  await desk.call('attention.seen', about);
  expect([await list(), await attention()]).toEqual([[], 0]);
  expect(await desk.try('attention.seen', about)).toMatchObject({ ok: false, error: { code: 'CX-01' } });
  await desk.call('session.signOut', {});
  await desk.signIn('ngan');
  expect([await list(), await attention()]).toEqual([[], 0]);
});

test('a dossier kept apart, of which nothing is shown here, is named by what stands on its receipt', async () => {
  const event = writer().receive();
  await comes([event], 'quarantined', 'XV-06');
  const [row] = await list();
  expect(row).toMatchObject({ kind: 'verdict', problem: 'XV-06', dossierId: event.envelope.aggregateId });
  expect(row?.thing?.vi).toMatch(/^Hồ sơ chưa xem được ở máy này/);
  expect(row?.code).not.toBe('');
  expect(await attention()).toBe(1);
});

test.each([
  ['another event in its place', 'XV-02', 'XV-22'],
  ['a refusal', 'XV-16', 'XV-23'],
])('%s: the log that was left is in the tray until a supervisor has seen it', async (_what, reason, problem) => {
  await receive();
  let refuse = true;
  province.answers.set('/v1/log', () => Response.json({ head: 0 }));
  province.answers.set('/v1/push', (init) => {
    const { events } = eventsOf(init);
    const verdicts = events.map((event) =>
      province.verdictOn(event, refuse ? 'refused' : 'applied', refuse ? reason : null),
    );
    refuse = false;
    return Response.json({ head: events.length, expected: null, verdicts });
  });
  for (let n = 0; n < 2; n++) await province.round(desk);
  await settle();
  const [row, ...others] = await list();
  expect(others).toEqual([]);
  expect(row).toMatchObject({ kind: 'log', problem });
  expect(row?.thing?.vi).toMatch(/^Sổ của máy, /);
  expect(row?.todo.vi).toContain('Gọi người quản trị');
  expect(await attention()).toBe(1);
  await desk.call('session.signOut', {});
  await desk.signIn('phuoc');
  await desk.call('attention.seen', { dossierId: row?.dossierId ?? '', key: row?.key ?? '' });
  expect([await list(), await attention()]).toEqual([[], 0]);
});

test('it is still there after the program was opened again', async () => {
  await desk.desk.close();
  const db = openSqlite(join(folder.path, 'desk.db'), folder.databaseKey, { create: false });
  const matter = { log: epoch, because: 'heard', device: epoch, at: 1_700_000_000_000 };
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run('logMatters', JSON.stringify([matter]));
  db.close();
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
  expect(await list()).toMatchObject([{ kind: 'log', problem: 'XV-24', dossierId: epoch }]);
});
