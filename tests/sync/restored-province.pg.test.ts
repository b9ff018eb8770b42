import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { systemRandom } from '../../server/random.ts';
import { changeProvince } from '../../server/store/province.ts';
import { backUp, deskAt, loginAt, putBack, viewsIn, type DeskAt } from '../harness/desk-at.ts';
import { copyOf } from '../harness/put-back.ts';
import { OFFICE, testProvince, type TestProvince } from '../harness/test-server.ts';

/** The province is put back from an older copy of its database: everything comes back, also of a desk that is no more. */

vi.setConfig({ testTimeout: 180_000 });

let province: TestProvince;
let server: string;
const desks: DeskAt[] = [];

beforeAll(async () => {
  province = await testProvince();
  province.clock.at = new Date().getTime();
  server = await province.app.listen({ host: '127.0.0.1', port: 0 });
  await province.addPerson(loginAt(OFFICE), 'officer', OFFICE);
});
afterAll(() => province.close());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove();
});

async function desk(counter: string): Promise<DeskAt> {
  const one = await deskAt(province, server, OFFICE, counter);
  desks.push(one);
  return one;
}

const held = (ids: readonly string[]) =>
  province.db
    .selectFrom('event')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .select(['event.aggregate_id', 'event.id', 'verdict.ending', 'verdict.reason'])
    .where('event.aggregate_id', 'in', ids)
    .orderBy('event.id')
    .execute();

test('desks send again what the restored province lacks, other desks’ events too, and no number is given twice', async () => {
  const one = await desk(`${OFFICE}-q1`);
  const other = await desk(`${OFFICE}-q2`);
  const before = await one.receive();
  await one.drained();
  await other.until('dossier.recent', { limit: 200 }, (rows) => rows.some((row) => row.id === before.dossierId));
  const putBack = await copyOf(province.db);
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
  await changeProvince(province.db, { epoch: systemRandom.id(), restored_at: province.clock.now() });
  // A server that starts anew has no streams: desks that counted on theirs ask soon.
  province.app.server.closeAllConnections();
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
  const rows = await province.db.selectFrom('dossier_view').select(['id', 'view']).where('id', 'in', ids).execute();
  expect(rows).toHaveLength(ids.length);
  for (const { id, view } of rows) expect(canonical(JSON.parse(views.get(id) ?? 'null') as Json)).toBe(view);
});

test('a desk whose log was begun after the copy is told, and begins it there again', async () => {
  const one = await desk(`${OFFICE}-q1`);
  const before = await one.receive();
  await one.drained();
  const putProvinceBack = await copyOf(province.db);
  await one.close();
  await backUp(one.dataDir);
  putBack(one.dataDir);
  await one.open();
  const since = await one.receive();
  await one.drained();
  await putProvinceBack();
  await changeProvince(province.db, { epoch: systemRandom.id(), restored_at: province.clock.now() });
  // The first thing the province hears is an event of a log it does not know.
  const unsent = await one.receive();
  await one.drained();
  const ids = [before, since, unsent].map(({ dossierId }) => dossierId);
  await one.until('status.get', {}, ({ line }) => line.state === 'up');
  expect((await held(ids)).map(({ aggregate_id }) => aggregate_id).sort()).toEqual([...ids].sort());
});
