import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paperPrintedSchema } from '../../../contract/hall-print.ts';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../../tests/harness/hall-office.ts';
import { wordsPrinted } from '../../../tests/harness/written-ticket.ts';

/**
 * Paper of tickets given at a counter: a host without a printer, a counter with two of its own (the first is not there), a
 * kiosk with one. Device files stand for the printers.
 */

const folder = mkdtempSync(join(tmpdir(), 'ticket-papers-'));
const gone = join(folder, 'gone');
const counterPaper = join(folder, 'counter');
const kioskPaper = join(folder, 'kiosk');

let office: HallOffice;
let host: HallDesk;
let counter: HallDesk;
let kiosk: HallDesk;

beforeAll(async () => {
  for (const paper of [counterPaper, kioskPaper]) writeFileSync(paper, '');
  office = hallOffice();
  host = await office.desk('ngan');
  counter = await office.desk('tam', 'desk', [gone, counterPaper]);
  kiosk = await office.desk('tam', 'kiosk', [kioskPaper]);
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, counter);
  await pair(host, kiosk);
  await counter.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

const plain = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
const nameOf = (desk: HallDesk): string => desk.store.reference.get('counters')?.[0]?.name ?? '';
const sizes = (): number[] => [counterPaper, kioskPaper].map((paper) => readFileSync(paper).length);

test('a counter prints on its own second printer when the first is gone, and says so', async () => {
  const before = sizes();
  const { id, text } = await counter.user.call('queue.give', plain);
  const machine = nameOf(counter);
  expect(await counter.user.call('queue.print', { ticket: id, language: 'vi' })).toMatchObject({
    here: true,
    printed: { machine, printer: counterPaper },
    tried: [{ machine, printer: gone, trouble: 'not-reached' }],
  });
  const words = wordsPrinted(readFileSync(counterPaper));
  expect(words).toContain(text);
  expect(words).toContain('Chứng thực');
  expect(sizes()[1]).toBe(before[1]);
});

test('one printed again is the same paper, in the language asked for', async () => {
  const { id } = await counter.user.call('queue.give', { ...plain, priority: 'elderly' });
  await counter.user.call('queue.print', { ticket: id, language: 'en' });
  const first = wordsPrinted(readFileSync(counterPaper));
  expect(first).toContain('Certification');
  expect(first).toContain('Elderly person');
  await counter.user.call('queue.give', plain);
  await counter.user.call('queue.print', { ticket: id, language: 'en' });
  expect(wordsPrinted(readFileSync(counterPaper))).toBe(first);
});

test('a counter without a printer, host or not, has it printed at the kiosk', async () => {
  const { id, text } = await host.user.call('queue.give', plain);
  const printed = { machine: nameOf(kiosk), printer: kioskPaper };
  expect(await host.user.call('queue.print', { ticket: id, language: 'vi' })).toMatchObject({
    here: false,
    printed,
    tried: [],
  });
  expect(wordsPrinted(readFileSync(kioskPaper))).toContain(text);
  // The counter's paper is gone: its ticket comes out at the kiosk, over the host.
  rmSync(counterPaper);
  const given = await counter.user.call('queue.give', plain);
  const reply = await counter.user.call('queue.print', { ticket: given.id, language: 'vi' });
  expect(reply).toMatchObject({ here: false, printed });
  expect(reply.tried.map(({ printer }) => printer)).toEqual([gone, counterPaper]);
  expect(wordsPrinted(readFileSync(kioskPaper))).toContain(given.text);
  writeFileSync(counterPaper, '');
});

test('where nothing prints, every printer is named and the phone’s page told', async () => {
  rmSync(kioskPaper);
  const { id } = await host.user.call('queue.give', plain);
  const reply = await host.user.call('queue.print', { ticket: id, language: 'vi' });
  const tried = [{ machine: nameOf(kiosk), printer: kioskPaper, trouble: 'not-reached' }];
  expect(reply).toMatchObject({ here: false, printed: null, tried });
  expect(reply.url).toMatch(/^http:\/\/.+\/t\//);
  writeFileSync(kioskPaper, '');
});

test('a ticket nobody knows is not printed; a kiosk has no other machine print', async () => {
  const stranger = '019ab000-0000-7000-8000-00000000dead';
  const reply = await host.user.try('queue.print', { ticket: stranger, language: 'vi' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'HC-05' } });
  const before = sizes();
  const paper = { language: 'vi', office: 'x', field: null, number: 'A1', takenAt: '2026-11-23T10:42:00', ahead: 0 };
  const asked = { paper: { ...paper, wait: null, priority: null, note: null, url: null, calls: 3 } };
  const asking = kiosk.opened.hall?.ask('print', asked, paperPrintedSchema, 30_000);
  await expect(asking).rejects.toMatchObject({ code: 'GN-04' });
  expect(sizes()).toEqual(before);
});
