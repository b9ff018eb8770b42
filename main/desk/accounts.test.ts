import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolledFolder, passwordOf, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';
import { IDLE_LOCK_MS, OFFLINE_DAYS, pauseAfter } from './accounts.ts';

let folder: EnrolledFolder;
let desk: TestDesk;

beforeEach(async () => {
  folder = await enrolledFolder();
  desk = await openTestDesk(folder.path);
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

const codeOf = async (login: string, password: string): Promise<string | null> => {
  const reply = await desk.try('session.signIn', { login, password });
  return reply.ok ? null : reply.error.code;
};

test('a right password signs in with no line; the session says so', async () => {
  await desk.signIn('ngan');
  const session = await desk.call('session.get', {});
  expect(session.user?.name).toBe('Lê Thị Kim Ngân');
  expect(session.online).toBe(false);
});

test('the fifth wrong try locks, and a right password does not help until the pause is over', async () => {
  for (let n = 1; n < 5; n++) expect(await codeOf('ngan', 'sai')).toBe('DN-01');
  expect(await codeOf('ngan', 'sai')).toBe('DN-02');
  expect(await codeOf('ngan', passwordOf('ngan'))).toBe('DN-02');
  expect(await codeOf('tam', passwordOf('tam'))).toBeNull();
  desk.clock.advance(30_001);
  expect(await codeOf('ngan', passwordOf('ngan'))).toBeNull();
});

test('each further wrong try doubles the pause, up to an hour', () => {
  expect([4, 5, 6, 7, 20].map(pauseAfter)).toEqual([0, 30_000, 60_000, 120_000, 3_600_000]);
});

test('setting the wall clock forward ends no pause, and a restart begins it again', async () => {
  for (let n = 0; n < 5; n++) await codeOf('ngan', 'sai');
  desk.clock.setWall(desk.clock.now() + 86_400_000);
  expect(await codeOf('ngan', passwordOf('ngan'))).toBe('DN-02');
  await desk.desk.close();
  desk = await openTestDesk(folder.path);
  expect(await codeOf('ngan', passwordOf('ngan'))).toBe('DN-02');
  desk.clock.advance(30_001);
  expect(await codeOf('ngan', passwordOf('ngan'))).toBeNull();
});

test('an unknown name is refused like a wrong password', async () => {
  expect(await codeOf('khong-co', 'sai')).toBe('DN-01');
});

test('after 30 days without the province nobody signs in until the line has been up once', async () => {
  desk.clock.setWall(desk.clock.now() + (OFFLINE_DAYS + 1) * 86_400_000);
  expect(await codeOf('ngan', passwordOf('ngan'))).toBe('DN-07');
});

test('the screen locks when nobody has touched it for ten minutes, and not before', async () => {
  await desk.signIn('ngan');
  desk.clock.advance(IDLE_LOCK_MS - 60_000);
  await desk.call('session.active', {});
  desk.clock.advance(IDLE_LOCK_MS - 60_000);
  expect((await desk.call('session.get', {})).locked).toBe(false);
  desk.clock.advance(120_001);
  expect((await desk.call('session.get', {})).locked).toBe(true);
});

test('when the computer sleeps every session is locked; the password reopens it', async () => {
  await desk.signIn('ngan');
  desk.desk.lock();
  expect((await desk.call('session.get', {})).locked).toBe(true);
  const wrong = await desk.try('session.unlock', { secret: 'sai' });
  expect(wrong.ok).toBe(false);
  expect((await desk.call('session.unlock', { secret: passwordOf('ngan') })).locked).toBe(false);
});

test('a PIN reopens the screen and does nothing else', async () => {
  await desk.signIn('ngan');
  await desk.call('session.setPin', { password: passwordOf('ngan'), pin: '246802' });
  await desk.call('session.lock', {});
  expect((await desk.call('session.unlock', { secret: '246802' })).locked).toBe(false);
  await desk.call('session.signOut', {});
  expect(await codeOf('ngan', '246802')).toBe('DN-01');
  expect((await desk.try('session.setPin', { password: passwordOf('ngan'), pin: '12' })).ok).toBe(false);
});

test('a wrong PIN counts as a wrong try', async () => {
  await desk.signIn('ngan');
  await desk.call('session.lock', {});
  for (let n = 0; n < 5; n++) await desk.try('session.unlock', { secret: '000000' });
  const reply = await desk.try('session.unlock', { secret: passwordOf('ngan') });
  expect(reply.ok ? null : reply.error.code).toBe('DN-02');
});
