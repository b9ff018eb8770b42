import { afterAll, beforeAll, expect, test } from 'vitest';
import { completeReceipt } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';

let folder: EnrolledFolder;
let desk: TestDesk;

beforeAll(async () => {
  folder = await enrolledFolder();
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
});
afterAll(async () => {
  await desk.desk.close();
  folder.remove();
});

test('a dossier tells who did what, newest first, with the paper that came of it, and its slips can be drawn again as they were made', async () => {
  const draft = await desk.call('draft.create', { from: null });
  const content = await completeReceipt(desk, { visit: draft.content.visit });
  const { revision } = await desk.call('draft.save', { id: draft.id, revision: draft.revision, content });
  const { dossierId } = await desk.call('receipt.receive', { draftId: draft.id, revision, content });
  const first = await desk.call('slip.print', { dossierId, form: '01', about: null });
  const again = await desk.call('slip.reprint', { slipId: first.slip.slipId, reason: 'người dân làm mất phiếu' });

  const page = await desk.call('dossier.get', { id: dossierId });
  expect(
    page.story.map((line) => [line.what.vi, line.detail?.vi ?? null, line.who.vi, line.paper?.vi ?? null]),
  ).toEqual([
    ['In lại phiếu hẹn, bản 2', 'Lý do: người dân làm mất phiếu', 'Lê Thị Kim Ngân', 'Mẫu 01'],
    ['Tiếp nhận, 3 ngày làm việc, hẹn thứ Sáu 27/11', null, 'Lê Thị Kim Ngân, Quầy 3', 'Mẫu 01'],
  ]);
  expect(page.row.daysLeft).toBe(3);
  expect(await desk.call('slip.preview', { slipId: first.slip.slipId })).toEqual(first.preview);
  expect(await desk.call('slip.preview', { slipId: again.slip.slipId })).toEqual(again.preview);
  expect(again.preview.values).not.toEqual(first.preview.values);
});

test('a slip that is not in the ledger is named as such', async () => {
  const reply = await desk.try('slip.preview', { slipId: '019ab000-0000-7000-8000-00000000ffff' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'IN-04' } });
});
