import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveComplete } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { fakeProvince, settle, type FakeProvince } from '../../tests/harness/fake-province.ts';
import { openTestDesk, silentLog, type TestDesk } from '../../tests/harness/test-desk.ts';
import { openSqlite } from '../store/sqlite.ts';

/** Nothing that never ends, or fails each time, keeps the rest from going on; and whoever looks is told. */

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;
const warned: [string, unknown][] = [];

async function open(): Promise<void> {
  const log = { ...silentLog, warn: (what: string, facts: unknown) => void warned.push([what, facts]) };
  desk = await openTestDesk(folder.path, { fetch: province.fetch, log });
  await desk.signIn('ngan');
}

beforeEach(async () => {
  warned.length = 0;
  folder = await enrolledFolder();
  province = fakeProvince(folder);
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

const line = async () => (await desk.call('status.get', {})).line;
const times = (path: string): number => province.asked.filter((one) => one === path).length;
/** Heard, and nothing comes of it: not even its being given up. */
const never = (): Promise<Response> => Promise.withResolvers<Response>().promise;

async function receive(): Promise<string> {
  return (await receiveComplete(desk)).dossierId;
}
const standOf = async (id: string): Promise<string> => (await desk.call('dossier.get', { id })).stand.state;

async function pass(seconds: number): Promise<void> {
  for (let gone = 0; gone < seconds; gone++) {
    desk.clock.advance(1_000);
    await settle();
  }
}

/** @returns after how many seconds a round was given up; at most two minutes */
async function givenUp(): Promise<number> {
  let gone = 0;
  for (; gone < 120 && warned.length === 0; gone++) await pass(1);
  return gone;
}

test.each(['/v1/push', '/v1/pull', '/v1/reference', '/v1/time'])(
  'a request to %s that never comes to an end is given up after a minute, and everything goes in the rounds after it',
  async (path) => {
    await open();
    province.answers.set(path, never);
    const id = await receive();
    const gone = await givenUp();
    expect([gone >= 60, gone <= 75]).toEqual([true, true]);
    expect(await line()).toMatchObject({ state: 'stopped', code: 'DT-07' });
    const [, facts] = warned[0] ?? [];
    expect(facts).toMatchObject(path === '/v1/push' ? { at: path, unsent: 1 } : { log: null });
    province.answers.delete(path);
    for (let n = 0; n < 3; n++) await province.round(desk);
    expect(await standOf(id)).toBe('inProvince');
    expect((await line()).state).toBe('up');
    expect(warned).toHaveLength(1);
  },
);

test('the round after one that stood still over a log takes in the feed first', async () => {
  await open();
  province.answers.set('/v1/push', never);
  await receive();
  await givenUp();
  const [pushes, pulls] = [times('/v1/push'), times('/v1/pull')];
  await province.round(desk);
  expect([times('/v1/push'), times('/v1/pull')]).toEqual([pushes, pulls + 1]);
  expect(await line()).toMatchObject({ state: 'stopped', code: 'DT-07' });
  // And the log has its turn again in the one behind.
  await province.round(desk, '/v1/push');
  expect(times('/v1/push')).toBeGreaterThan(pushes);
});

test('a round that hangs does not keep the desk from closing', async () => {
  await open();
  province.answers.set('/v1/push', never);
  await receive();
  await province.round(desk, '/v1/push');
  await desk.desk.close();
  expect(times('/v1/push')).toBe(1);
});

test('a log the server fails at each time holds up neither the feed nor the reference data, and the status says so', async () => {
  await open();
  province.answers.set('/v1/push', () => new Response('', { status: 500 }));
  const id = await receive();
  for (let n = 0; n < 2; n++) await province.round(desk, '/v1/push');
  expect([times('/v1/pull'), await line()]).toMatchObject([0, { state: 'down', code: 'SV-01' }]);
  await province.round(desk, '/v1/pull');
  expect(times('/v1/pull')).toBeGreaterThan(0);
  expect(times('/v1/reference')).toBeGreaterThan(0);
  expect(await line()).toMatchObject({ state: 'stopped', code: 'DT-08' });
  province.answers.delete('/v1/push');
  // It waits by itself, and has its turn within a minute.
  const asked = times('/v1/push');
  for (let gone = 0; gone < 60 && times('/v1/push') === asked; gone++) await pass(1);
  expect(await standOf(id)).toBe('inProvince');
  await province.round(desk);
  expect((await line()).state).toBe('up');
});

test('reference data the server fails at each time hold up no feed', async () => {
  await open();
  province.answers.set('/v1/reference', () => new Response('', { status: 500 }));
  await province.round(desk);
  expect(times('/v1/pull')).toBe(1);
  expect(await line()).toMatchObject({ state: 'down', code: 'SV-01' });
});

test('something that waits and that no push takes up is said after a minute', async () => {
  const db = openSqlite(join(folder.path, 'desk.db'), folder.databaseKey, { create: false });
  db.prepare('INSERT INTO outbox (log, seq, aggregate_id, added) VALUES (?, 7, ?, 0)').run('lost', 'lost');
  db.close();
  await open();
  await pass(45);
  expect((await line()).state).toBe('sending');
  await pass(30);
  expect(await line()).toMatchObject({ state: 'stopped', code: 'DT-07' });
});
