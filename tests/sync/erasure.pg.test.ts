import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import type { ReceiptContent } from '../../contract/desk/receipt.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { systemClock } from '../../main/clock.ts';
import { completeReceipt } from '../harness/complete-receipt.ts';
import { backUp, keyOf, putBack, rowsIn, viewsIn, type DeskAt } from '../harness/desk-at.ts';
import { erasingOffices, ORDER, withoutHints } from '../harness/erasing-offices.ts';
import { foundInFolder } from '../harness/found-in-folder.ts';
import { jpeg } from '../harness/paper-files.ts';
import { copyOf } from '../harness/put-back.ts';
import { sendFile } from '../harness/send-file.ts';
import { OFFICE } from '../harness/test-server.ts';

/**
 * Erasure by law, end to end: real desks on real SQLite files, the real server on real PostgreSQL. What a dossier said of
 * a person is looked for byte by byte, in every page of every file, before and after.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const NAME = 'Trịnh Thị Gieohạt';
const PLANTED = [NAME, 'gieohat', '087199012399', '0918273699', 'ấp Vườn Ươm 7', 'giấy có ghi tay', 'nháp gõ dở'];
/** What stands in the codes of papers, words and notes as it is folded for the search. */
const PERSON: Partial<ReceiptContent> = {
  applicant: {
    kind: 'citizen',
    name: NAME,
    personalId: '087199012399',
    oldId: '',
    birthDate: '14/08/1996',
    sex: 'female',
    address: 'ấp Vườn Ươm 7, xã Mẫu Đất',
    phone: '0918273699',
    email: '',
    taxCode: '',
    source: { kind: 'typed', at: '2026-11-23T10:39:00' },
  },
  resultWay: 'post',
  resultAddress: 'ấp Vườn Ươm 7, xã Mẫu Đất',
  note: 'giấy có ghi tay riêng',
  feeAmount: 8000,
  feePaid: 'cash',
  feeReceipt: 'BL-0007',
};

const world = erasingOffices();
const { run } = world;
const desk = (counter: string): Promise<DeskAt> => world.desk(OFFICE, counter);
const NOW = { ...ORDER, yes: true };

const found = (bytes: Buffer | string): string[] => PLANTED.filter((each) => bytes.includes(each));

/** What is found in a closed desk's folder. */
const foundIn = (dataDir: string): Record<string, string[]> => foundInFolder(dataDir, keyOf(dataDir).key, PLANTED);

async function foundInTables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public'`.execute(world.province.db);
  const texts: string[] = [];
  for (const { name } of rows) {
    const table = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
      world.province.db,
    );
    texts.push(...table.rows.map(({ row }) => row));
  }
  return found(texts.join('\n'));
}

/** A dossier with its draft typed over and over, a slip, a copy of it, a digitised paper and a message. */
async function planted(at: DeskAt): Promise<{ dossierId: string; code: string; fileId: string }> {
  const content = await completeReceipt(at, PERSON);
  const draft = await at.call('draft.create', { from: null });
  let revision = draft.revision;
  for (let n = 0; n < 12; n++) {
    const note = `nháp gõ dở ${NAME} `.repeat(n + 1);
    ({ revision } = await at.call('draft.save', { id: draft.id, revision, content: { ...content, note } }));
  }
  const { dossierId, code } = await at.call('receipt.receive', { draftId: draft.id, revision, content });
  const { slip } = await at.call('slip.print', { dossierId, form: '01', about: null });
  await at.call('slip.reprint', { slipId: slip.slipId, reason: `${NAME} làm mất` });
  await at.call('cash.print', { date: localDateTime(systemClock.now()).slice(0, 10), counter: null });
  const scan = await sendFile(at, jpeg(dossierId.length), { name: `${NAME}.jpg`, madeFrom: 'scanner' });
  const { fileId } = await at.call('digitise.attach', {
    dossierId,
    paperId: null,
    description: {
      documentType: 'DON',
      ownerId: '087199012399',
      title: `Tờ khai của ${NAME}`,
      summary: 'giấy có ghi tay',
      validFrom: null,
      validTo: null,
      scope: 'dossier',
    },
    pages: [{ fileId: scan.fileId, page: 0, turn: 0 }],
    done: [scan.fileId],
    matched: true,
  });
  await at.until(
    'dossier.get',
    { id: dossierId },
    ({ stand }) => stand.state === 'inProvince' && stand.scans.waiting === 0,
  );
  return { dossierId, code, fileId };
}

