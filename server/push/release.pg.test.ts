import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptApartSchema } from '../../contract/kept-apart.ts';
import { pullReplySchema, pushReplySchema, verdictSchema } from '../../contract/sync.ts';
import {
  OFFICE,
  OTHER,
  PASSWORD,
  testProvince,
  type TestDesk,
  type TestProvince,
} from '../../tests/harness/test-server.ts';
import { receivedBody, testWriter } from '../../tests/harness/writer.ts';
import { people } from '../../tests/tour/day/people.ts';

let province: TestProvince;
let colleague: TestDesk;
let session: string;
beforeAll(async () => {
  province = await testProvince();
  await province.addPerson('qt', 'administrator', OFFICE);
  await province.addPerson('qt-khac', 'administrator', OTHER);
  colleague = await province.enrol(OFFICE);
  session = await signedIn(colleague, 'qt');
});
afterAll(() => province.close());

async function signedIn(desk: TestDesk, login: string): Promise<string> {
  const { body } = await desk.ask('POST', '/v1/session', { login, password: PASSWORD });
  return String((JSON.parse(body) as { token: unknown }).token);
}

const asAdministrator = (method: 'GET' | 'POST', target: string, body?: unknown) =>
  colleague.ask(method, target, body, { 'x-session': session });

async function pull(desk: TestDesk, cursor: string | null) {
  const target = `/v1/pull?limit=500${cursor === null ? '' : `&cursor=${cursor}`}`;
  return (await desk.ask('GET', target)).as(pullReplySchema);
}

/** A desk somebody else has, and its log: pushed from one place to before another. */
async function stolenDesk() {
  const stolen = await province.enrol(OFFICE);
  const log = testWriter(stolen.place, stolen.key);
  const push = async (from: number, to: number) =>
    (await stolen.ask('POST', '/v1/push', { log: stolen.place.log, events: log.events.slice(from, to) })).as(
      pushReplySchema,
    );
  return { stolen, log, push };
}

test('a stolen desk: what it wrote before counts, what came later is kept apart, and is let in one by one with who and why', async () => {
  const { stolen, log, push } = await stolenDesk();
  log.receive();
  const beyond = log.receive();
  await push(0, 2);
  const revoked = await asAdministrator('POST', '/v1/admin/revoke', {
    device: stolen.place.device,
    trusted: 1,
    because: 'mất cắp',
  });
  expect(JSON.parse(revoked.body)).toEqual({ takenBeyond: 1 });
  // What had been taken in before anybody knew stays, and is told.
  const alarm = await province.db.selectFrom('alarm').select(['event_id', 'reason']).execute();
  expect(alarm).toEqual([{ event_id: beyond.envelope.id, reason: 'XV-06' }]);
  const { log: ofLog, device } = stolen.place;
  expect(JSON.parse((await asAdministrator('GET', '/v1/admin/alarms')).body)).toEqual([
    expect.objectContaining({
      eventId: beyond.envelope.id,
      reason: 'XV-06',
      seq: 2,
      log: ofLog,
      device,
      office: OFFICE,
    }),
  ]);
  const honest = log.receive();
  const forged = log.receive();
  const late = await push(2, 4);
  expect(late.verdicts.map(({ end, reason }) => [end, reason])).toEqual([
    ['quarantined', 'XV-06'],
    ['quarantined', 'XV-06'],
  ]);
  const before = await pull(colleague, null);
  const list = JSON.parse((await asAdministrator('GET', '/v1/admin/quarantine')).body) as { eventId: string }[];
  expect(list.map(({ eventId }) => eventId)).toEqual([honest.envelope.id, forged.envelope.id]);
  const order = { eventId: honest.envelope.id, because: 'Phiếu giấy có thật' };
  const verdict = (await asAdministrator('POST', '/v1/admin/quarantine/release', order)).as(verdictSchema);
  expect(verdict.end).toBe('applied');
  expect(verdict.book?.number).toBeGreaterThan(0);
  // A reader that had passed it comes to it now, with its new verdict; the other one stays out.
  const after = await pull(colleague, before.cursor);
  expect(after.events.map(({ envelope }) => envelope.id)).toEqual([honest.envelope.id]);
  expect(after.verdicts).toEqual([verdict]);
  // Sent again, it hears what stands now.
  expect((await push(2, 3)).verdicts).toEqual([verdict]);
  const trail = await province.db.selectFrom('release').selectAll().execute();
  expect(trail).toMatchObject([{ event_id: honest.envelope.id, reason: 'XV-06', by: 'u-qt', because: order.because }]);
  expect((await asAdministrator('POST', '/v1/admin/quarantine/release', order)).status).toBe(404);
});

