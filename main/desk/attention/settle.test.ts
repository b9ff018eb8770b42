import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey } from '../../../contract/signing.ts';
import type { DossierBodies, DossierEventType } from '../../../domain/dossier/events.ts';
import { dossierVersions } from '../../../domain/dossier/events.ts';
import type { Json } from '../../../domain/log/canonical.ts';
import type { LogEvent } from '../../../domain/log/envelope.ts';
import { completeReceipt } from '../../../tests/harness/complete-receipt.ts';
import { bodies } from '../../../tests/harness/dossier-acts.ts';
import { enrolledFolder, OFFICE, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';
import { testWriter } from '../../../tests/harness/writer.ts';
import { takeFolder } from '../../store/folder.ts';
import { openStore } from '../../store/store.ts';

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

/** Two desks nobody here had heard of; their events arrive as a pull brings them. */
const others = ['b', 'c'].map((name) =>
  testWriter(
    {
      device: `019ab000-0000-7000-8000-0000000000${name}1`,
      log: `019ab000-0000-7000-8000-0000000000${name}2`,
      office: OFFICE,
    },
    newSigningKey(),
  ),
);

async function receive(): Promise<string> {
  const content = await completeReceipt(desk);
  const { id } = await desk.call('draft.create', { from: null });
  const { dossierId } = await desk.call('receipt.receive', { draftId: id, revision: 0, content });
  await desk.call('slip.print', { dossierId, form: '01', about: null });
  return dossierId;
}

/** Closes the desk, gives it what others wrote after what it knows, and opens it again. */
async function arrive(
  dossierId: string,
  write: (
    after: readonly string[],
    told: <T extends DossierEventType>(
      who: number,
      type: T,
      body: DossierBodies[T],
      after?: readonly string[],
    ) => LogEvent,
  ) => LogEvent[],
): Promise<void> {
  await desk.desk.close();
  const place = takeFolder(folder.path);
  const store = openStore(place, folder.databaseKey, { create: false, stamp: 'test' });
  const heads = store.dossiers.get(dossierId)?.heads ?? [];
  const events = write(heads, (who, type, body, after = heads) => {
    const writer = others[who];
    if (writer === undefined) throw new RangeError('no such desk');
    // Bodies of events are JSON.
    return writer.write(body as unknown as Json, {
      type,
      version: dossierVersions[type],
      aggregateId: dossierId,
      after: [...after],
      actor: who === 0 ? 'u-tam' : 'u-thao',
    });
  });
  store.takeIn(events);
  store.close();
  place.unlock();
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
}

const asks = (n: number) => ({
  ...bodies['dossier.supplementRequested'](n),
  at: '2026-11-23T11:00:00',
  lawfulUntil: '2026-11-26',
});
const codeOf = async (name: Parameters<TestDesk['try']>[0], input: unknown): Promise<string | null> => {
  const reply = await desk.try(name, input);
  return reply.ok ? null : reply.error.code;
};

test('two desks that both asked for a supplement, settled: one request stands, the story keeps both', async () => {
  const dossierId = await receive();
  await arrive(dossierId, (_heads, told) => [
    told(0, 'dossier.supplementRequested', asks(1)),
    told(1, 'dossier.supplementRequested', asks(2)),
  ]);
  const [row, ...more] = await desk.call('attention.list', {});
  expect(more).toEqual([]);
  expect(row).toMatchObject({ key: 'two-sides', kind: 'two-sides', dossierId, problem: 'XV-12' });
  expect((await desk.call('status.get', {})).attention).toBe(1);
  const about = { dossierId, key: 'two-sides' };
  const matter = await desk.call('attention.open', about);
  expect(matter.heads).toMatchObject({
    left: { name: 'Nguyễn Minh Tâm' },
    right: { name: 'Bùi Thị Thanh Thảo', place: 'Phòng Kinh tế, Hạ tầng và Đô thị' },
  });
  expect(matter.rows).toMatchObject([{ label: { vi: 'Tình trạng' }, choice: 'left', mayBoth: false }]);
  expect(matter.mayNot).toBeNull();
  const preview = await desk.call('attention.preview', { ...about, choices: { 'Tình trạng': 'right' } });
  expect(preview).toMatchObject({ callBack: false });
  expect(preview.consequences.map((each) => each.title.vi)).toEqual([
    'Phiếu người dân đang giữ vẫn đúng',
    'Nguyễn Minh Tâm làm theo bên được chọn',
    'Hồ sơ ở bước “Chờ bổ sung”',
    'Tạm dừng tính hạn, chờ người dân',
  ]);
  const choices = { 'Tình trạng': 'right' as const };
  await desk.call('attention.settle', { ...about, choices, reason: 'Phòng đã hẹn dân', told: 'later' });
  expect(await desk.call('attention.list', {})).toEqual([]);
  expect((await desk.call('status.get', {})).attention).toBe(0);
  const page = await desk.call('dossier.get', { id: dossierId });
  expect(page).toMatchObject({ flags: [], row: { state: 'supplement' } });
  expect(page.story.filter((line) => line.setAside)).toHaveLength(1);
  expect(page.story[0]).toMatchObject({ detail: { vi: 'Lý do: Phòng đã hẹn dân' } });
  // Settled twice is once.
  expect(await codeOf('attention.settle', { ...about, choices, reason: 'lần nữa', told: 'later' })).toBe('CX-01');
});

test('what went past a limit is for a supervisor alone', async () => {
  const dossierId = await receive();
  const late = { ...bodies['dossier.extended'](1), at: '2026-12-20T09:00:00', lawfulUntil: '2026-11-20' };
  await arrive(dossierId, (_heads, told) => [told(1, 'dossier.extended', late)]);
  const [row] = await desk.call('attention.list', {});
  expect(row).toMatchObject({ kind: 'not-approved', problem: 'XV-11' });
  const about = { dossierId, key: row?.key ?? '' };
  const input = { ...about, choices: {}, reason: 'Đã xem, đồng ý', told: 'later' as const };
  expect((await desk.call('attention.open', about)).mayNot?.vi).toContain('Giám đốc');
  expect(await codeOf('attention.settle', input)).toBe('CX-02');
  await desk.signIn('phuoc');
  await desk.call('attention.settle', input);
  expect((await desk.call('dossier.get', { id: dossierId })).flags).toEqual([]);
});

test('a corrected slip is owed a call until somebody writes down that the citizen was told', async () => {
  const dossierId = await receive();
  const { content } = await desk.call('dossier.correction', { dossierId });
  const change = {
    dossierId,
    content: { ...content, sets: 2 },
    reason: 'Đếm thiếu',
    told: 'later' as const,
    approval: null,
  };
  await desk.call('dossier.correct', change);
  const [row] = await desk.call('attention.list', {});
  expect(row).toMatchObject({ kind: 'call-back', problem: 'XV-15', todo: { vi: 'Đếm thiếu' } });
  expect((await desk.call('status.get', {})).attention).toBe(1);
  expect(await desk.call('attention.open', { dossierId, key: 'call-back' })).toMatchObject({
    phone: '0912 000 345',
    mayMessage: true,
    rows: [],
    heads: null,
  });
  desk.clock.advance(60_000);
  await desk.call('attention.told', { dossierId, way: 'phone', text: 'Hẹn 15 giờ đến đổi phiếu' });
  expect(await desk.call('attention.list', {})).toEqual([]);
  expect(await codeOf('attention.told', { dossierId, way: 'phone', text: '' })).toBe('CX-01');
});

test('two corrections of one telephone: both are kept, the lawful side of the rest', async () => {
  const dossierId = await receive();
  const { applicant } = await desk.call('dossier.get', { id: dossierId });
  if (applicant === null) throw new Error('no applicant');
  const fix = (phone: string, resultWay: 'post' | 'electronic'): DossierBodies['dossier.corrected'] => ({
    change: { applicant: { ...applicant, phone }, resultWay },
    reason: 'Dân gọi báo',
    at: '2026-11-23T10:30:00',
    override: null,
  });
  await arrive(dossierId, (_heads, told) => [
    told(0, 'dossier.corrected', fix('0913 000 278', 'post')),
    told(1, 'dossier.corrected', fix('0913 000 287', 'electronic')),
  ]);
  const about = { dossierId, key: 'two-sides' };
  const { rows, same } = await desk.call('attention.open', about);
  expect(rows.map((row) => [row.label.vi, row.choice])).toEqual([
    ['Điện thoại', 'both'],
    ['Nhận kết quả', 'left'],
  ]);
  expect(same.length).toBeGreaterThan(8);
  expect(await desk.call('attention.preview', { ...about, choices: {} })).toMatchObject({ callBack: true });
  await desk.call('attention.settle', { ...about, choices: {}, reason: 'Đã gọi hỏi', told: 'here' });
  const page = await desk.call('dossier.get', { id: dossierId });
  expect(page).toMatchObject({ applicant: { phone: '0913 000 278' }, resultWay: 'post', flags: [] });
  // The slip printed at receipt says neither: a new one is made, and the citizen, who stood here, is not called.
  expect((await desk.call('attention.list', {})).map((row) => row.kind)).toEqual([]);
  const [old] = await desk.call('slip.list', { dossierId });
  expect(old).toMatchObject({ issue: 1, outdated: true });
  expect(await codeOf('slip.reprint', { slipId: old?.slipId, reason: 'mất phiếu' })).toBe('IN-06');
  const { slip } = await desk.call('slip.print', { dossierId, form: '01', about: null });
  expect(slip).toMatchObject({ issue: 2, outdated: false });
  expect((await desk.call('slip.list', { dossierId }))[0]).toMatchObject({ voidedBy: slip.slipId, outdated: false });
});
