import { afterEach, expect, test } from 'vitest';
import type { CallInput } from '../../../contract/desk.ts';
import { encodeSlipQr } from '../../../domain/form/slip-qr.ts';
import type { SlipIssued } from '../../../domain/dossier/events/slip.ts';
import { arrive, viewIn, type ArrivedDossier } from '../../../tests/harness/arrived.ts';
import { enrolledFolder, passwordOf, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import {
  certificate,
  dossierId,
  nhung,
  resultDossier,
  type ResultStory,
} from '../../../tests/harness/result-dossiers.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

const open: { folder: EnrolledFolder; desk: TestDesk }[] = [];
afterEach(async () => {
  for (const { desk, folder } of open.splice(0)) {
    await desk.desk.close();
    folder.remove();
  }
});

/** A desk to which these dossiers came by the line. */
async function deskWith(...dossiers: readonly ArrivedDossier[]): Promise<{ desk: TestDesk; folder: EnrolledFolder }> {
  const folder = await enrolledFolder({});
  arrive(folder, dossiers);
  const desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
  open.push({ folder, desk });
  return { desk, folder };
}

async function one(story: ResultStory = {}): Promise<TestDesk> {
  return (await deskWith(resultDossier(1, story))).desk;
}

const id = dossierId(1);
const giving: CallInput<'results.return'> = {
  dossierId: id,
  to: { kind: 'applicant' },
  identity: 'card',
  slipShown: true,
  papers: [certificate.name],
  originals: [],
  signature: 'paper',
  drawing: null,
  apology: false,
  payment: null,
  approval: null,
};
const son = {
  kind: 'authorised' as const,
  person: { ...nhung, name: 'Nguyễn Văn Hai', personalId: '087090001234', phone: '' },
  authority: { kind: 'power-of-attorney' as const, relation: '', paper: '', number: '12/2026', date: '2026-11-20' },
};
const approval = { login: 'phuoc', password: passwordOf('phuoc'), reason: 'người nhà ốm nặng' };

async function refusal(reply: Promise<{ ok: boolean; error?: { code: string; params: unknown } }>) {
  const { error } = await reply;
  return error === undefined ? null : [error.code, (error.params as Record<string, string>)['breaks'] ?? ''];
}

test('a result that came to the counter is ready today; put on the shelf it is told by message, moved it is not told again', async () => {
  const desk = await one();
  const { rows, lastPlace } = await desk.call('results.list', {});
  expect(rows).toMatchObject([
    { dossierId: id, at: 'counter', place: '', readyAt: '2026-11-23T08:00:00', waited: 0, told: null, late: false },
  ]);
  expect(lastPlace).toBe('');
  expect(await desk.call('results.count', {})).toEqual({ today: 1 });
  expect(await desk.call('results.shelve', { dossierIds: [id], place: ' Kệ B, ngăn 3 ' })).toEqual({
    told: 1,
    untold: [],
  });
  const after = await desk.call('results.list', {});
  expect(after).toMatchObject({
    rows: [{ at: 'shelf', place: 'Kệ B, ngăn 3', told: { about: 'result-ready', way: 'message' } }],
    places: ['Kệ B, ngăn 3'],
    lastPlace: 'Kệ B, ngăn 3',
  });
  expect(await desk.call('results.shelve', { dossierIds: [id], place: 'Kệ A, ngăn 10' })).toEqual({
    told: 0,
    untold: [],
  });
  const page = await desk.call('results.get', { dossierId: id });
  expect(page.notices.map((notice) => notice.text)).toEqual([
    'Hồ sơ H20.57-261118-0001 đã có kết quả. Mời đến Trung tâm PVHCC phường Sa Đéc nhận. Mang theo giấy hẹn, căn cước. Hỏi: 0277 389 8989.',
  ]);
  expect((await desk.call('results.list', {})).places).toEqual(['Kệ A, ngăn 10', 'Kệ B, ngăn 3']);
});

test('the same result put on the shelf at two desks that know nothing of each other is one message', async () => {
  const dossier = resultDossier(1);
  const ids: (string | undefined)[] = [];
  for (const place of ['Kệ B, ngăn 3', 'Kệ A, ngăn 1']) {
    const { desk, folder } = await deskWith(dossier);
    await desk.call('results.shelve', { dossierIds: [id], place });
    await desk.desk.close();
    open.splice(0);
    ids.push(viewIn(folder, id)?.notices[0]?.messageId);
    folder.remove();
  }
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids[0]).toBe(ids[1]);
});

