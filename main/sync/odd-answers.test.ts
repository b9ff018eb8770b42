import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newSigningKey, sealerOf } from '../../contract/signing.ts';
import { seal, type LogEvent } from '../../domain/log/envelope.ts';
import { receiveComplete } from '../../tests/harness/complete-receipt.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import {
  eventsOf,
  fakeProvince,
  settle,
  textOf,
  unanswered,
  type FakeProvince,
} from '../../tests/harness/fake-province.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';

/** Answers no real server gives: nothing loops, nothing stops that need not, and the status says what is wrong. */

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

const epoch = '019ab000-0000-7000-8000-0000000000e0';
const line = async () => (await desk.call('status.get', {})).line;
const times = (path: string): number => province.asked.filter((one) => one === path).length;

async function receive(): Promise<string> {
  const { dossierId } = await receiveComplete(desk);
  return dossierId;
}

async function standOf(id: string): Promise<string> {
  return (await desk.call('dossier.get', { id })).stand.state;
}

test('a dossier reaches the province and is said to be there', async () => {
  const id = await receive();
  await province.round(desk);
  expect(await standOf(id)).toBe('inProvince');
  expect((await line()).state).toBe('up');
});

test.each(['/v1/pull/open', '/v1/pull/history'])(
  'a 404 of somebody on the way is not taken for an older server’s, which does not know %s',
  async (path) => {
    province.answers.set(path, () => new Response('<html>Đăng nhập Wi-Fi</html>', { status: 404 }));
    await province.round(desk);
    const once = times(path);
    expect([once > 0, times('/v1/pull'), await line()]).toMatchObject([true, 0, { state: 'stopped', code: 'DT-02' }]);
    await province.round(desk);
    expect(times(path)).toBeGreaterThan(once);
  },
);

test('an answer without verdicts ends the round, and the rest of it goes on', async () => {
  province.answers.set('/v1/push', () => Response.json({ head: 1, expected: null, verdicts: [] }));
  const id = await receive();
  await province.round(desk);
  expect(times('/v1/push')).toBeLessThan(3);
  expect(await line()).toMatchObject({ state: 'stopped', code: 'DT-02' });
  expect(await standOf(id)).toBe('here');
  province.answers.delete('/v1/push');
  await province.round(desk);
  expect(await standOf(id)).toBe('inProvince');
});

test('verdicts for a part are kept, and the rest is sent again', async () => {
  province.answers.set('/v1/push', (init) => {
    const { events } = eventsOf(init);
    province.held.push(...events.map((event) => event.envelope.id));
    return Response.json({
      head: 9,
      expected: null,
      verdicts: events.slice(0, 1).map((event) => province.verdictOn(event)),
    });
  });
  const ids = [await receive(), await receive(), await receive()];
  for (let n = 0; n < 3; n++) await province.round(desk);
  expect(await Promise.all(ids.map(standOf))).toEqual(['inProvince', 'inProvince', 'inProvince']);
});

test.each([1, 2, 99])('a server that for ever wants event %i ends the round', async (expected) => {
  province.answers.set('/v1/push', () => Response.json({ head: 0, expected, verdicts: [] }));
  await receive();
  await receive();
  await province.round(desk);
  expect(times('/v1/push')).toBeLessThan(6);
  expect(await line()).toMatchObject({ state: 'stopped', code: 'DT-02' });
});

test.each([
  ['a refused event', () => Response.json({ code: 'XV-02', vi: '', en: '' }, { status: 409 }), 'XV-02'],
  ['an event the line finds too large', () => new Response('', { status: 413 }), 'SV-06'],
])('%s stops neither reference data nor the feed, and the status names it', async (_what, answer, code) => {
  province.answers.set('/v1/push', answer);
  await receive();
  await province.round(desk);
  expect(times('/v1/reference')).toBeGreaterThan(0);
  expect(await line()).toMatchObject({ state: 'stopped', code });
});

test('a feed that hands out one page for ever ends the round', async () => {
  province.answers.set('/v1/pull', () =>
    Response.json({ epoch, events: [], verdicts: [], cursor: 'same', more: true }),
  );
  await province.round(desk);
  expect(times('/v1/pull')).toBeLessThan(5);
  expect(await line()).toMatchObject({ state: 'stopped', code: 'DT-02' });
});

test('Retry-After is honoured although new work comes in', async () => {
  province.answers.set('/v1/push', () => new Response('', { status: 503, headers: { 'retry-after': '120' } }));
  const pushed = province.next('/v1/push');
  await receive();
  desk.clock.advance(61_000);
  await pushed;
  await settle();
  const before = province.asked.length;
  await receive();
  await settle();
  desk.clock.advance(30_000);
  await settle();
  expect(province.asked.length).toBe(before);
  province.answers.delete('/v1/push');
  desk.clock.advance(60_000);
  await province.round(desk);
  expect((await line()).state).toBe('up');
});

test('closing gives up a request that is not answered', async () => {
  province.swallow = true;
  desk.clock.advance(1);
  await settle();
  await desk.desk.close();
  expect(province.asked).toContain('/v1/time');
  desk = await openTestDesk(folder.path);
});

