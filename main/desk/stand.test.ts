import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey } from '../../contract/signing.ts';
import type { Verdict } from '../../contract/sync.ts';
import { dossierVersions } from '../../domain/dossier/events.ts';
import type { Json } from '../../domain/log/canonical.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { bodies } from '../../tests/harness/dossier-acts.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { takeFolder } from '../store/folder.ts';
import { openStore, type Store } from '../store/store.ts';
import { receiveComplete } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, OFFICE, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { eventsOf, fakeProvince, settle, unanswered, type FakeProvince } from '../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';

/** Each dossier says where it stands, why, and what to do: every reason, as the screens ask for it. */

let folder: EnrolledFolder;
let province: FakeProvince;
let desk: TestDesk;
let isCut: boolean;

beforeEach(async () => {
  isCut = false;
  folder = await enrolledFolder();
  province = fakeProvince(folder);
  const cut = new TypeError('no line');
  desk = await openTestDesk(folder.path, {
    fetch: (url, init) => (isCut ? Promise.reject(cut) : province.fetch(url, init)),
  });
  await desk.signIn('ngan');
});
afterEach(async () => {
  await desk.desk.close();
  folder.remove();
});

async function receive(): Promise<string> {
  return (await receiveComplete(desk)).dossierId;
}

const stand = async (id: string) => (await desk.call('dossier.get', { id })).stand;

/** Each as "CODE what | todo"; nothing is left without words. */
async function why(id: string): Promise<string[]> {
  const { reasons } = await stand(id);
  for (const { what, todo } of reasons)
    for (const text of [what.vi, what.en, todo.vi, todo.en]) expect(text).not.toBe('');
  for (const { what, todo } of reasons) expect(`${what.vi}${todo.vi}`).not.toMatch(/[{}]/);
  return reasons.map(({ code }) => code);
}

const refused =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  () =>
    Response.json({ code, vi: '', en: '' }, { status, headers });

test('before the first answer of the day nothing is known of the line', async () => {
  expect(await why(await receive())).toEqual(['TT-06']);
});

test('in the provincial system there is nothing to explain', async () => {
  const id = await receive();
  await province.round(desk);
  expect(await stand(id)).toMatchObject({ state: 'inProvince', reasons: [] });
});

test('no line', async () => {
  isCut = true;
  const id = await receive();
  desk.clock.advance(1_000);
  await settle();
  expect(await why(id)).toEqual(['DT-01']);
});

test.each([
  ['too many at once', 429, 'DT-04', 'DT-04'],
  ['a server whose database is away', 503, 'SV-01', 'SV-01'],
  ['a fault of the server', 500, 'GN-03', 'SV-01'],
  ['a proxy with no server behind it', 502, '', 'SV-01'],
  ['a revoked desk', 403, 'DT-06', 'DT-06'],
  ['a revoked desk, by a server of the release before', 403, 'DT-03', 'DT-03'],
])('%s', async (_name, status, code, told) => {
  province.answers.set('/v1/push', refused(status, code));
  province.answers.set('/v1/reference', refused(status, code));
  province.answers.set('/v1/pull', refused(status, code));
  const id = await receive();
  await province.round(desk, '/v1/push');
  await settle();
  expect(await why(id)).toEqual([told]);
});

test('what the province refuses or keeps apart says so in the words of its verdict', async () => {
  province.answers.set('/v1/push', (init) => {
    const { events } = eventsOf(init);
    const verdicts = events.map((event) => province.verdictOn(event, 'quarantined', 'XV-04'));
    return Response.json({ head: events.length, expected: null, verdicts });
  });
  const id = await receive();
  await province.round(desk);
  const { state, reasons } = await stand(id);
  expect([state, reasons.map(({ code }) => code)]).toEqual(['attention', ['XV-04']]);
  expect(reasons[0]?.todo.vi).toBe('Báo người quản trị.');
});

test('carried by hand: how much of it, since when, and what brings the answer', async () => {
  isCut = true;
  const id = await receive();
  desk.clock.advance(1_000);
  await settle();
  await desk.call('courier.write', { skip: 0 });
  const { reasons } = await stand(id);
  expect(reasons.map(({ code }) => code)).toEqual(['TT-02', 'DT-01']);
  expect(reasons[0]?.what.vi).toBe('1 trong 1 việc đã ghi vào tệp mang đi lúc 10:42 23/11, chờ tệp trả lời.');
});