test('without a telephone that takes messages the officer tells them, and how stands written', async () => {
  const desk = await one({ received: { applicant: { ...nhung, phone: '0277 385 1234' } } });
  expect(await desk.call('results.shelve', { dossierIds: [id], place: 'Kệ B' })).toEqual({
    told: 0,
    untold: [{ dossierId: id, code: 'H20.57-261118-0001', name: nhung.name, phone: '0277 385 1234' }],
  });
  const tell = { dossierId: id, about: 'result-ready' as const, text: 'Đã gọi, hẹn chiều đến' };
  expect(await refusal(desk.try('results.tell', { ...tell, way: 'message' }))).toEqual(['TK-02', '']);
  await desk.call('results.tell', { ...tell, way: 'phone' });
  expect((await desk.call('results.get', { dossierId: id })).notices).toMatchObject([
    { about: 'result-ready', way: 'phone', text: 'Đã gọi, hẹn chiều đến' },
  ]);
});

test('what is still with the unit waits in the list, and is not given before it came', async () => {
  const desk = await one({ backAt: null });
  expect((await desk.call('results.list', {})).rows).toMatchObject([
    { at: 'unit', place: 'Văn phòng HĐND và UBND', readyAt: null, waited: null },
  ]);
  expect(await desk.call('results.count', {})).toEqual({ today: 0 });
  expect(await refusal(desk.try('results.return', giving))).toEqual(['TK-03', '']);
});

test('an electronic result needs no shelf', async () => {
  const papers = [{ ...certificate, originals: 0, electronic: true }];
  const desk = await one({ finished: { papers }, backAt: null });
  expect((await desk.call('results.list', {})).rows).toMatchObject([
    { at: 'electronic', readyAt: '2026-11-20T15:00:00', waited: 1 },
  ]);
  await desk.call('results.return', giving);
  expect((await desk.call('results.list', {})).rows).toEqual([]);
});

test('a dossier that is not finished is found and said to be where it is', async () => {
  const desk = await one({ finished: null, backAt: null });
  expect(await desk.call('results.find', { text: 'hong nhung' })).toMatchObject({
    rows: [],
    others: [{ dossierId: id, state: 'processing', holder: 'Văn phòng HĐND và UBND' }],
  });
  expect(await refusal(desk.try('results.get', { dossierId: id }))).toEqual(['TK-01', '']);
});

test('found by name without marks, telephone, number of the day, ID number', async () => {
  const desk = await one();
  for (const text of ['nhung hong', '0912000345', '0001', '087196004218', 'H20.57-261118-0001']) {
    expect({ text, found: (await desk.call('results.find', { text })).rows.map((row) => row.dossierId) }).toEqual({
      text,
      found: [id],
    });
  }
  expect(await desk.call('results.find', { text: ' ' })).toEqual({ rows: [], others: [] });
});

const slip = (issue: number, over: Partial<SlipIssued> = {}): SlipIssued => ({
  slipId: dossierId(900 + issue),
  form: '01',
  number: '',
  issue,
  copyOf: null,
  voids: null,
  about: null,
  templateVersion: 'mau-01@1',
  pdfSha256: 'ab'.repeat(32),
  madeOffline: false,
  checkCode: '7K2M-41QF',
  token: `TOKEN${issue}`,
  ...over,
});
const qr = (token: string): string =>
  encodeSlipQr({
    page: 'https://tracuu.example.vn/h/',
    token,
    dossierId: id,
    code: 'H20.57-261118-0001',
    procedure: '1.004873',
    due: '2026-11-23T17:00:00',
    signature: Buffer.alloc(64, 7).toString('base64url'),
  });

