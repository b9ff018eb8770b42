import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallOutput } from '../../contract/desk.ts';
import { completeReceipt } from '../harness/complete-receipt.ts';
import { jpeg } from '../harness/paper-files.ts';
import { sendFile } from '../harness/send-file.ts';
import { textPrinter } from '../harness/test-desk.ts';
import { openWorld, type DeskUser, type World, type WorldDesk } from '../harness/world.ts';

/** A counter scans, the unit's desk opens it: two whole desks, the whole server, real PostgreSQL. */

const OFFICE = 'xa-29905';
let world: World;
let counterDesk: WorldDesk;
let unitDesk: WorldDesk;
let counter: DeskUser;
let unit: DeskUser;

beforeAll(async () => {
  world = await openWorld({ start: '2026-11-23T10:42:00', printer: () => textPrinter });
  counterDesk = await world.desk({ office: OFFICE, counter: `${OFFICE}-q3`, place: 'Quầy 3' });
  unitDesk = await world.desk({ office: OFFICE, counter: `${OFFICE}-kt`, place: 'Phòng Kinh tế', use: 'unit' });
  counter = await counterDesk.as('ngan');
  unit = await unitDesk.as('hoa');
});
afterAll(() => world.close());

const description = {
  documentType: 'DON',
  ownerId: '087196004218',
  title: 'Tờ khai',
  summary: 'Tờ khai ngày 23/11/2026',
  validFrom: null,
  validTo: null,
  scope: 'dossier' as const,
};

async function digitised(n: number): Promise<{ dossierId: string; fileId: string }> {
  const draft = await counter.call('draft.create', { from: null });
  const content = await completeReceipt(counter);
  const { dossierId } = await counter.call('receipt.receive', { draftId: draft.id, revision: 0, content });
  const scan = await sendFile(counter, jpeg(n), { madeFrom: 'scanner' });
  const { fileId } = await counter.call('digitise.attach', {
    dossierId,
    paperId: null,
    description,
    pages: [{ fileId: scan.fileId, page: 0, turn: 0 }],
    done: [scan.fileId],
    matched: true,
  });
  return { dossierId, fileId };
}

/** The papers of a dossier at the unit's desk, once it has heard of one. */
async function atUnit(dossierId: string): Promise<CallOutput<'digitise.list'>> {
  for (;;) {
    let unsubscribe = (): void => undefined;
    const changed = new Promise<void>((resolve) => (unsubscribe = unitDesk.desk.subscribe(() => resolve())));
    const reply = await unit.try('digitise.list', { dossierId });
    if (!(reply.ok && reply.value.length > 0)) await changed;
    unsubscribe();
    if (reply.ok && reply.value.length > 0) return reply.value;
  }
}

test('a paper scanned at the counter says it waits, then that it is sent, and opens at the unit, which is written down', async () => {
  counterDesk.setLine(false);
  const { dossierId, fileId } = await digitised(1);
  const [waiting] = await counter.call('digitise.list', { dossierId });
  expect(waiting).toMatchObject({ here: true, sent: 'waiting' });
  expect((await counter.call('status.get', {})).scans).toEqual({ waiting: 1, setAside: 0 });
  expect((await counter.call('dossier.get', { id: dossierId })).stand.scans).toEqual({ waiting: 1, setAside: 0 });
  counterDesk.setLine(true);
  await counter.until('digitise.list', { dossierId }, (rows) => rows[0]?.sent === 'sent');
  expect((await counter.call('dossier.get', { id: dossierId })).stand).toMatchObject({
    state: 'inProvince',
    scans: { waiting: 0, setAside: 0 },
  });

  const [elsewhere] = await atUnit(dossierId);
  expect(elsewhere).toMatchObject({ here: false, sent: null });
  const seen = await unit.call('digitise.view', { dossierId, fileId, from: 0 });
  expect(seen.pages).toHaveLength(1);
  const [kept] = await unit.call('digitise.list', { dossierId });
  expect(kept).toMatchObject({ here: true, sent: 'sent' });
  const me = (await unit.call('session.get', {})).user?.id;
  const fetched = await world.rows('select person, office, dossier from scan_fetch where hash = $1', [fileId]);
  expect(fetched).toEqual([{ person: me, office: OFFICE, dossier: dossierId }]);
  // It is here now: another look asks nobody.
  unitDesk.setLine(false);
  expect((await unit.call('digitise.view', { dossierId, fileId, from: 0 })).pages).toHaveLength(1);
  unitDesk.setLine(true);
});

test('a paper that vanished from the disk stands in the tray with its reason; the unit is told it is not there', async () => {
  counterDesk.setLine(false);
  const { dossierId, fileId } = await digitised(2);
  rmSync(join(counterDesk.dataDir, 'scans', fileId.slice(0, 2), fileId));
  counterDesk.setLine(true);
  await counter.until('status.get', {}, ({ scans }) => scans.setAside === 1);
  const row = (await counter.call('attention.list', {})).find((each) => each.kind === 'scan');
  expect(row).toMatchObject({ dossierId, problem: 'SH-18', key: `scan ${fileId}` });
  expect(row?.title.vi).toBe('Tờ khai: Tệp không còn trên máy này nên không gửi được về tỉnh.');
  const opened = await counter.call('attention.open', { dossierId, key: row?.key ?? '' });
  expect(opened.mayNot?.vi).toContain('tự hết');
  expect((await counter.call('status.get', {})).attention).toBe(1);
  const page = await counter.call('dossier.get', { id: dossierId });
  expect(page.stand.scans).toEqual({ waiting: 0, setAside: 1 });
  // The dossier itself was held up by nothing.
  await counter.until('dossier.get', { id: dossierId }, ({ stand }) => stand.state === 'inProvince');

  await atUnit(dossierId);
  const refused = await unit.try('digitise.view', { dossierId, fileId, from: 0 });
  expect(refused.ok ? 'opened' : refused.error.code).toBe('SH-16');
  unitDesk.setLine(false);
  const cut = await unit.try('digitise.view', { dossierId, fileId, from: 0 });
  expect(cut.ok ? 'opened' : cut.error.code).toBe('SH-17');
  unitDesk.setLine(true);

  await counter.call('digitise.remove', { dossierId, fileId, reason: 'quét lại' });
  expect((await counter.call('attention.list', {})).filter((each) => each.kind === 'scan')).toEqual([]);
});

test('the counter’s disk is lost and the province put back from a copy without the paper: whoever opened it sends it', async () => {
  const { dossierId, fileId } = await digitised(3);
  await counter.until('digitise.list', { dossierId }, (rows) => rows[0]?.sent === 'sent');
  await atUnit(dossierId);
  await unit.call('digitise.view', { dossierId, fileId, from: 0 });
  rmSync(join(counterDesk.dataDir, 'scans', fileId.slice(0, 2), fileId));
  await world.rows('delete from scan_file where hash = $1', [fileId]);
  await world.rows('update province set epoch = gen_random_uuid()');
  // News, with which both hear of the new epoch.
  await digitised(4);
  const held = 'select hash from scan_file where hash = $1';
  for (;;) {
    let unsubscribe = (): void => undefined;
    const changed = new Promise<void>((resolve) => (unsubscribe = unitDesk.desk.subscribe(() => resolve())));
    const isHeld = (await world.rows(held, [fileId])).length === 1;
    if (!isHeld) await changed;
    unsubscribe();
    if (isHeld) break;
  }
  expect((await unit.call('digitise.list', { dossierId }))[0]).toMatchObject({ here: true });
});