test('on the way: the province has not answered; what was written since goes after it', async () => {
  await province.round(desk);
  province.answers.set('/v1/push', unanswered);
  const [first, second] = [await receive(), await receive()];
  await settle();
  expect(await stand(first)).toMatchObject({ state: 'sent', reasons: [{ code: 'TT-03' }] });
  const { state, reasons } = await stand(second);
  expect(state).toBe('here');
  expect(reasons.map(({ code, what }) => [code, what.vi])).toEqual([
    ['TT-01', 'Còn 1 việc ghi trước trên máy này chưa gửi; việc của hồ sơ này đi sau.'],
  ]);
});

/** Closes the desk, gives it what others wrote, and opens it again. */
async function arrive(give: (store: Store) => void): Promise<void> {
  await desk.desk.close();
  const data = takeFolder(folder.path);
  const store = openStore(data, folder.databaseKey, { create: false, stamp: 'arrive' });
  give(store);
  store.close();
  data.unlock();
  desk = await openTestDesk(folder.path, { fetch: province.fetch });
  await desk.signIn('ngan');
}

/** As the feed does: with the province's word on it. */
function bring(store: Store, event: LogEvent, end: Verdict['end'] = 'applied', reason: string | null = null): void {
  store.transact(() => {
    store.takeIn([event]);
    store.outbox.settle(province.verdictOn(event, end, reason), event.envelope.aggregateId);
  });
}

const other = () =>
  testWriter(
    { device: '019ab000-0000-7000-8000-0000000000b1', log: '019ab000-0000-7000-8000-0000000000b2', office: OFFICE },
    newSigningKey(),
  );

test('heard from another machine of the hall', async () => {
  const event = other().receive();
  await arrive((store) => void store.hearing.hear([{ event, verdict: null }]));
  await province.round(desk);
  expect(await why(event.envelope.aggregateId)).toEqual(['TT-04']);
});

test('an earlier event has not come yet', async () => {
  const id = await receive();
  await province.round(desk);
  const writer = other();
  const noted = writer.write(bodies['dossier.supplementRequested'](1) as unknown as Json, {
    type: 'dossier.supplementRequested',
    version: dossierVersions['dossier.supplementRequested'],
    aggregateId: id,
    after: ['019ab000-0000-7000-8000-0000000000ff'],
  });
  await arrive((store) => bring(store, noted));
  await province.round(desk);
  const { reasons } = await stand(id);
  expect(reasons.map(({ code, what }) => [code, what.vi])).toEqual([
    ['TT-05', '1 việc của hồ sơ này chờ một việc ghi trước đó chưa về máy này.'],
  ]);
});

test('a newer release of the program wrote some of it: kept, not counted here, and what makes it count', async () => {
  const id = await receive();
  await province.round(desk);
  const there = other();
  const write = (type: string, version: number) =>
    arrive((store) => {
      const after = store.dossiers.get(id)?.heads ?? [];
      const event = there.write({ odd: true }, { type, version, aggregateId: id, after });
      bring(store, event);
    });
  await write('dossier.weighed', 3);
  await province.round(desk);
  const { state, reasons } = await stand(id);
  expect([state, reasons.map(({ code, todo }) => [code, todo.vi])]).toEqual([
    'attention',
    [['XV-18', 'Cập nhật chương trình trên máy này, máy tự tính vào.']],
  ]);
  // Another, of a kind known here in a version that is not: the same reason, once.
  await write('dossier.withdrawn', 9);
  expect(await why(id)).toEqual(['XV-18']);
});

test('each reason once', async () => {
  province.answers.set('/v1/push', (init) => {
    const { events } = eventsOf(init);
    const verdicts = events.map((event) => province.verdictOn(event, 'quarantined', 'XV-06'));
    return Response.json({ head: events.at(-1)?.envelope.seq ?? 0, expected: null, verdicts });
  });
  const id = await receive();
  await desk.call('slip.print', { dossierId: id, form: '01', about: null });
  await province.round(desk);
  expect(await why(id)).toEqual(['XV-06']);
});

