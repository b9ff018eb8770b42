import { afterAll, beforeAll, expect, test } from 'vitest';
import { sessionReplySchema } from '../../contract/sync.ts';
import { SESSION_LIVES_MS } from '../session.ts';
import {
  OFFICE,
  OTHER,
  PASSWORD,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';

let province: TestProvince;
let desk: TestDesk;
beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
  for (const login of ['an', 'binh', 'chi', 'dung', 'em']) await province.addPerson(login, 'administrator', OFFICE);
  await province.addPerson('xa', 'officer', OTHER);
});
afterAll(() => province.close());

const signIn = (login: string, password = PASSWORD, by = desk) => by.ask('POST', '/v1/session', { login, password });
const users = (token: string, by = desk) => by.ask('GET', '/v1/admin/users', undefined, { 'x-session': token });

test('a session lasts twelve hours, on the desk it was opened at', async () => {
  const session = (await signIn('an')).as(sessionReplySchema);
  expect(session.user.login).toBe('an');
  expect((await users(session.token)).status).toBe(200);
  const colleague = await province.enrol(OFFICE);
  expect((await users(session.token, colleague)).code).toBe('SV-03');
  expect((await users(`${session.token}A`)).code).toBe('SV-03');
  expect((await users(`${session.token.startsWith('A') ? 'B' : 'A'}${session.token.slice(1)}`)).code).toBe('SV-03');
  province.clock.at += SESSION_LIVES_MS;
  expect((await users(session.token)).code).toBe('SV-03');
});

test('five wrong tries lock for a growing time, also for the right password, and also when tried at once', async () => {
  const wrong = await Promise.all(Array.from({ length: 8 }, () => signIn('binh', 'sai-mat-khau')));
  const codes = wrong.map(({ code }) => code);
  expect(codes.filter((code) => code === 'DN-01')).toHaveLength(5);
  expect(codes.filter((code) => code === 'DN-02')).toHaveLength(3);
  const locked = await signIn('binh');
  expect([locked.status, locked.code, locked.headers['retry-after']]).toEqual([403, 'DN-02', '30']);
  province.clock.at += 30_000;
  expect((await signIn('binh', 'sai-mat-khau')).code).toBe('DN-01');
  province.clock.at += 59_999;
  expect((await signIn('binh')).code).toBe('DN-02');
  province.clock.at += 1;
  expect((await signIn('binh')).status).toBe(200);
  expect((await signIn('binh', 'sai-mat-khau')).body).toContain('Còn 4 lần');
});

test('an unknown name and a wrong password are answered alike', async () => {
  const unknown = await signIn('khong-co');
  const wrong = await signIn('chi', 'sai-mat-khau');
  expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
});

test('a person of another office and a disabled account do not get in', async () => {
  expect((await signIn('xa')).code).toBe('DN-06');
  const session = (await signIn('dung')).as(sessionReplySchema);
  await province.db.updateTable('person').set({ disabled: true }).where('login', '=', 'dung').execute();
  expect((await signIn('dung')).code).toBe('DN-06');
  expect((await users(session.token)).code).toBe('DN-06');
});

test('a password is changed with the old one, and sessions of the old one end', async () => {
  const { token, user } = (await signIn('em')).as(sessionReplySchema);
  const change = (old: string, password: string) =>
    desk.ask('POST', '/v1/session/password', { old, password }, { 'x-session': token });
  expect((await change('sai-mat-khau', 'mat-khau-moi')).code).toBe('DN-01');
  expect((await change(PASSWORD, 'ngan')).code).toBe('GN-02');
  const done = await change(PASSWORD, 'mật khẩu mới');
  expect([done.status, done.body]).toEqual([200, '{}']);
  expect((await users(token)).code).toBe('SV-03');
  expect((await signIn('em')).code).toBe('DN-01');
  // The same password, written with combining marks.
  const again = (await signIn('em', 'mật khẩu mới'.normalize('NFD'))).as(sessionReplySchema);
  expect(again.user.revision).toBe(user.revision + 1);
});
