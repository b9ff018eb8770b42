import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey, sealerOf } from '../../contract/signing.ts';
import { GENESIS, seal } from '../../domain/log/envelope.ts';
import { completeReceipt, receiveComplete } from '../../tests/harness/complete-receipt.ts';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import { enrolledFolder, MONDAY_10_42, OFFICE, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { fakeProvince, settle } from '../../tests/harness/fake-province.ts';
import { openTestDesk, textPrinter, type TestDesk } from '../../tests/harness/test-desk.ts';
import { virtualClock } from '../../tests/harness/virtual-clock.ts';
import type { SlipPrinter } from '../print/printer.ts';
import { bodyOf } from '../store/store.ts';

/** Computers with wrong clocks: work goes on, nothing typed is lost, and the screen says so. */

const DAY = 86_400_000;
const YEAR = 365 * DAY;

let folder: EnrolledFolder;
let desk: TestDesk;

beforeEach(async () => {
  folder = await enrolledFolder();
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

test.each([
  ['-271821', -8_640_000_000_000_000],
  ['1900', Date.UTC(1900, 0, 1)],
  ['1970', 0],
  ['1980', Date.UTC(1980, 0, 1)],
  ['2000', Date.UTC(2000, 0, 1)],
  ['2019', Date.UTC(2019, 5, 1)],
  ['2027', Date.UTC(2027, 10, 23)],
  ['2099', Date.UTC(2099, 11, 1)],
  ['2150', Date.UTC(2150, 0, 1)],
  ['10000', Date.UTC(10_000, 0, 1)],
  ['275760', 8_640_000_000_000_000],
])('in the year %s by this machine every call answers', async (_year, now) => {
  desk = await openTestDesk(folder.path, { clock: virtualClock(now) });
  await desk.call('session.get', {});
  const { warning } = (await desk.call('status.get', {})).clock;
  const impossible = now < MONDAY_10_42 || now > Date.UTC(2100, 0, 1);
  expect(warning === null).toBe(!impossible);
  const signedIn = await desk.try('session.signIn', { login: 'ngan', password: 'mat-khau-ngan' });
  // A year ahead of the last contact is past the thirty days.
  expect(signedIn.ok ? null : signedIn.error.code).toBe(now > MONDAY_10_42 ? 'DN-07' : null);
  if (!signedIn.ok) return;
  const content = await completeReceipt(desk, { dueEntered: { date: '2027-01-11', reason: 'đồng hồ sai' } });
  const assessed = await desk.call('receipt.assess', { content });
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content });
  await desk.call('draft.list', {});
  const reply = await desk.try('receipt.receive', { draftId: draft.id, revision: 1, content });
  expect(reply.ok ? null : reply.error.code).toBe(assessed.missing.length > 0 ? 'TN-01' : null);
  for (const row of await desk.call('dossier.recent', { limit: 5 })) await desk.call('dossier.get', { id: row.id });
  await desk.call('search.all', { text: 'nhung', limit: 5 });
});

test('a clock put back behind what this machine has seen is told, and no receipt is dated before that', async () => {
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
  desk.clock.setWall(MONDAY_10_42 - YEAR);
  const status = await desk.call('status.get', {});
  expect(status.clock.warning?.vi).toContain('chạy lùi');
  expect(status.clock.now >= '2026-11-23T10:42:00').toBe(true);
  const draft = await desk.call('draft.create', { from: null });
  const content = await completeReceipt(desk);
  await desk.call('receipt.receive', { draftId: draft.id, revision: 0, content });
  expect((await desk.call('dossier.get', { id: draft.id })).row.receivedAt >= '2026-11-23T10:42:00').toBe(true);
});

test('a slip is dated by the province’s time where it is known, and says so where the clock here is known to be wrong', async () => {
  let cut = false;
  const pages: string[] = [];
  const printer: SlipPrinter = {
    ...textPrinter,
    makePdf: (html, page) => {
      pages.push(html);
      return textPrinter.makePdf(html, page);
    },
  };
  const province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, {
    printer,
    fetch: (url, init) => (cut ? Promise.reject(new TypeError('no line')) : province.fetch(url, init)),
  });
  await desk.signIn('ngan');
  const print = async (): Promise<string> => {
    const { dossierId } = await receiveComplete(desk);
    await desk.call('slip.print', { dossierId, form: '01', about: null });
    return pages.at(-1) ?? '';
  };
  // Two hours slow, and the province has said so: the paper has the province's time, and nothing to warn of.
  province.answers.set('/v1/time', () => Response.json({ now: MONDAY_10_42 }));
  desk.clock.setWall(MONDAY_10_42 - 7_200_000);
  await province.round(desk);
  const right = await print();
  expect(right).toContain('10 giờ 42');
  expect(right).not.toContain('Đồng hồ máy sai');
  // A year back, with no line: what the paper says cannot be trusted, and it says so itself.
  cut = true;
  desk.clock.setWall(MONDAY_10_42 - YEAR);
  const marked = 'Đồng hồ máy sai lúc in, ngày giờ trên giấy này cần đối chiếu.';
  expect(await print()).toContain(marked);
  // Of what no dossier stands for yet, of what has no dossier at all, and of books: the same.
  const visit = { procedureCode: '1.001193', channel: 'DIRECT' } as const;
  const { cases } = await desk.call('advice.sheet', { ...visit, caseId: null });
  const { adviceId } = await desk.call('advice.give', {
    ...visit,
    id: '7b0c9a8e-1111-4222-8333-444455556666',
    caseId: cases[0]?.id ?? '',
    name: '',
    way: 'paper',
    note: '',
  });
  await desk.call('advice.print', { adviceId });
  expect(pages.at(-1)).toContain(marked);
  const [waiting] = (await desk.call('handover.today', {})).out;
  const [slip] = await desk.call('dossier.recent', { limit: 1 });
  const target = { side: 'out', key: waiting?.key ?? '' } as const;
  await desk.call('handover.scan', { raw: slip?.code ?? '', target, anyway: false });
  const { batchId } = await desk.call('handover.close', { key: target.key, shortBecause: 'mang phần đã có' });
  await desk.call('handover.printList', { batchId });
  expect(pages.at(-1)).toContain(marked);
  const book = { year: 2026, from: null, to: null, field: null, timeliness: 'all' } as const;
  await desk.call('book.pdf', book);
  expect(pages.at(-1)).toContain(marked);
  const preview = await desk.call('receipt.previewSlip', { content: await completeReceipt(desk) });
  expect(preview.values).toMatchObject({ clockWrong: true });
});