test('a slip that was replaced says which one holds now, and since when', async () => {
  const desk = await one({
    more: [
      { type: 'dossier.slipIssued', body: slip(1) },
      { type: 'dossier.slipIssued', body: slip(2, { voids: slip(1).slipId }) },
    ],
  });
  expect(await desk.call('results.scan', { raw: qr('TOKEN1') })).toMatchObject({
    kind: 'dossier',
    // The test writer's clock: 18/11/2026 in Vietnam.
    voidSlip: {
      name: { vi: 'Phiếu hẹn, bản 1' },
      text: { vi: 'Đã thay bằng bản 2 lúc 18 giờ 06 ngày 18/11/2026' },
      replacedBy: slip(2).slipId,
    },
  });
  expect(await desk.call('results.scan', { raw: qr('TOKEN2') })).toMatchObject({
    kind: 'dossier',
    row: { dossierId: id },
    voidSlip: null,
  });
  // The bars under the code are the same on every slip.
  expect(await desk.call('results.scan', { raw: 'H20.57-261118-0001' })).toMatchObject({ voidSlip: null });
});

test('an ID card finds what its owner may collect; a slip from elsewhere and a stray text are told apart', async () => {
  const desk = await one();
  const card = '087196004218||Nguyễn Thị Hồng Nhung|14081996|Nữ|Sa Đéc, Đồng Tháp|20062021';
  expect(await desk.call('results.scan', { raw: card })).toMatchObject({
    kind: 'person',
    person: { name: nhung.name },
    rows: [{ dossierId: id }],
  });
  const elsewhere = qr('X').replace(/#QMC1\/\d/, '#QMC1/1');
  expect(await desk.call('results.scan', { raw: elsewhere })).toMatchObject({ kind: 'unknown', like: 'slip' });
  expect(await desk.call('results.scan', { raw: 'H20.57-261118-0999' })).toMatchObject({ like: 'code' });
  expect(await desk.call('results.scan', { raw: 'SỮA TƯƠI' })).toMatchObject({ kind: 'unknown', like: 'text' });
});

test('given to the applicant with the originals that were kept: out of the list, in the citizen’s hands', async () => {
  const { desk, folder } = await deskWith(resultDossier(1));
  const page = await desk.call('results.get', { dossierId: id });
  // The form stays; what was kept beside its copy goes back.
  expect(page.originals).toEqual([
    { paper: { paperId: 'to-khai', name: 'Tờ khai', originals: 1, copies: 0 }, proposed: false },
    { paper: { paperId: 'ly-hon', name: 'Bản án ly hôn', originals: 1, copies: 0 }, proposed: true },
  ]);
  expect(await refusal(desk.try('results.return', { ...giving, papers: [] }))).toEqual(['TK-04', '']);
  await desk.call('results.return', { ...giving, originals: ['Bản án ly hôn'] });
  expect((await desk.call('results.list', {})).rows).toEqual([]);
  expect(await refusal(desk.try('results.return', giving))).toEqual(['TK-01', '']);
  await desk.desk.close();
  open.splice(0);
  const view = viewIn(folder, id);
  expect(view).toMatchObject({
    state: 'returned',
    flags: [],
    custody: { holder: { kind: 'citizen', name: nhung.name } },
    result: { returned: { identity: 'card', slipShown: true, originals: [{ name: 'Bản án ly hôn' }] } },
  });
  folder.remove();
});

test('somebody else needs the paper that gives the right to; without it a supervisor allows it, by name and reason', async () => {
  const { desk, folder } = await deskWith(resultDossier(1));
  const bare = { ...son, authority: { ...son.authority, number: '' } };
  expect(await refusal(desk.try('results.return', { ...giving, to: bare }))).toEqual(['HS-02', 'no-authority']);
  expect(await refusal(desk.try('results.return', { ...giving, to: { kind: 'submitter' } }))).toEqual([
    'HS-02',
    'no-authority',
  ]);
  const byOfficer = { ...approval, login: 'tam', password: passwordOf('tam') };
  expect(await refusal(desk.try('results.return', { ...giving, to: bare, approval: byOfficer }))).toEqual([
    'HS-03',
    '',
  ]);
  await desk.call('results.return', { ...giving, to: bare, approval });
  await desk.desk.close();
  open.splice(0);
  const view = viewIn(folder, id);
  expect(view?.flags).toEqual([]);
  expect(view?.story.at(-1)).toMatchObject({ type: 'dossier.returned', approvedBy: 'u-phuoc' });
  expect(view?.result.returned?.override).toEqual({ reason: 'người nhà ốm nặng' });
  folder.remove();
});

test('an authorised son collects with number and date of the authorisation', async () => {
  const desk = await one();
  await desk.call('results.return', { ...giving, to: son });
  expect((await desk.call('results.list', {})).rows).toEqual([]);
});

test('a fee still owed is taken first, in the same stroke, or a supervisor lets it go', async () => {
  const fee = { amount: 15_000, basis: '', paid: 'unpaid' as const, receiptNumber: '' };
  const desk = await one({ received: { fee } });
  expect((await desk.call('results.get', { dossierId: id })).fee).toEqual({ amount: 15_000, owed: 15_000 });
  expect(await refusal(desk.try('results.return', giving))).toEqual(['HS-02', 'fee-owed']);
  const payment = { paymentId: dossierId(77), how: 'cash' as const, receiptNumber: '0012', reference: '' };
  await desk.call('results.return', { ...giving, payment });
  expect(await desk.call('fee.get', { dossierId: id })).toMatchObject({
    owed: 0,
    payments: [{ amount: 15_000, how: 'cash', receiptNumber: '0012', counter: 'Quầy 3' }],
  });
  const second = await one({ received: { fee } });
  await second.call('results.return', { ...giving, approval });
  expect(await second.call('fee.get', { dossierId: id })).toMatchObject({ owed: 15_000, payments: [] });
});

test('for a refusal no fee is asked before it is handed out', async () => {
  const fee = { amount: 15_000, basis: '', paid: 'unpaid' as const, receiptNumber: '' };
  const desk = await one({ received: { fee }, finished: { outcome: 'declined', reason: 'Không đủ điều kiện' } });
  expect((await desk.call('results.get', { dossierId: id })).fee.owed).toBe(0);
  await desk.call('results.return', giving);
});

test('by post it goes with the number of the item', async () => {
  const { desk, folder } = await deskWith(resultDossier(1));
  await desk.call('results.return', { ...giving, to: { kind: 'post', number: 'RR123456789VN' }, signature: 'post' });
  await desk.desk.close();
  open.splice(0);
  expect(viewIn(folder, id)).toMatchObject({
    custody: { holder: { kind: 'post', place: 'RR123456789VN' } },
    result: { returned: { identity: 'none', signature: 'post' } },
  });
  folder.remove();
});

test('a signature drawn on screen is kept as a picture under its hash; what is no picture is refused', async () => {
  const desk = await one();
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(40, 9)]).toString('base64url');
  const drawn = { ...giving, signature: 'screen' as const };
  expect(await refusal(desk.try('results.return', drawn))).toEqual(['TK-05', '']);
  expect(await refusal(desk.try('results.return', { ...drawn, drawing: 'AAAA' }))).toEqual(['TK-05', '']);
  expect(await desk.call('results.drawing', { dossierId: id })).toEqual({ png: null });
  await desk.call('results.return', { ...drawn, drawing: png });
  expect(await desk.call('results.drawing', { dossierId: id })).toEqual({ png });
});

