import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeReceipt, receiveComplete } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { eventsOf, fakeProvince, type FakeProvince } from '../../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
  province.answers.set('/v1/push', apart);
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

/** Whatever comes is kept apart. */
function apart(init: RequestInit): Response {
  const { events } = eventsOf(init);
  const verdicts = events.map((event) => province.verdictOn(event, 'quarantined', 'XV-06'));
  return Response.json({ head: events.at(-1)?.envelope.seq ?? 0, expected: null, verdicts });
}

async function receive(isPrinted: boolean): Promise<string> {
  const { dossierId } = await receiveComplete(desk);
  if (isPrinted) await desk.call('slip.print', { dossierId, form: '01', about: null });
  await province.round(desk);
  return dossierId;
}
const matters = async () =>
  (await desk.call('attention.list', {})).map(({ kind, problem }) => `${kind} ${problem}`).sort();

test('a slip of a dossier that is kept apart: its holder is called, once', async () => {
  const dossierId = await receive(true);
  expect(await matters()).toEqual(['call-back XV-20', 'verdict XV-06']);
  await desk.call('attention.told', { dossierId, way: 'phone', text: 'đã báo' });
  expect((await matters()).filter((matter) => matter.startsWith('call-back'))).toEqual([]);
});

test('without a slip nobody has to be called', async () => {
  await receive(false);
  expect(await matters()).toEqual(['verdict XV-06']);
});

test('it does not matter that the dossier was guided before it was received: the slip is of the receipt', async () => {
  province.answers.delete('/v1/push');
  const content = await completeReceipt(desk);
  const [paper] = Object.keys(content.papers);
  const missing = { [paper ?? '']: { state: 'missing' as const, originals: null, copies: null, note: '' } };
  const incomplete = { ...content, papers: { ...content.papers, ...missing } };
  const draft = await desk.call('draft.create', { from: null });
  const asked = { draftId: draft.id, revision: 0, content: incomplete, round: 1, approval: null };
  const { dossierId } = await desk.call('guidance.give', asked);
  await province.round(desk);
  expect(await matters()).toEqual([]);
  province.answers.set('/v1/push', apart);
  const back = await desk.call('guidance.resume', { dossierId });
  await desk.call('receipt.receive', { draftId: back.id, revision: back.revision, content });
  await desk.call('slip.print', { dossierId, form: '01', about: null });
  await province.round(desk);
  expect(await matters()).toContain('call-back XV-20');
});
