import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ReceiptContent } from '../../../contract/desk/receipt.ts';
import { sha256 } from '../../../contract/signing.ts';
import { returnCode, returnCodeFacts } from '../../../domain/guidance/return-code.ts';
import { completeReceipt } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, passwordOf, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

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

const approval = {
  login: 'phuoc',
  password: passwordOf('phuoc'),
  reason: 'phát hiện thêm giấy tờ sau khi đã yêu cầu lần đầu',
};

/** The first paper is missing, the second copy is not certified: a household business of an inheritance of land. */
async function incomplete(over: Partial<ReceiptContent> = {}): Promise<ReceiptContent> {
  const content = await completeReceipt(desk, { procedureCode: '1.013978', ...over });
  const [first, second] = (await desk.call('receipt.assess', { content })).checklist;
  if (first === undefined || second === undefined) throw new Error('the procedure asks for no papers');
  const mark = { originals: null, copies: null, note: '' };
  return {
    ...content,
    papers: {
      ...content.papers,
      [first.paperId]: { ...mark, state: 'missing' },
      [second.paperId]: { ...mark, state: 'wrong' },
    },
    guidance: { ...content.guidance, papers: { [second.paperId]: { why: 'uncertified', bring: null } } },
  };
}

async function give(content: ReceiptContent) {
  const { id } = await desk.call('draft.create', { from: null });
  return desk.call('guidance.give', { draftId: id, revision: 0, content, round: 1, approval: null });
}

const codeOf = async (name: Parameters<TestDesk['try']>[0], input: unknown): Promise<string | null> => {
  const reply = await desk.try(name, input);
  return reply.ok ? null : reply.error.code;
};

test('the checklist turns the outcome and proposes every line of the slip, in order', async () => {
  const content = await incomplete();
  const assessment = await desk.call('receipt.assess', { content, draftId: content.visit });
  expect(assessment.outcome).toBe('supplement');
  expect(assessment.guidance?.demands.map(({ state, reason }) => [state, reason])).toEqual([
    ['missing', 'chưa có trong hồ sơ'],
    ['wrong', 'bản đã nộp chưa được chứng thực'],
  ]);
  expect(assessment.guidance).toMatchObject({ round: 1, before: [], missing: [] });
  expect(assessment.guidance?.returnCode).toMatch(/^QL /);
  const complete = await desk.call('receipt.assess', { content: await completeReceipt(desk) });
  expect(complete.outcome).toBe('receive');
});

test('nothing is printed until every paper has a state and every wrong one its reason', async () => {
  const content = await incomplete();
  const [paper] = Object.keys(content.papers);
  const { [paper ?? '']: _, ...papers } = content.papers;
  const unseen = await desk.call('receipt.assess', { content: { ...content, papers } });
  expect(unseen.guidance?.missing.map((row) => row.field)).toEqual(['papers']);
  const unsaid = { ...content, guidance: { ...content.guidance, papers: {} } };
  expect((await desk.call('receipt.assess', { content: unsaid })).guidance?.missing.map((row) => row.field)).toEqual([
    'reason',
  ]);
  const { id } = await desk.call('draft.create', { from: null });
  const input = { draftId: id, revision: 0, content: unsaid, round: 1, approval: null };
  expect(await codeOf('guidance.give', input)).toBe('TN-01');
  expect(await codeOf('guidance.give', { ...input, content: await completeReceipt(desk) })).toBe('TN-01');
});

test('a guided dossier is in the lists without a number, and found by name and by its code to come back with', async () => {
  const { dossierId, returnCode } = await give(await incomplete());
  const [row] = await desk.call('dossier.recent', { limit: 5 });
  expect(row).toMatchObject({ id: dossierId, state: 'guided', rounds: 1, code: returnCode, dueAt: null });
  for (const text of [returnCode, returnCode.toLowerCase(), returnCode.replaceAll(/[ -]/g, ''), 'hong nhung']) {
    const found = await desk.call('search.all', { text, limit: 5 });
    expect([text, found.dossiers.map((each) => each.id)]).toEqual([text, [dossierId]]);
  }
  expect(await desk.call('scan.read', { raw: returnCode })).toMatchObject({
    kind: 'dossier',
    dossierId,
    state: 'guided',
  });
  const page = await desk.call('dossier.get', { id: dossierId });
  expect(page.story[0]?.what.vi).toContain('Yêu cầu bổ sung lần 1');
  expect(await desk.call('draft.list', {})).toEqual([]);
});

