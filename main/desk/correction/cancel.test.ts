import { afterEach, beforeEach, expect, test } from 'vitest';
import { receiveComplete } from '../../../tests/harness/complete-receipt.ts';
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

async function receive(): Promise<{ id: string; code: string }> {
  const { dossierId, code } = await receiveComplete(desk);
  return { id: dossierId, code };
}
const codeOf = async (input: unknown): Promise<string | null> => {
  const reply = await desk.try('dossier.cancel', input);
  return reply.ok ? null : reply.error.code;
};
const plain = { reason: 'nhập trùng', mergedInto: null, givenBack: false, approval: null };

test('cancelled: the papers go back to the citizen, the number stays, both lists still know it', async () => {
  const { id, code } = await receive();
  const about = await desk.call('dossier.cancellation', { dossierId: id });
  expect(about).toMatchObject({ code, limit: { kind: 'free' }, isHere: true, heldBy: 'Quầy 3', paid: 0, doubles: [] });
  expect(about.originals).toBeGreaterThan(0);
  await desk.call('dossier.cancel', { ...plain, dossierId: id, givenBack: true });
  const page = await desk.call('dossier.get', { id });
  expect(page.row).toMatchObject({ state: 'cancelled', code });
  expect(page.story.map((line) => line.what.vi).slice(0, 2)).toEqual([
    'Giao lại giấy tờ cho người nộp, 1 bản gốc',
    'Hủy hồ sơ',
  ]);
  expect((await desk.call('search.all', { text: code, limit: 5 })).dossiers.map((row) => row.id)).toEqual([id]);
  expect((await desk.call('dossier.recent', { limit: 5 })).map((row) => row.id)).toContain(id);
  // Twice is once: the second is not at that step any more.
  expect(await codeOf({ ...plain, dossierId: id })).toBe('DC-03');
  const { numbers } = await desk.call('day.get', { date: '2026-11-23' });
  expect(numbers.used).toMatchObject([{ code, cancelled: true }]);
});

test('merged into its double: each says which the other is, both codes find one of them', async () => {
  const [first, second] = [await receive(), await receive()];
  const { doubles } = await desk.call('dossier.cancellation', { dossierId: second.id });
  expect(doubles).toMatchObject([{ dossierId: first.id, code: first.code, isLikely: true }]);
  await desk.call('dossier.cancel', { ...plain, dossierId: second.id, mergedInto: first.id });
  const [one, other] = [
    await desk.call('dossier.get', { id: first.id }),
    await desk.call('dossier.get', { id: second.id }),
  ];
  expect(other).toMatchObject({ row: { state: 'cancelled' }, mergedInto: { id: first.id, code: first.code } });
  expect(one).toMatchObject({ row: { state: 'received' }, mergedFrom: [{ id: second.id, code: second.code }] });
  for (const { id, code } of [first, second]) {
    expect(await desk.call('scan.read', { raw: code })).toMatchObject({ kind: 'dossier', dossierId: id });
  }
});

test('not into itself, not into one that is over, and not from another office', async () => {
  const [first, second] = [await receive(), await receive()];
  expect(await codeOf({ ...plain, dossierId: first.id, mergedInto: first.id })).toBe('DC-04');
  await desk.call('dossier.cancel', { ...plain, dossierId: second.id });
  expect(await codeOf({ ...plain, dossierId: first.id, mergedInto: second.id })).toBe('DC-04');
  expect(await codeOf({ ...plain, dossierId: '019ab000-0000-7000-8000-000000000fff' })).toBe('TN-05');
});
