import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

let folder: EnrolledFolder;
let desk: TestDesk;

beforeEach(async () => {
  folder = await enrolledFolder();
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

const ID = '7b0c9a8e-1111-4222-8333-444455556666';
const birth = { procedureCode: '1.001193', channel: 'DIRECT' } as const;

async function firstCase(): Promise<string> {
  const { cases } = await desk.call('advice.sheet', { ...birth, caseId: null });
  const [first] = cases;
  if (first === undefined) throw new Error('the procedure has no case');
  return first.id;
}

test('the sheet waits for a case, then says papers, steps, time, fee and this office', async () => {
  const open = await desk.call('advice.sheet', { ...birth, caseId: null });
  expect(open).toMatchObject({ shortName: 'Đăng ký khai sinh', caseId: null, sheet: null });
  expect(open.cases.length).toBeGreaterThan(1);
  const { sheet } = await desk.call('advice.sheet', { ...birth, caseId: await firstCase() });
  expect(sheet).toMatchObject({ fee: 'không thu', website: 'dichvucong.gov.vn' });
  expect(sheet?.where).toContain('PVHCC phường Sa Đéc');
  expect(sheet?.hours).toContain('thứ Hai đến thứ Sáu');
  expect(sheet?.submit.length).toBeGreaterThan(0);
  const gone = await desk.try('advice.sheet', { ...birth, procedureCode: '9.999999', caseId: null });
  expect(gone).toMatchObject({ ok: false, error: { code: 'TN-04' } });
});

test('what was told is kept with who told it, with no line and no dossier; asked twice it is told once', async () => {
  const caseId = await firstCase();
  const told = { ...birth, caseId, way: 'screen', note: '' } as const;
  const first = await desk.call('advice.give', { ...told, id: ID, name: 'nguyễn  văn Bảy' });
  expect(await desk.call('advice.give', { ...told, id: ID, name: 'nguyễn  văn Bảy' })).toEqual(first);
  desk.clock.advance(60_000);
  await desk.call('advice.give', { ...told, id: ID.replace('7b', '8c'), name: '', note: 'hỏi cho cháu' });
  const { rows, total } = await desk.call('advice.list', { date: '2026-11-23' });
  expect(total).toBe(2);
  expect(rows.map(({ name, by, printed, note }) => ({ name, by, printed, note }))).toEqual([
    { name: '', by: 'Lê Thị Kim Ngân', printed: false, note: 'hỏi cho cháu' },
    { name: 'nguyễn văn Bảy', by: 'Lê Thị Kim Ngân', printed: false, note: '' },
  ]);
  expect((await desk.call('advice.list', { date: '2026-11-22' })).total).toBe(0);
});

test('the printed sheet is one slip of the ledger, the same when printed again', async () => {
  const caseId = await firstCase();
  const { adviceId } = await desk.call('advice.give', { ...birth, caseId, id: ID, name: '', way: 'paper', note: '' });
  const made = await desk.call('advice.print', { adviceId });
  expect(made.slip).toMatchObject({ form: 'guidance-sheet', dossierId: adviceId, issue: 1 });
  const values = made.preview.values as { texts: Record<string, string>; tables: Record<string, string[][]> };
  expect(values.texts).toMatchObject({
    procedure: 'Thủ tục đăng ký khai sinh',
    fee: 'không thu',
    officer: 'Lê Thị Kim Ngân',
    givenAt: '10 giờ 42 phút, ngày 23 tháng 11 năm 2026',
  });
  const { sheet } = await desk.call('advice.sheet', { ...birth, caseId });
  expect(values.tables['submit']?.map((row) => row[1])).toEqual(sheet?.submit.map(({ name }) => name));
  const again = await desk.call('advice.print', { adviceId });
  expect(again.slip.slipId).toBe(made.slip.slipId);
  expect((await desk.call('slip.list', { dossierId: adviceId })).map(({ prints }) => prints.length)).toEqual([2]);
  expect((await desk.call('advice.list', { date: '2026-11-23' })).rows[0]).toMatchObject({
    way: 'paper',
    printed: true,
  });
  expect(await desk.try('advice.print', { adviceId: ID })).toMatchObject({ ok: false, error: { code: 'HD-02' } });
});
