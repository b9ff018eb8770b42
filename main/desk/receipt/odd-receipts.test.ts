import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import type { DossierReceived } from '../../../domain/dossier/events/receipt.ts';
import { completeReceipt, receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';
import { openSqlite } from '../../store/sqlite.ts';

/** Receipts as nobody should make them: nothing is lost, nothing contradicts itself, what cannot be is asked for. */

let folder: EnrolledFolder;
let desk: TestDesk;

beforeEach(async () => {
  folder = await enrolledFolder();
  desk = await openTestDesk(folder.path);
  await desk.signIn('ngan');
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

async function receive(over: Partial<ReceiptContent> = {}) {
  return receiveComplete(desk, over);
}

async function applicant(over: Partial<NonNullable<ReceiptContent['applicant']>>): Promise<Partial<ReceiptContent>> {
  const { applicant: typed } = await completeReceipt(desk);
  if (typed === null) throw new Error('no applicant');
  return { applicant: { ...typed, ...over } };
}

/** The body as it was signed. */
function bodyOf(dossierId: string): DossierReceived {
  const db = openSqlite(join(folder.path, 'desk.db'), folder.databaseKey, { create: false });
  const row = db.prepare<[string], { body: string }>('SELECT body FROM event WHERE aggregate_id = ?').get(dossierId);
  db.close();
  // Written by `receive`.
  return JSON.parse(row?.body ?? 'null') as DossierReceived;
}

const missingFields = async (over: Partial<ReceiptContent>): Promise<string[]> => {
  const content = await completeReceipt(desk, over);
  return (await desk.call('receipt.assess', { content })).missing.map((row) => row.field);
};

test('a dossier received from a draft that was taken over needs no attention', async () => {
  const content = await completeReceipt(desk);
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content });
  await desk.signIn('tam');
  const taken = await desk.call('draft.takeOver', { id: draft.id });
  await desk.call('receipt.receive', { draftId: draft.id, revision: taken.revision, content });
  expect((await desk.call('dossier.get', { id: draft.id })).flags).toEqual([]);
  expect(await desk.call('attention.list', {})).toEqual([]);
});

test('a colleague’s draft is refused with the colleague’s name', async () => {
  const content = await completeReceipt(desk);
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content });
  await desk.signIn('tam');
  const refused = await desk.try('receipt.receive', { draftId: draft.id, revision: 1, content });
  expect(refused).toMatchObject({ ok: false, error: { code: 'TN-03', params: { name: 'Lê Thị Kim Ngân' } } });
});

test.each(['01/01/0050', '31/12/0001', '14/08/9999', '29/02/2100', '00/00/0000', '1/1/1', '\u200b14/08/1996'])(
  'a birth date typed as %s loses no dossier',
  async (birthDate) => {
    const { dossierId } = await receive(await applicant({ birthDate }));
    expect((await desk.call('dossier.get', { id: dossierId })).flags).toEqual([]);
    expect(await desk.call('dossier.recent', { limit: 5 })).toHaveLength(1);
  },
);

test.each([
  ['a zero-width joiner before a mark', 'Le\u200d\u0302 Thi'],
  ['a byte order mark', '\ufeffLê\u200b\u0323 Thị'],
  ['a right-to-left override', '\u202eLê Thị'],
  ['capitals that lower longer', 'İ'.repeat(190)],
  ['no-break spaces', '\u00a0Lê\u00a0\u3000Thị\u00a0'],
  ['an emoji', 'Lê 👩‍👩‍👧 Thị'],
])('a name with %s is kept in a form that reading does not change', async (_what, name) => {
  const { dossierId } = await receive(await applicant({ name }));
  await desk.desk.close();
  const { applicant: kept } = bodyOf(dossierId);
  expect(kept?.name).toBe(kept?.name.normalize('NFC'));
  expect(kept?.name).not.toBe('');
});

test('an office that does not exist is asked for, not received for', async () => {
  expect(await missingFields({ competentOffice: 'xa-00000' })).toContain('competentOffice');
});

test('the fee entered as owed is never kept as nothing due', async () => {
  const { dossierId } = await receive({ feeAmount: 30_000, feePaid: 'nothing-due' });
  await desk.desk.close();
  expect(bodyOf(dossierId)).toMatchObject({ fee: { amount: 30_000, paid: 'unpaid' } });
});

