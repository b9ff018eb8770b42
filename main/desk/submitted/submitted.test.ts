import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DossierSubmitted } from '../../../domain/dossier/events/guidance.ts';
import { arrive } from '../../../tests/harness/arrived.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { fakeProvince, type FakeProvince } from '../../../tests/harness/fake-province.ts';
import { sentIn, sentInId } from '../../../tests/harness/sent-in.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;

/** Monday 23/11/2026 10:42 at the desk; the 24th is a holiday. */
const sent = (n: number, name: string, checkBy: string | null, over: Partial<DossierSubmitted> = {}) =>
  sentIn(n, name, 8, { submittedAt: '2026-11-20T09:00:00', checkBy, ...over });
const file = {
  name: 'Tờ khai',
  code: 'to-khai',
  kind: 'electronic',
  count: 1,
  file: 'https://cong.example/1',
} as const;
const paper = { name: 'Bản sao trích lục', code: '', kind: 'copy', count: 2, file: '' } as const;

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  arrive(folder, [
    sent(1, 'Còn lâu', '2026-11-25T10:42:00', { papers: [file, paper] }),
    sent(2, 'Quá giờ', '2026-11-23T10:00:00'),
    sent(3, 'Sắp hết', '2026-11-23T11:30:00'),
    sent(4, 'Chưa rõ', null),
  ]);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

test('late first, then by the end of their hours, told in words; a draft says who has begun', async () => {
  const { rows, due, late } = await desk.call('submitted.list', {});
  expect(rows.map(({ name, standing, left }) => [name, standing, left?.vi ?? null])).toEqual([
    ['Quá giờ', 'late', 'quá 42 phút làm việc'],
    ['Sắp hết', 'soon', 'còn 48 phút làm việc'],
    ['Còn lâu', 'inTime', 'còn 8 giờ làm việc'],
    ['Chưa rõ', 'noLimit', null],
  ]);
  expect([due, late]).toEqual([2, 1]);
  expect(rows[2]?.papers).toEqual([
    { n: 0, name: 'Tờ khai', kind: 'electronic', count: 1, file: true },
    { n: 1, name: 'Bản sao trích lục', kind: 'copy', count: 2, file: false },
  ]);
  const draft = await desk.call('guidance.resume', { dossierId: sentInId(2) });
  await desk.call('draft.save', { id: draft.id, revision: 0, content: draft.content });
  const begun = (await desk.call('submitted.list', {})).rows[0];
  expect(begun).toMatchObject({ name: 'Quá giờ', begunBy: 'Lê Thị Kim Ngân' });
});

test('one that was asked to be supplemented, or refused, waits no more', async () => {
  const draft = await desk.call('guidance.resume', { dossierId: sentInId(2) });
  const { content, id: draftId } = draft;
  const { procedure } = await desk.call('receipt.assess', { content, draftId });
  const caseId = procedure?.cases[0]?.id ?? null;
  const { checklist } = await desk.call('receipt.assess', { content: { ...content, caseId }, draftId });
  const mark = { originals: null, copies: null, note: '' };
  const papers = Object.fromEntries(checklist.map((row) => [row.paperId, { ...mark, state: 'missing' as const }]));
  await desk.call('guidance.give', {
    draftId,
    revision: 0,
    content: { ...content, caseId, papers },
    round: 1,
    approval: null,
  });
  const { rows } = await desk.call('submitted.list', {});
  expect(rows.map(({ name }) => name)).toEqual(['Sắp hết', 'Còn lâu', 'Chưa rõ']);
});

const ask = { dossierId: sentInId(1), n: 0 };
const path = `/v1/submitted/${ask.dossierId}/files/0`;
const picture = readFileSync(new URL('../../../server/portal/sample-file.jpg', import.meta.url));

test('a file is shown through the province, and every look is written down: who, when, how', async () => {
  province.answers.set(path, () => Response.json({ file: picture.toString('base64url') }));
  const shown = await desk.call('submitted.file', { ...ask, from: 0 });
  expect(shown).toMatchObject({ next: null, pages: [{ turn: 0, picture: { mime: 'image/jpeg' } }] });
  desk.clock.advance(60_000);
  expect(await desk.call('submitted.save', ask)).toMatchObject({ kind: 'jpeg' });
  expect(await desk.try('submitted.views', ask)).toMatchObject({ ok: false });
  await desk.call('session.signOut', {});
  await desk.signIn('phuoc');
  expect((await desk.call('submitted.views', ask)).map(({ at, who, why }) => [at, who, why])).toEqual([
    ['2026-11-23T10:43:00', 'Lê Thị Kim Ngân', 'saved'],
    ['2026-11-23T10:42:00', 'Lê Thị Kim Ngân', 'screen'],
  ]);
});

test('without the line, without the file, or with bytes that are none, nothing is shown and no look is written', async () => {
  const codes: string[] = [];
  const tried = async (input: { readonly dossierId: string; readonly n: number }): Promise<void> => {
    const reply = await desk.try('submitted.file', { ...input, from: 0 });
    codes.push(reply.ok ? 'shown' : reply.error.code);
  };
  province.answers.set(path, () => Promise.reject(new TypeError('no line')));
  await tried(ask);
  province.answers.set(path, () => Response.json({ code: 'SV-10', vi: '', en: '' }, { status: 502 }));
  await tried(ask);
  province.answers.set(path, () => Response.json({ file: Buffer.from('GIF89a').toString('base64url') }));
  await tried(ask);
  // A paper that comes by post, and one that is not there.
  await tried({ ...ask, n: 1 });
  await tried({ ...ask, n: 9 });
  expect(codes).toEqual(['DT-01', 'SV-10', 'SH-01', 'SH-12', 'SH-12']);
  await desk.call('session.signOut', {});
  await desk.signIn('phuoc');
  expect(await desk.call('submitted.views', ask)).toEqual([]);
});
