import { Workbook } from '@cj-tech-master/excelts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';
import { takeFolder } from '../../store/folder.ts';
import { openStore } from '../../store/store.ts';

let folder: EnrolledFolder;
let desk: TestDesk;
const all = { year: 2026, from: null, to: null, field: null, timeliness: 'all' } as const;
const page = { ...all, offset: 0, limit: 60 };

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

/** As if the province had answered: its verdict gives the running number. */
async function numbered(...ids: readonly string[]): Promise<void> {
  await desk.desk.close();
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'test' });
  store.transact(() => {
    for (const [n, id] of ids.entries()) {
      const event = store.log?.ofAggregate(id)[0];
      if (event === undefined) throw new Error('no such dossier');
      const { log, seq, hash, id: eventId } = event.envelope;
      const book = { year: 2026, number: n + 1 };
      store.outbox.settle(
        { eventId, log, seq, hash, end: 'applied', reason: null, book, at: 1, signature: 'AAAA' },
        id,
      );
    }
  });
  store.close();
  taken.unlock();
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
}

test('lines stand by the province’s running number; those it has not numbered yet come last', async () => {
  const first = await receive();
  const second = await receive();
  const third = await receive();
  await numbered(third, first);
  const { rows, total, years, fields } = await desk.call('book.register', page);
  expect(rows.map((row) => [row.dossierId, row.number])).toEqual([
    [third, 1],
    [first, 2],
    [second, null],
  ]);
  expect({ total, years, fields }).toEqual({ total: 3, years: [2026], fields: ['Hộ tịch'] });
  expect((await desk.call('book.register', { ...page, offset: 1, limit: 1 })).rows).toMatchObject([{ number: 2 }]);
});

test('the register is of one year, one field, in time or not', async () => {
  await receive();
  expect((await desk.call('book.register', { ...page, year: 2025 })).total).toBe(0);
  expect((await desk.call('book.register', { ...page, field: 'Đất đai' })).total).toBe(0);
  expect((await desk.call('book.register', { ...page, timeliness: 'open' })).total).toBe(1);
  expect((await desk.call('book.register', { ...page, timeliness: 'late' })).total).toBe(0);
  // Due on Friday the 27th; nobody has finished it.
  desk.clock.setWall(desk.clock.now() + 7 * 86_400_000);
  expect((await desk.call('book.register', { ...page, timeliness: 'late' })).total).toBe(1);
});

test('as a workbook it has the legal columns, real dates, and says what is numbered later', async () => {
  const first = await receive();
  await receive({ resultWay: 'post', resultAddress: 'Ấp 1' });
  await numbered(first);
  const { name, bytes } = await desk.call('book.workbook', all);
  expect(name).toBe('so-theo-doi-ho-so-2026.xlsx');
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(bytes, 'base64url'));
  const sheet = book.worksheets[0];
  const row = (n: number) => Array.from({ length: 15 }, (_, at) => sheet?.getCell(n, at + 1).value);
  expect(sheet?.getCell(1, 1).value).toBe('SỔ THEO DÕI HỒ SƠ (Mẫu số 07), năm 2026');
  expect(row(5).slice(7, 14)).toEqual([
    'Nhận hồ sơ',
    'Chuyển hồ sơ đến cơ quan giải quyết',
    'Nhận kết quả từ cơ quan giải quyết',
    'Hẹn trả kết quả',
    'Trả kết quả',
    'Phương thức nhận kết quả',
    'Ký nhận',
  ]);
  expect(row(6)).toMatchObject([
    1,
    'H20.57-261123-0251',
    'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
    1,
    'Nguyễn Thị Hồng Nhung',
    'Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp\n0912 000 345',
    expect.any(String),
    new Date('2026-11-23T10:42:00Z'),
    null,
    null,
    new Date('2026-11-27T17:00:00Z'),
    null,
    'Trực tiếp',
    null,
    null,
  ]);
  expect(row(7)[0]).toBeNull();
  expect(row(7)[12]).toBe('Bưu chính');
  expect(row(7)[14]).toBe('Số thứ tự: cấp sau');
  expect(row(8)[1]).toBeNull();
});

test('as a PDF it is Mẫu 07 of the days asked for', async () => {
  const first = await receive();
  await numbered(first);
  const november = { ...all, from: '2026-11-01', to: '2026-11-30' };
  const { name, bytes } = await desk.call('book.pdf', november);
  expect(name).toBe('so-theo-doi-ho-so-2026-11-01-den-11-30.pdf');
  const text = Buffer.from(bytes, 'base64url').toString('utf8');
  expect(text).toContain('SỔ THEO DÕI HỒ SƠ');
  expect(text).toContain('H20.57-261123-0251');
  const october = await desk.call('book.pdf', { ...all, from: '2026-10-01', to: '2026-10-31' });
  expect(Buffer.from(october.bytes, 'base64url').toString('utf8')).not.toContain('H20.57-261123-0251');
});
