import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICE, testProvince, type Seat, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { systemRandom } from '../random.ts';

/** Places no log ever gets to: a column of whole numbers does not take them. Told as bad input, never as a fault. */

let province: TestProvince;
let desk: TestDesk;
let administrator: Seat;
beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
  administrator = await province.seat('quan-tri', 'administrator', OFFICE);
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

test.each([
  ['/v1/admin/revoke', () => ({ device: desk.place.device, trusted: BEYOND, because: 'mất máy' })],
  [
    '/v1/admin/alarms/settle',
    () => ({ alarms: [{ eventId: id, log: id, seq: BEYOND, hash, reason: 'XV-01', at: 1 }], because: 'đã xem' }),
  ],
])('%s, by an administrator', async (target, body) => {
  const answer = await administrator.desk.ask('POST', target, body(), { 'x-session': administrator.token });
  expect(answer).toMatchObject({ status: 400, code: 'GN-02' });
  expect(answer.body).toContain(target.endsWith('revoke') ? 'trusted' : 'seq');
});

test('a range told with it', async () => {
  const range = { id, log: desk.place.log, office: OFFICE, prefix: 'H20.57', from: 1, to: BEYOND };
  const grants = [{ ...range, validFrom: '2026-11-01', validTo: '2026-11-30' }];
  expect(await desk.ask('POST', '/v1/heads', { places: [], grants })).toMatchObject({ status: 400, code: 'GN-02' });
});

test('the last one that can be is asked for like any other', async () => {
  const places = [{ log: desk.place.log, seq: BEYOND - 1, hash }];
  expect(await desk.ask('POST', '/v1/heads', { places, grants: [] })).toMatchObject({ status: 200 });
});