test('a clock that jumps forward for an hour takes no draft with it', async () => {
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content: await completeReceipt(desk) });
  desk.clock.setWall(MONDAY_10_42 + YEAR);
  desk.clock.advance(3_600_000);
  desk.clock.setWall(MONDAY_10_42 + 3_600_000);
  await desk.call('session.unlock', { secret: 'mat-khau-ngan' });
  expect(await desk.call('draft.list', {})).toMatchObject([{ id: draft.id }]);
});

test('a draft of more than seven days is gone once the province has confirmed the clock', async () => {
  const province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content: await completeReceipt(desk) });
  province.answers.set('/v1/time', () => Response.json({ now: desk.clock.now() }));
  desk.clock.advance(8 * DAY);
  await settle();
  await province.round(desk);
  desk.clock.advance(16 * 60_000);
  await desk.call('session.unlock', { secret: 'mat-khau-ngan' });
  expect(await desk.call('draft.list', {})).toEqual([]);
});

test('a clock set while the line is up is measured again with the next round', async () => {
  const province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await province.round(desk);
  desk.clock.setWall(MONDAY_10_42 - YEAR);
  await province.round(desk);
  const { now } = (await desk.call('status.get', {})).clock;
  expect(now.slice(0, 10)).toBe('2026-11-23');
});

test('copies dated in the future do not push out the copies of today', async () => {
  for (let n = 1; n < 9; n++) {
    const name = join(folder.path, 'backups', `desk-2030-01-0${n}T07-00-00.db`);
    writeFileSync(name, 'x');
    utimesSync(name, 1, 1);
  }
  writeFileSync(join(folder.path, 'backups', 'desk-2026-11-20T07-00-00.db.part'), 'x');
  desk = await openTestDesk(folder.path);
  const saved = new Promise<void>((resolve) => desk.desk.subscribe((topic) => topic === 'status' && resolve()));
  desk.clock.advance(1_500);
  await saved;
  while ((await desk.call('status.get', {})).backupAt === null) await settle();
  const names = readdirSync(join(folder.path, 'backups'));
  expect(names.filter((name) => name.startsWith('desk-2026-11-23'))).toHaveLength(1);
  expect(names.filter((name) => /\.db(\.part)?$/.test(name))).toHaveLength(7);
});

test('another desk’s clock, however wrong, stops neither the feed nor its page', async () => {
  const province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
  const events = [
    { device: 8_640_000_000_000_000, offset: Number.MAX_SAFE_INTEGER },
    { device: 0, offset: Number.MIN_SAFE_INTEGER },
    { device: 8_640_000_000_000_000, offset: null },
  ].map((at, n) =>
    seal(
      {
        id: `019ab000-0000-7000-9000-00000000000${n}`,
        device: '019ab000-0000-7000-8000-0000000000dd',
        log: `019ab000-0000-7000-8000-0000000000a${n}`,
        seq: 1,
        aggregate: 'dossier',
        aggregateId: `019ab000-0000-7000-9000-0000000000f${n}`,
        after: [],
        type: 'dossier.received',
        version: 1,
        actor: 'u-xa',
        approvedBy: null,
        at,
        prev: GENESIS,
      },
      bodyOf(inventedDossier(n, OFFICE)),
      'ab'.repeat(16),
      sealerOf(newSigningKey()),
    ),
  );
  const page = { epoch: '019ab000-0000-7000-8000-0000000000e0', events, verdicts: [], cursor: 'c1', more: false };
  province.answers.set('/v1/pull', () => Response.json(page));
  await province.round(desk);
  const rows = await desk.call('dossier.recent', { limit: 9 });
  expect(rows).toHaveLength(3);
  for (const { id } of rows) expect((await desk.call('dossier.get', { id })).story).toHaveLength(1);
});
