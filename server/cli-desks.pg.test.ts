import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskReportText, RELEASE } from '../contract/desk-report.ts';
import { OFFICE, OTHER, testProvince, type TestDesk, type TestProvince } from '../tests/harness/test-server.ts';
import { listDesks } from './cli-desks.ts';
import { systemRandom } from './random.ts';
import { revokeDevice } from './store/devices.ts';
import { changeProvince } from './store/province.ts';
import { inTransaction } from './store/transaction.ts';

let province: TestProvince;
beforeAll(async () => {
  province = await testProvince();
});
afterAll(() => province.close());

test('the list shows who must be looked at first, from what the desks said with their pulls', async () => {
  const says = (desk: TestDesk, over: object) => {
    const report = { release: RELEASE, unsent: 0, waiting: 0, clock: 0, ...over };
    return desk.ask('GET', '/v1/pull', undefined, { 'x-desk': deskReportText(report) });
  };
  const [well, late, full, silent, gone] = [
    await province.enrol(OFFICE),
    await province.enrol(OFFICE, `${OFFICE}-q2`),
    await province.enrol(OTHER),
    await province.enrol(OTHER, `${OTHER}-q2`),
    await province.enrol(OFFICE),
  ];
  await says(well, {});
  await says(late, { clock: 600_000 });
  await says(full, { unsent: 40, waiting: 7200 });
  await inTransaction(province.db, (tx) => revokeDevice(tx, gone.place.device, null, province.clock.now()));
  const { text } = await listDesks(province.db, null, province.clock.now());
  const lines = text.split('\n');
  expect(lines.map((line) => line.split('\t')[6])).toEqual([full, silent, late, well].map(({ place }) => place.device));
  expect(lines[0]).toContain('còn 40 việc chưa gửi, lâu nhất 2');
  expect(lines[1]).toContain('chưa liên lạc lần nào');
  expect(lines[2]).toContain('đồng hồ chậm 10 phút');
  // Four days later nobody was heard, and what waited on the second day still does.
  const later = await listDesks(province.db, OFFICE, province.clock.now() + 4 * 86_400_000);
  expect(later.text.split('\n')).toHaveLength(2);
  expect(later.text).toContain('không liên lạc 4 ngày');
});

test('after a restore of the province the list names each machine that is still waited for, and what waits', async () => {
  const [told, silent, shown] = [
    await province.enrol(OTHER),
    await province.enrol(OTHER),
    await province.enrol(OTHER),
  ] as const;
  await province.db.updateTable('device').set({ kind: 'display' }).where('id', '=', shown.place.device).execute();
  province.clock.at += 1;
  await changeProvince(province.db, { epoch: systemRandom.id(), restored_at: province.clock.now() });
  province.clock.at += 1;
  const since = await province.enrol(OTHER);
  const troublesOf = async ({ place }: TestDesk) => {
    const { facts } = await listDesks(province.db, OTHER, province.clock.now());
    return facts.find(({ device }) => device === place.device)?.troubles.map(({ vi }) => vi.split(':')[0]);
  };
  const [UNTOLD, NEVER] = ['chưa đối chiếu sau khi tỉnh phục hồi dữ liệu', 'chưa liên lạc lần nào'];
  expect(await troublesOf(told)).toEqual([UNTOLD, NEVER]);
  await told.ask('POST', '/v1/heads', { places: [], grants: [] });
  expect(await troublesOf(told)).toEqual([NEVER]);
  expect(await troublesOf(silent)).toEqual([UNTOLD, NEVER]);
  expect(await troublesOf(shown)).toEqual([NEVER, UNTOLD]);
  expect(await troublesOf(since)).toEqual([NEVER]);
  // The display holds up no numbers, and one that is revoked nothing at all.
  const holdingUp = async () => {
    const { text } = await listDesks(province.db, OTHER, province.clock.now());
    const lines = text.split('\n').filter((line) => line.includes('cơ quan chưa được cấp dãy số mới'));
    return lines.map((line) => line.split('\t')[6]);
  };
  expect(await holdingUp()).toContain(silent.place.device);
  expect(await holdingUp()).not.toContain(shown.place.device);
  await inTransaction(province.db, (tx) => revokeDevice(tx, silent.place.device, null, province.clock.now()));
  expect(await holdingUp()).not.toContain(silent.place.device);
});
