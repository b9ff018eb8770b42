import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeReceipt } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { fakeProvince, settle, type FakeProvince } from '../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';
import type { Store } from '../store/store.ts';

/** How long a desk waits before it asks again for what has failed. */

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;
let store: Store;

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch }, (opened) => {
    ({ store } = opened.context);
  });
  await desk.signIn('ngan');
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

async function receive(): Promise<void> {
  const content = await completeReceipt(desk);
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('receipt.receive', { draftId: draft.id, revision: 0, content });
}

/** @returns when it was pushed in these minutes, ms of the desk's steady clock; `each` is done every minute */
async function pushesIn(minutes: number, each: () => Promise<void>): Promise<number[]> {
  const pushes: number[] = [];
  const answer = province.answers.get('/v1/push');
  province.answers.set('/v1/push', (init, url) => {
    pushes.push(desk.clock.monotonic());
    return answer?.(init, url) ?? new Response('', { status: 500 });
  });
  for (let minute = 0; minute < minutes; minute++) {
    await each();
    for (let gone = 0; gone < 60; gone++) {
      desk.clock.advance(1_000);
      await settle();
    }
  }
  return pushes;
}

test.each([500, 400])(
  'a push that fails each time with %d is tried up to half a minute apart, not each second',
  async (status) => {
    await receive();
    province.answers.set('/v1/push', () => Response.json({ code: 'GN-02', vi: '', en: '' }, { status }));
    const pulled = province.asked.length;
    const pushes = await pushesIn(6, () => Promise.resolve());
    const gaps = pushes.slice(1).map((at, nth) => at - (pushes[nth] ?? 0));
    expect(Math.max(...gaps)).toBeGreaterThan(10_000);
    expect(Math.max(...gaps)).toBeLessThan(60_000);
    expect(pushes.length).toBeLessThan(90);
    // And the feed comes in beside it.
    expect(province.asked.slice(pulled).filter((path) => path === '/v1/pull').length).toBeGreaterThan(6);
  },
);

test('new work wakes the desk, and does not have a log tried that the server stumbles over', async () => {
  await receive();
  const pushes = await pushesIn(4, async () => {
    for (let n = 0; n < 5; n++) await receive();
  });
  expect(pushes.length).toBeLessThan(70);
});

test('the last contact is when the province last answered, not when a round began', async () => {
  await province.round(desk);
  const before = store.meta.get('lastContact');
  province.answers.set('/v1/pull', () => Promise.reject(new TypeError('cut')));
  await province.round(desk);
  expect(province.asked.filter((path) => path === '/v1/time')).toHaveLength(1);
  expect(store.meta.get('lastContact')).toBe(before);
});
