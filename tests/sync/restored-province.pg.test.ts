import { expect, test, vi } from 'vitest';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { systemRandom } from '../../server/random.ts';
import { changeProvince } from '../../server/store/province.ts';
import { backUp, putBack, viewsIn, type DeskAt } from '../harness/desk-at.ts';
import { copyOf } from '../harness/put-back.ts';
import { syncedOffices } from '../harness/synced-offices.ts';
import { OFFICE } from '../harness/test-server.ts';

/** The province is put back from an older copy of its database: everything comes back, also of a desk that is no more. */

vi.setConfig({ testTimeout: 180_000 });

const world = syncedOffices(OFFICE);

const held = (ids: readonly string[]) =>
  world.province.db
    .selectFrom('event')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .select(['event.aggregate_id', 'event.id', 'verdict.ending', 'verdict.reason'])
    .where('event.aggregate_id', 'in', ids)
    .orderBy('event.id')
    .execute();

/** Its folder is put back from a copy, so that it leaves its log, and goes on in another with a receipt. */
async function beginsAnew(one: DeskAt): Promise<{ dossierId: string; code: string }> {
  await one.close();
  await backUp(one.dataDir);
  putBack(one.dataDir);
  await one.open();
  const since = await one.receive();
  await one.drained();
  return since;
}

test('desks send again what the restored province lacks, other desks’ events too, and no number is given twice', async () => {
  const one = await world.desk(OFFICE, `${OFFICE}-q1`);
  const other = await world.desk(OFFICE, `${OFFICE}-q2`);
  const before = await one.receive();
  await one.drained();
  await other.until('dossier.recent', { limit: 200 }, (rows) => rows.some((row) => row.id === before.dossierId));
  const putBack = await copyOf(world.province.db);
  const mine = [await one.receive(), await one.receive()];
  const theirs = [await other.receive(), await other.receive()];
  await one.drained();
  await other.drained();
  const ids = [before, ...mine, ...theirs].map(({ dossierId }) => dossierId);
  for (const id of ids) await one.until('dossier.recent', { limit: 200 }, (rows) => rows.some((row) => row.id === id));
  const whole = await held(ids);
  expect(whole.length).toBeGreaterThanOrEqual(5);
  // The other machine burns; what it sent is at its colleague's.
  await other.close();
  await putBack();
  expect((await held(ids)).length).toBeLessThan(whole.length);
  await changeProvince(world.province.db, { epoch: systemRandom.id(), restored_at: world.province.clock.now() });
  // A server that starts anew has no streams: desks that counted on theirs ask soon.
  world.province.app.server.closeAllConnections();
  const all = () => held(ids);
  for (let rows = await all(); rows.length < whole.length; rows = await all()) {
    // Told by the desk: each answered batch changes what it says of itself.
    await one.until('status.get', {}, ({ waiting, line }) => waiting.events === 0 && line.state === 'up');
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await all()).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  expect((await all()).filter(({ ending }) => ending !== 'applied')).toEqual([]);
  // The ranges of the burnt machine are not known again: until it is revoked, nobody gets a new one.
  const after = await one.receive();
  await one.drained();
  const codes = [before, ...mine, ...theirs, after].map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect((await held([after.dossierId])).map(({ ending }) => ending)).toEqual(['applied']);
  await one.close();
  const views = viewsIn(one.dataDir);
  const rows = await world.province.db
    .selectFrom('dossier_view')
    .select(['id', 'view'])
    .where('id', 'in', ids)
    .execute();
  expect(rows).toHaveLength(ids.length);
  for (const { id, view } of rows) expect(canonical(JSON.parse(views.get(id) ?? 'null') as Json)).toBe(view);
});

test('a desk whose log was begun after the copy is told, and begins it there again', async () => {
  const one = await world.desk(OFFICE, `${OFFICE}-q1`);
  const before = await one.receive();
  await one.drained();
  const putProvinceBack = await copyOf(world.province.db);
  const since = await beginsAnew(one);
  await putProvinceBack();
  await changeProvince(world.province.db, { epoch: systemRandom.id(), restored_at: world.province.clock.now() });
  // The first thing the province hears is an event of a log it does not know.
  const unsent = await one.receive();
  await one.drained();
  const ids = [before, since, unsent].map(({ dossierId }) => dossierId);
  await one.until('status.get', {}, ({ line }) => line.state === 'up');
  expect((await held(ids)).map(({ aggregate_id }) => aggregate_id).sort()).toEqual([...ids].sort());
});

test('the range of a log its desk has left, given after the copy, is kept again: its numbers are on paper', async () => {
  const { db, clock } = world.province;
  const ranges = async () => (await db.selectFrom('number_grant').select('id').execute()).map(({ id }) => id);
  const others = await ranges();
  const one = await world.desk(OFFICE, `${OFFICE}-q1`);
  const before = await one.receive();
  await one.drained();
  const [given] = (await ranges()).filter((id) => !others.includes(id));
  if (given === undefined) throw new Error('no range');
  const putProvinceBack = await copyOf(db);
  // It leaves that log, and is given another range in the one that follows.
  const since = await beginsAnew(one);
  await one.close();
  await putProvinceBack();
  await db.updateTable('dossier_code').set({ grant_id: null }).where('grant_id', '=', given).execute();
  await db.deleteFrom('number_grant').where('id', '=', given).execute();
  clock.at += 1;
  await changeProvince(db, { epoch: systemRandom.id(), restored_at: clock.now() });
  await one.open();
  while (!(await ranges()).includes(given)) await one.until('status.get', {}, ({ line }) => line.state === 'up');
  await one.drained();
  const ids = [before, since].map(({ dossierId }) => dossierId);
  expect((await held(ids)).map(({ ending }) => ending)).toEqual(['applied', 'applied']);
});