test('a code to come back with is found though no digit stands in it', async () => {
  const content = await incomplete();
  const codeOf = (id: string): string => returnCode(sha256(returnCodeFacts(id, 1)));
  // One code in twenty.
  let { id } = await desk.call('draft.create', { from: null });
  while (/\d/.test(codeOf(id))) ({ id } = await desk.call('draft.create', { from: null }));
  const given = await desk.call('guidance.give', { draftId: id, revision: 0, content, round: 1, approval: null });
  expect(given.returnCode).toBe(codeOf(id));
  const found = await desk.call('search.all', { text: given.returnCode.toLowerCase(), limit: 5 });
  expect(found.dossiers.map((each) => each.id)).toEqual([id]);
});

test('the slip is the one that was previewed: Mẫu 02 with its lines, its round and its code', async () => {
  const content = await incomplete();
  const { id } = await desk.call('draft.create', { from: null });
  const preview = await desk.call('guidance.previewSlip', { draftId: id, content, form: '02' });
  await desk.call('guidance.give', { draftId: id, revision: 0, content, round: 1, approval: null });
  const made = await desk.call('slip.print', { dossierId: id, form: '02', about: null });
  const texts = (values: unknown) => (values as { texts: Record<string, string> }).texts;
  const { number: _, ...shown } = texts(preview.values);
  expect(texts(made.preview.values)).toMatchObject(shown);
  expect(JSON.stringify(made.preview.values)).toContain('bản đã nộp chưa được chứng thực');
});

test('asked twice, one slip is given; what was asked for elsewhere meanwhile is said', async () => {
  const content = await incomplete();
  const first = await give(content);
  const again = { draftId: first.dossierId, revision: 0, content, round: 1, approval: null };
  expect((await desk.call('guidance.give', again)).returnCode).toBe(first.returnCode);
  expect((await desk.call('dossier.recent', { limit: 5 }))[0]?.rounds).toBe(1);
  const other = {
    ...content,
    guidance: { ...content.guidance, further: [{ name: 'Ảnh', bring: '02 ảnh', reason: '' }] },
  };
  expect(await codeOf('guidance.give', { ...again, content: other })).toBe('HD-01');
});

test('the citizen who comes back finds everything filled in; what was asked for must be looked at again', async () => {
  const { dossierId } = await give(await incomplete({ note: 'đất lúa', resultWay: 'post', resultAddress: 'Số 42' }));
  await desk.desk.close();
  desk = await openTestDesk(folder.path);
  await desk.signIn('tam');
  const draft = await desk.call('guidance.resume', { dossierId });
  expect(draft).toMatchObject({ id: dossierId, revision: 0, ownerName: 'Nguyễn Minh Tâm' });
  expect(draft.content).toMatchObject({
    procedureCode: '1.013978',
    applicant: { name: 'Nguyễn Thị Hồng Nhung', personalId: '087196004218' },
    note: 'đất lúa',
    resultWay: 'post',
    resultAddress: 'Số 42',
  });
  const assessment = await desk.call('receipt.assess', { content: draft.content, draftId: dossierId });
  const open = assessment.checklist.filter((row) => row.state === 'unseen');
  expect(open).toHaveLength(2);
  expect(open[0]?.hint?.vi).toContain('Đã yêu cầu');
  expect(assessment.guidance?.before).toMatchObject([{ round: 1, answered: false }]);
  expect(assessment.duplicates).toEqual([]);
});

test('brought in full, the dossier is received under the same id and the request is answered', async () => {
  const { dossierId } = await give(await incomplete());
  const { content, revision } = await desk.call('guidance.resume', { dossierId });
  const full = { ...(await completeReceipt(desk, { procedureCode: '1.013978' })), visit: content.visit };
  const saved = await desk.call('draft.save', { id: dossierId, revision, content: full });
  const received = await desk.call('receipt.receive', { draftId: dossierId, revision: saved.revision, content: full });
  expect(received).toMatchObject({ dossierId, code: 'H20.57-261123-0251' });
  const rows = await desk.call('dossier.recent', { limit: 5 });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ id: dossierId, state: 'received', rounds: 1 });
  expect(await codeOf('guidance.resume', { dossierId })).toBe('HS-01');
});