test('revoked from a moment on: what the province had taken in before counts, each log by itself, whatever the machine’s clock said', async () => {
  const { stolen, log, push } = await stolenDesk();
  log.receive();
  await push(0, 1);
  const from = province.clock.now() + 60_000;
  province.clock.at = from;
  // Dated a year back by whoever has it.
  const forged = log.receive({}, { at: { device: 1_763_000_000_000, offset: 0 } });
  await push(1, 2);
  const revoked = await asAdministrator('POST', '/v1/admin/revoke', {
    device: stolen.place.device,
    trusted: null,
    from,
    because: 'mất cắp',
  });
  expect(JSON.parse(revoked.body)).toEqual({ takenBeyond: 1 });
  const alarm = await province.db.selectFrom('alarm').select('event_id').where('log', '=', stolen.place.log).execute();
  expect(alarm).toEqual([{ event_id: forged.envelope.id }]);
  log.receive();
  expect((await push(2, 3)).verdicts.map(({ end, reason }) => [end, reason])).toEqual([['quarantined', 'XV-06']]);
  // From a moment after all of it: everything it holds is believed.
  const lost = await province.enrol(OFFICE);
  const theirs = testWriter(lost.place, lost.key);
  theirs.receive();
  await lost.ask('POST', '/v1/push', { log: lost.place.log, events: theirs.events });
  const later = { device: lost.place.device, trusted: null, from: province.clock.now() + 60_000, because: 'thất lạc' };
  expect(JSON.parse((await asAdministrator('POST', '/v1/admin/revoke', later)).body)).toEqual({ takenBeyond: 0 });
});

test('revoked from a moment on: what was let in since does not cast doubt on what stood behind it before', async () => {
  const { stolen: lost, log, push } = await stolenDesk();
  const elsewhere = await province.enrol(OTHER);
  const theirs = testWriter(elsewhere.place, elsewhere.key);
  const begun = theirs.receive();
  await elsewhere.ask('POST', '/v1/push', { log: elsewhere.place.log, events: theirs.events });
  const note = { type: 'dossier.noted', aggregateId: begun.envelope.aggregateId, after: [begun.envelope.id] };
  const apart = log.write({ text: 'ghi thêm', at: '2026-11-24T09:30:00' }, note);
  log.receive();
  expect((await push(0, 2)).verdicts.map(({ end, reason }) => [end, reason])).toEqual([
    ['quarantined', 'XV-04'],
    ['applied', null],
  ]);
  const from = province.clock.now() + 60_000;
  province.clock.at = from + 60_000;
  // Whoever has it goes on in the same way, and what it wrote is let in as well.
  const later = log.write({ text: 'ghi thêm nữa', at: '2026-11-24T09:40:00' }, note);
  await push(2, 3);
  const late = { eventId: later.envelope.id, because: 'nhầm' };
  expect((await asAdministrator('POST', '/v1/admin/quarantine/release', late)).status).toBe(200);
  const order = { eventId: apart.envelope.id, because: 'đã đối chiếu' };
  expect((await asAdministrator('POST', '/v1/admin/quarantine/release', order)).status).toBe(200);
  const revoke = { device: lost.place.device, trusted: null, from, because: 'mất cắp' };
  expect(JSON.parse((await asAdministrator('POST', '/v1/admin/revoke', revoke)).body)).toEqual({ takenBeyond: 1 });
  const alarms = await province.db.selectFrom('alarm').select('event_id').where('log', '=', lost.place.log).execute();
  expect(alarms).toEqual([{ event_id: later.envelope.id }]);
});

