import { afterAll, beforeAll, expect, test } from 'vitest';
import calendar from '../../catalogue/calendar.json' with { type: 'json' };
import { loadCatalogue } from '../../catalogue/load.ts';
import { importReplySchema } from '../../contract/exchange/packet.ts';
import { sha256 } from '../../contract/signing.ts';
import { pullReplySchema, pushReplySchema } from '../../contract/sync.ts';
import {
  answerOf,
  CENTRE,
  OFFICE,
  OTHER,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { portalKeyOf } from '../keys.ts';
import { systemRandom } from '../random.ts';
import { insertApiKey, revokeApiKey } from '../store/api-keys.ts';
import { eraseStored } from '../store/erased.ts';
import { openPortal } from '../store/portal.ts';
import { putReference } from '../store/reference.ts';
import { inTransaction } from '../store/transaction.ts';
import { exportDossiers } from './export.ts';

let province: TestProvince;
let desk: TestDesk;
const KEY = `qmc_${'a'.repeat(43)}`;

beforeAll(async () => {
  province = await testProvince();
  desk = await province.enrol(OFFICE);
  const { db } = province;
  const loaded = await loadCatalogue(new URL('../../catalogue/', import.meta.url));
  if (!loaded.ok) throw new Error(loaded.fault.detail);
  await putReference(db, {
    kind: 'catalogue',
    version: loaded.catalogue.version,
    content: JSON.stringify(loaded.catalogue),
    imported_at: 1,
  });
  await putReference(db, {
    kind: 'calendar',
    version: calendar.version,
    content: JSON.stringify(calendar),
    imported_at: 1,
  });
  const made = { publicKey: portalKeyOf(province.key).publicKey, device: systemRandom.id(), log: systemRandom.id() };
  await openPortal(db, { ...made, now: province.clock.at });
  await insertApiKey(db, { id: systemRandom.id(), name: 'Cổng thử', hash: sha256(KEY), created_at: 1 });
});
afterAll(() => province.close());

async function sendText(payload: string, key = KEY, app = province.app) {
  return answerOf(
    await app.inject({
      method: 'POST',
      url: '/v1/import/dossiers',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      payload,
    }),
  );
}
const send = (data: unknown, key = KEY, app = province.app) =>
  sendText(JSON.stringify({ isUpdating: 'False', data }), key, app);
const rows = async (data: unknown) => (await send(data)).as(importReplySchema).rows;

let n = 0;
function packet(over: Record<string, unknown> = {}): Record<string, unknown> {
  n += 1;
  return {
    MaHoSo: `H20.57-261124-9${String(n).padStart(5, '0')}`,
    MaTTHC: '1.004873',
    TenTTHC: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    ChuHoSo: 'Nguyễn Văn An',
    LoaiDoiTuong: '0',
    MaDoiTuong: '087090000001',
    NgayTiepNhan: '20261123104200',
    HinhThuc: '1',
    TrangThaiHoSo: '1',
    ...over,
  };
}

async function feed(of = desk) {
  return (await of.ask('GET', '/v1/pull?limit=500')).as(pullReplySchema);
}
const bodiesOf = async (dossier: string, of = desk) =>
  (await feed(of)).events.filter(({ envelope }) => envelope.aggregateId === dossier);

test('a packet becomes a dossier in the feed of the office it names, with a verdict signed like any other', async () => {
  const [row] = await rows([packet({ MaBuuGui: 'EB 123', TaiLieuNop: [{ TenTepDinhKem: 'Tờ khai' }] })]);
  if (row?.end !== 'taken') throw new Error(JSON.stringify(row));
  expect(row.office).toBe(OFFICE);
  const { events, verdicts } = await feed();
  const event = events.find(({ envelope }) => envelope.aggregateId === row.dossier);
  expect(event?.envelope).toMatchObject({ type: 'dossier.submitted', version: 1, actor: 'cong-dvc', after: [] });
  expect(event?.body).toMatchObject({
    portalCode: row.MaHoSo,
    submittedAt: '2026-11-23T10:42:00',
    // Over the noon break and the holiday of 24/11.
    checkBy: '2026-11-25T10:42:00',
    intake: { channel: 'ONLINE', receivingOffice: OFFICE, procedure: { code: '1.004873' } },
    note: 'MaBuuGui: EB 123',
  });
  expect(verdicts.find(({ eventId }) => eventId === event?.envelope.id)).toMatchObject({
    end: 'applied',
    reason: null,
  });
});

test('one that is wrong is answered field by field and stops none of the others', async () => {
  const answered = await rows([{}, packet({ NgayTiepNhan: 'hôm qua' }), packet(), 7]);
  expect(answered.map(({ end }) => end)).toEqual(['wrong', 'wrong', 'taken', 'wrong']);
  const [, second] = answered;
  expect(second?.end === 'wrong' && second.faults.map(({ field }) => field)).toEqual(['NgayTiepNhan']);
});

test('one that no event can hold is answered as wrong, each time, and stops none of the others', async () => {
  const file = { TenTepDinhKem: 'Bản vẽ '.repeat(100), DuongDanTaiTepTin: `https://cong.example/${'a'.repeat(470)}` };
  const large = packet({ TaiLieuNop: Array.from({ length: 200 }, () => file) });
  const [before, after] = [packet(), packet()];
  const answered = await rows([before, large, after]);
  expect(answered.map(({ end }) => end)).toEqual(['taken', 'wrong', 'taken']);
  const [, refused] = answered;
  expect(refused?.end === 'wrong' && refused.faults.map(({ en }) => en)).toEqual(['is larger than 256 KiB in all']);
  expect((await rows([before, large, after])).map(({ end }) => end)).toEqual(['known', 'wrong', 'known']);
  expect((await rows([large]))[0]).toEqual(refused);
  // Made smaller, it is new.
  expect((await rows([{ ...large, TaiLieuNop: [file] }]))[0]).toMatchObject({ end: 'taken' });
});

test.each([50_000, 101])('one that is nested beyond reason is wrong by itself: %i', async (levels) => {
  const { MaHoSo } = packet();
  const deep = `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const nested = `{"MaHoSo":"${String(MaHoSo)}","ChuHoSo":"A","MaTTHC":"1","Khac":${deep}}`;
  const data = [JSON.stringify(packet()), nested, JSON.stringify(packet())];
  const answered = (await sendText(`{"data":[${data.join()}]}`)).as(importReplySchema).rows;
  expect(answered.map(({ end }) => end)).toEqual(['taken', 'wrong', 'taken']);
  expect(answered[1]).toMatchObject({ MaHoSo, faults: [{ field: '', en: 'is nested too deep' }] });
});

test('a long name of a procedure is cut between two letters', async () => {
  const [row] = await rows([packet({ MaTTHC: '9.999998', TenTTHC: `${'a'.repeat(299)}𠮷${'b'.repeat(99)}` })]);
  const [event] = await bodiesOf(row?.end === 'taken' ? row.dossier : '');
  expect(event?.body).toMatchObject({ intake: { procedure: { shortName: 'a'.repeat(299) } } });
});

test('sent again, nothing is doubled, in one request, in two, and at two instances at once', async () => {
  const twice = packet();
  const [first, again] = await rows([twice, twice]);
  expect([first?.end, again?.end]).toEqual(['taken', 'known']);
  const { MaHoSo: _, ...reordered } = twice;
  expect((await rows([{ ...reordered, MaHoSo: twice['MaHoSo'] }]))[0]).toMatchObject({ end: 'known' });
  const raced = Array.from({ length: 6 }, () => packet());
  const other = province.another();
  const replies = await Promise.all([send(raced), send(raced, KEY, other), send(raced)]);
  const ends = replies.flatMap((reply) => reply.as(importReplySchema).rows);
  expect(ends.filter(({ end }) => end === 'taken')).toHaveLength(raced.length);
  expect(new Set(ends.map((row) => ('dossier' in row ? row.dossier : ''))).size).toBe(raced.length);
});

test('sent again with a change, the office is told what; a withdrawal is a withdrawal', async () => {
  const base = packet();
  const [taken] = await rows([base]);
  const dossier = taken?.end === 'taken' ? taken.dossier : '';
  const changed = { ...base, DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Ảnh', SoLuong: 2 }] };
  expect((await rows([changed]))[0]).toMatchObject({ end: 'noted', dossier });
  expect((await rows([changed]))[0]).toMatchObject({ end: 'known', dossier });
  expect((await rows([{ ...changed, TrangThaiHoSo: '7', GhiChu: 'không cần nữa' }]))[0]).toMatchObject({
    end: 'noted',
  });
  const told = await bodiesOf(dossier);
  expect(told.map(({ envelope }) => envelope.type)).toEqual([
    'dossier.submitted',
    'dossier.noted',
    'dossier.withdrawalRequested',
  ]);
  expect(told[1]?.body).toMatchObject({ text: 'Cổng gửi lại hồ sơ: giấy tờ nay gồm Ảnh' });
  expect(told[2]?.body).toMatchObject({ by: 'Nguyễn Văn An', reason: 'không cần nữa' });
});

const textsOf = async (dossier: string) =>
  (await bodiesOf(dossier)).flatMap(({ envelope, body }) =>
    envelope.type === 'dossier.noted' && typeof body === 'object' && body !== null && 'text' in body ? [body.text] : [],
  );

test('put back to what it first was, the office is told that too, and nothing that stood as it was', async () => {
  const base = packet({ DanhSachLePhi: [{ Gia: '10000', TrangThaiThanhToan: '0' }] });
  const [taken] = await rows([base]);
  const dossier = taken?.end === 'taken' ? taken.dossier : '';
  const paid = { ...base, DanhSachLePhi: [{ Gia: '10000', TrangThaiThanhToan: '1' }] };
  for (const sent of [paid, { ...paid, SoDienThoai: '0912000111' }, { ...base, SoDienThoai: '0912000111' }, base]) {
    expect((await rows([sent]))[0]).toMatchObject({ end: 'noted', dossier });
    expect((await rows([sent]))[0]).toMatchObject({ end: 'known', dossier });
  }
  // Of a field no counter looks at.
  expect((await rows([{ ...base, MaLinhVuc: 'LV1' }]))[0]).toMatchObject({ end: 'known', dossier });
  expect(await textsOf(dossier)).toEqual([
    'Cổng gửi lại hồ sơ: lệ phí 10000 đồng, đã nộp',
    'Cổng gửi lại hồ sơ: người nộp là Nguyễn Văn An',
    'Cổng gửi lại hồ sơ: lệ phí 10000 đồng, chưa nộp',
    'Cổng gửi lại hồ sơ: người nộp là Nguyễn Văn An',
  ]);
});

test('a wish to withdraw that the portal has taken back is told, and so is what was changed along with it', async () => {
  const base = packet();
  const [taken] = await rows([base]);
  const dossier = taken?.end === 'taken' ? taken.dossier : '';
  const withdrawn = { ...base, TrangThaiHoSo: '7', GhiChu: 'không cần nữa', SoDienThoai: '0912000111' };
  for (const sent of [withdrawn, { ...withdrawn, TrangThaiHoSo: '4' }, { ...withdrawn, Email: 'a@b.vn' }]) {
    expect((await rows([sent]))[0]).toMatchObject({ end: 'noted', dossier });
  }
  // Stopped at the portal, as was wished: nothing was taken back.
  expect((await rows([{ ...withdrawn, Email: 'a@b.vn', TrangThaiHoSo: '8' }]))[0]).toMatchObject({ end: 'known' });
  expect((await rows([base]))[0]).toMatchObject({ end: 'noted', dossier });
  expect((await bodiesOf(dossier)).map(({ envelope }) => envelope.type)[1]).toBe('dossier.withdrawalRequested');
  expect(await textsOf(dossier)).toEqual([
    'Cổng gửi lại hồ sơ: không còn ghi công dân yêu cầu rút hồ sơ; người nộp là Nguyễn Văn An; ghi chú “không cần nữa”',
    'Cổng gửi lại hồ sơ: công dân yêu cầu rút hồ sơ; người nộp là Nguyễn Văn An',
    'Cổng gửi lại hồ sơ: không còn ghi công dân yêu cầu rút hồ sơ; người nộp là Nguyễn Văn An; ghi chú “”',
  ]);
});

test('what an instance of the release before took in between is not what was told last: the first submission is', async () => {
  const base = packet();
  const [taken] = await rows([base]);
  const dossier = taken?.end === 'taken' ? taken.dossier : '';
  await rows([{ ...base, GhiChu: 'một' }]);
  await province.db
    .updateTable('imported')
    .set({ packet_hash: 'ab'.repeat(32) })
    .where('dossier', '=', dossier)
    .execute();
  expect((await rows([{ ...base, GhiChu: 'một' }]))[0]).toMatchObject({ end: 'noted' });
  expect(await textsOf(dossier)).toEqual(Array.from({ length: 2 }, () => 'Cổng gửi lại hồ sơ: ghi chú “một”'));
});

test('an erasure by law takes what was kept of the packets along', async () => {
  const base = packet();
  const [taken] = await rows([base, { ...base, GhiChu: 'một' }]);
  const dossier = taken?.end === 'taken' ? taken.dossier : '';
  const kept = () =>
    province.db.selectFrom('imported').select(['packet_hash', 'told']).where('dossier', '=', dossier).execute();
  expect((await kept())[0]?.told).not.toBeNull();
  await inTransaction(province.db, (tx) => eraseStored(tx, [{ id: systemRandom.id(), of: dossier, events: [] }], 1));
  expect(await kept()).toEqual([{ packet_hash: '', told: null }]);
});

test('the office is named by id, code, or the head of the code; unknown, no office is made up', async () => {
  const office = async (over: Record<string, unknown>) => {
    const [row] = await rows([packet(over)]);
    return row?.end === 'taken' ? row.office : row?.end === 'wrong' ? row.faults[0]?.field : null;
  };
  expect(await office({ MaHoSo: 'A-1', DonViXuLy: OTHER })).toBe(OTHER);
  expect(await office({ MaHoSo: 'A-2', DonViXuLy: 'H20.58' })).toBe(OTHER);
  expect(await office({ MaHoSo: 'H20.58-261124-900001', DonViXuLy: 'Văn phòng' })).toBe(OTHER);
  expect(await office({ MaHoSo: 'H20.99-261124-900001' })).toBe('DonViXuLy');
  expect(await office({ MaHoSo: 'A-3' })).toBe('DonViXuLy');
});

test('an unknown procedure keeps the portal’s words; a dossier in the middle of its life begins nothing', async () => {
  const [row] = await rows([packet({ MaTTHC: '9.999999', TenTTHC: 'Thủ tục mới', TenLinhVuc: 'Mới' })]);
  const [event] = await bodiesOf(row?.end === 'taken' ? row.dossier : '');
  expect(event?.body).toMatchObject({
    intake: { procedure: { code: '9.999999', shortName: 'Thủ tục mới', field: 'Mới', caseId: '' } },
  });
  const [middle] = await rows([packet({ TrangThaiHoSo: '4' })]);
  expect(middle).toMatchObject({ end: 'wrong', faults: [{ field: 'TrangThaiHoSo' }] });
  const [much] = await rows([packet({ DanhSachLePhi: [{ Gia: '999999999999' }, { Gia: '999999999999' }] })]);
  expect(much).toMatchObject({ end: 'wrong', faults: [{ field: 'DanhSachLePhi' }] });
});

test('without a key that holds nothing is read', async () => {
  for (const key of ['', 'x', `qmc_${'b'.repeat(43)}`, "' or 1=1 --"]) {
    const answer = await send([packet()], key);
    expect([answer.status, answer.code]).toEqual([401, 'SV-08']);
  }
  const id = systemRandom.id();
  const gone = `qmc_${'c'.repeat(43)}`;
  await insertApiKey(province.db, { id, name: 'Cũ', hash: sha256(gone), created_at: 1 });
  expect((await send([packet()], gone)).status).toBe(200);
  await revokeApiKey(province.db, id, 2);
  expect((await send([packet()], gone)).status).toBe(401);
});

test('only the portal hands dossiers in from afar: a desk that says so is kept apart', async () => {
  const [taken] = await rows([packet()]);
  const [event] = await bodiesOf(taken?.end === 'taken' ? taken.dossier : '');
  const writer = testWriter({ device: desk.place.device, log: desk.place.log, office: OFFICE }, desk.key);
  const forged = writer.write(event?.body ?? {}, { type: 'dossier.submitted' });
  const reply = await desk.ask('POST', '/v1/push', { log: desk.place.log, events: [forged] });
  expect(reply.as(pushReplySchema).verdicts).toMatchObject([{ end: 'quarantined', reason: 'XV-04' }]);
});

test('the office goes on with it, and the export says so in the exchange’s own words', async () => {
  const other = await province.enrol(OTHER);
  const [taken] = await rows([packet({ MaHoSo: 'H20.58-261124-900077', GhiChu: 'gấp' })]);
  if (taken?.end !== 'taken') throw new Error('not taken');
  const [submitted] = await bodiesOf(taken.dossier, other);
  const writer = testWriter({ device: other.place.device, log: other.place.log, office: OTHER }, other.key);
  const received = writer.receive(
    { receivingOffice: OTHER, competentOffice: OTHER, channel: 'ONLINE' },
    { aggregateId: taken.dossier, after: [submitted?.envelope.id ?? ''] },
  );
  const reply = await other.ask('POST', '/v1/push', { log: other.place.log, events: [received] });
  expect(reply.as(pushReplySchema).verdicts).toMatchObject([{ end: 'applied' }]);
  const { packets, left } = await exportDossiers(province.db, { office: OTHER, since: '2026-11-01' });
  expect(left).toBe(0);
  expect(packets.DongBoHoSoMC.data.find(({ MaHoSo }) => MaHoSo === 'H20.58-261124-900077')).toMatchObject({
    TrangThaiHoSo: '2',
    HinhThuc: '1',
    MaTTHC: '1.001193',
  });
  const steps = packets.CapNhatTienDoHoSoMC.filter(({ MaHoSo }) => MaHoSo === 'H20.58-261124-900077');
  expect(steps.map(({ NoiDungXuLy, TrangThai }) => [NoiDungXuLy, TrangThai])).toEqual([
    ['Nộp hồ sơ từ xa', '1'],
    ['Tiếp nhận hồ sơ', '2'],
  ]);
  // What goes out can come in again elsewhere: the same fields, read by the same rules.
  expect((await exportDossiers(province.db, { office: CENTRE, since: '' })).packets.DongBoHoSoMC.data).toEqual([]);
  expect((await exportDossiers(province.db, { office: OTHER, since: '2099-01-01' })).packets.DongBoHoSoMC.data).toEqual(
    [],
  );
});
