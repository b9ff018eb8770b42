import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallInput } from '../../../contract/desk.ts';
import { PIECE_BYTES } from '../../../contract/desk/piece-size.ts';
import { receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { jpeg, lockedPdf, scannedPdf } from '../../../tests/harness/paper-files.ts';
import { sendFile } from '../../../tests/harness/send-file.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';
import { SETTLED_MS } from './scanner-folder.ts';

let folder: EnrolledFolder;
let desk: TestDesk;
let dossierId: string;
let scanner = '';

beforeEach(async () => {
  folder = await enrolledFolder();
  scanner = mkdtempSync(join(tmpdir(), 'scanner-'));
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
  ({ dossierId } = await receiveComplete(desk));
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
  rmSync(scanner, { recursive: true, force: true });
});

const description: CallInput<'digitise.attach'>['description'] = {
  documentType: 'DON',
  ownerId: '087196004218',
  title: 'Tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
  summary: 'Tờ khai ngày 23/11/2026',
  validFrom: null,
  validTo: null,
  scope: 'dossier',
};

function attaching(fileIds: string[], over: Partial<CallInput<'digitise.attach'>> = {}): CallInput<'digitise.attach'> {
  const pages = fileIds.map((fileId) => ({ fileId, page: 0, turn: 0 as const }));
  return { dossierId, paperId: null, description, pages, done: fileIds, matched: true, ...over };
}

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return /: ([A-Z]{2}-\d\d) /.exec(String(error))?.[1] ?? String(error);
  }
  return 'nothing refused';
}

