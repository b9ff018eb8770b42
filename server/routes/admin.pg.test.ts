import { z } from 'zod';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  adminCodeReplySchema,
  counterSchema,
  officeSchema,
  sessionReplySchema,
  userSchema,
} from '../../contract/sync.ts';
import { newSigningKey } from '../../contract/signing.ts';
import {
  CENTRE,
  OFFICE,
  OTHER,
  PASSWORD,
  postEnrol,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';

let province: TestProvince;
const desks = { local: null as TestDesk | null, provincial: null as TestDesk | null };
const tokens = { local: '', provincial: '' };
type Who = keyof typeof desks;

beforeAll(async () => {
  province = await testProvince();
  await province.addPerson('quan-tri', 'administrator', OFFICE);
  await province.addPerson('tinh', 'administrator', CENTRE);
  desks.local = await province.enrol(OFFICE);
  desks.provincial = await province.enrol(CENTRE);
  for (const [who, login] of [
    ['local', 'quan-tri'],
    ['provincial', 'tinh'],
  ] as const) {
    const made = await (who === 'local' ? desks.local : desks.provincial).ask('POST', '/v1/session', {
      login,
      password: PASSWORD,
    });
    tokens[who] = made.as(sessionReplySchema).token;
  }
});
afterAll(() => province.close());

let login = '';
let count = 0;
beforeEach(() => {
  count += 1;
  login = `nguoi-${count}`;
});

async function ask(who: Who, method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown) {
  const desk = desks[who];
  if (desk === null) throw new Error('no desk');
  return desk.ask(method, `/v1/admin/${path}`, body, { 'x-session': tokens[who] });
}

const publicUser = userSchema.omit({ password: true });
const user = (over: object = {}) => ({
  id: `u-${login}`,
  login,
  name: 'Trần Văn Thử',
  role: 'officer',
  office: OFFICE,
  unit: null,
  fields: ['Hộ tịch'],
  position: 'Công chức',
  disabled: false,
  password: PASSWORD,
  revision: null,
  ...over,
});
const office = (over: object = {}) => ({
  id: OFFICE,
  kind: 'commune-centre',
  name: 'Tên',
  shortName: 'Tên',
  authority: 'UBND',
  place: 'Sa Đéc',
  codePrefix: 'H20.57',
  parent: null,
  phone: '',
  address: '',
  disabled: false,
  revision: 1,
  ...over,
});

test('an account is created, changed, disabled, and given a new password; never is a hash answered', async () => {
  const made = (await ask('local', 'PUT', 'users', user())).as(publicUser);
  expect(made).toMatchObject({ login, revision: 1, fields: ['Hộ tịch'] });
  const changed = (await ask('local', 'PUT', 'users', user({ name: 'Tên khác', password: null, revision: 1 }))).as(
    publicUser,
  );
  expect([changed.name, changed.revision]).toEqual(['Tên khác', 2]);
  const off = (await ask('local', 'PUT', 'users', user({ disabled: true, password: 'mat-khau-2', revision: 2 }))).as(
    publicUser,
  );
  expect(off.disabled).toBe(true);
  const listed = await ask('local', 'GET', 'users');
  expect(listed.body).not.toMatch(/hash|salt|password/);
  expect(listed.as(z.array(publicUser)).map((row) => row.id)).toContain(`u-${login}`);
});

test('a new password unlocks the account', async () => {
  await ask('local', 'PUT', 'users', user());
  await province.db
    .updateTable('person')
    .set({ locked_until: 9e15, wrong_tries: 9 })
    .where('login', '=', login)
    .execute();
  await ask('local', 'PUT', 'users', user({ password: 'mat-khau-2', revision: 1 }));
  const made = await desks.local?.ask('POST', '/v1/session', { login, password: 'mat-khau-2' });
  expect(made?.status).toBe(200);
});

test('two administrators who change the same row: the second is told', async () => {
  await ask('local', 'PUT', 'users', user());
  const both = await Promise.all(
    [1, 2].map((n) => ask('local', 'PUT', 'users', user({ position: `${n}`, revision: 1 }))),
  );
  expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
  expect(both.find(({ status }) => status === 409)?.code).toBe('SV-04');
  expect((await ask('local', 'PUT', 'users', user())).code).toBe('SV-04');
  expect((await ask('local', 'PUT', 'users', user({ id: 'u-none', login: 'none', revision: 3 }))).code).toBe('SV-04');
});

test('a login is one person’s, whatever its case', async () => {
  await ask('local', 'PUT', 'users', user());
  const twin = await ask('local', 'PUT', 'users', user({ id: 'u-twin', login: login.toUpperCase() }));
  expect([twin.status, twin.code]).toEqual([409, 'SV-05']);
});

test('what is not of the form is refused', async () => {
  for (const over of [{ password: null }, { password: 'ngan' }, { role: 'king' }, { login: 'có dấu' }, { more: 1 }]) {
    expect((await ask('local', 'PUT', 'users', user(over))).code).toBe('GN-02');
  }
  expect((await ask('provincial', 'PUT', 'users', user({ office: 'khong-co' }))).code).toBe('GN-02');
  expect(
    (
      await ask('provincial', 'PUT', 'counters', {
        id: 'q',
        office: 'khong-co',
        name: 'Q',
        disabled: false,
        revision: null,
      })
    ).code,
  ).toBe('GN-02');
});

test('an office’s administrator reaches their own office only; the province’s reaches all', async () => {
  for (const [method, path, body] of [
    ['GET', `users?office=${OTHER}`, undefined],
    ['GET', `counters?office=${OTHER}`, undefined],
    ['PUT', 'users', user({ office: OTHER })],
    ['PUT', 'users', user({ role: 'provincialViewer' })],
    ['PUT', 'counters', { id: 'q-x', office: OTHER, name: 'Quầy', disabled: false, revision: null }],
    ['PUT', 'offices', office({ id: OTHER })],
    ['PUT', 'offices', office({ id: 'moi', revision: null })],
    ['PUT', 'offices', office({ codePrefix: 'H20.99' })],
    ['PUT', 'offices', office({ kind: 'provincial-centre' })],
    ['POST', 'codes', { office: OTHER, counter: `${OTHER}-q1` }],
  ] as const) {
    expect([path, (await ask('local', method, path, body)).code]).toEqual([path, 'DN-05']);
  }
  const moved = await ask('provincial', 'PUT', 'users', user({ office: OTHER }));
  expect(moved.as(publicUser).office).toBe(OTHER);
  expect((await ask('local', 'PUT', 'users', user({ office: OFFICE, revision: 1 }))).code).toBe('DN-05');
  const all = (await ask('provincial', 'GET', 'users')).as(z.array(publicUser));
  expect(new Set(all.map((row) => row.office))).toEqual(new Set([OFFICE, OTHER, CENTRE]));
});

test('offices and counters are made and changed', async () => {
  const own = (await ask('local', 'PUT', 'offices', office({ phone: '0277 123' }))).as(officeSchema);
  expect([own.phone, own.revision]).toEqual(['0277 123', 2]);
  expect((await ask('local', 'PUT', 'offices', office())).code).toBe('SV-04');
  const bank = { bin: '970436', account: '0071001234567', holder: 'UBND phường Sa Đéc', bankName: 'Vietcombank' };
  const paid = await ask('local', 'PUT', 'offices', office({ bank, revision: 2 }));
  expect(paid.as(officeSchema).bank).toEqual(bank);
  const none = await ask('local', 'PUT', 'offices', office({ bank: null, revision: 3 }));
  expect(none.as(officeSchema).bank).toBeNull();
  const wrong = { ...bank, bin: '12' };
  expect((await ask('local', 'PUT', 'offices', office({ bank: wrong, revision: 4 }))).code).toBe('GN-02');
  const made = (
    await ask('provincial', 'PUT', 'offices', office({ id: 'xa-moi', codePrefix: 'H20.77', revision: null }))
  ).as(officeSchema);
  expect(made.id).toBe('xa-moi');
  expect(
    (await ask('provincial', 'PUT', 'offices', office({ id: 'xa-hai', codePrefix: 'H20.77', revision: null }))).code,
  ).toBe('SV-05');
  const counter = { id: 'q-moi', office: OFFICE, name: 'Quầy 9', disabled: false, revision: null };
  expect((await ask('local', 'PUT', 'counters', counter)).as(counterSchema).revision).toBe(1);
  expect((await ask('local', 'PUT', 'counters', counter)).code).toBe('SV-04');
  expect(
    (await ask('local', 'PUT', 'counters', { ...counter, disabled: true, revision: 1 })).as(counterSchema).disabled,
  ).toBe(true);
  expect((await ask('local', 'GET', 'counters')).as(z.array(counterSchema)).map((row) => row.id)).toContain('q-moi');
});

test('what a place is: a counter where nothing is said, changed when it is said, kept when a desk of the release before changes the rest', async () => {
  const place = { id: 'q-phong', office: OFFICE, name: 'Quầy 8', disabled: false };
  const save = async (over: object) =>
    (await ask('local', 'PUT', 'counters', { ...place, ...over })).as(counterSchema).use;
  expect(await save({ revision: null })).toBe('counter');
  expect(await save({ revision: 1, name: 'Phòng Kinh tế', use: 'unit' })).toBe('unit');
  expect(await save({ revision: 2, name: 'Phòng Kinh tế, Hạ tầng' })).toBe('unit');
  expect(await save({ revision: 3, use: 'counter' })).toBe('counter');
  expect((await ask('local', 'PUT', 'counters', { ...place, revision: 4, use: 'shop' })).code).toBe('GN-02');
  // A machine of the waiting room is no counter, whatever is said.
  expect(await save({ id: 'q-lay-so', kind: 'kiosk', use: 'counter', revision: null })).toBe('other');
  expect(await save({ id: 'q-lay-so', kind: 'kiosk', use: 'counter', revision: 1 })).toBe('other');
});

test('an enrolment code made here enrols a desk; without a recovery key none is made', async () => {
  const { code } = (await ask('local', 'POST', 'codes', { office: OFFICE, counter: `${OFFICE}-q1` })).as(
    adminCodeReplySchema,
  );
  expect((await postEnrol(province.app, code, newSigningKey())).status).toBe(200);
  expect((await ask('local', 'POST', 'codes', { office: OFFICE, counter: `${OTHER}-q1` })).code).toBe('GN-02');
  await province.db.updateTable('office').set({ recovery_public_key: null }).where('id', '=', OTHER).execute();
  expect((await ask('provincial', 'POST', 'codes', { office: OTHER, counter: `${OTHER}-q1` })).code).toBe('SV-07');
});
