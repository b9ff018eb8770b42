import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { arriveIn } from '../../tests/harness/arrived.ts';
import { completeReceipt } from '../../tests/harness/complete-receipt.ts';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import { OFFICE } from '../../tests/harness/enrolled-folder.ts';
import { foundInFolder } from '../../tests/harness/found-in-folder.ts';
import { hallOffice, pair, type HallDesk, type HallOffice } from '../../tests/harness/hall-office.ts';
import { returnCode } from '../../domain/guidance/return-code.ts';
import { resultDossier } from '../../tests/harness/result-dossiers.ts';
import { SHOWN_A_MINUTE } from '../desk/hall/shown-limit.ts';
import { systemRandom } from '../random.ts';

/** A kiosk in the open waiting room, over real TLS on real SQLite: nobody's name or ID number comes onto its disk. */

const NAME = 'Trịnh Thị Gieohạt';
const PERSONAL_ID = '087199012399';
const CARD_NAME = 'Nguyễn Thị Quẹtthẻ';
const CARD = `087196004218|340112233|${CARD_NAME}|14081996|Nữ|Số 42, đường Trần Hưng Đạo, phường Sa Đéc, tỉnh Đồng Tháp|25062021`;
const PLANTED = [NAME, 'gieohat', PERSONAL_ID, CARD_NAME, 'quetthe', '087196004218'];

let office: HallOffice;
afterEach(() => office.close());

/** A hall with its host and a kiosk paired with it. */
async function hostAndKiosk(): Promise<{ readonly host: HallDesk; readonly kiosk: HallDesk }> {
  office = hallOffice();
  const host = await office.desk('ngan');
  const kiosk = await office.desk('phuoc', 'kiosk');
  office.introduce();
  await host.user.call('hall.open', {});
  await pair(host, kiosk);
  return { host, kiosk };
}

async function receive(desk: HallDesk): Promise<{ dossierId: string; code: string }> {
  const plain = await completeReceipt(desk.user);
  if (plain.applicant?.kind !== 'citizen') throw new Error('a citizen');
  const content = { ...plain, applicant: { ...plain.applicant, name: NAME, personalId: PERSONAL_ID } };
  const draft = await desk.user.call('draft.create', { from: null });
  return desk.user.call('receipt.receive', { draftId: draft.id, revision: 0, content });
}

const ofSeriesA = { series: 'A', priority: null, lane: 'ordinary', bookedFor: null, card: null, second: null } as const;

/** When the machine has the ticket: what was told before it has come too. */
async function hasTicket(machine: HallDesk, ticket: string): Promise<void> {
  while (machine.store.log?.ofAggregate(ticket).length === 0) await machine.changed();
}

