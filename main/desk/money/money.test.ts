import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

let folder: EnrolledFolder;
let desk: TestDesk;
const TODAY = '2026-11-23';
const paymentId = (n: number): string => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`;

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
const pay = (dossierId: string, n: number, amount: number, how: 'cash' | 'transfer' = 'cash') => ({
  dossierId,
  paymentId: paymentId(n),
  amount,
  how,
  receiptNumber: '0012346',
  reference: '',
});
async function codeOf(call: Promise<{ ok: boolean; error?: { code: string } }>): Promise<string | null> {
  return (await call).error?.code ?? null;
}

test('a fee not taken at receipt is owed until it is paid, and never taken twice', async () => {
  const id = await receive({ feeAmount: 15_000 });
  expect(await desk.call('fee.get', { dossierId: id })).toMatchObject({ amount: 15_000, owed: 15_000, payments: [] });
  expect(await desk.call('cash.list', { date: TODAY, counter: 'Quầy 3' })).toMatchObject({
    owed: [{ dossierId: id, amount: 15_000 }],
  });
  expect(await codeOf(desk.try('fee.pay', pay(id, 1, 20_000)))).toBe('PT-01');
  const paid = await desk.call('fee.pay', pay(id, 1, 15_000));
  expect(paid).toMatchObject({
    owed: 0,
    payments: [{ amount: 15_000, officer: 'Lê Thị Kim Ngân', counter: 'Quầy 3' }],
  });
  // A lost answer asked for again.
  expect(await desk.call('fee.pay', pay(id, 1, 15_000))).toEqual(paid);
  expect(await codeOf(desk.try('fee.pay', pay(id, 2, 1)))).toBe('PT-01');
});

test('what is given back has a reason and is never more than was taken', async () => {
  const id = await receive({ feeAmount: 15_000, feePaid: 'cash', feeReceipt: '0012345' });
  const back = { dossierId: id, paymentId: paymentId(3), amount: 20_000, how: 'cash', reason: 'thu thừa' } as const;
  expect(await codeOf(desk.try('fee.refund', back))).toBe('PT-02');
  expect(await codeOf(desk.try('fee.refund', { ...back, amount: 1000, reason: ' ' }))).toBe('GN-02');
  expect(await desk.call('fee.refund', { ...back, amount: 5000 })).toMatchObject({ owed: 5000 });
  const list = await desk.call('cash.list', { date: TODAY, counter: 'Quầy 3' });
  expect(list).toMatchObject({ cash: 10_000, givenBack: { cash: 5000 }, taken: { cash: 15_000 } });
  expect(list.rows.map((row) => [row.amount, row.note])).toEqual([
    [15_000, ''],
    [-5000, 'thu thừa'],
  ]);
});

test('the cash list is of one counter and one day; each way of paying is a sum of its own', async () => {
  const first = await receive({ feeAmount: 15_000, feePaid: 'cash', feeReceipt: '0012345' });
  await receive({ feeAmount: 150_000, feePaid: 'transfer' });
  desk.clock.setWall(desk.clock.now() + 86_400_000);
  await desk.call('fee.refund', {
    dossierId: first,
    paymentId: paymentId(1),
    amount: 15_000,
    how: 'cash',
    reason: 'hủy',
  });
  expect(await desk.call('cash.list', { date: TODAY, counter: 'Quầy 3' })).toMatchObject({
    taken: { cash: 15_000, transfer: 150_000, online: 0 },
    total: 165_000,
    withoutReceipt: 1,
    counters: ['Quầy 3'],
  });
  expect(await desk.call('cash.list', { date: '2026-11-24', counter: null })).toMatchObject({ cash: -15_000 });
  expect((await desk.call('cash.list', { date: TODAY, counter: 'Quầy 4' })).rows).toEqual([]);
});

test('a drawer that differs needs its reason; a count of tomorrow is none', async () => {
  await receive({ feeAmount: 15_000, feePaid: 'cash', feeReceipt: '0012345' });
  const count = { date: TODAY, opening: 100_000, pieces: [{ value: 10_000, count: 11 }], note: '' };
  const refused = await desk.try('cash.count', count);
  expect(refused.ok ? null : refused.error).toMatchObject({ code: 'PT-03', params: { difference: '−5.000 đ' } });
  const noted = await desk.call('cash.count', { ...count, note: 'thối nhầm' });
  expect(noted.count).toMatchObject({ counted: 110_000, expected: 15_000, difference: -5000, note: 'thối nhầm' });
  expect(await codeOf(desk.try('cash.count', { ...count, date: '2026-11-24' }))).toBe('PT-06');
});

test('the day’s page names what is unsent, not handed over, not printed, and accounts for every number', async () => {
  const id = await receive({ feeAmount: 0 });
  const page = await desk.call('day.get', { date: TODAY });
  expect(page).toMatchObject({
    counter: 'Quầy 3',
    received: 1,
    unsent: { events: 1, dossiers: [{ dossierId: id }] },
    notHandedOver: [{ dossierId: id, by: '2026-11-23T17:00:00' }],
    notPrinted: [{ dossierId: id, why: 'never' }],
    closed: null,
  });
  expect(page.numbers).toMatchObject({
    runs: [
      { from: 251, to: 251, fate: 'used' },
      { from: 252, to: 500, fate: 'unused' },
    ],
    used: [{ number: 251, dossierId: id, code: 'H20.57-261123-0251' }],
    outside: [],
    temporary: [],
  });
  await desk.call('slip.print', { dossierId: id, form: '01', about: null });
  expect((await desk.call('day.get', { date: TODAY })).notPrinted).toEqual([]);
});

test('a temporary number is told with its dossier', async () => {
  await desk.desk.close();
  folder.remove();
  folder = await enrolledFolder({ numbers: { from: 9, to: 9 } });
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
  await receive();
  const id = await receive();
  const { numbers } = await desk.call('day.get', { date: TODAY });
  expect(numbers.runs).toEqual([{ from: 9, to: 9, fate: 'used' }]);
  expect(numbers.temporary).toMatchObject([{ number: 1, dossierId: id }]);
});

test('a closed day is opened again only with a reason, and says when it no longer tells the whole day', async () => {
  await receive();
  expect(await codeOf(desk.try('day.reopen', { date: TODAY, reason: 'chưa chốt' }))).toBe('PT-05');
  const closed = await desk.call('day.close', { date: TODAY, note: 'đủ' });
  expect(closed).toMatchObject({ closed: { by: 'Lê Thị Kim Ngân', note: 'đủ' }, changedSince: false });
  expect(await codeOf(desk.try('day.close', { date: TODAY, note: '' }))).toBe('PT-04');
  expect(await codeOf(desk.try('cash.count', { date: TODAY, opening: 0, pieces: [], note: '' }))).toBe('PT-04');
  expect(await codeOf(desk.try('day.close', { date: '2026-11-24', note: '' }))).toBe('PT-06');
  // Nobody is sent away because the day was closed early.
  desk.clock.setWall(desk.clock.now() + 60_000);
  await receive();
  expect((await desk.call('day.get', { date: TODAY })).changedSince).toBe(true);
  expect(await codeOf(desk.try('day.reopen', { date: TODAY, reason: '' }))).toBe('GN-02');
  const open = await desk.call('day.reopen', { date: TODAY, reason: 'thêm một hồ sơ' });
  expect(open).toMatchObject({ closed: null, reopenings: [{ note: 'thêm một hồ sơ' }] });
  const again = await desk.call('day.close', { date: TODAY, note: '' });
  expect(again).toMatchObject({ received: 2, changedSince: false });
  expect(again.closings).toHaveLength(2);
});

test('the day survives a restart: it is in the log', async () => {
  await receive({ feeAmount: 15_000, feePaid: 'cash', feeReceipt: '1' });
  await desk.call('cash.count', { date: TODAY, opening: 0, pieces: [{ value: 5000, count: 3 }], note: '' });
  const before = await desk.call('day.close', { date: TODAY, note: '' });
  await desk.desk.close();
  desk = await openTestDesk(folder.path);
  await desk.signIn('tam');
  expect(await desk.call('day.get', { date: TODAY })).toEqual(before);
});

test('a closed day has its page, one slip a closing; what it says is what was shown', async () => {
  const id = await receive({ feeAmount: 15_000, feePaid: 'cash', feeReceipt: '0012345' });
  await desk.call('cash.count', {
    date: TODAY,
    opening: 100_000,
    pieces: [{ value: 10_000, count: 11 }],
    note: 'thối nhầm',
  });
  expect(await codeOf(desk.try('day.print', { date: TODAY }))).toBe('PT-05');
  const { subjectId } = await desk.call('day.close', { date: TODAY, note: 'đã đếm lại' });
  const first = await desk.call('day.print', { date: TODAY });
  expect(first.preview.values).toMatchObject({
    form: 'day-close',
    texts: {
      counter: 'Quầy 3',
      received: '01',
      notHandedOverCount: '01',
      expected: '15.000 đồng',
      counted: '110.000 đồng',
      difference: 'thiếu 5.000 đồng',
      officer: 'Lê Thị Kim Ngân',
      note: 'đã đếm lại.',
      total: '15.000',
    },
    tables: {
      numbers: [
        ['H20.57-261123', '0251', '0251', '01', 'Đã dùng'],
        ['H20.57-261123', '0252', '0500', '249', 'Chưa dùng đến'],
      ],
      takings: [['Quầy 3', 'Lê Thị Kim Ngân', '01', '15.000', '0', '0', '15.000']],
    },
  });
  expect((await desk.call('day.print', { date: TODAY })).slip.slipId).toBe(first.slip.slipId);
  await desk.call('day.reopen', { date: TODAY, reason: 'hủy một hồ sơ' });
  await desk.call('day.close', { date: TODAY, note: '' });
  const second = await desk.call('day.print', { date: TODAY });
  const slips = await desk.call('slip.list', { dossierId: subjectId });
  expect(slips.map((slip) => [slip.slipId, slip.voidedBy])).toEqual([
    [first.slip.slipId, second.slip.slipId],
    [second.slip.slipId, null],
  ]);
  expect(id).not.toBe(subjectId);
});

test('a cash list asked for again is the same slip until money has changed hands', async () => {
  const id = await receive({ feeAmount: 15_000 });
  const asked = { date: TODAY, counter: 'Quầy 3' };
  const empty = await desk.call('cash.print', asked);
  expect((await desk.call('cash.print', asked)).slip.slipId).toBe(empty.slip.slipId);
  await desk.call('fee.pay', pay(id, 1, 15_000, 'transfer'));
  const paid = await desk.call('cash.print', asked);
  expect(paid.slip.slipId).not.toBe(empty.slip.slipId);
  expect(paid.preview.values).toMatchObject({
    texts: { transfer: '15.000 đồng', totalWords: 'Mười lăm nghìn đồng', counted: 'chưa kiểm đếm' },
  });
  expect((await desk.call('cash.print', { date: TODAY, counter: null })).preview.values).toMatchObject({
    texts: { counter: 'tất cả các quầy' },
  });
});
