import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICE, testProvince, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { systemRandom } from '../random.ts';

/** Places no log ever gets to: a column of whole numbers does not take them. Told as bad input, never as a fault. */

let province: TestProvince;
let desk: TestDesk;
beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
});
afterAll(() => province.close());

const BEYOND = 2 ** 31;
const hash = 'ab'.repeat(32);
const id = systemRandom.id();
const left = { log: id, seq: 1, hash, because: 'restored' };

test.each([
  ['/v1/heads', { places: [{ log: id, seq: BEYOND, hash }], grants: [] }],
  ['/v1/log', { log: id, left: [{ ...left, seq: BEYOND }], moved: [] }],
  ['/v1/log', { log: id, left: [left], moved: [{ at: BEYOND - 2, from: id, seq: 1, ids: [id] }] }],
  ['/v1/log', { log: id, left: [left], moved: [{ at: 1, from: id, seq: BEYOND, ids: [id] }] }],
])('%s', async (target, body) => {
  expect(await desk.ask('POST', target, body)).toMatchObject({ status: 400, code: 'GN-02' });
});

test('the last one that can be is asked for like any other', async () => {
  const places = [{ log: desk.place.log, seq: BEYOND - 1, hash }];
  expect(await desk.ask('POST', '/v1/heads', { places, grants: [] })).toMatchObject({ status: 200 });
});