test('a desk killed while sending says "on this machine" after the restart', async () => {
  province.answers.set('/v1/push', unanswered);
  const pushed = province.next('/v1/push');
  const id = await receive();
  desk.clock.advance(61_000);
  await pushed;
  await settle();
  expect(await standOf(id)).toBe('sent');
  // What a kill leaves on disk is what stands there now; a copy is opened as the restarted desk.
  const copy = mkdtempSync(join(tmpdir(), 'quay-'));
  cpSync(folder.path, copy, { recursive: true });
  const again = await openTestDesk(copy);
  await again.signIn('ngan');
  expect((await again.call('dossier.get', { id })).stand.state).toBe('here');
  await again.desk.close();
  rmSync(copy, { recursive: true, force: true });
});

test('a server clock beyond reason is not believed', async () => {
  for (const now of [0, 8_640_000_000_000_000]) {
    province.answers.set('/v1/time', () => Response.json({ now }));
    desk.clock.advance(61_000);
    await settle();
    expect((await desk.call('status.get', {})).clock).toMatchObject({ now: expect.stringMatching(/^2026-11-23/) });
  }
  await receive();
});

test('reference data without our own office or counter are not taken', async () => {
  const { reference } = province;
  province.reference = { ...reference, offices: [], counters: [] };
  await province.round(desk);
  expect((await desk.call('session.get', {})).office?.id).toBe('xa-29905');
  expect(await line()).toMatchObject({ state: 'stopped', code: 'DT-02' });
});

test('a place of our own log held by somebody else’s event does not stop the feed, and neither fact is lost', async () => {
  const id = await receive();
  const seen: LogEvent[] = [];
  province.answers.set('/v1/push', (init) => {
    seen.push(...eventsOf(init).events);
    return Response.json({ code: 'XV-02', vi: '', en: '' }, { status: 409 });
  });
  await province.round(desk);
  const [own] = seen;
  if (own === undefined) throw new Error('nothing was pushed');
  const { envelope, body, salt } = own;
  const other = { ...envelope, id: '019ab000-0000-7000-8000-00000000c10e' };
  const clone = seal(other, body, salt ?? '', sealerOf(newSigningKey()));
  const page = { epoch, events: [clone], verdicts: [], cursor: 'c2', more: false };
  province.answers.set('/v1/pull', () => Response.json(page));
  await province.round(desk);
  await settle();
  expect(await line()).toMatchObject({ state: 'stopped', code: 'XV-02' });
  expect((await desk.call('dossier.get', { id })).flags.map((flag) => flag.code)).toEqual(['XV-09']);
  expect((await desk.call('status.get', {})).waiting.events).toBe(1);
  // Ours went to a log of its own, and the province takes it there.
  province.answers.delete('/v1/push');
  province.answers.set('/v1/log', () => Response.json({ head: 0 }));
  await province.round(desk);
  expect(province.held).toContain(own.envelope.id);
  expect((await desk.call('status.get', {})).waiting.events).toBe(0);
});

test('with every question for its places a desk tells its ranges of numbers: the first one after a restore counts as told', async () => {
  const { grants } = province.reference;
  expect(grants.length).toBeGreaterThan(0);
  await receive();
  await province.round(desk);
  const told: unknown[] = [];
  province.answers.set('/v1/push', (init) => {
    const { events } = eventsOf(init);
    const verdicts = events.slice(0, 1).map((event) => province.verdictOn(event, 'refused', 'XV-02'));
    return Response.json({ head: 0, expected: null, verdicts });
  });
  province.answers.set('/v1/heads', (init) => {
    const { places, grants: ranges } = JSON.parse(textOf(init)) as { places: { log: string }[]; grants: unknown };
    told.push(ranges);
    return Response.json({ epoch, logs: places.map(({ log }) => ({ log, head: 0 })), holds: places.map(() => false) });
  });
  await receive();
  await province.round(desk, '/v1/heads');
  expect(told).toEqual([grants]);
});

test('after a restore of the province the desk sends again what it lacks, though it was confirmed once', async () => {
  const ids = [await receive(), await receive(), await receive()];
  for (let n = 0; n < 2; n++) await province.round(desk);
  expect(await Promise.all(ids.map(standOf))).toEqual(['inProvince', 'inProvince', 'inProvince']);
  // Put back from a copy with nothing of this desk in it.
  const heldAnew: number[] = [];
  province.answers.set('/v1/pull', () =>
    Response.json({ epoch: epoch.replace('e0', 'e1'), events: [], verdicts: [], cursor: 'c9', more: false }),
  );
  province.answers.set('/v1/heads', (init) => {
    const { places } = JSON.parse(textOf(init)) as { places: { log: string }[] };
    const logs = places.map(({ log }) => ({ log, head: 0 }));
    return Response.json({ epoch, logs, holds: places.map(() => false) });
  });
  province.answers.set('/v1/push', (init) => {
    const { events } = eventsOf(init);
    const head = heldAnew.length;
    if ((events[0]?.envelope.seq ?? 0) > head + 1) return Response.json({ head, expected: head + 1, verdicts: [] });
    heldAnew.push(...events.map((event) => event.envelope.seq));
    const verdicts = events.map((event) => province.verdictOn(event));
    return Response.json({ head: heldAnew.length, expected: null, verdicts });
  });
  for (let n = 0; n < 3; n++) await province.round(desk);
  expect(heldAnew).toEqual([1, 2, 3]);
  expect((await line()).state).toBe('up');
});
