import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hallOffice, type HallDesk, type HallOffice } from '../../../tests/harness/hall-office.ts';
import { wordsPrinted } from '../../../tests/harness/written-ticket.ts';

/** What paper and phone say becomes of a number whose holder does not come: what the host will do with it. */

const folder = mkdtempSync(join(tmpdir(), 'absent-told-'));
const paper = join(folder, 'paper');

let office: HallOffice;
let host: HallDesk;

beforeAll(async () => {
  writeFileSync(paper, '');
  office = hallOffice();
  host = await office.desk('ngan', 'desk', [paper]);
  office.introduce();
  await host.user.call('hall.open', {});
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
});
afterAll(async () => {
  await office.close();
  rmSync(folder, { recursive: true });
});

/** The office's own number of times, in force today. */
function putBack(putBacks: number): void {
  const change = { from: '2026-11-23', settings: { calls: 1, putBacks }, reason: 'thử', by: 'ngan', at: 0 };
  host.store.transact(() => host.store.reference.put('hallChanges', [{ ...change, number: putBacks + 1 }]));
}

async function told(ticket: string): Promise<{ paper: string; phone: string }> {
  // The pages for phones stand a moment after the hall.
  await expect.poll(() => host.opened.doors.door()?.pageOf(ticket) ?? null).not.toBeNull();
  const { url } = await host.user.call('queue.print', { ticket, language: 'vi' });
  return { paper: wordsPrinted(readFileSync(paper)), phone: await (await fetch(url ?? '')).text() };
}

async function give(): Promise<string> {
  const plain = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;
  return (await host.user.call('queue.give', plain)).id;
}

async function nobodyComes(ticket: string): Promise<void> {
  await host.user.call('queue.act', { act: { kind: 'call', ticket } });
  await host.user.call('queue.act', { act: { kind: 'noShow', ticket } });
}

test('where the office puts nobody back, paper and phone say that the number expires', async () => {
  putBack(0);
  const ticket = await give();
  const said = await told(ticket);
  expect(said.paper).toContain('Gọi 1 lần không có mặt thì số hết hiệu lực.');
  expect(said.phone).toContain('Gọi 1 lần mà không có mặt, số hết hiệu lực.');
  const { url } = await host.user.call('queue.print', { ticket, language: 'vi' });
  await nobodyComes(ticket);
  expect(await (await fetch(url ?? '')).text()).toContain('Đã gọi mà không có ai đến.');
});

test('put back as often as the office does it, a number printed again says that it expires', async () => {
  putBack(1);
  const ticket = await give();
  const first = await told(ticket);
  expect(first.paper).toContain('Gọi 1 lần không có mặt thì xếp lại cuối hàng.');
  expect(first.phone).toContain('số được xếp lại cuối hàng');
  await nobodyComes(ticket);
  expect((await told(ticket)).paper).toContain('số hết hiệu lực');
});
