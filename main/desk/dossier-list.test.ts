import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveComplete } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';

let folder: EnrolledFolder;
let desk: TestDesk;
const DAY = 86_400_000;
const open = { which: 'open', group: null, field: null, unit: null, officer: null, limit: 60 } as const;

beforeEach(async () => {
  folder = await enrolledFolder({});
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

async function receive(over: Parameters<typeof receiveComplete>[1] = {}): Promise<string> {
  return (await receiveComplete(desk, over)).dossierId;
}

test('what will be late stands before what is late, what has time comes last', async () => {
  const late = await receive();
  desk.clock.setWall(desk.clock.now() + 2 * DAY);
  // Wednesday: three working days end on Monday the 30th.
  const soon = await receive();
  desk.clock.setWall(desk.clock.now() + 5 * DAY);
  const inTime = await receive();
  const { rows, total, groups } = await desk.call('dossier.list', open);
  expect(rows.map((row) => [row.id, row.group])).toEqual([
    [soon, 'soon'],
    [late, 'overdue'],
    [inTime, 'inTime'],
  ]);
  expect(total).toBe(3);
  expect(groups.map(({ value, count }) => [value, count])).toEqual([
    ['soon', 1],
    ['overdue', 1],
    ['inTime', 1],
  ]);
  expect((await desk.call('dossier.list', { ...open, group: 'overdue' })).rows.map((row) => row.id)).toEqual([late]);
  expect((await desk.call('dossier.list', { ...open, limit: 1 })).total).toBe(3);
});

test('filters leave each other their choices; what nobody works on is a choice of its own', async () => {
  const marital = await receive();
  const shop = await receive({ procedureCode: '1.001612', feeAmount: 100_000 });
  const all = await desk.call('dossier.list', open);
  expect(all.fields.map((field) => field.value)).toHaveLength(2);
  expect(all.officers).toEqual([{ value: '', label: '', count: 2 }]);
  const field = all.fields.find((each) => each.value === 'Hộ tịch')?.value ?? null;
  const one = await desk.call('dossier.list', { ...open, field });
  expect(one.rows.map((row) => row.id)).toEqual([marital]);
  // The filter itself can still be changed; the others follow it.
  expect(one.fields).toHaveLength(2);
  expect(one.units).toHaveLength(1);
  const unit = all.units.find((each) => each.value !== one.units[0]?.value)?.value ?? null;
  expect((await desk.call('dossier.list', { ...open, unit })).rows.map((row) => row.id)).toEqual([shop]);
  expect((await desk.call('dossier.list', { ...open, officer: 'hoa' })).total).toBe(0);
});

test('a state that is nobody’s work is a list too, the newest first', async () => {
  const copies = { procedureCode: '2.000815', feeAmount: 4000, quantity: 1 };
  const first = await receive(copies);
  desk.clock.setWall(desk.clock.now() + 60_000);
  const second = await receive(copies);
  expect((await desk.call('dossier.list', open)).total).toBe(0);
  const done = await desk.call('dossier.list', { ...open, which: 'done' });
  expect(done.rows.map((row) => row.id)).toEqual([second, first]);
});