test.each(['as enrolled', 'saying of itself that it is a desk'])(
  'a kiosk, %s, is given no dossier, and none of what it asks for beside a number',
  async (how) => {
    office = hallOffice();
    const [host, other] = [await office.desk('ngan'), await office.desk('tam')];
    const kiosk = await office.desk('phuoc', 'kiosk');
    office.introduce();
    await host.user.call('hall.open', {});
    await pair(host, other);
    await pair(host, kiosk);
    // What it holds of the others is its own affair: that one was put away is a desk's word, in its list or in a greeting.
    kiosk.opened.hall?.members.forget(other.store.meta.get('enrolment')?.device ?? '');
    if (how !== 'as enrolled') {
      await kiosk.stop();
      await kiosk.startAs('desk');
      await kiosk.user.until('hall.status', {}, ({ state }) => state === 'linked');
    }
    const { dossierId } = await receive(host);
    const { id: ticket } = await host.user.call('queue.give', ofSeriesA);
    await hasTicket(other, dossierId);
    await hasTicket(kiosk, ticket);

    const hall = kiosk.opened.hall;
    if (hall === null) throw new Error('no hall');
    const anything = z.unknown();
    const device = kiosk.store.meta.get('enrolment')?.device ?? '';
    const command = { kind: 'callNext', counter: 'sa-dec-1' };
    for (const [name, body] of [
      ['secret', {}],
      ['command', { command, actor: 'u-ngan', request: systemRandom.id() }],
      ['take', {}],
      ['dossier', { id: dossierId }],
    ] as const) {
      await expect(hall.ask(name, body, anything, 30_000)).rejects.toMatchObject({ code: 'GN-04' });
    }
    expect(kiosk.store.meta.get('hallSecret')).toBeNull();
    for (const link of hall.links()) link.met.peer.tell('members', { members: hall.members.all() });
    await hall.ask('secret', {}, anything, 30_000).catch(() => null);
    expect(host.opened.hall?.members.all().filter(({ gone }) => gone)).toEqual([]);
    // What it is stands in the list of the hall's machines, whatever it says.
    const { members, connected } = await host.user.call('hall.status', {});
    expect([...members, ...connected].filter((one) => one.device === device).map(({ role }) => role)).toEqual([
      'kiosk',
      'kiosk',
    ]);
    expect(kiosk.store.dossiers.get(dossierId)).toBeNull();
    // Nor does the host take a dossier's event of it.
    const [told] = other.store.hearing
      .after(0, 500, ['dossier'])
      .events.filter(({ event }) => event.envelope.aggregateId === dossierId);
    const relay = host.opened.hall?.links().find((link) => link.device === device)?.relay;
    expect(relay?.told({ events: [{ event: told?.event, verdict: null }] })).toEqual({ strange: 1 });
    await kiosk.stop();
    expect(foundInFolder(kiosk.folder.path, kiosk.folder.databaseKey, PLANTED)).toEqual({});
    // The same look finds them where they are.
    await other.stop();
    expect(foundInFolder(other.folder.path, other.folder.databaseKey, PLANTED)['desk.db']).toContain(NAME);
  },
  60_000,
);

test('a slip and a card at the kiosk: the host says what they give, and the card is read where it is called', async () => {
  const { host, kiosk } = await hostAndKiosk();
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A', 'H'] } });
  const { dossierId, code } = await receive(host);
  const page = kiosk.user;
  await kiosk.user.until('kiosk.view', {}, ({ state }) => state === 'open');

  expect(await page.call('kiosk.scan', { text: code })).toEqual({ kind: 'slip', code, gives: 'number' });
  expect(await page.call('kiosk.scan', { text: CARD })).toEqual({ kind: 'card' });
  expect(await page.call('kiosk.scan', { text: 'gì đó' })).toEqual({ kind: 'unknown' });
  const take = { series: 'A', priority: null, card: CARD, slip: code, language: 'vi' } as const;
  const { number } = await page.call('kiosk.take', take);
  // One live number a person and field, though the kiosk cannot make the hash.
  expect(await page.try('kiosk.take', take)).toMatchObject({ ok: false, error: { code: 'HC-08' } });
  const { serving } = await host.user.call('queue.act', { act: { kind: 'callNext' } });
  expect(serving?.text).toBe(number);
  expect(await host.user.call('queue.card', { ticket: serving?.id ?? '' })).toEqual({ card: CARD });

  // The kiosk's own copy of the ticket has the seal, and no key for it.
  expect(kiosk.store.dossiers.get(dossierId)).toBeNull();
  kiosk.cable.set(false);
  await kiosk.user.until('hall.status', {}, ({ state }) => state === 'lost');
  const lost = { ok: false, error: { code: 'SN-03' } };
  expect(await page.try('kiosk.scan', { text: code })).toMatchObject(lost);
  expect(await page.try('kiosk.take', take)).toMatchObject(lost);
  await kiosk.stop();
  expect(foundInFolder(kiosk.folder.path, kiosk.folder.databaseKey, PLANTED)).toEqual({});
}, 60_000);

test('a return code of a dossier the host does not know gives the return lane, as the kiosk says', async () => {
  const { host, kiosk } = await hostAndKiosk();
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['A'] } });
  await kiosk.user.until('kiosk.view', {}, ({ state }) => state === 'open');
  const slip = returnCode(createHash('sha256').update('of another office').digest('hex'));
  expect(await kiosk.user.call('kiosk.scan', { text: slip })).toEqual({ kind: 'slip', code: slip, gives: 'papers' });
  const asked = { series: 'A', priority: null, card: null, slip, language: 'vi' } as const;
  const { number } = await kiosk.user.call('kiosk.take', asked);
  const { mine } = await host.user.call('queue.get', {});
  expect(mine.filter(({ text }) => text === number).map(({ lane }) => lane)).toEqual(['return']);
}, 60_000);