test('late without an apology is said; with a new date it is not the unit’s debt any more', async () => {
  const late = await one({ finished: { at: '2026-11-24T09:00:00' }, backAt: '2026-11-24T10:00:00' });
  expect((await late.call('results.get', { dossierId: id })).lateness).toEqual({
    late: true,
    moved: false,
    unexcused: true,
    due: '2026-11-23T17:00:00',
  });
  const moved = await deskWith({
    id,
    acts: [
      ...resultDossier(1, { finished: null, backAt: null }).acts,
      {
        type: 'dossier.extended',
        body: {
          number: '3/PXL',
          reason: 'Chờ xác minh',
          due: { at: '2026-11-30T17:00:00', calendarVersion: '2026-11-23.1', enteredBecause: null },
          lawfulUntil: '2026-11-20',
          signatory: 'Phó Chủ tịch UBND phường',
          at: '2026-11-19T08:00:00',
          override: null,
        },
      },
      ...resultDossier(1, { finished: { at: '2026-11-26T09:00:00' } }).acts.slice(-2),
    ],
  });
  expect((await moved.desk.call('results.get', { dossierId: id })).lateness).toMatchObject({
    late: false,
    moved: true,
    unexcused: false,
  });
});

test('papers of a stopped dossier go back by hand; whoever takes them must have the right to', async () => {
  const { desk, folder } = await deskWith(resultDossier(1, { stopped: {} }));
  expect((await desk.call('results.list', {})).rows).toMatchObject([{ kind: 'papers-back', at: 'counter' }]);
  await desk.call('results.shelve', { dossierIds: [id], place: 'Kệ C' });
  const page = await desk.call('results.get', { dossierId: id });
  expect(page.originals.map((each) => each.proposed)).toEqual([true, true]);
  expect(page.notices[0]?.text).toContain('nhận lại giấy tờ');
  const back = { ...giving, papers: [], originals: ['Tờ khai', 'Bản án ly hôn'] };
  expect(await refusal(desk.try('results.return', { ...back, to: { kind: 'submitter' } }))).toEqual([
    'HS-02',
    'no-authority',
  ]);
  await desk.call('results.return', { ...back, to: son });
  expect((await desk.call('results.list', {})).rows).toEqual([]);
  await desk.desk.close();
  open.splice(0);
  expect(viewIn(folder, id)).toMatchObject({
    state: 'stopped',
    flags: [],
    custody: {
      holder: { kind: 'citizen', name: 'Nguyễn Văn Hai', place: 'Giấy ủy quyền số 12/2026 ngày 20/11/2026' },
    },
  });
  folder.remove();
});