test('a second request needs a named supervisor and a reason, and shows in the list', async () => {
  const { dossierId } = await give(await incomplete());
  const content = await incomplete();
  const input = { draftId: dossierId, revision: 0, content, round: 2, approval: null };
  const refused = await desk.try('guidance.give', input);
  expect(refused.ok ? null : [refused.error.code, refused.error.params['breaks']]).toEqual(['HS-02', 'second-round']);
  expect(await codeOf('guidance.give', { ...input, approval: { ...approval, login: 'tam' } })).toBe('DN-01');
  const own = { login: 'tam', password: passwordOf('tam'), reason: 'tự duyệt' };
  expect(await codeOf('guidance.give', { ...input, approval: own })).toBe('HS-03');
  const second = await desk.call('guidance.give', { ...input, approval });
  expect(second.round).toBe(2);
  const [row] = await desk.call('dossier.recent', { limit: 5 });
  expect(row).toMatchObject({ rounds: 2, stand: 'here' });
  const { guidance } = await desk.call('receipt.assess', { content, draftId: dossierId });
  expect(guidance?.before.map(({ round, approvedBy }) => [round, approvedBy])).toEqual([
    [1, null],
    [2, 'Đặng Văn Phước'],
  ]);
});

test('what is on no list can be asked for although every paper is there', async () => {
  const content = await completeReceipt(desk);
  const further = [{ name: 'Ảnh chân dung', bring: '02 ảnh 3x4', reason: 'nền ảnh không đúng' }];
  const asked = { ...content, guidance: { ...content.guidance, further } };
  const { returnCode } = await give(asked);
  expect(returnCode).toMatch(/^QL /);
  const idle = { ...content, guidance: { ...content.guidance, further: [{ name: 'Ảnh', bring: '', reason: '' }] } };
  expect((await desk.call('receipt.assess', { content: idle })).guidance?.missing.map(({ field }) => field)).toEqual([
    'further',
  ]);
});

test('a refusal carries legal ground and right agency, and only a supervisor lets it be received after all', async () => {
  const base = await completeReceipt(desk);
  const content: ReceiptContent = {
    ...base,
    guidance: { ...base.guidance, outcome: 'refuse', refusal: { ...base.guidance.refusal, why: 'not-allowed' } },
  };
  const silent = await desk.call('receipt.assess', { content });
  expect(silent.refusal?.missing.map(({ field }) => field)).toEqual(['reason']);
  const { id } = await desk.call('draft.create', { from: null });
  expect(await codeOf('guidance.refuse', { draftId: id, revision: 0, content })).toBe('TN-01');
  const said: ReceiptContent = {
    ...content,
    guidance: {
      ...content.guidance,
      refusal: {
        ...content.guidance.refusal,
        why: 'wrong-authority',
        reason: 'Thuộc thẩm quyền của xã Tân Dương',
        agencyName: 'Trung tâm Phục vụ hành chính công xã Tân Dương',
        agencyAddress: 'xã Tân Dương',
      },
    },
  };
  await desk.call('guidance.refuse', { draftId: id, revision: 0, content: said });
  await desk.call('guidance.refuse', { draftId: id, revision: 0, content: said });
  expect(await desk.call('dossier.recent', { limit: 5 })).toMatchObject([{ id, state: 'refused' }]);
  const slip = await desk.call('slip.print', { dossierId: id, form: '03', about: null });
  expect(JSON.stringify(slip.preview.values)).toContain('xã Tân Dương');
  const receive = { draftId: id, revision: 0, content: base };
  expect(await codeOf('receipt.receive', receive)).toBe('HS-02');
  const reply = await desk.call('receipt.receive', { ...receive, approval });
  expect(reply.code).toBe('H20.57-261123-0251');
});

test('somebody else’s draft is neither guided nor refused', async () => {
  const content = await incomplete();
  const { id } = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id, revision: 0, content });
  await desk.call('session.signOut', {});
  await desk.signIn('tam');
  expect(await codeOf('guidance.give', { draftId: id, revision: 1, content, round: 1, approval: null })).toBe('TN-03');
  expect(await codeOf('guidance.refuse', { draftId: id, revision: 1, content })).toBe('TN-03');
});
