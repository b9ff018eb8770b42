import { expect, test, vi } from 'vitest';
import type { CallOutput } from '../../contract/desk.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { backUp, putBack, viewsIn, type DeskAt } from '../harness/desk-at.ts';
import { cut, joined, syncedOffices } from '../harness/synced-offices.ts';
import { OFFICE } from '../harness/test-server.ts';

/** Cloned, restored and parted desks: real SQLite, real HTTP, real PostgreSQL. Nothing saved is lost, nothing comes twice. */

vi.setConfig({ testTimeout: 120_000 });

const world = syncedOffices(OFFICE);

const eventsOf = (ids: readonly string[]) =>
  world.province.db
    .selectFrom('event')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .select(['event.id', 'event.log', 'event.aggregate_id', 'verdict.ending', 'verdict.reason'])
    .where('event.aggregate_id', 'in', ids)
    .where('event.type', '=', 'dossier.received')
    .orderBy('event.aggregate_id')
    .execute();

/** After quiet, what a desk shows is what the province shows, byte for byte (S5). */
async function expectSameViews(one: DeskAt, ids: readonly string[]): Promise<void> {
  for (const id of ids) await one.until('dossier.get', { id }, () => true);
  await one.close();
  const mine = viewsIn(one.dataDir);
  const rows = await world.province.db
    .selectFrom('dossier_view')
    .select(['id', 'view'])
    .where('id', 'in', ids)
    .execute();
  expect(rows).toHaveLength(ids.length);
  for (const { id, view } of rows) expect(canonical(JSON.parse(mine.get(id) ?? 'null') as Json)).toBe(view);
  await one.open();
}

/** Everybody with such a slip stands on the call-back list, with whom to call and what to say, until they were told. */
async function expectCalledBack(one: DeskAt, held: readonly { dossierId: string; code: string }[]): Promise<void> {
  const ids = held.map(({ dossierId }) => dossierId).sort();
  const wanted = (rows: CallOutput<'attention.list'>) => rows.filter((row) => row.kind === 'call-back');
  const rows = wanted(await one.until('attention.list', {}, (list) => wanted(list).length === ids.length));
  expect(rows.map((row) => row.dossierId).sort()).toEqual(ids);
  for (const { dossierId, key, problem, name } of rows) {
    expect([problem, name === '']).toEqual(['XV-19', false]);
    const { phone, what } = await one.call('attention.open', { dossierId, key });
    expect([phone === '', what.vi]).toEqual([false, 'Phiếu người dân đang giữ mang mã của một hồ sơ khác.']);
    await one.call('attention.told', { dossierId, way: 'phone', text: 'đã báo mã trùng' });
  }
  // Told: what is left of it is the supervisor's to settle.
  const after = (await one.call('attention.list', {})).filter((row) => ids.includes(row.dossierId));
  expect(after.map((row) => [row.kind, row.problem])).toEqual(ids.map(() => ['verdict', 'XV-05']));
}