test('a slip whose appointment is still to come is told from when it is called, on screen and paper, and no wait', async () => {
  const { host, kiosk } = await hostAndKiosk();
  const at = '2026-11-23T11:05:00';
  const dossier = resultDossier(1, {
    received: { due: { ...inventedDossier(1, OFFICE).due, at } },
    finished: null,
    backAt: null,
  });
  arriveIn(host.store, [dossier]);
  await host.user.call('queue.act', { act: { kind: 'openCounter', series: ['K'] } });
  await kiosk.user.until('kiosk.view', {}, ({ state }) => state === 'open');
  const slip = 'H20.57-261118-0001';
  expect(await kiosk.user.call('kiosk.scan', { text: slip })).toMatchObject({ gives: 'appointment' });
  const asked = { series: 'K', priority: null, card: null, slip, language: 'vi' } as const;
  const taken = await kiosk.user.call('kiosk.take', asked);
  const booked = { at, from: '2026-11-23T11:00:00' };
  expect(taken).toMatchObject({ ahead: 0, wait: null, booked });
  const [ticket] = host.store.halls.view(OFFICE, '2026-11-23', (id) => host.store.log?.ofAggregate(id) ?? []).tickets;
  expect(ticket).toMatchObject({ text: taken.number, bookedFor: at, told: null });
  expect(await kiosk.user.call('kiosk.take', { ...asked, slip: null })).toMatchObject({ booked: null });
}, 60_000);

test('a kiosk whose key was carried away asks about code after code: the host stops answering, for a minute', async () => {
  const { host, kiosk } = await hostAndKiosk();
  const { code } = await receive(host);
  await kiosk.user.until('kiosk.view', {}, ({ state }) => state === 'open');
  const ask = (text: string) => kiosk.opened.doors.door()?.slip(text);
  const guessed = (n: number): string => `H20.57-261123-${String(n).padStart(4, '0')}`;
  for (let n = 0; n < SHOWN_A_MINUTE; n++) await ask(guessed(9000 + n));
  await expect(ask(code)).rejects.toMatchObject({ code: 'SN-12' });
  const plain = { series: 'A', priority: null, card: null, slip: null, language: 'vi' } as const;
  const withSlip = await kiosk.user.try('kiosk.take', { ...plain, slip: code });
  expect(withSlip).toMatchObject({ ok: false, error: { code: 'SN-12' } });
  const withCard = await kiosk.user.try('kiosk.take', { ...plain, card: CARD });
  expect(withCard).toMatchObject({ ok: false, error: { code: 'SN-12' } });
  // Whoever stands there with no paper is given a number all the same.
  expect((await kiosk.user.call('kiosk.take', plain)).number).toMatch(/^A\d+$/);
}, 60_000);

test('a desk shows no page of the waiting room, and a kiosk is nobody’s desk', async () => {
  office = hallOffice();
  const desk = await office.desk('ngan');
  const kiosk = await office.desk('phuoc', 'kiosk');
  expect(await desk.user.try('kiosk.view', {})).toMatchObject({ ok: false, error: { code: 'SN-11' } });
  expect(await desk.user.try('display.view', {})).toMatchObject({ ok: false, error: { code: 'SN-11' } });
  expect(await kiosk.user.call('screen.get', {})).toEqual({ screen: 'setUp' });
  expect(await kiosk.user.try('draft.create', { from: null })).toMatchObject({ ok: false, error: { code: 'GN-06' } });
  expect(await kiosk.user.try('hall.open', {})).toMatchObject({ ok: false, error: { code: 'GN-06' } });
  const person = { login: 'phuoc', password: 'mat-khau-phuoc' };
  expect(await kiosk.user.try('session.signIn', person)).toMatchObject({ ok: false, error: { code: 'GN-06' } });
  expect(await kiosk.user.call('kiosk.testPrint', {})).toEqual([]);
}, 60_000);
