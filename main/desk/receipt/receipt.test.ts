import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeReceipt, receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { emptyReceipt } from '../../../tests/harness/sample-inputs.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

let folder: EnrolledFolder;
let desk: TestDesk;

async function open(options: Parameters<typeof enrolledFolder>[0] = {}): Promise<void> {
  folder = await enrolledFolder(options);
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
}

beforeEach(() => open());

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

async function receive(over: Parameters<typeof receiveComplete>[1] = {}) {
  return receiveComplete(desk, over);
}

test('a complete dossier is received with no line: code of the own range, due date over the holiday', async () => {
  const reply = await receive();
  expect(reply).toMatchObject({ code: 'H20.57-261123-0251', kind: 'official', dueAt: '2026-11-27T17:00:00' });
  const page = await desk.call('dossier.get', { id: reply.dossierId });
  expect(page.row).toMatchObject({ name: 'Nguyễn Thị Hồng Nhung', stand: 'here', counter: 'Quầy 3' });
  expect(page.dueSteps.map((step) => step.vi).join('\n')).toContain('Ngày Văn hóa Việt Nam');
});

test('what stands between the officer and Ctrl Enter is named, part by part', async () => {
  const empty = await desk.call('receipt.assess', { content: emptyReceipt });
  expect(empty.missing.map((row) => row.field)).toEqual(['applicant', 'procedure']);
  const content = await completeReceipt(desk);
  const complete = await desk.call('receipt.assess', { content });
  expect(complete.missing).toEqual([]);
  const unseen = await desk.call('receipt.assess', { content: { ...content, papers: {} } });
  expect(unseen.missing.map((row) => row.field)).toEqual(['papers']);
  const draft = await desk.call('draft.create', { from: null });
  const reply = await desk.try('receipt.receive', {
    draftId: draft.id,
    revision: 0,
    content: { ...content, papers: {} },
  });
  expect(reply.ok ? null : reply.error.code).toBe('TN-01');
});

test('asked twice, a dossier is received once', async () => {
  const content = await completeReceipt(desk);
  const draft = await desk.call('draft.create', { from: null });
  const first = await desk.call('receipt.receive', { draftId: draft.id, revision: 0, content });
  const second = await desk.call('receipt.receive', { draftId: draft.id, revision: 0, content });
  expect(second.code).toBe(first.code);
  expect(await desk.call('dossier.recent', { limit: 10 })).toHaveLength(1);
});

test('numbers go on in order and are never used twice, over a restart too', async () => {
  const codes = [(await receive()).code, (await receive()).code];
  await desk.desk.close();
  desk = await openTestDesk(folder.path);
  await desk.signIn('tam');
  codes.push((await receive()).code);
  expect(codes).toEqual(['H20.57-261123-0251', 'H20.57-261123-0252', 'H20.57-261123-0253']);
  desk.clock.setWall(desk.clock.now() + 2 * 86_400_000);
  expect((await receive()).code).toBe('H20.57-261125-0251');
});

test('with no range left the number is marked temporary and never looks official', async () => {
  await desk.desk.close();
  folder.remove();
  await open({ numbers: { from: 9, to: 9 } });
  expect((await receive()).kind).toBe('official');
  const temporary = await receive();
  expect(temporary.kind).toBe('temporary');
  expect(temporary.code).not.toMatch(/^H20/);
  const found = await desk.call('search.all', { text: temporary.code, limit: 5 });
  expect(found.dossiers.map((row) => row.id)).toEqual([temporary.dossierId]);
});

test('a duplicate still open is shown before anything else is typed', async () => {
  const { code } = await receive();
  const again = await desk.call('receipt.assess', { content: await completeReceipt(desk) });
  expect(again.duplicates.map((row) => row.code)).toEqual([code]);
});

test('a dossier is found by name in any order without marks, by ID number, by code and by its four digits', async () => {
  const { dossierId, code } = await receive();
  for (const text of [
    'nhung nguyen',
    'Nguyễn Thị Hồng Nhung',
    'hong nhu',
    '087196004218',
    '087 196 004 218',
    '0912000345',
    code,
    code.toLowerCase(),
    '0251',
    '251',
  ]) {
    const found = await desk.call('search.all', { text, limit: 5 });
    expect([text, found.dossiers.map((row) => row.id)]).toEqual([text, [dossierId]]);
  }
  expect((await desk.call('search.all', { text: 'khong co ai', limit: 5 })).dossiers).toEqual([]);
});

test('a person once received is known the next time', async () => {
  await receive();
  const people = await desk.call('person.find', { text: 'nhung', limit: 5 });
  expect(people).toMatchObject([{ personalId: '087196004218', phone: '0912 000 345', source: { kind: 'known' } }]);
});

test('the next dossier of a visit has the person filled in and nothing else', async () => {
  const { dossierId } = await receive();
  const next = await desk.call('draft.create', { from: dossierId });
  expect(next.content).toMatchObject({ procedureCode: null, papers: {}, applicant: { name: 'Nguyễn Thị Hồng Nhung' } });
});

test('a draft outlives a restart, is refused to a colleague until taken over, and is gone once received', async () => {
  const content = await completeReceipt(desk);
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content });
  await desk.desk.close();
  desk = await openTestDesk(folder.path);
  await desk.signIn('tam');
  expect(await desk.call('draft.list', {})).toMatchObject([{ id: draft.id, ownerName: 'Lê Thị Kim Ngân' }]);
  const refused = await desk.try('draft.open', { id: draft.id });
  expect(refused.ok ? null : refused.error.code).toBe('TN-03');
  const taken = await desk.call('draft.takeOver', { id: draft.id });
  expect(taken.content).toEqual(content);
  await desk.call('receipt.receive', { draftId: draft.id, revision: taken.revision, content: taken.content });
  expect(await desk.call('draft.list', {})).toEqual([]);
  const late = await desk.try('draft.save', { id: draft.id, revision: taken.revision, content });
  expect(late.ok ? null : late.error.code).toBe('TN-02');
});

test('of two saves that both start from one revision the second is refused', async () => {
  const content = await completeReceipt(desk);
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content });
  const late = await desk.try('draft.save', { id: draft.id, revision: 0, content });
  expect(late.ok ? null : late.error.code).toBe('TN-06');
});

test('the status says what waits, since when, and that the line is down', async () => {
  await receive();
  const status = await desk.call('status.get', {});
  expect(status.waiting).toMatchObject({ dossiers: 1, events: 1, oldest: '2026-11-23T10:42:00' });
  expect(status.line.state).toBe('down');
});

test('hostile text in every field is kept as text', async () => {
  const name = `"'; DROP TABLE event; -- <script>alert(1)</script> \u202e`;
  const base = await completeReceipt(desk);
  if (base.applicant === null) throw new Error('no applicant');
  const { dossierId } = await receive({ applicant: { ...base.applicant, name } });
  expect((await desk.call('dossier.get', { id: dossierId })).applicant?.name).toContain('<script>alert(1)</script>');
  expect((await desk.call('search.all', { text: `" OR * NEAR( ^ ) ${'a'.repeat(150)}`, limit: 5 })).dossiers).toEqual(
    [],
  );
});
