import { afterEach, expect, test } from 'vitest';
import { encodeSlipQr } from '../../../domain/form/slip-qr.ts';
import type { SlipIssued } from '../../../domain/dossier/events/slip.ts';
import { viewIn } from '../../../tests/harness/arrived.ts';
import {
  approval,
  closeDesks,
  deskWith,
  giving,
  id,
  one,
  refusal,
  removeDesks,
} from '../../../tests/harness/result-desk.ts';
import { certificate, dossierId, nhung, resultDossier } from '../../../tests/harness/result-dossiers.ts';

afterEach(removeDesks);

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
    await closeDesks();
    ids.push(viewIn(folder, id)?.notices[0]?.messageId);
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
  await closeDesks();
  expect(viewIn(folder, id)).toMatchObject({ state: 'returned', flags: [] });
});