const vaultFiles = (): string[] =>
  readdirSync(join(folder.path, 'scans'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
const waitingNames = async (): Promise<string[]> =>
  (await desk.call('digitise.waiting', {})).scans.map((scan) => scan.name).toSorted();

test('pages from two files become one paper of the dossier, vouched for by who signed in', async () => {
  const photo = await sendFile(desk, jpeg(1), { name: 'anh-1.jpg', madeFrom: 'camera' });
  const scan = await sendFile(desk, await scannedPdf(3), { name: 'quet.pdf' });
  expect(await waitingNames()).toEqual(['anh-1.jpg', 'quet.pdf']);
  const row = await desk.call(
    'digitise.attach',
    attaching([], {
      pages: [
        { fileId: scan.fileId, page: 2, turn: 90 },
        { fileId: photo.fileId, page: 0, turn: 0 },
      ],
      done: [scan.fileId, photo.fileId],
    }),
  );
  expect(row).toMatchObject({
    ...description,
    pages: 2,
    madeFrom: 'camera',
    at: '2026-11-23T10:42:00',
    by: 'Lê Thị Kim Ngân',
    here: true,
    removedBecause: null,
  });
  expect(await desk.call('digitise.list', { dossierId })).toEqual([row]);
  // Only the paper itself is left; what it was made from is gone.
  expect(await waitingNames()).toEqual([]);
  expect(vaultFiles()).toEqual([row.fileId]);
  const { pdf } = await desk.call('digitise.save', { dossierId, fileId: row.fileId });
  const bytes = Buffer.from(pdf, 'base64url');
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.fileId);
  expect(bytes).toHaveLength(row.bytes);
});

test('it is still there after the program was started anew', async () => {
  const { fileId } = await sendFile(desk, jpeg(1));
  const row = await desk.call('digitise.attach', attaching([fileId]));
  await desk.desk.close();
  desk = await openTestDesk(folder.path);
  await desk.signIn('tam');
  expect(await desk.call('digitise.list', { dossierId })).toEqual([row]);
  const { pages } = await desk.call('digitise.view', { dossierId, fileId: row.fileId, from: 0 });
  expect(pages[0]?.picture?.bytes).toBe(Buffer.from(jpeg(1)).toString('base64url'));
});

test('a large file comes in by pieces, and a piece sent twice is one', async () => {
  const bytes = Buffer.concat([await scannedPdf(1), Buffer.alloc(PIECE_BYTES * 2, 0x20)]);
  const { intake } = await desk.call('digitise.begin', { name: 'a.pdf', bytes: bytes.length, madeFrom: 'file' });
  const send = (offset: number) =>
    desk.call('digitise.append', {
      intake,
      offset,
      piece: bytes.subarray(offset, offset + PIECE_BYTES).toString('base64url'),
    });
  await send(0);
  await send(0);
  expect(await refusal(send(PIECE_BYTES * 2))).toBe('SH-11');
  await send(PIECE_BYTES);
  expect(await refusal(desk.call('digitise.finish', { intake }))).toBe('SH-11');
});

test('pieces of one person are not gone on with by the next', async () => {
  const { intake } = await desk.call('digitise.begin', { name: 'a', bytes: 3, madeFrom: 'file' });
  const scan = await sendFile(desk, jpeg(1));
  await desk.call('session.signOut', {});
  await desk.signIn('tam');
  expect(await refusal(desk.call('digitise.append', { intake, offset: 0, piece: 'AAAA' }))).toBe('SH-11');
  expect(await waitingNames()).toEqual([]);
  expect(await refusal(desk.call('digitise.part', { fileId: scan.fileId, from: 0 }))).toBe('SH-11');
  expect(await refusal(desk.call('digitise.attach', attaching([scan.fileId])))).toBe('SH-11');
});

test('garbage is refused in words, and nothing of it is kept', async () => {
  expect(await refusal(sendFile(desk, Buffer.from('MZ')))).toBe('SH-01');
  expect(await refusal(sendFile(desk, await lockedPdf()))).toBe('SH-02');
  expect(await refusal(sendFile(desk, Buffer.from('%PDF-1.7')))).toBe('SH-05');
  const tooLarge = { name: 'a', bytes: 40_000_001, madeFrom: 'file' as const };
  expect(await refusal(desk.call('digitise.begin', tooLarge))).toBe('SH-04');
  expect(vaultFiles()).toEqual([]);
});

test('an identity paper the procedure keeps no copy of becomes no file, under no name', async () => {
  const { papers } = await desk.call('digitise.prepare', { dossierId });
  const identity = papers.find((paper) => paper.documentType === 'TUY-THAN');
  expect(identity).toMatchObject({ group: 'present', may: false });
  expect(papers.some((paper) => paper.may)).toBe(true);
  const { fileId } = await sendFile(desk, jpeg(1));
  const paperId = identity?.paperId ?? '';
  expect(await refusal(desk.call('digitise.attach', attaching([fileId], { paperId })))).toBe('SH-06');
  const named = attaching([fileId], { description: { ...description, documentType: 'TUY-THAN' } });
  expect(await refusal(desk.call('digitise.attach', named))).toBe('SH-06');
  expect(await desk.call('digitise.list', { dossierId })).toEqual([]);
});

test('no paper without its description, nor without the word that it matches', async () => {
  const { fileId } = await sendFile(desk, jpeg(1));
  const bare = attaching([fileId], { description: { ...description, summary: '' } });
  expect(await refusal(desk.call('digitise.attach', bare))).toBe('SH-07');
  expect(await desk.try('digitise.attach', { ...attaching([fileId]), matched: false })).toMatchObject({
    error: { code: 'GN-02' },
  });
  const twice = attaching([fileId, fileId]);
  expect(await desk.try('digitise.attach', twice)).toMatchObject({ error: { code: 'GN-02' } });
  expect(await desk.call('digitise.list', { dossierId })).toEqual([]);
});

test('the form is filled in from the dossier', async () => {
  const prepared = await desk.call('digitise.prepare', { dossierId });
  expect(prepared.ownerId).toBe('087196004218');
  expect(prepared.code).toMatch(/^H20\.57-/);
  expect(prepared.papers.find((paper) => paper.documentType === 'DON')).toMatchObject({ may: true });
});

test('every look is written down: who, when, which pages, and how', async () => {
  const scan = await sendFile(desk, await scannedPdf(3));
  const pages = [0, 1, 2].map((page) => ({ fileId: scan.fileId, page, turn: 0 as const }));
  const { fileId } = await desk.call('digitise.attach', attaching([], { pages, done: [scan.fileId] }));
  const shown = await desk.call('digitise.view', { dossierId, fileId, from: 1 });
  expect(shown.pages).toHaveLength(2);
  expect(shown.next).toBeNull();
  desk.clock.advance(60_000);
  await desk.call('session.signOut', {});
  await desk.signIn('thao');
  await desk.call('digitise.save', { dossierId, fileId });
  expect(await refusal(desk.call('digitise.views', { dossierId, fileId }))).toBe('DN-05');
  await desk.call('session.signOut', {});
  await desk.signIn('phuoc');
  expect(await desk.call('digitise.views', { dossierId, fileId })).toEqual([
    { at: '2026-11-23T10:43:00', who: 'Bùi Thị Thanh Thảo', why: 'saved', fromPage: 0, toPage: 2 },
    { at: '2026-11-23T10:42:00', who: 'Lê Thị Kim Ngân', why: 'screen', fromPage: 1, toPage: 2 },
  ]);
});

test('a file that was changed on the disk is not opened, one that is gone is told', async () => {
  const scan = await sendFile(desk, jpeg(1));
  const { fileId } = await desk.call('digitise.attach', attaching([scan.fileId]));
  const path = join(folder.path, 'scans', fileId.slice(0, 2), fileId);
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.concat([whole.subarray(0, -1), Buffer.from([1])]));
  expect(await refusal(desk.call('digitise.view', { dossierId, fileId, from: 0 }))).toBe('SH-09');
  rmSync(path);
  expect(await refusal(desk.call('digitise.save', { dossierId, fileId }))).toBe('SH-17');
  expect((await desk.call('digitise.list', { dossierId }))[0]?.here).toBe(false);
});