test('nobody comes: the first reminder after five working days, once told the next is counted from then', async () => {
  const desk = await one();
  await desk.call('results.shelve', { dossierIds: [id], place: 'Kệ B' });
  const list = () => desk.call('results.list', {});
  expect((await list()).rule).toMatchObject({ firstAfter: 5, reminders: 3, certain: false });
  expect((await list()).rows).toMatchObject([
    { isDue: false, next: { kind: 'reminder', n: 1, on: '2026-12-01', lastDay: null } },
  ]);
  desk.clock.setWall(Date.parse('2026-12-01T02:00:00Z'));
  await desk.signIn('ngan');
  expect((await list()).rows).toMatchObject([{ isDue: true, waited: 5 }]);
  expect(await desk.call('results.remind', { dossierIds: [id] })).toEqual({ told: 1, untold: [] });
  expect((await list()).rows).toMatchObject([
    { isDue: false, reminded: 1, next: { kind: 'reminder', n: 2, on: '2026-12-15' } },
  ]);
  expect(await refusal(desk.try('results.archive', { dossierId: id, place: 'Lưu trữ' }))).toEqual(['TK-06', '']);
});

test('after the last reminder the result goes to the archive on its day, and from there only with an approval', async () => {
  const reminded = (n: number, at: string) => ({
    type: 'dossier.notified' as const,
    body: { messageId: dossierId(500 + n), about: 'reminder' as const, way: 'message' as const, text: 'Nhắc', at },
  });
  const old = resultDossier(1, {
    received: { receivedAt: '2026-07-28T08:05:00' },
    finished: { at: '2026-08-03T09:00:00' },
    backAt: '2026-08-03T10:00:00',
    more: [reminded(1, '2026-08-10T09:00:00'), reminded(2, '2026-08-24T09:00:00'), reminded(3, '2026-09-09T09:00:00')],
  });
  const { desk, folder } = await deskWith(old);
  expect((await desk.call('results.list', {})).rows).toMatchObject([
    { reminded: 3, isDue: true, next: { kind: 'archive', on: '2026-10-07' } },
  ]);
  // No fourth one: nothing is sent.
  expect(await desk.call('results.remind', { dossierIds: [id] })).toEqual({ told: 0, untold: [] });
  await desk.call('results.archive', { dossierId: id, place: 'Lưu trữ của cơ quan giải quyết' });
  expect((await desk.call('results.list', {})).rows).toEqual([]);
  expect(await desk.call('results.find', { text: '0001' })).toMatchObject({ others: [{ state: 'archived' }] });
  expect((await desk.call('results.get', { dossierId: id })).state).toBe('archived');
  expect(await refusal(desk.try('results.return', giving))).toEqual(['HS-02', 'out-of-place']);
  await desk.call('results.return', { ...giving, approval });
  await desk.desk.close();
  open.splice(0);
  expect(viewIn(folder, id)).toMatchObject({ state: 'returned', flags: [] });
  folder.remove();
});
