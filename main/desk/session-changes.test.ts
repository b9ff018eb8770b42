import { afterEach, beforeEach, expect, test } from 'vitest';
import type { User } from '../../contract/sync.ts';
import { enrolledFolder, MONDAY_10_42, passwordOf, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { fakeProvince, settle, type FakeProvince } from '../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';
import { hashSecret } from './password.ts';

/** What the province changes about people while they sit at the desk, and what a slow line does to sign-in. */

let folder: EnrolledFolder;
let desk: TestDesk;
let province: FakeProvince;

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

const user = async () => (await desk.call('session.get', {})).user;
const codeOf = async (name: 'session.unlock' | 'session.setPin' | 'attention.list', input: unknown) => {
  const reply = await desk.try(name, input);
  return reply.ok ? null : reply.error.code;
};

/** The province hands out its list anew, changed. */
async function handOut(change: (users: readonly User[]) => User[]): Promise<void> {
  province.reference = { ...province.reference, users: change(province.reference.users) };
  await province.round(desk, '/v1/reference');
}

test('a person disabled at the province is signed out here', async () => {
  await desk.signIn('ngan');
  await handOut((users) => users.map((row) => (row.login === 'ngan' ? { ...row, disabled: true } : row)));
  expect(await user()).toBeNull();
  expect(await codeOf('attention.list', {})).toBe('DN-03');
});

test('a person no longer on the list, or moved to another office, is signed out', async () => {
  await desk.signIn('ngan');
  await handOut((users) => users.filter((row) => row.login !== 'ngan'));
  expect(await user()).toBeNull();
  await desk.signIn('tam');
  await handOut((users) => users.map((row) => (row.login === 'tam' ? { ...row, office: 'xa-29869' } : row)));
  expect(await user()).toBeNull();
});

test('a changed role holds at once for who is signed in', async () => {
  await desk.signIn('ngan');
  await handOut((users) =>
    users.map((row) => (row.login === 'ngan' ? { ...row, role: 'provincialViewer' as const } : row)),
  );
  expect((await user())?.role).toBe('provincialViewer');
  expect(await codeOf('attention.list', {})).toBe('DN-05');
});

test('a password of digits opens the screen although a PIN is set; wrong secrets are counted once', async () => {
  const password = await hashSecret('20262026');
  await handOut((users) => users.map((row) => (row.login === 'ngan' ? { ...row, password } : row)));
  await desk.call('session.signIn', { login: 'ngan', password: '20262026' });
  await desk.call('session.setPin', { password: '20262026', pin: '135790' });
  await desk.call('session.lock', {});
  const wrong = await desk.try('session.unlock', { secret: '999999' });
  expect(wrong).toMatchObject({ ok: false, error: { code: 'DN-01', params: { left: '4' } } });
  expect(await codeOf('session.unlock', { secret: '20262026' })).toBeNull();
  await desk.call('session.lock', {});
  expect(await codeOf('session.unlock', { secret: '135790' })).toBeNull();
});

test('somebody else’s password or PIN does not reopen the screen', async () => {
  await desk.signIn('tam');
  await desk.call('session.setPin', { password: passwordOf('tam'), pin: '246802' });
  await desk.signIn('ngan');
  await desk.call('session.lock', {});
  expect(await codeOf('session.unlock', { secret: passwordOf('tam') })).toBe('DN-01');
  expect(await codeOf('session.unlock', { secret: '246802' })).toBe('DN-01');
});

test('a line that swallows requests keeps nobody from signing in', async () => {
  province.swallow = true;
  const asked = province.next('/v1/nonce');
  const signing = desk.call('session.signIn', { login: 'ngan', password: passwordOf('ngan') });
  await asked;
  await settle();
  desk.clock.advance(5_000);
  expect((await signing).user?.login).toBe('ngan');
});

test('the province’s session of one person never becomes another’s', async () => {
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  province.answers.set('/v1/session', async () => {
    await held;
    return Response.json({ token: 't-bao', user: province.reference.users[3], expiresAt: MONDAY_10_42 + 3_600_000 });
  });
  const asked = province.next('/v1/session');
  const signing = desk.call('session.signIn', { login: 'bao', password: passwordOf('bao') });
  await asked;
  await desk.call('session.signOut', {});
  const askedAgain = province.next('/v1/session');
  const second = desk.call('session.signIn', { login: 'ngan', password: passwordOf('ngan') });
  await askedAgain;
  desk.clock.advance(5_000);
  expect(await second).toMatchObject({ user: { login: 'ngan' }, online: false });
  province.answers.set('/v1/session', () => Promise.reject(new TypeError('no line')));
  answer();
  await signing;
  await settle();
  expect((await desk.call('session.get', {})).user?.login).toBe('ngan');
  const users = await desk.try('admin.users', { office: null });
  expect(users).toMatchObject({ ok: false, error: { code: 'DN-05' } });
});