test('an exemption the rules name makes the fee nothing, and the receipt says which', async () => {
  const { fee } = await desk.call('receipt.assess', { content: await completeReceipt(desk, { feeAmount: null }) });
  expect(fee).toMatchObject({ amount: null, exemption: null });
  expect(fee.exemptions).toContain('Người khuyết tật');
  const over = { feeAmount: null, feeExemption: 'Người khuyết tật' };
  const exempt = await desk.call('receipt.assess', { content: await completeReceipt(desk, over) });
  expect(exempt.fee).toMatchObject({ amount: 0, exemption: 'Người khuyết tật' });
  const { dossierId } = await receive(over);
  await desk.desk.close();
  const kept = bodyOf(dossierId).fee;
  expect(kept).toMatchObject({ amount: 0, paid: 'nothing-due' });
  expect(kept.basis).toContain('miễn: Người khuyết tật');
});

test('an exemption the rules do not name frees from nothing', async () => {
  const content = await completeReceipt(desk, { feeAmount: null, feeExemption: 'Người quen' });
  expect(await desk.call('receipt.assess', { content })).toMatchObject({
    fee: { amount: null, exemption: null },
    missing: [{ field: 'fee' }],
  });
});

test('a draft of before exemptions could be claimed still opens', async () => {
  const draft = await desk.call('draft.create', { from: null });
  const content = await completeReceipt(desk);
  const before = Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'feeExemption'));
  expect(await desk.try('draft.save', { id: draft.id, revision: 0, content: before })).toMatchObject({ ok: true });
  expect((await desk.call('draft.open', { id: draft.id })).content).toEqual(content);
});

test('a date entered by hand stands only where the law or the calendar gives none', async () => {
  const content = await completeReceipt(desk);
  const computed = (await desk.call('receipt.assess', { content })).due;
  const entered = { ...content, dueEntered: { date: '2027-06-30', reason: 'còn lại từ thủ tục trước' } };
  expect(computed?.at).not.toBeNull();
  expect((await desk.call('receipt.assess', { content: entered })).due).toEqual(computed);
});

test('papers that are not in the case, and extremes of number, change nothing else', async () => {
  const odd = { state: 'wrong' as const, originals: 1000, copies: 1000, note: '' };
  const content = await completeReceipt(desk, { sets: 99, quantity: 10_000, pages: 10_000 });
  const papers = { ...content.papers, 'khong-co': odd, constructor: odd, toString: odd, '': odd };
  const verdict = await desk.call('receipt.assess', { content: { ...content, papers } });
  expect(verdict).toMatchObject({ verdict: 'complete', missing: [] });
  const { dossierId } = await receive({ sets: 99, quantity: 10_000, pages: 10_000, papers });
  expect((await desk.call('dossier.get', { id: dossierId })).flags).toEqual([]);
});

test('every procedure in every case takes the largest numbers there are', async () => {
  for (const { code } of await desk.call('procedure.find', { text: '', limit: 60, fields: [] })) {
    const first = await desk.call('receipt.assess', {
      content: { ...(await completeReceipt(desk)), procedureCode: code, caseId: null },
    });
    for (const { id } of first.procedure?.cases ?? []) {
      const content = await completeReceipt(desk, {
        procedureCode: code,
        caseId: id,
        quantity: 10_000,
        pages: 10_000,
        feeAmount: null,
      });
      const { fee, due } = await desk.call('receipt.assess', { content });
      const draft = await desk.call('draft.create', { from: null });
      const { dossierId } = await desk.call('receipt.receive', {
        draftId: draft.id,
        revision: 0,
        content: {
          ...content,
          feeAmount: fee.amount ?? 1_000_000_000_000,
          dueEntered: due === null || due.ask === null ? null : { date: '2027-01-11', reason: 'd'.repeat(500) },
        },
      });
      expect([code, id, (await desk.call('dossier.get', { id: dossierId })).flags]).toEqual([code, id, []]);
    }
  }
});

test('an ID number typed with spaces is the same person, and the duplicate is shown', async () => {
  await receive(await applicant({ personalId: '087196004218' }));
  const content = await completeReceipt(desk, await applicant({ personalId: ' 087 196.004-218 ' }));
  expect((await desk.call('receipt.assess', { content })).duplicates).toHaveLength(1);
});

test.each(['2020-01-01', '2026-11-23', '2026-11-29', '2099-01-01', '9999-12-31', '0001-01-01'])(
  'a due date entered as %s is answered, and never before receipt',
  async (date) => {
    const rows = await desk.call('procedure.find', { text: '', limit: 60, fields: [] });
    const asked = rows.find((row) => row.limit.vi === 'hỏi căn cứ');
    if (asked === undefined) throw new Error('no procedure asks for its date');
    const content = await completeReceipt(desk, {
      procedureCode: asked.code,
      dueEntered: { date, reason: 'theo thông báo' },
    });
    const { due } = await desk.call('receipt.assess', { content });
    expect(due?.at === null || (due?.at ?? '') > '2026-11-23T10:42:00').toBe(true);
  },
);