const heard = (at: DeskAt, id: string) => at.until('dossier.get', { id }, ({ erased }) => erased.length > 0);
/** When files and copies follow the database. */
const followed = (at: DeskAt) =>
  at.until('status.get', {}, () =>
    rowsIn<{ step: string }>(at.dataDir, 'SELECT step FROM erasure').every(
      ({ step }) => step === 'compact' || step === 'done',
    ),
  );

test('what was erased by law is nowhere any more, at the province and at every desk; all else goes on', async () => {
  const one = await desk(`${OFFICE}-q1`);
  const two = await desk(`${OFFICE}-q2`);
  const { dossierId, code, fileId } = await planted(one);
  const other = await one.receive();
  await two.until('dossier.recent', { limit: 50 }, (rows) =>
    [dossierId, other.dossierId].every((id) => rows.some((row) => row.id === id)),
  );
  // A copy of the day, and a desk that hears nothing for now.
  await one.close();
  await backUp(one.dataDir);
  await two.close();
  await backUp(two.dataDir);
  for (const { dataDir } of [one, two]) {
    const hits = foundIn(dataDir);
    expect(hits['desk.db']).toEqual(expect.arrayContaining([NAME, 'gieohat', '0918273699']));
    expect(Object.keys(hits).filter((name) => /^desk-.*\.db$/.test(name))).not.toEqual([]);
  }
  expect(await foundInTables()).toEqual(expect.arrayContaining([NAME, '087199012399', 'giấy có ghi tay']));

  await one.open();
  const copies = rowsIn<{ n: number }>(one.dataDir, 'SELECT count(*) AS n FROM slip');
  await run('erase', [code], NOW);
  expect(await foundInTables()).toEqual([]);
  const page = await heard(one, dossierId);
  expect(page.erased).toEqual([
    {
      what: expect.objectContaining({
        vi: 'Xóa nội dung hồ sơ theo văn bản 12/2026/QĐ-TA ngày 20/11/2026 của Tòa án nhân dân khu vực 9',
      }) as unknown,
      reason: expect.objectContaining({ vi: 'Lý do: Luật Bảo vệ dữ liệu cá nhân, Điều 14' }) as unknown,
    },
  ]);
  expect(page).toMatchObject({ applicant: null, flags: [], row: { code, name: '' } });
  expect(found(JSON.stringify(page))).toEqual([]);
  // By its code alone.
  const byCode = await one.call('search.all', { text: code, limit: 5 });
  expect(byCode.dossiers.map(({ id }) => id)).toEqual([dossierId]);
  for (const text of [NAME, 'gieohat', '087199012399', '0918273699']) {
    expect([text, ...(await one.call('search.all', { text, limit: 5 })).dossiers]).toEqual([text]);
  }
  expect((await one.call('search.all', { text: 'Nguyễn Thị Hồng', limit: 5 })).dossiers.map(({ id }) => id)).toEqual([
    other.dossierId,
  ]);
  // The ledger still counts its slips; what stood on them is gone, and none can be made again.
  const slips = await one.call('slip.list', { dossierId });
  expect(slips.map(({ form, issue }) => [form, issue])).toEqual([
    ['01', 1],
    ['01', 2],
  ]);
  expect(rowsIn<{ n: number }>(one.dataDir, 'SELECT count(*) AS n FROM slip')).toEqual(copies);
  for (const call of [
    () => one.call('slip.pdf', { slipId: slips[0]?.slipId ?? '' }),
    () => one.call('slip.reprint', { slipId: slips[0]?.slipId ?? '', reason: 'làm mất phiếu' }),
    () => one.call('slip.print', { dossierId, form: '01', about: null }),
  ]) {
    await expect(call()).rejects.toThrow(/IN-07/);
  }
  // A list that named the person is made again, without.
  const { slip: list } = await one.call('cash.print', {
    date: localDateTime(systemClock.now()).slice(0, 10),
    counter: null,
  });
  const { pdf } = await one.call('slip.pdf', { slipId: list.slipId });
  const printed = Buffer.from(pdf, 'base64url').toString('utf8');
  expect([printed.includes(code), found(printed)]).toEqual([true, []]);
  await followed(one);
  await one.close();
  expect(foundIn(one.dataDir)).toEqual({});
  expect(readdirSync(one.dataDir, { recursive: true }).filter((name) => String(name).endsWith(fileId))).toEqual([]);
  expect(readdirSync(join(one.dataDir, 'backups')).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  // Written anew at the next start, and the copies after it.
  await one.open();
  await followed(one);
  await one.close();
  expect(rowsIn(one.dataDir, 'SELECT step FROM erasure')).toEqual([{ step: 'done' }]);
  expect(foundIn(one.dataDir)).toEqual({});

  // The desk that was off hears it later, and is shown the same, byte for byte.
  expect(foundIn(two.dataDir)['desk.db']).toContain(NAME);
  await two.open();
  await heard(two, dossierId);
  await followed(two);
  await two.close();
  expect(foundIn(two.dataDir)).toEqual({});
  // One that comes new to the office is told what may stay, and no more.
  const three = await desk(`${OFFICE}-q1`);
  expect((await heard(three, dossierId)).row.code).toBe(code);
  await three.until('dossier.recent', { limit: 50 }, (list) => list.some((row) => row.id === other.dossierId));
  await three.close();
  expect(foundIn(three.dataDir)).toEqual({});
  const rows = await world.province.db.selectFrom('dossier_view').select(['id', 'view']).execute();
  for (const { dataDir } of [one, two, three]) {
    const views = viewsIn(dataDir);
    expect(views.size).toBe(rows.length);
    for (const { id, view } of rows) expect(views.get(id)).toBe(view);
  }
});

test('a copy kept elsewhere and put back is erased before anybody sees it, with no line', async () => {
  const one = await desk(`${OFFICE}-q1`);
  const { dossierId, code } = await planted(one);
  await one.close();
  await backUp(one.dataDir);
  // On a stick in somebody's drawer.
  const [newest = ''] = readdirSync(join(one.dataDir, 'backups'))
    .filter((name) => /^desk-.*\.db$/.test(name))
    .sort()
    .reverse();
  const stick = readFileSync(join(one.dataDir, 'backups', newest));
  await one.open();
  await run('erase', [code], NOW);
  await heard(one, dossierId);
  await followed(one);
  await one.close();
  writeFileSync(join(one.dataDir, 'backups', 'desk-2099-12-31T00-00-00.db'), stick);
  putBack(one.dataDir);
  expect(foundIn(one.dataDir)['desk.db']).toContain(NAME);
  one.line = () => Promise.reject(new TypeError('no line'));
  await one.open();
  const page = await one.call('dossier.get', { id: dossierId });
  expect([page.erased.length, page.applicant]).toEqual([1, null]);
  await followed(one);
  await one.close();
  expect(foundIn(one.dataDir)).toEqual({});
  // It goes on, in a new log.
  one.line = withoutHints;
  await one.open();
  await one.receive();
  await one.drained();
  expect(await foundInTables()).toEqual([]);
});

test('the province put back from an older copy erases again; what desks send again brings nothing back', async () => {
  const one = await desk(`${OFFICE}-q1`);
  const { dossierId, code } = await planted(one);
  const kept = await copyOf(world.province.db);
  await run('erase', [code], NOW);
  // This desk is off: it has not heard, and has everything still.
  await one.close();
  await kept();
  await run('restored', []);
  expect(await foundInTables()).toEqual([]);
  await one.open();
  await heard(one, dossierId);
  await one.drained();
  await followed(one);
  await one.close();
  expect(foundIn(one.dataDir)).toEqual({});
  const row = await world.province.db
    .selectFrom('dossier_view')
    .select('view')
    .where('id', '=', dossierId)
    .executeTakeFirst();
  expect(viewsIn(one.dataDir).get(dossierId)).toBe(row?.view);
  expect(await foundInTables()).toEqual([]);
  await sql`drop schema kept cascade`.execute(world.province.db);
});