test('a paper taken out says why, is not shown any more, and can be put in again', async () => {
  const scan = await sendFile(desk, jpeg(1));
  const { fileId } = await desk.call('digitise.attach', attaching([scan.fileId]));
  await desk.call('digitise.remove', { dossierId, fileId, reason: 'gắn nhầm hồ sơ' });
  expect(await refusal(desk.call('digitise.view', { dossierId, fileId, from: 0 }))).toBe('SH-12');
  expect(await refusal(desk.call('digitise.remove', { dossierId, fileId, reason: 'lần nữa' }))).toBe('SH-12');
  const again = await sendFile(desk, jpeg(1));
  await desk.call('digitise.attach', attaching([again.fileId]));
  const list = await desk.call('digitise.list', { dossierId });
  expect(list.map((row) => row.removedBecause)).toEqual(['gắn nhầm hồ sơ', null]);
});

/** Lets the folder be looked at until the list is as wanted. */
async function untilWaiting(names: string[]): Promise<void> {
  await expect
    .poll(
      () => {
        desk.clock.advance(SETTLED_MS);
        return waitingNames();
      },
      { interval: 1 },
    )
    .toEqual(names);
}

test('a scan of the scanner waits, stays in its folder until it is in the dossier, and then goes', async () => {
  const file = join(scanner, 'SCAN0001.pdf');
  writeFileSync(file, await scannedPdf(2));
  expect(await desk.call('digitise.setFolder', { path: scanner })).toEqual({ path: scanner, readable: true });
  await untilWaiting(['SCAN0001.pdf']);
  const [scan] = (await desk.call('digitise.waiting', {})).scans;
  const fileId = scan?.fileId ?? '';
  expect(scan).toMatchObject({ pages: 2, madeFrom: 'scanner' });
  expect(vaultFiles()).toEqual([fileId]);
  expect(existsSync(file)).toBe(true);
  const { pages, next } = await desk.call('digitise.part', { fileId, from: 0 });
  expect([pages.length, next]).toEqual([2, null]);
  const row = await desk.call('digitise.attach', attaching([fileId]));
  expect(row.madeFrom).toBe('scanner');
  expect(existsSync(file)).toBe(false);
  expect(vaultFiles()).toEqual([row.fileId]);
});

test('a scan thrown away goes from the folder too, but never what the scanner wrote in its place since', async () => {
  const [first, second] = [join(scanner, 'a.pdf'), join(scanner, 'b.jpg')];
  writeFileSync(first, await scannedPdf(1));
  writeFileSync(second, jpeg(2));
  await desk.call('digitise.setFolder', { path: scanner });
  await untilWaiting(['a.pdf', 'b.jpg']);
  const scans = (await desk.call('digitise.waiting', {})).scans;
  writeFileSync(second, jpeg(3));
  for (const { fileId } of scans) await desk.call('digitise.discard', { fileId });
  expect(readdirSync(scanner)).toEqual(['b.jpg']);
  await untilWaiting(['b.jpg']);
});

test('what cannot be taken from the folder is named with its reason', async () => {
  writeFileSync(join(scanner, 'a.tif'), 'II*\0 a fax');
  writeFileSync(join(scanner, 'b.jpg'), jpeg(2));
  await desk.call('digitise.setFolder', { path: scanner });
  await untilWaiting(['b.jpg']);
  const { unusable } = await desk.call('digitise.waiting', {});
  expect(unusable).toEqual([{ name: 'a.tif', code: 'SH-01' }]);
});

test('the folder of the scanner is remembered; another’s, a missing one, and our own data are refused', async () => {
  for (const path of [folder.path, join(folder.path, 'scans'), join(scanner, 'none'), 'scans', '/']) {
    expect(await refusal(desk.call('digitise.setFolder', { path }))).toBe('SH-10');
  }
  await desk.call('digitise.setFolder', { path: scanner });
  await desk.desk.close();
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
  expect((await desk.call('digitise.waiting', {})).folder.path).toBe(scanner);
  await desk.call('digitise.setFolder', { path: null });
  expect((await desk.call('digitise.waiting', {})).folder.path).toBeNull();
});