test('what the province refused to take for another machine is not in its system: each event of that log says so, until it comes', async () => {
  const writer = other();
  const events = [writer.receive(), writer.receive()];
  const ids = events.map(({ envelope }) => envelope.aggregateId);
  await arrive((store) => void store.hearing.hear(events.map((event) => ({ event, verdict: null }))));
  province.answers.set('/v1/push', (init) => {
    const [first] = eventsOf(init).events;
    const verdicts = first === undefined ? [] : [province.verdictOn(first, 'refused', 'XV-01')];
    return Response.json({ head: 0, expected: null, verdicts });
  });
  await province.round(desk);
  desk.clock.advance(46_000);
  await province.round(desk, '/v1/push');
  await settle();
  for (const id of ids) {
    const { state, events: count, sent, confirmed, reasons } = await stand(id);
    expect([state, count, sent, confirmed]).toEqual(['attention', 1, 0, 0]);
    expect(reasons.map(({ code }) => code)).toEqual(['XV-24']);
  }
  const rows = await desk.call('dossier.recent', { limit: 5 });
  expect(rows.map((row) => row.stand)).toEqual(['attention', 'attention']);
  // Its own desk has brought it.
  await arrive((store) => events.forEach((event) => bring(store, event)));
  for (const id of ids) expect(await stand(id)).toMatchObject({ state: 'inProvince', reasons: [] });
});

async function settledBySupervisor(dossierId: string): Promise<void> {
  await desk.call('session.signOut', {});
  await desk.signIn('phuoc');
  const [row, ...more] = await desk.call('attention.list', {});
  expect([row?.dossierId, more]).toEqual([dossierId, []]);
  const input = { dossierId, key: row?.key ?? '', choices: {}, reason: 'đã xem lại', told: 'later' } as const;
  await desk.call('attention.settle', input);
  await province.round(desk);
  expect(await desk.call('attention.list', {})).toEqual([]);
}

/** The province's word on whatever is sent next, once. */
function once(end: Verdict['end'], reason: string): void {
  province.answers.set('/v1/push', (init) => {
    const { events } = eventsOf(init);
    province.answers.delete('/v1/push');
    const verdicts = events.map((event) => province.verdictOn(event, end, reason));
    return Response.json({ head: events.length, expected: null, verdicts });
  });
}

test('kept apart and settled: out of the tray, and still not in the provincial system until it is let in', async () => {
  once('quarantined', 'XV-04');
  const id = await receive();
  await province.round(desk);
  await settledBySupervisor(id);
  const { state, events, sent, confirmed, reasons } = await stand(id);
  expect([state, events, sent, confirmed]).toEqual(['attention', 2, 2, 1]);
  expect(reasons.map(({ code }) => code)).toEqual(['XV-04']);
  await arrive((store) => {
    const event = store.log?.ofAggregate(id)[0];
    if (event !== undefined) bring(store, event);
  });
  await desk.signIn('phuoc');
  expect(await stand(id)).toMatchObject({ state: 'inProvince', reasons: [] });
});

test('flagged and settled is in the provincial system', async () => {
  once('flagged', 'XV-07');
  const id = await receive();
  await province.round(desk);
  expect(await why(id)).toEqual(['XV-07']);
  await settledBySupervisor(id);
  expect(await stand(id)).toMatchObject({ state: 'inProvince', reasons: [] });
});

test('what another desk wrote and the province keeps apart is not shown here: settled, it holds nothing back', async () => {
  const id = await receive();
  await province.round(desk);
  const asked = other().write(bodies['dossier.supplementRequested'](1) as unknown as Json, {
    type: 'dossier.supplementRequested',
    version: dossierVersions['dossier.supplementRequested'],
    aggregateId: id,
    after: [],
  });
  await arrive((store) => bring(store, asked, 'quarantined', 'XV-06'));
  expect(await why(id)).toEqual(['XV-06']);
  await settledBySupervisor(id);
  const { state, events, sent, confirmed, reasons } = await stand(id);
  expect([state, events, sent, confirmed, reasons]).toEqual(['inProvince', 2, 2, 2, []]);
});
