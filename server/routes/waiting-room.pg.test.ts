import { afterAll, beforeAll, expect, test } from 'vitest';
import { historyPageSchema } from '../../contract/histories.ts';
import { openPageSchema, pullReplySchema, referenceReplySchema } from '../../contract/sync.ts';
import { OFFICE, testProvince, type TestDesk, type TestProvince } from '../../tests/harness/test-server.ts';
import { testWriter } from '../../tests/harness/writer.ts';
import { hallLog } from '../../tests/harness/hall-log.ts';
import { exampleHost, exampleRules, plain } from '../../domain/ticket/example.ts';
import { systemRandom } from '../random.ts';
import { insertCounter, updateCounter } from '../store/counters.ts';

/** A machine enrolled for the waiting room: what the province tells it, and what it refuses it. */

let province: TestProvince;
let kiosk: TestDesk;
let desk: TestDesk;
const at = { office: OFFICE, name: 'Máy lấy số', disabled: false };

beforeAll(async () => {
  province = await testProvince();
  await insertCounter(province.db, { ...at, id: `${OFFICE}-lay-so`, kind: 'kiosk' });
  kiosk = await province.enrol(OFFICE, `${OFFICE}-lay-so`);
  desk = await province.enrol(OFFICE);
  await province.addPerson('an', 'supervisor', OFFICE);
});
afterAll(() => province.close());

const pull = async (of: TestDesk, query = '') => (await of.ask('GET', `/v1/pull${query}`)).as(pullReplySchema);

test('it is told of tickets and the hall alone, and does not look through the rest again', async () => {
  const log = testWriter(desk.place, desk.key);
  const host = exampleHost(desk.place.device, exampleRules, OFFICE);
  const hall = hallLog(log, host);
  log.receive({ note: 'của một người dân' });
  host.does({ kind: 'openHall', block: 0, takeover: false, term: 1 }, '07:00');
  const [opened] = hall.seal();
  for (let n = 0; n < 5; n++) log.receive();
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events });
  const whole = await pull(desk);
  expect(whole.events).toHaveLength(7);

  const page = await pull(kiosk, '?limit=1');
  expect(page.events).toEqual([opened]);
  expect(page.verdicts.map(({ eventId }) => eventId)).toEqual([opened?.envelope.id]);
  expect([page.more, page.cursor]).toEqual([false, whole.cursor]);
  for (const time of ['07:05', '07:06']) {
    host.does({ kind: 'issue', ...plain, ticket: systemRandom.id(), series: 'A' }, time);
    log.receive();
  }
  const [first, second] = hall.seal();
  await desk.ask('POST', '/v1/push', { log: desk.place.log, events: log.events.slice(7) });
  const next = await pull(kiosk, `?limit=1&cursor=${page.cursor}`);
  expect([next.events, next.more]).toEqual([[first], true]);
  expect((await pull(kiosk, `?limit=1&cursor=${next.cursor}`)).events).toEqual([second]);
  // A new desk is given the open dossiers first; a kiosk never.
  expect((await kiosk.ask('GET', '/v1/pull/open')).as(openPageSchema)).toEqual({
    events: [],
    verdicts: [],
    after: null,
  });
  expect((await desk.ask('GET', '/v1/pull/open')).as(openPageSchema).events.length).toBeGreaterThan(0);
  // Nor whole histories: its feed brings what it is told, from the beginning.
  const none = (await kiosk.ask('GET', '/v1/pull/history')).as(historyPageSchema);
  expect([none.events, none.verdicts, none.at, none.left]).toEqual([[], [], null, 0]);
  expect((await pull(kiosk, `?limit=1&cursor=${none.cursor}`)).events).toEqual([opened]);
  expect((await desk.ask('GET', '/v1/pull/history')).as(historyPageSchema).events.length).toBeGreaterThan(0);
});

test('it has no business with papers, submitted files, administration and boards, whoever signs in there', async () => {
  const hash = 'a'.repeat(64);
  for (const [method, path] of [
    ['GET', `/v1/scans/${hash}`],
    ['POST', '/v1/uploads'],
    ['GET', '/v1/admin/users'],
    ['GET', '/v1/admin/desks'],
    ['PUT', '/v1/admin/counters'],
    ['GET', '/v1/board'],
    ['GET', '/v1/reminders'],
    ['POST', '/v1/session'],
    ['POST', '/v1/session/password'],
  ] as const) {
    const refused = await kiosk.ask(method, path, method === 'GET' ? undefined : {});
    expect([path, refused.status, refused.code]).toEqual([path, 403, 'GN-06']);
    const other = await desk.ask(method, path, method === 'GET' ? undefined : {});
    expect([path, other.code]).not.toEqual([path, 'GN-06']);
  }
});

test('the office’s machines hear from the province what each was enrolled as; a place stays what it is', async () => {
  const { reference } = (await desk.ask('GET', '/v1/reference')).as(referenceReplySchema);
  expect(reference.devices.find(({ id }) => id === kiosk.place.device)?.kind).toBe('kiosk');
  expect(reference.devices.find(({ id }) => id === desk.place.device)?.kind).toBe('desk');
  // Numbers of dossiers are for those who receive them.
  expect(reference.grants.length).toBeGreaterThan(0);
  const own = (await kiosk.ask('GET', '/v1/reference')).as(referenceReplySchema).reference;
  expect(own.grants).toEqual([]);
  // Nobody signs in there: neither the staff nor what their passwords are checked by.
  expect(reference.users.length).toBeGreaterThan(0);
  expect([own.users, own.slipEditions]).toEqual([[], []]);
  expect(own.counters).toEqual(reference.counters);
  expect(kiosk.place.kind).toBe('kiosk');
  const place = { ...at, id: `${OFFICE}-lay-so` };
  expect(await updateCounter(province.db, { ...place, kind: 'desk' }, 1)).toBeNull();
  expect(await updateCounter(province.db, { ...place, kind: 'kiosk', name: 'Máy lấy số 1' }, 1)).not.toBeNull();
});
