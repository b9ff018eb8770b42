import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Fetch } from '../../main/desk/ports.ts';
import { completeReceipt, receiveComplete } from '../harness/complete-receipt.ts';
import { joinedDesk, signInAsOfficer, type JoinedDesk } from '../harness/joined-desk.ts';
import { DEMO_PASSWORD, demoProvince, type DemoProvince } from '../harness/demo-province.ts';

/** Real desk, real HTTP, real server, real PostgreSQL. */

let province: DemoProvince;
let dataDir: string;
let desk: JoinedDesk;
/** What the line does to the next requests. */
let line: (send: () => ReturnType<Fetch>, url: string) => ReturnType<Fetch> = (send) => send();

beforeAll(async () => {
  province = await demoProvince();
}, 60_000);

afterAll(() => province.remove());

beforeEach(async () => {
  line = (send) => send();
  dataDir = mkdtempSync(join(tmpdir(), 'quay-'));
  desk = await joinedDesk(dataDir, province, await province.enrolmentCode(), {
    fetch: (url, init) => line(() => fetch(url, init), url),
  });
  await signInAsOfficer(desk);
});

afterEach(async () => {
  await desk.desk.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function receive(): Promise<{ dossierId: string; code: string }> {
  return receiveComplete(desk);
}

const inProvince = (id: string) => desk.until('dossier.get', { id }, (page) => page.row.stand === 'inProvince');
const eventsOf = (id: string) =>
  province.rows(
    'SELECT e.id, v.ending FROM event e JOIN verdict v ON v.log = e.log AND v.seq = e.seq WHERE e.aggregate_id = $1',
    [id],
  );

test('a dossier received with no line stands in PostgreSQL once the line is back, with its number in the book', async () => {
  await province.stop();
  const { dossierId, code } = await receive();
  await desk.until('dossier.get', { id: dossierId }, (page) => page.row.stand === 'here');
  const status = await desk.until('status.get', {}, (value) => value.line.state === 'down');
  expect(status.waiting.dossiers).toBe(1);
  await province.start();
  const page = await inProvince(dossierId);
  expect(page.book?.number).toBeGreaterThan(0);
  expect(await eventsOf(dossierId)).toHaveLength(1);
  const [view] = await province.rows('SELECT * FROM dossier_code WHERE dossier = $1', [dossierId]);
  expect(view).toMatchObject({ code });
}, 60_000);

test('a lost reply, a cut line and a repeated request leave one row and one verdict', async () => {
  let lost = 0;
  line = async (send, url) => {
    if (!url.includes('/v1/push') || lost >= 3) return send();
    lost += 1;
    if (lost === 2) throw new TypeError('cut before it was sent');
    const reply = await send();
    await reply.body?.cancel();
    throw new TypeError('the reply is lost');
  };
  const { dossierId } = await receive();
  await inProvince(dossierId);
  expect(lost).toBe(3);
  expect(await eventsOf(dossierId)).toHaveLength(1);
}, 60_000);

test('what one desk received another desk of the office sees, byte for byte', async () => {
  const { dossierId } = await receive();
  await inProvince(dossierId);
  const otherDir = mkdtempSync(join(tmpdir(), 'quay-'));
  const other = await joinedDesk(otherDir, province, await province.enrolmentCode());
  await signInAsOfficer(other);
  const rows = await other.until('dossier.recent', { limit: 200 }, (list) => list.some((row) => row.id === dossierId));
  const mine = (await desk.call('dossier.recent', { limit: 200 })).find((row) => row.id === dossierId);
  expect(rows.find((row) => row.id === dossierId)).toEqual(mine);
  await other.desk.close();
  rmSync(otherDir, { recursive: true, force: true });
}, 60_000);

test('a dossier from a draft that was taken over is applied, not kept apart', async () => {
  const content = await completeReceipt(desk);
  const draft = await desk.call('draft.create', { from: null });
  await desk.call('draft.save', { id: draft.id, revision: 0, content });
  const { roster, user } = await desk.call('session.get', {});
  const colleague = roster.find((person) => person.role === 'officer' && person.id !== user?.id)?.login ?? '';
  await desk.call('session.signIn', { login: colleague, password: DEMO_PASSWORD });
  const taken = await desk.call('draft.takeOver', { id: draft.id });
  await desk.call('receipt.receive', { draftId: draft.id, revision: taken.revision, content });
  await inProvince(draft.id);
  expect((await desk.call('dossier.get', { id: draft.id })).flags).toEqual([]);
}, 60_000);

test('a verdict that the server did not sign is not believed', async () => {
  line = async (send, url) => {
    const reply = await send();
    // The feed brings verdicts too.
    if (!url.includes('/v1/push') && !url.includes('/v1/pull')) return reply;
    const text = (await reply.text()).replace(/"end":"applied"/g, '"end":"flagged"');
    return new Response(text, { status: reply.status, headers: reply.headers });
  };
  const { dossierId } = await receive();
  const status = await desk.until('status.get', {}, (value) => value.line.state === 'stopped');
  expect(status.line).toMatchObject({ state: 'stopped', code: 'DT-02' });
  expect((await desk.call('dossier.get', { id: dossierId })).row.stand).not.toBe('inProvince');
  line = (send) => send();
  await inProvince(dossierId);
}, 90_000);
