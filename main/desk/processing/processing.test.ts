import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallInput } from '../../../contract/desk.ts';
import { completeReceipt } from '../../../tests/harness/complete-receipt.ts';
import {
  enrolledFolder,
  MONDAY_10_42,
  passwordOf,
  type EnrolledFolder,
} from '../../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

let folder: EnrolledFolder;
let desk: TestDesk;

const DAY = 86_400_000;
/** Household business, three working days: the unit is that of the test's officer. */
const BUSINESS = '1.001612';
/** First land certificate, 27 working days. */
const LAND = '1.013978';
const approval = { login: 'phuoc', password: passwordOf('phuoc'), reason: 'người dân ở xa, đã gọi điện' };

beforeEach(async () => {
  folder = await enrolledFolder();
  desk = await openTestDesk(folder.path);
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

/** Monday 23/11 10:42 and so many days. */
const goTo = (days: number): void => desk.clock.setWall(MONDAY_10_42 + days * DAY);

/** Received at the counter and begun by the unit's officer, who stays signed in. */
async function begun(procedureCode = BUSINESS): Promise<string> {
  const id = await received(procedureCode);
  await desk.signIn('thao');
  await desk.call('processing.setStep', { id, step: 'review', words: '' });
  return id;
}

async function received(procedureCode = BUSINESS): Promise<string> {
  await desk.signIn('ngan');
  const draft = await desk.call('draft.create', { from: null });
  const content = await completeReceipt(desk, { visit: draft.content.visit, procedureCode });
  const { revision } = await desk.call('draft.save', { id: draft.id, revision: draft.revision, content });
  return (await desk.call('receipt.receive', { draftId: draft.id, revision, content })).dossierId;
}

const stepOf = async (id: string, kind: string) => {
  const { steps } = await desk.call('processing.get', { id });
  return steps.find((step) => step.kind === kind);
};

const codeOf = async (name: Parameters<TestDesk['try']>[0], input: unknown): Promise<string | null> => {
  const reply = await desk.try(name, input);
  return reply.ok ? null : reply.error.code;
};

const request = (id: string): CallInput<'processing.requestSupplement'> => ({
  id,
  approval: null,
  demands: [
    {
      paperId: null,
      name: 'Hợp đồng thuê nhà',
      state: 'missing',
      originals: 1,
      certified: 0,
      copies: 0,
      bring: '01 bản chính',
      reason: 'chưa có trong hồ sơ',
    },
  ],
  reason: 'thiếu hợp đồng thuê nhà',
  answerBy: null,
});

const extension = (id: string, date: string): CallInput<'processing.extend'> => ({
  id,
  approval: null,
  number: '03/PXL',
  reason: 'chưa có mảnh trích đo',
  date,
  because: null,
  signatory: 'Phó Chủ tịch UBND',
});

const granted = (id: string): CallInput<'processing.finish'> => ({
  id,
  approval: null,
  outcome: 'granted',
  papers: [
    { name: 'Giấy chứng nhận đăng ký hộ kinh doanh', number: '51A8.01', originals: 1, copies: 0, electronic: false },
  ],
  reason: '',
  legalBasis: '',
  signatory: 'Trưởng phòng, Nguyễn Văn B',
});

test('a dossier at the counter shows as not handed over; whoever takes the first step works on it', async () => {
  const id = await received();
  await desk.signIn('thao');
  const before = await desk.call('processing.list', { list: 'notHandedOver' });
  expect(before.groups.flatMap((group) => group.rows.map((row) => row.id))).toEqual([id]);
  expect(before.counts).toMatchObject({ working: 0, notHandedOver: 1, unit: 0 });
  await desk.call('processing.setStep', { id, step: 'review', words: '' });
  const after = await desk.call('processing.list', { list: 'working' });
  expect(after.counts).toMatchObject({ working: 1, notHandedOver: 0, unassigned: 0, unit: 1 });
  const [group] = after.groups;
  expect(group).toMatchObject({ kind: 'holiday', date: '2026-11-24' });
  expect(after.groups.at(-1)).toMatchObject({
    kind: 'day',
    date: '2026-11-27',
    aside: { vi: 'còn 3 ngày làm việc' },
    rows: [{ id, step: { vi: 'Đang thẩm định' }, ticks: ['left', 'left', 'left'], assigneeName: 'Bùi Thị Thanh Thảo' }],
  });
  await desk.call('processing.assign', { id, to: '' });
  expect((await desk.call('processing.list', { list: 'unassigned' })).counts).toMatchObject({
    working: 0,
    unassigned: 1,
  });
  expect(await codeOf('processing.assign', { id, to: 'u-ngan' })).toBe('GQ-01');
});

test('the sheet says each step with its last day', async () => {
  const id = await begun();
  const sheet = await desk.call('processing.get', { id });
  expect(Object.fromEntries(sheet.steps.map(({ kind, words }) => [kind, words.vi]))).toMatchObject({
    supplement: 'Được đến hết thứ Sáu 27/11, còn 1 lần',
    opinion: 'Hạn vẫn chạy trong lúc chờ',
    extend: 'Được đến hết thứ Năm 26/11, còn 1 lần',
    decline: 'Được đến hết thứ Sáu 27/11, phải nêu lý do',
    stop: 'Chỉ khi người nộp có đơn xin rút',
  });
  expect(sheet.cells.map(({ date, role }) => [date.slice(8), role])).toEqual([
    ['23', 'received'],
    ['24', 'off'],
    ['25', 'counted'],
    ['26', 'counted'],
    ['27', 'due'],
  ]);
  expect(sheet.papersAt.vi).toMatch(/^\d+ bản, Lê Thị Kim Ngân giữ từ 23\/11$/);
  expect(sheet.start.laterDays[0]).toEqual({ date: '2026-11-30', days: 1 });
  expect(sheet.start.papers.length).toBeGreaterThan(0);
});

test('a supplement stands the clock still, is brought to the shop, and is counted again from zero', async () => {
  const id = await begun();
  expect(await desk.call('processing.requestSupplement', request(id))).toEqual({ id, dueAt: null });
  expect((await desk.call('processing.list', { list: 'supplement' })).groups).toMatchObject([{ kind: 'paused' }]);
  goTo(7);
  await desk.signIn('ngan');
  const waiting = await desk.call('processing.get', { id });
  expect(waiting.demands).toEqual([
    { paperId: null, name: 'Hợp đồng thuê nhà', bring: '01 bản chính', originals: 1, copies: 0 },
  ]);
  expect(waiting.dueAfterWait).toMatchObject({
    at: '2026-12-03T17:00:00',
    words: { vi: 'Tính lại từ đầu, 3 ngày làm việc, hẹn thứ Năm 03/12' },
  });
  const papers = [{ paperId: null, name: 'Hợp đồng thuê nhà', originals: 1, copies: 0 }];
  expect(await desk.call('processing.recordSupplement', { id, papers, dueEntered: null })).toEqual({
    id,
    dueAt: '2026-12-03T17:00:00',
  });
  const page = await desk.call('dossier.get', { id });
  expect(page.story.slice(0, 2).map((line) => line.what.vi)).toEqual([
    'Đã bổ sung 1 giấy tờ, hẹn thứ Năm 03/12',
    'Yêu cầu bổ sung 1 giấy tờ, tạm dừng',
  ]);
  expect(page.supplements).toEqual([
    { round: 1, at: page.story[0]?.at, papers: [{ name: 'Hợp đồng thuê nhà', originals: 1, copies: 0 }] },
  ]);
  // Once is once: the second needs a supervisor, whose reason is kept.
  await desk.signIn('thao');
  expect(await stepOf(id, 'supplement')).toMatchObject({ may: 'override', left: 0 });
  expect(await codeOf('processing.requestSupplement', request(id))).toBe('HS-02');
  await desk.call('processing.requestSupplement', { ...request(id), approval });
  expect((await desk.call('dossier.get', { id })).story[0]).toMatchObject({
    marked: true,
    detail: { vi: expect.stringContaining('Đặng Văn Phước duyệt: người dân ở xa, đã gọi điện') as string },
  });
});

test('after three working days a supplement needs an approval', async () => {
  const id = await begun(LAND);
  goTo(5);
  expect(await codeOf('processing.requestSupplement', request(id))).toBe('HS-02');
  const wrong = { ...approval, password: 'x' };
  expect(await codeOf('processing.requestSupplement', { ...request(id), approval: wrong })).toBe('DN-01');
  expect(await codeOf('processing.requestSupplement', { ...request(id), approval })).toBeNull();
});

test('money stands the clock still and what was left goes on', async () => {
  const id = await begun(LAND);
  const { dueAt } = await desk.call('processing.setStep', { id, step: 'site', words: 'Chờ trích đo' });
  expect(dueAt).toBe('2026-12-31T17:00:00');
  await desk.call('processing.requestFinancial', {
    id,
    what: 'Thuế thu nhập cá nhân',
    amount: 2_500_000,
    noticeNumber: '12/TB',
  });
  expect((await desk.call('processing.list', { list: 'financial' })).counts).toMatchObject({
    working: 0,
    financial: 1,
  });
  expect(await codeOf('processing.extend', extension(id, '2027-01-08'))).toBe('HS-01');
  goTo(9);
  await desk.signIn('ngan');
  expect((await desk.call('processing.get', { id })).duty).toEqual({
    what: 'Thuế thu nhập cá nhân',
    amount: 2_500_000,
    noticeNumber: '12/TB',
  });
  const paid = await desk.call('processing.fulfilFinancial', { id, evidence: 'Giấy nộp tiền 77', dueEntered: null });
  expect(paid.dueAt).toBe('2027-01-11T17:00:00');
});

test('another agency is asked while the clock runs; late, it is reported once', async () => {
  const id = await begun(LAND);
  await desk.call('processing.askOpinion', {
    id,
    agency: 'Chi nhánh VPĐK đất đai',
    content: 'Ranh giới thửa đất',
    answerBy: '2026-11-25',
    documentNumber: '214',
  });
  expect((await desk.call('processing.list', { list: 'opinion' })).counts).toMatchObject({ working: 1, opinion: 1 });
  const [opinion] = (await desk.call('processing.get', { id })).opinions;
  const about = { id, opinionId: opinion?.opinionId ?? '' };
  const report = { ...about, to: 'Đặng Văn Phước, Giám đốc' };
  expect(await codeOf('processing.reportOpinion', report)).toBe('GQ-03');
  goTo(3);
  expect((await desk.call('processing.list', { list: 'working' })).reminders).toMatchObject([
    { dossierId: id, kind: 'opinion-late', act: true },
  ]);
  await desk.call('processing.reportOpinion', report);
  expect((await desk.call('processing.list', { list: 'working' })).reminders).toMatchObject([{ act: false }]);
  await desk.call('processing.recordOpinion', { ...about, answer: 'Không tranh chấp', documentNumber: '99' });
  expect((await desk.call('processing.get', { id })).opinions).toEqual([]);
  expect(await codeOf('processing.recordOpinion', { ...about, answer: 'Không tranh chấp', documentNumber: '99' })).toBe(
    'GQ-03',
  );
});

test('an apology moves the date once, in time, to a day that is worked; the next number follows', async () => {
  const id = await begun();
  expect(await codeOf('processing.extend', extension(id, '2026-11-27'))).toBe('GQ-04');
  expect(await codeOf('processing.extend', extension(id, '2026-11-28'))).toBe('GQ-04');
  expect(await desk.call('processing.extend', extension(id, '2026-12-02'))).toMatchObject({
    dueAt: '2026-12-02T17:00:00',
  });
  expect(await codeOf('processing.extend', extension(id, '2026-12-04'))).toBe('HS-02');
  expect((await desk.call('processing.get', { id })).start.extensionNumber).toBe('04/PXL');
  const slip = await desk.call('slip.print', { dossierId: id, form: '04', about: null });
  expect(slip.slip).toMatchObject({ form: '04', number: '03/PXL' });
  const late = await begun();
  goTo(4);
  expect(await codeOf('processing.extend', extension(late, '2026-12-04'))).toBe('HS-02');
  expect(await codeOf('processing.extend', { ...extension(late, '2026-12-04'), approval })).toBeNull();
});

test('a withdrawal, recorded at the counter, is answered by the notice of stopping', async () => {
  const id = await begun();
  const notice = {
    id,
    approval: null,
    number: '02',
    reason: 'người nộp xin rút',
    stage: 'Đang thẩm định',
    fees: 'Không thu phí, lệ phí',
    papersBack: ['Tờ khai'],
    signatory: 'Phó Chủ tịch UBND',
  };
  expect(await codeOf('processing.stop', notice)).toBe('HS-02');
  await desk.signIn('ngan');
  await desk.call('processing.requestWithdrawal', { id, by: 'Nguyễn Thị Hồng Nhung', reason: 'đổi nơi kinh doanh' });
  await desk.signIn('thao');
  expect(await stepOf(id, 'stop')).toMatchObject({ may: 'allowed', words: { vi: 'Có đơn xin rút thứ Hai 23/11' } });
  expect((await desk.call('processing.get', { id })).start.withdrawalReason).toBe('đổi nơi kinh doanh');
  await desk.call('processing.stop', notice);
  expect((await desk.call('processing.list', { list: 'doneToday' })).counts).toMatchObject({
    working: 0,
    doneToday: 1,
  });
  expect((await desk.call('slip.print', { dossierId: id, form: '05', about: null })).slip.number).toBe('02');
});

test('a result has its papers; a refusal has its reason and law', async () => {
  const id = await begun();
  expect(await codeOf('processing.finish', { ...granted(id), papers: [] })).toBe('GQ-05');
  const refusal = { ...granted(id), outcome: 'declined' as const, papers: [] };
  expect(await codeOf('processing.finish', refusal)).toBe('GQ-05');
  expect(await codeOf('processing.finish', { ...refusal, reason: 'trùng tên', legalBasis: '' })).toBe('GQ-05');
  await desk.call('processing.finish', granted(id));
  expect((await desk.call('dossier.get', { id })).row.state).toBe('finished');
  expect((await desk.call('processing.list', { list: 'doneToday' })).counts).toMatchObject({
    working: 0,
    doneToday: 1,
  });
  const second = await begun();
  expect((await desk.call('processing.get', { id: second })).start.signatory).toBe('Trưởng phòng, Nguyễn Văn B');
  await desk.call('processing.finish', {
    ...refusal,
    id: second,
    reason: 'trùng tên',
    legalBasis: 'Điều 86 NĐ 168/2025',
  });
  expect(await codeOf('processing.finish', granted(second))).toBe('HS-01');
});

test('nothing is granted while the citizen is waited for, but by a supervisor', async () => {
  const id = await begun();
  await desk.call('processing.requestSupplement', request(id));
  expect(await codeOf('processing.finish', granted(id))).toBe('HS-02');
  await desk.call('processing.finish', { ...granted(id), approval });
  const page = await desk.call('dossier.get', { id });
  expect([page.row.state, page.flags]).toEqual(['finished', []]);
});

test("a unit's officer leaves another unit's dossiers alone", async () => {
  const id = await received('1.004873');
  await desk.signIn('thao');
  expect(await codeOf('processing.setStep', { id, step: 'review', words: '' })).toBe('GQ-06');
  expect(await codeOf('processing.finish', granted(id))).toBe('GQ-06');
});
