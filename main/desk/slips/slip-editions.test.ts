import { afterEach, beforeEach, expect, test } from 'vitest';
import { completeReceipt } from '../../../tests/harness/complete-receipt.ts';
import { enrolledFolder, MONDAY_10_42, type EnrolledFolder } from '../../../tests/harness/enrolled-folder.ts';
import { fakeProvince, type FakeProvince } from '../../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../../tests/harness/test-desk.ts';
import type { Reference } from '../../../contract/sync.ts';
import { mau01Template } from '../../../domain/form/templates/mau-01.ts';

/** New editions of a slip while old slips lie in the ledger. */

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;

beforeEach(async () => {
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
});

afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

const DAY_MS = 86_400_000;
const WORDS = 'Chữ của bản mẫu mới';

type HandedOut = Reference['slipEditions'][number];

const edition = (number: number, validFrom: string): HandedOut =>
  JSON.parse(
    JSON.stringify({ template: { ...mau01Template, id: `mau-01@${number}`, source: WORDS }, validFrom }),
  ) as HandedOut;

async function handOut(...slipEditions: HandedOut[]): Promise<void> {
  province.reference = { ...province.reference, slipEditions };
  await province.round(desk, '/v1/reference');
}

async function received(): Promise<string> {
  const { id: draftId, revision, content: begun } = await desk.call('draft.create', { from: null });
  const content = await completeReceipt(desk, { visit: begun.visit });
  return (await desk.call('receipt.receive', { draftId, revision, content })).dossierId;
}

const printed = async (dossierId: string) => desk.call('slip.print', { dossierId, form: '01', about: null });

async function pageOf(slipId: string): Promise<string> {
  const { pdf } = await desk.call('slip.pdf', { slipId });
  return Buffer.from(pdf, 'base64url').toString();
}

test('a new edition is used from its day on; an old slip, its preview and its copies stay with theirs', async () => {
  const old = await printed(await received());
  expect(old.preview.template.id).toBe('mau-01@1');

  await handOut(edition(2, '2026-11-24'));
  // Not yet its day.
  expect((await printed(await received())).preview.template.id).toBe('mau-01@1');

  province.answers.set('/v1/time', () => Response.json({ now: MONDAY_10_42 + DAY_MS }));
  desk.clock.sleep(DAY_MS);
  await desk.signIn('ngan');
  const content = await completeReceipt(desk);
  expect((await desk.call('receipt.previewSlip', { content })).template).toMatchObject({ id: 'mau-01@2' });
  const young = await printed(await received());
  expect(young.preview.template).toMatchObject({ id: 'mau-01@2', source: WORDS });
  expect(await pageOf(young.slip.slipId)).toContain(WORDS);

  const copy = await desk.call('slip.reprint', { slipId: old.slip.slipId, reason: 'bị nhòe' });
  expect(copy.preview.template.id).toBe('mau-01@1');
  expect(await pageOf(copy.slip.slipId)).not.toContain(WORDS);
  expect((await desk.call('slip.preview', { slipId: old.slip.slipId })).template?.id).toBe('mau-01@1');
});

test('a slip of an edition the province no longer hands out is still drawn with it, after the desk was opened again', async () => {
  await handOut(edition(2, '2026-11-01'));
  const { slip } = await printed(await received());
  await handOut();
  await desk.desk.close();
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
  const copy = await desk.call('slip.reprint', { slipId: slip.slipId, reason: 'bị nhòe' });
  expect(copy.preview.template).toMatchObject({ id: 'mau-01@2', source: WORDS });
});

test('an edition only a newer release can read changes nothing else of what was handed out', async () => {
  await handOut({ template: { id: 'mau-01@3', form: '01', blocks: [{ kind: 'film' }] }, validFrom: '2026-11-01' });
  await handOut(edition(2, '2026-11-01'), { template: { id: 'mau-01@3' }, validFrom: '2026-11-01' });
  expect((await printed(await received())).preview.template.id).toBe('mau-01@2');
});
