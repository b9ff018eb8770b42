import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolReplySchema } from '../../contract/sync.ts';
import { newSigningKey, signText } from '../../contract/signing.ts';
import { CODE_LIVES_MS, codeHash, newCode } from '../enrolment-code.ts';
import { systemRandom } from '../random.ts';
import { storeCode } from '../store/enrolment.ts';
import { usualLimits } from '../ports.ts';
import { answerOf, OFFICE, postEnrol, testProvince, type TestProvince } from '../../tests/harness/test-server.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

async function code(): Promise<string> {
  const made = newCode(systemRandom);
  const now = province.clock.now();
  const row = { codeHash: codeHash(made), office: OFFICE, counter: `${OFFICE}-q2` };
  await storeCode(province.db, { ...row, expiresAt: now + CODE_LIVES_MS }, now);
  return made;
}

test('a code gives a device its office, counter and log, once', async () => {
  const made = await code();
  const place = (await postEnrol(province.app, made, newSigningKey())).as(enrolReplySchema);
  expect([place.office, place.counter, place.serverPublicKey]).toEqual([
    OFFICE,
    `${OFFICE}-q2`,
    province.key.publicKey,
  ]);
  const again = await postEnrol(province.app, made, newSigningKey());
  expect([again.status, again.code]).toEqual([403, 'DK-01']);
});

test('the device that used a code may ask again and gets the same answer, at the same time too', async () => {
  const made = await code();
  const key = newSigningKey();
  const answers = await Promise.all([1, 2, 3].map(() => postEnrol(province.app, made, key)));
  const [first, ...others] = answers.map((answer) => answer.as(enrolReplySchema));
  for (const other of others) expect(other).toEqual(first);
});

test('case, hyphens and blanks of a code do not matter, nor do letters that look alike', async () => {
  const made = await code();
  const typed = made.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect((await postEnrol(province.app, typed, newSigningKey())).status).toBe(200);
});

test('a code is over after 24 hours', async () => {
  const made = await code();
  province.clock.at += CODE_LIVES_MS;
  const late = await postEnrol(province.app, made, newSigningKey());
  expect([late.status, late.code]).toEqual([403, 'DK-01']);
});

test('an unknown code, a key without its proof and a key enrolled before are refused', async () => {
  expect((await postEnrol(province.app, 'AAAA-BBBB-CCCC-DDDD', newSigningKey())).code).toBe('DK-01');
  const made = await code();
  const key = newSigningKey();
  const proof = signText(newSigningKey(), `enrol\n${made}\n${key.publicKey}`);
  expect((await postEnrol(province.app, made, key, { proof })).code).toBe('DT-03');
  expect((await postEnrol(province.app, made, key, { devicePublicKey: 'AAAA' })).code).toBe('GN-02');
  expect((await postEnrol(province.app, made, key, { deviceName: 'x\u0000' })).code).toBe('GN-02');
  expect((await postEnrol(province.app, made, key)).status).toBe(200);
  expect((await postEnrol(province.app, await code(), key)).code).toBe('DK-01');
});

test('a demonstration desk and a real server refuse each other, both ways', async () => {
  const answer = await postEnrol(province.app, await code(), newSigningKey(), { demo: true });
  expect([answer.status, answer.code]).toEqual([409, 'DK-02']);
  const demo = province.another({ demo: { banner: 'BẢN THỬ', users: [] } });
  expect((await postEnrol(demo, await code(), newSigningKey())).code).toBe('DK-02');
});

test('a counter or office that was disabled takes no more desks', async () => {
  const made = await code();
  await province.db.updateTable('counter').set({ disabled: true }).where('id', '=', `${OFFICE}-q2`).execute();
  expect((await postEnrol(province.app, made, newSigningKey())).code).toBe('DK-01');
  await province.db.updateTable('counter').set({ disabled: false }).where('id', '=', `${OFFICE}-q2`).execute();
});

test('guessing codes is slowed down', async () => {
  const strict = province.another({ limits: { ...usualLimits, guesses: 2 } });
  const tries = [];
  for (let i = 0; i < 3; i++) tries.push((await postEnrol(strict, 'AAAA-BBBB-CCCC-DDDD', newSigningKey())).status);
  expect(tries).toEqual([403, 403, 429]);
});

test('the code itself is nowhere in the database', async () => {
  const made = await code();
  const rows = await province.db.selectFrom('enrolment_code').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(made);
  expect(JSON.stringify(rows)).toContain(codeHash(made));
});

test('rubbish instead of an enrolment is refused', async () => {
  for (const payload of ['', 'null', '{"code":1}', '{"code":"AAAABBBB"}']) {
    const headers = { 'content-type': 'application/json' };
    const answer = answerOf(await province.app.inject({ method: 'POST', url: '/v1/enrol', payload, headers }));
    expect([answer.status, answer.code]).toEqual([400, 'GN-02']);
  }
});
