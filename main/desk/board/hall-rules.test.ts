import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolledFolder, MONDAY_10_42, OFFICE, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { fakeProvince, type FakeProvince } from '../../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

/** An office's own limits of the hall, as its desks hold them: from their day on, with or without a line. */

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;

const DAY_MS = 86_400_000;
const change = (number: number, from: string, limitMinutes: number) => ({
  number,
  from,
  settings: { limitMinutes },
  reason: 'Cam kết của phường',
  by: 'Nguyễn Văn Phước',
  at: MONDAY_10_42,
});

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('phuoc');
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

async function handOut(...hallChanges: ReturnType<typeof change>[]): Promise<void> {
  province.reference = { ...province.reference, hallChanges };
  await province.round(desk, '/v1/reference');
}
async function nextDay(): Promise<void> {
  province.answers.set('/v1/time', () => Response.json({ now: MONDAY_10_42 + DAY_MS }));
  desk.clock.sleep(DAY_MS);
  await desk.signIn('phuoc');
}

test('a change for tomorrow changes nothing today; from its day on board, history and rules hold it', async () => {
  const tomorrow = change(1, '2026-11-24', 20);
  await handOut(tomorrow);
  expect((await desk.call('board.office', {})).limit).toBe(1800);
  expect(await desk.call('board.hallRules', {})).toMatchObject({
    today: '2026-11-23',
    inForce: { limitMinutes: 30, calls: 3 },
    province: { limitMinutes: 30 },
    held: null,
    ahead: [tomorrow],
    newest: 1,
  });
  await nextDay();
  expect((await desk.call('board.office', {})).limit).toBe(1200);
  expect(await desk.call('board.hallRules', {})).toMatchObject({
    inForce: { limitMinutes: 20, calls: 3 },
    province: { limitMinutes: 30 },
    held: tomorrow,
    ahead: [],
  });
  // The day before keeps the limit its people were served under.
  expect((await desk.call('board.history', { from: '2026-11-23', to: '2026-11-23' })).limits).toEqual([1800]);
});

test('what a province no longer hands out still holds for the days it held; an unreadable one is left out', async () => {
  await handOut(change(1, '2026-11-20', 25));
  await handOut();
  province.reference = { ...province.reference, hallChanges: [{ number: 'x' }] };
  await province.round(desk, '/v1/reference');
  expect((await desk.call('board.office', {})).limit).toBe(1500);
});

test('what is asked goes to the province for this office; it is back with the reference data', async () => {
  const made = change(1, '2026-12-01', 20);
  const bodies: unknown[] = [];
  province.answers.set('/v1/hall-rules', (init) => {
    bodies.push(
      JSON.parse(typeof init.body === 'string' ? init.body : Buffer.from(init.body as Uint8Array).toString()),
    );
    province.reference = { ...province.reference, hallChanges: [made] };
    return Response.json(made);
  });
  const asked = { basedOn: 0, from: made.from, settings: made.settings, reason: made.reason };
  expect(await desk.call('board.changeHallRules', asked)).toEqual(made);
  expect(bodies).toEqual([{ office: OFFICE, ...asked }]);
  await province.round(desk, '/v1/reference');
  expect(await desk.call('board.hallRules', {})).toMatchObject({ changes: [made], inForce: { limitMinutes: 30 } });
});
