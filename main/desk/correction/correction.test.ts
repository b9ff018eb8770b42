import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { decodeSlipQr } from '../../../domain/form/slip-qr.ts';
import { completeReceipt, receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, passwordOf, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
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

const DAY = 86_400_000;
const approval = { login: 'phuoc', password: passwordOf('phuoc'), reason: 'người dân mang phiếu đến báo sai' };

async function receive(over: Partial<ReceiptContent> = {}): Promise<string> {
  const { dossierId } = await receiveComplete(desk, over);
  return dossierId;
}

const contentOf = async (dossierId: string): Promise<ReceiptContent> =>
  (await desk.call('dossier.correction', { dossierId })).content;
const codeOf = async (name: Parameters<TestDesk['try']>[0], input: unknown): Promise<string | null> => {
  const reply = await desk.try(name, input);
  return reply.ok ? null : reply.error.code;
};
const printed = async (dossierId: string) => desk.call('slip.print', { dossierId, form: '01', about: null });
const qrOf = (preview: unknown): string => {
  const { codes } = preview as { codes: { qr: string } };
  return codes.qr;
};

test('nothing is different until something is changed: neither date nor fee is computed anew', async () => {
  const dossierId = await receive();
  desk.clock.advance(2 * 3_600_000);
  await desk.signIn('ngan');
  const preview = await desk.call('dossier.previewCorrection', { dossierId, content: await contentOf(dossierId) });
  expect(preview).toMatchObject({
    lines: [],
    limit: { kind: 'free' },
    missing: [],
    effects: { voids: [], callBack: false },
  });
  const input = { dossierId, content: await contentOf(dossierId), reason: 'thử', told: 'here', approval: null };
  expect(await codeOf('dossier.correct', input)).toBe('DC-02');
});

test('five fields corrected with no line: what follows is said first, the trace is whole, the code stays', async () => {
  const dossierId = await receive();
  const first = await printed(dossierId);
  const content = await contentOf(dossierId);
  const { applicant } = content;
  if (applicant === null) throw new Error('no applicant');
  const better: ReceiptContent = {
    ...content,
    applicant: { ...applicant, name: 'Nguyễn Thị Hồng Nhưng', phone: '0912 000 543' },
    sets: 2,
    resultWay: 'post',
    resultAddress: 'Ấp 1, xã Mỹ Thọ',
  };
  const preview = await desk.call('dossier.previewCorrection', { dossierId, content: better });
  expect(preview.lines.map((line) => [line.label.vi, line.before.vi, line.after.vi])).toEqual([
    ['Chủ hồ sơ', 'Nguyễn Thị Hồng Nhung', 'Nguyễn Thị Hồng Nhưng'],
    ['Điện thoại', '0912 000 345', '0912 000 543'],
    ['Số bộ', '1', '2'],
    ['Nhận kết quả', 'tại quầy', 'qua bưu chính'],
    ['Địa chỉ gửi kết quả', 'không có', 'Ấp 1, xã Mỹ Thọ'],
  ]);
  expect(preview.effects).toMatchObject({
    voids: [{ slipId: first.slip.slipId, form: '01', issue: 1, isCopy: false }],
    reprint: ['01'],
    callBack: true,
    mayMessage: true,
    due: null,
  });
  const before = await desk.call('dossier.get', { id: dossierId });
  await desk.call('dossier.correct', {
    dossierId,
    content: better,
    reason: 'Gõ nhầm tên',
    told: 'here',
    approval: null,
  });
  const after = await desk.call('dossier.get', { id: dossierId });
  expect(after.row.code).toBe(before.row.code);
  expect(after.applicant).toMatchObject({ name: 'Nguyễn Thị Hồng Nhưng', source: { kind: 'typed' } });
  expect(after.row.dueAt).toBe(before.row.dueAt);
  expect(after.story[0]?.what.vi).toBe('Báo người nộp, tại quầy');
  expect(after.story.map((line) => line.what.vi).some((what) => what.startsWith('Sửa hồ sơ: chủ hồ sơ'))).toBe(true);
  // Found by what it says now.
  expect((await desk.call('search.all', { text: '0912000543', limit: 5 })).dossiers.map((row) => row.id)).toEqual([
    dossierId,
  ]);
});

test('scanning the old slip says which one replaced it, when and why; typing its code does not', async () => {
  const dossierId = await receive();
  const old = await printed(dossierId);
  const raw = qrOf(old.preview.values);
  expect(decodeSlipQr(raw)).not.toBeNull();
  expect(await desk.call('scan.read', { raw })).toMatchObject({ kind: 'dossier', dossierId, voidSlip: null });
  const content = { ...(await contentOf(dossierId)), sets: 3 };
  await desk.call('dossier.correct', { dossierId, content, reason: 'Đếm thiếu bộ', told: 'here', approval: null });
  expect(await desk.call('scan.read', { raw })).toMatchObject({
    voidSlip: { text: { vi: expect.stringContaining('chưa in phiếu mới: Đếm thiếu bộ') as string }, replacedBy: null },
  });
  desk.clock.advance(60_000);
  const fresh = await printed(dossierId);
  expect(fresh.slip.issue).toBe(2);
  expect(await desk.call('scan.read', { raw })).toMatchObject({
    voidSlip: {
      slipId: old.slip.slipId,
      name: { vi: 'Phiếu hẹn, bản 1' },
      text: { vi: 'Đã thay bằng bản 2 lúc 10 giờ 43 ngày 23/11/2026: Đếm thiếu bộ' },
      replacedBy: fresh.slip.slipId,
    },
  });
  expect(await desk.call('scan.read', { raw: qrOf(fresh.preview.values) })).toMatchObject({ voidSlip: null });
  const { code } = (await desk.call('dossier.get', { id: dossierId })).row;
  expect(await desk.call('scan.read', { raw: code })).toMatchObject({ kind: 'dossier', voidSlip: null });
  expect((await desk.call('slip.list', { dossierId })).find((slip) => slip.issue === 1)?.voidedBy).toBe(
    fresh.slip.slipId,
  );
  // The void one is not printed again.
  expect(await codeOf('slip.reprint', { slipId: old.slip.slipId, reason: 'mất phiếu' })).toBe('IN-06');
});

test('another procedure: date and fee counted from the moment of receipt, explained; papers looked at anew', async () => {
  const dossierId = await receive();
  await printed(dossierId);
  desk.clock.advance(3 * 3_600_000);
  await desk.signIn('ngan');
  const was = await contentOf(dossierId);
  const other = { ...was, procedureCode: '1.000894', caseId: null, papers: {}, feeAmount: null, feePaid: null };
  const bare = await desk.call('dossier.previewCorrection', { dossierId, content: other });
  expect(bare.missing.map((row) => row.field)).toEqual(['case']);
  const content = await completeReceipt(desk, { ...other, applicant: was.applicant });
  const preview = await desk.call('dossier.previewCorrection', { dossierId, content });
  expect(preview.missing).toEqual([]);
  expect(preview.lines.map((line) => line.key).slice(0, 2)).toEqual(['procedure', 'case']);
  expect(preview.effects.due).not.toBeNull();
  expect(preview.effects.due?.steps.map((step) => step.vi).join(' ')).toContain('10 giờ 42');
  await desk.call('dossier.correct', {
    dossierId,
    content,
    reason: 'Chọn nhầm thủ tục',
    told: 'message',
    approval: null,
  });
  const page = await desk.call('dossier.get', { id: dossierId });
  expect(page.procedureCode).toBe('1.000894');
  expect(page.row.dueAt).toBe(preview.effects.due?.after);
});

test('a procedure done at once and one with a due date do not take each other’s place', async () => {
  const dossierId = await receive();
  const other = {
    ...(await contentOf(dossierId)),
    procedureCode: '2.000815',
    caseId: null,
    papers: {},
    feeAmount: 8000,
  };
  const preview = await desk.call('dossier.previewCorrection', {
    dossierId,
    content: await completeReceipt(desk, other),
  });
  expect(preview.missing.map((row) => row.text.vi).join()).toContain('hủy rồi tiếp nhận lại');
});

test('the next day a supervisor must approve; the approval stands in the story', async () => {
  const dossierId = await receive();
  desk.clock.advance(DAY);
  await desk.signIn('ngan');
  const content = { ...(await contentOf(dossierId)), note: 'Đã gọi' };
  expect((await desk.call('dossier.correction', { dossierId })).limit).toMatchObject({ kind: 'approval' });
  const input = { dossierId, content, reason: 'Ghi thiếu', told: 'later' as const };
  expect(await codeOf('dossier.correct', { ...input, approval: null })).toBe('HS-02');
  await desk.call('dossier.correct', { ...input, approval });
  const { story, flags } = await desk.call('dossier.get', { id: dossierId });
  expect(flags).toEqual([]);
  expect(story[0]?.detail?.vi).toContain('Đặng Văn Phước duyệt: người dân mang phiếu đến báo sai');
});

test('a date the officer gives is kept with its basis, counted by nobody', async () => {
  const dossierId = await receive();
  const content = { ...(await contentOf(dossierId)), dueEntered: { date: '2026-12-04', reason: 'Theo công văn 12' } };
  const preview = await desk.call('dossier.previewCorrection', { dossierId, content });
  expect(preview.effects.due?.after).toBe('2026-12-04T17:00:00');
  const early = { ...content, dueEntered: { date: '2026-11-20', reason: 'Nhầm' } };
  expect((await desk.call('dossier.previewCorrection', { dossierId, content: early })).effects.due).toBeNull();
});