test('two machines with one folder: both go on, every receipt arrives once, equal codes are flagged to be called back', async () => {
  const one = await world.desk();
  const shared = await one.receive();
  await one.drained();
  await one.close();
  const other = one.clone();
  world.add(other);
  await one.open();
  const mine = [await one.receive(), await one.receive()];
  await one.drained();
  // Its line is down, so that nobody has told it anything yet.
  other.line = cut;
  await other.open();
  const theirs = [await other.receive(), await other.receive()];
  // Each citizen goes home with a slip the province has not seen.
  for (const { dossierId } of theirs) await other.call('slip.print', { dossierId, form: '01', about: null });
  other.line = joined;
  await other.drained();
  const more = [await one.receive(), await other.receive()];
  await one.drained();
  await other.drained();
  const ids = [shared, ...mine, ...theirs, ...more].map(({ dossierId }) => dossierId);
  const held = await eventsOf(ids);
  expect(held.map((row) => row.aggregate_id).sort()).toEqual([...ids].sort());
  expect(new Set(held.map((row) => row.log)).size).toBeGreaterThan(1);
  const flagged = held.filter((row) => row.reason === 'XV-05').map((row) => row.aggregate_id);
  // Both printed the same two numbers; the first keeps them.
  expect(theirs.map(({ code }) => code)).toEqual(mine.map(({ code }) => code));
  expect(flagged.sort()).toEqual(theirs.map(({ dossierId }) => dossierId).sort());
  await expectCalledBack(other, theirs);
  await other.drained();
  // From there on the numbers of each are of ranges of its own.
  expect(new Set(more.map(({ code }) => code)).size).toBe(2);
  const alarms = await world.province.db.selectFrom('alarm').select('reason').execute();
  expect(alarms.map(({ reason }) => reason)).toContain('XV-02');
  // Whoever works at these desks has an account there.
  expect(alarms.map(({ reason }) => reason)).not.toContain('XV-21');
  for (const each of [one, other]) {
    for (const id of ids)
      await each.until('dossier.recent', { limit: 200 }, (rows) => rows.some((row) => row.id === id));
    // What the other wrote last, its calls to the citizens, has come too.
    for (const { dossierId } of theirs)
      await each.until('dossier.get', { id: dossierId }, ({ story }) =>
        JSON.stringify(story).includes('đã báo mã trùng'),
      );
    await expectSameViews(each, ids);
  }
});

test('a database put back from its backup: what was sent comes back by the feed, what was not by the journal, under new places', async () => {
  const one = await world.desk();
  const first = await one.receive();
  await one.drained();
  await one.close();
  await backUp(one.dataDir);
  await one.open();
  const sent = await one.receive();
  await one.drained();
  one.line = cut;
  const unsent = [await one.receive(), await one.receive()];
  await one.close();
  putBack(one.dataDir);
  await one.open();
  // At once, with no line: nothing unsent is lost, and no number of the old ranges is printed a second time.
  const after = await one.receive();
  expect(after.code).toMatch(/^TAM-/);
  for (const { dossierId } of unsent) await one.call('dossier.get', { id: dossierId });
  one.line = joined;
  await one.drained();
  const ids = [first, sent, ...unsent, after].map(({ dossierId }) => dossierId);
  const held = await eventsOf(ids);
  expect(held.map((row) => row.aggregate_id).sort()).toEqual([...ids].sort());
  expect(held.filter((row) => row.reason === 'XV-05' || row.reason === 'XV-02')).toEqual([]);
  await one.until('dossier.recent', { limit: 200 }, (rows) => rows.some((row) => row.id === sent.dossierId));
  await expectSameViews(one, ids);
  const official = await one.receive();
  expect(official.code).not.toMatch(/^TAM-/);
  const left = await world.province.db
    .selectFrom('log')
    .select('ended_because')
    .where('ended_at', 'is not', null)
    .execute();
  expect(left.map((row) => row.ended_because)).toContain('restored');
});

test('unsent work whose answer was lost is not written twice when its desk leaves the log', async () => {
  const one = await world.desk();
  await one.receive();
  await one.drained();
  await one.close();
  await backUp(one.dataDir);
  await one.open();
  // It arrives, and its answer does not.
  one.line = async (send, url) => {
    if (!url.endsWith('/v1/push')) return cut(send, url);
    await (await send()).text();
    throw new TypeError('the answer is lost');
  };
  const arriving = new Promise<void>((resolve) => {
    const through = one.line;
    one.line = async (send, url) => {
      if (!url.endsWith('/v1/push')) return send();
      try {
        return await through(send, url);
      } finally {
        resolve();
      }
    };
  });
  const twice = await one.receive();
  await arriving;
  one.line = cut;
  await one.close();
  putBack(one.dataDir);
  await one.open();
  one.line = joined;
  await one.drained();
  const later = await one.receive();
  await one.drained();
  const ids = [twice.dossierId, later.dossierId];
  const held = await eventsOf(ids);
  expect(held.map((row) => row.aggregate_id).sort()).toEqual([...ids].sort());
  await expectSameViews(one, ids);
});
