import { afterAll, beforeAll, expect, test } from 'vitest';
import { hallChangeSchema, type HallChange } from '../../contract/hall-rules.ts';
import { referenceReplySchema } from '../../contract/sync.ts';
import { OFFICE, OTHER, testProvince, type Seat, type TestProvince } from '../../tests/harness/test-server.ts';

/** An office's own limits of the hall: who may set them, from when, and who is told. */

let province: TestProvince;
/** Today by the test province's clock. */
const TODAY = '2026-11-24';
const TOMORROW = '2026-11-25';
const desks = new Map<string, Seat>();

beforeAll(async () => {
  province = await testProvince();
  for (const [who, role, office] of [
    ['supervisor', 'supervisor', OFFICE],
    ['admin', 'administrator', OFFICE],
    ['other', 'supervisor', OTHER],
  ] as const) {
    desks.set(who, await province.seat(who, role, office));
  }
});
afterAll(() => province.close());

const change = (who: string, over: object = {}) => {
  const { desk, token } = desks.get(who) ?? { desk: undefined, token: '' };
  if (desk === undefined) throw new Error(who);
  const asked = { office: OFFICE, basedOn: 0, from: TOMORROW, settings: { limitMinutes: 20 }, reason: 'Cam kết' };
  return desk.ask('POST', '/v1/hall-rules', { ...asked, ...over }, { 'x-session': token });
};
const handedOut = async (who: string): Promise<HallChange[]> => {
  const answer = await desks.get(who)?.desk.ask('GET', '/v1/reference');
  return (answer?.as(referenceReplySchema).reference.hallChanges ?? []).map((each) => hallChangeSchema.parse(each));
};

test('a day that has begun keeps its rules: neither the past nor today can be changed', async () => {
  for (const from of ['2026-11-23', TODAY]) {
    expect(await change('supervisor', { from })).toMatchObject({ status: 400, code: 'GN-02' });
  }
  expect(await handedOut('supervisor')).toEqual([]);
});

test('a supervisor sets them from a later day on; the office’s desks alone are told, with who and why', async () => {
  const made = (await change('supervisor')).as(hallChangeSchema);
  expect(made).toMatchObject({ number: 1, from: TOMORROW, settings: { limitMinutes: 20 }, reason: 'Cam kết' });
  expect(await handedOut('admin')).toEqual([made]);
  expect(await handedOut('other')).toEqual([]);
});

test('whoever has not seen the newest change is told, and of two at once one is made', async () => {
  expect(await change('admin')).toMatchObject({ status: 409, code: 'SV-04' });
  const both = await Promise.all([change('admin', { basedOn: 1 }), change('supervisor', { basedOn: 1 })]);
  expect(both.map(({ status, code }) => `${status} ${code}`).toSorted()).toEqual(['200 null', '409 SV-04']);
  expect((await handedOut('supervisor')).map(({ number }) => number)).toEqual([1, 2]);
});

test('no reason, a value out of bounds, an unknown word, another office: refused, and nothing is kept', async () => {
  const before = await handedOut('supervisor');
  for (const over of [
    { reason: ' ' },
    { settings: { limitMinutes: 0 } },
    { settings: { calls: 2.5 } },
    { settings: { speed: 1 } },
  ]) {
    expect(await change('supervisor', { basedOn: 2, ...over })).toMatchObject({ status: 400, code: 'GN-02' });
  }
  expect(await change('other')).toMatchObject({ status: 403, code: 'DN-05' });
  expect(await handedOut('supervisor')).toEqual(before);
});