test('an administrator of another office sees and lets in nothing', async () => {
  const stolen = await province.enrol(OFFICE);
  const log = testWriter(stolen.place, stolen.key);
  await asAdministrator('POST', '/v1/admin/revoke', { device: stolen.place.device, trusted: 0, because: 'mất cắp' });
  const event = log.receive();
  await stolen.ask('POST', '/v1/push', { log: stolen.place.log, events: log.events });
  const stranger = await province.enrol(OTHER);
  const theirs = { 'x-session': await signedIn(stranger, 'qt-khac') };
  const list = await stranger.ask('GET', '/v1/admin/quarantine', undefined, theirs);
  expect(JSON.parse(list.body)).toEqual([]);
  const raised = await stranger.ask('GET', '/v1/admin/alarms', undefined, theirs);
  expect([raised.status, JSON.parse(raised.body)]).toEqual([200, []]);
  const order = { eventId: event.envelope.id, because: 'thử' };
  expect((await stranger.ask('POST', '/v1/admin/quarantine/release', order, theirs)).status).toBe(404);
});

test('what is let in comes to a reader that had passed it though nothing stands behind it', async () => {
  const stolen = await province.enrol(OFFICE);
  const log = testWriter(stolen.place, stolen.key);
  await asAdministrator('POST', '/v1/admin/revoke', { device: stolen.place.device, trusted: 0, because: 'mất cắp' });
  const event = log.receive();
  await stolen.ask('POST', '/v1/push', { log: stolen.place.log, events: log.events });
  // The newest row of the feed is the one that is taken out.
  const { cursor } = await pull(colleague, null);
  await asAdministrator('POST', '/v1/admin/quarantine/release', { eventId: event.envelope.id, because: 'thử' });
  const { events } = await pull(colleague, cursor);
  expect(events.map(({ envelope }) => envelope.id)).toEqual([event.envelope.id]);
});

test('what this release cannot read stays apart', async () => {
  const desk = await province.enrol(OFFICE);
  const log = testWriter(desk.place, desk.key);
  const newer = log.write({ what: 'moi' }, { type: 'dossier.somethingNew' });
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  const order = { eventId: newer.envelope.id, because: 'thử' };
  const answer = await asAdministrator('POST', '/v1/admin/quarantine/release', order);
  expect([answer.status, answer.code]).toEqual([409, 'XV-03']);
});

test('whose it is stands with what is kept apart, as far as it can be read and is of its own office; what can be let in comes first', async () => {
  const desk = await province.enrol(OFFICE);
  const log = testWriter(desk.place, desk.key);
  const before = log.receive();
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  const { aggregateId } = before.envelope;
  log.write({ what: 'moi' }, { type: 'dossier.somethingNew', aggregateId });
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events.slice(1) });
  const revoked = { device: desk.place.device, trusted: 2, because: 'mất cắp' };
  await asAdministrator('POST', '/v1/admin/revoke', revoked);
  const told = receivedBody(desk.place);
  log.receive({
    ...told,
    applicant: {
      ...people.corrected,
      birthDate: '1992-12-18',
      oldId: null,
      source: { kind: 'typed', at: told.receivedAt },
    },
  });
  log.slip(before);
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events.slice(2) });
  const stranger = await province.enrol(OTHER);
  const theirs = testWriter(stranger.place, stranger.key);
  theirs.slip(before);
  await stranger.ask('POST', '/v1/push', { log: stranger.place.log, events: theirs.events });
  const listed = async (by: TestDesk, token: string, device: string) =>
    (await by.ask('GET', '/v1/admin/quarantine', undefined, { 'x-session': token }))
      .as(z.array(keptApartSchema))
      .filter((row) => row.device === device)
      .map(({ reason, about }) => [reason, about]);
  const code = (before.body as { code: { text: string } }).code.text;
  expect(await listed(colleague, session, desk.place.device)).toEqual([
    ['XV-06', { code: told.code.text, applicant: people.corrected.name }],
    ['XV-06', { code, applicant: null }],
    ['XV-03', { code, applicant: null }],
  ]);
  // A dossier of another office: nothing of it is told to an office it does not concern.
  const other = await signedIn(stranger, 'qt-khac');
  expect(await listed(stranger, other, stranger.place.device)).toEqual([['XV-04', null]]);
});
