import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { saveRemains } from '../../scripts/recover/save-remains.ts';
import { takeFolder } from '../../main/store/folder.ts';
import { keyFromRecovery, readKeyFile } from '../../main/store/key-file.ts';
import { openSqlite } from '../../main/store/sqlite.ts';
import { readCourier } from '../../server/push/courier.ts';
import { release } from '../../server/push/release.ts';
import { revokeDevice } from '../../server/store/devices.ts';
import { newRecoveryKey, readPrintedKey } from '../../server/recovery-key.ts';
import { inTransaction } from '../../server/store/transaction.ts';
import { keyOf, type DeskAt } from '../harness/desk-at.ts';
import { cut, joined, syncedOffices } from '../harness/synced-offices.ts';
import { OFFICE } from '../harness/test-server.ts';
import { testWriter } from '../harness/writer.ts';

/** A desk enrolled again after it was revoked, a row lost for good, an id the province knows as something else. */

vi.setConfig({ testTimeout: 120_000 });

const world = syncedOffices(OFFICE);

/** [dossier, log, end, reason] of each receipt the province holds of these. */
async function held(ids: readonly string[]) {
  const rows = await world.province.db
    .selectFrom('event')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .select(['event.aggregate_id as dossier', 'event.log', 'event.device', 'verdict.ending', 'verdict.reason'])
    .where('event.aggregate_id', 'in', ids)
    .where('event.type', '=', 'dossier.received')
    .orderBy('event.aggregate_id')
    .execute();
  return rows;
}

function inDatabase<T>(one: DeskAt, work: (db: ReturnType<typeof openSqlite>) => T): T {
  const db = openSqlite(join(one.dataDir, 'desk.db'), keyOf(one.dataDir).key, { create: false });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

test('enrolled again after a revocation: a new device with a log and numbers of its own; the old folder’s unsent work comes by the recovery key and is let in one by one', async () => {
  const paper = newRecoveryKey();
  await world.province.db
    .updateTable('office')
    .set({ recovery_public_key: paper.publicKey })
    .where('id', '=', OFFICE)
    .execute();
  const lost = await world.desk();
  const sent = await lost.receive();
  await lost.drained();
  lost.line = cut;
  const unsent = [await lost.receive(), await lost.receive()];
  await lost.close();
  // As typed from the paper in the safe; nobody knows the machine's passphrase any more.
  const keys = readKeyFile(join(lost.dataDir, 'keys.json'));
  const printed = readPrintedKey(paper.printed);
  if (keys === null || printed === null) throw new Error('no recovery key');
  const key = keyFromRecovery(keys, printed.toString('base64url'));
  const [before] = await held([sent.dossierId]);
  if (before === undefined) throw new Error('nothing sent');
  await inTransaction(world.province.db, (tx) =>
    revokeDevice(tx, before.device, null, world.province.clock.now(), { by: 'u-qt', because: 'tưởng mất' }),
  );
  const again = await world.desk();
  const first = await again.receive();
  await again.drained();
  const [own] = await held([first.dossierId]);
  expect([own?.device === before.device, own?.log === before.log, own?.ending]).toEqual([false, false, 'applied']);
  // No number of the old log's ranges is given again.
  expect([sent, ...unsent].map(({ code }) => code)).not.toContain(first.code);

  const out = mkdtempSync(join(tmpdir(), 'out-'));
  const folder = takeFolder(lost.dataDir);
  expect(saveRemains(folder, key, join(out, 'old.qmc'), world.province.clock.now())).toBe(2);
  folder.unlock();
  await readCourier(world.pushPorts(), readFileSync(join(out, 'old.qmc')), { remainsToo: true });
  rmSync(out, { recursive: true });
  const ids = unsent.map(({ dossierId }) => dossierId);
  expect((await held(ids)).map(({ ending, reason }) => [ending, reason])).toEqual([
    ['quarantined', 'XV-06'],
    ['quarantined', 'XV-06'],
  ]);
  const apart = await world.province.db.selectFrom('event').select('id').where('aggregate_id', 'in', ids).execute();
  for (const { id } of apart) {
    await release(world.pushPorts(), { eventId: id, by: 'u-qt', because: 'đã xem phiếu', office: OFFICE });
  }
  expect((await held(ids)).map(({ ending }) => ending)).toEqual(['applied', 'applied']);
  // Nobody told this server of it; without its stream the desk asks soon.
  world.province.app.server.closeAllConnections();
  for (const id of [sent.dossierId, ...ids]) {
    await again.until('dossier.recent', { limit: 50 }, (rows) => rows.some((row) => row.id === id));
  }
});

test('a row lost for good: its place is closed by a signed log.hole, and what came after it reaches the province', async () => {
  const one = await world.desk();
  await one.receive();
  await one.drained();
  one.line = cut;
  const [broken, whole] = [await one.receive(), await one.receive()];
  await one.close();
  inDatabase(one, (db) =>
    db
      .prepare('UPDATE event SET body = replace(body, \'"sets":1\', \'"sets":7\') WHERE aggregate_id = ? AND seq > 1')
      .run(broken.dossierId),
  );
  await one.open();
  one.line = joined;
  await one.drained();
  expect((await held([whole.dossierId])).map(({ ending }) => ending)).toEqual(['applied']);
  expect(await held([broken.dossierId])).toEqual([]);
  const holes = await world.province.db
    .selectFrom('event')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .select(['event.body', 'verdict.ending'])
    .where('event.type', '=', 'log.hole')
    .execute();
  expect(holes.map(({ ending }) => ending)).toEqual(['applied']);
  expect(holes[0]?.body).toContain(broken.dossierId);
  // It stands among nobody's dossiers: an administrator is told.
  const alarms = await world.province.db.selectFrom('alarm').select('reason').where('open', '=', true).execute();
  expect(alarms.filter(({ reason }) => reason === 'XV-25')).toHaveLength(1);
});

test('an id the province knows as something else: the desk gives its event one of its own and goes on', async () => {
  const one = await world.desk();
  one.line = cut;
  const mine = await one.receive();
  await one.close();
  const { id } = inDatabase(one, (db) =>
    db.prepare<[string], { id: string }>('SELECT id FROM event WHERE aggregate_id = ?').get(mine.dossierId),
  ) ?? { id: '' };
  const other = await world.province.enrol(OFFICE);
  const writer = testWriter(other.place, other.key);
  const theirs = writer.receive({}, { id });
  await other.ask('POST', '/v1/push', { log: other.place.log, events: [theirs] });
  await one.open();
  one.line = joined;
  await one.drained();
  const rows = await held([mine.dossierId, theirs.envelope.aggregateId]);
  expect(rows.map(({ dossier }) => dossier).sort()).toEqual([mine.dossierId, theirs.envelope.aggregateId].sort());
  const [own] = await world.province.db
    .selectFrom('event')
    .select(['id', 'log', 'device'])
    .where('aggregate_id', '=', mine.dossierId)
    .execute();
  expect(own?.id).not.toBe(id);
  // It was given in the first log begun for it: without it the desk would begin log after log until the feed told.
  const logs = await world.province.db
    .selectFrom('log')
    .select('id')
    .where('device', '=', own?.device ?? '')
    .execute();
  expect(logs).toHaveLength(2);
  const alarms = await world.province.db.selectFrom('alarm').select('reason').where('event_id', '=', id).execute();
  expect(alarms.map(({ reason }) => reason)).toContain('XV-16');
  expect((await one.call('dossier.get', { id: mine.dossierId })).stand.state).toBe('inProvince');
});
