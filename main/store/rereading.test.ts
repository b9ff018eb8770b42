import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { openTestDesk, type TestDesk } from '../../tests/harness/test-desk.ts';
import { receivedBody, testWriter } from '../../tests/harness/writer.ts';
import { newSigningKey } from '../../contract/signing.ts';
import { logEventSchema } from '../../contract/sync.ts';
import { systemRandom } from '../random.ts';
import { takeFolder } from './folder.ts';
import { openSqlite } from './sqlite.ts';
import { openStore } from './store.ts';

/** A desk after its update: what the release before could not read or folded otherwise is put right behind the work. */

const DOSSIERS = 45;
const office = 'xa-29905';

let folder: EnrolledFolder;
let desk: TestDesk | null;
/** What stands in the table of views. */
let before: readonly View[];

interface View {
  readonly id: string;
  readonly fold_version: number;
  readonly view: string;
}

beforeEach(async () => {
  folder = await enrolledFolder();
  desk = null;
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'test' });
  const place = { device: systemRandom.id(), log: systemRandom.id(), office };
  const writer = testWriter(place, newSigningKey());
  for (let n = 0; n < DOSSIERS; n++) writer.receive(receivedBody(place));
  store.transact(() => store.takeIn(writer.events));
  store.close();
  taken.unlock();
  before = views();
});

afterEach(async () => {
  await desk?.desk.close();
  folder.remove();
});

function views(change = ''): View[] {
  const db = openSqlite(join(folder.path, 'desk.db'), folder.databaseKey, { create: false });
  try {
    // Rows beside it may name a view: they name it again once it is back.
    db.pragma('foreign_keys = OFF');
    if (change !== '') db.exec(change);
    return db.prepare<[], View>('SELECT id, fold_version, view FROM dossier ORDER BY id').all();
  } finally {
    db.close();
  }
}

async function opened(): Promise<TestDesk> {
  desk = await openTestDesk(folder.path);
  return desk;
}

/** Works so many ms by the desk's clock, then ends as a kill would leave it: between two transactions. */
async function worksFor(ms: number): Promise<void> {
  const one = await opened();
  for (let at = 0; at < ms; at += 20) one.clock.advance(20);
  await one.desk.close();
  desk = null;
}

test('views of another fold are folded anew a few at a time, and the rest after a stop in the middle', async () => {
  expect(before).toHaveLength(DOSSIERS);
  views(`UPDATE dossier SET fold_version = 1, view = json_set(view, '$.foldVersion', 1)`);
  await worksFor(220);
  const stale = views().filter((view) => view.fold_version === 1);
  expect(stale.length).toBeGreaterThan(0);
  expect(stale.length).toBeLessThan(DOSSIERS);
  await worksFor(600);
  expect(views()).toEqual(before);
});

test('dossiers begun by events the release before could not read are there after the update', async () => {
  // As it left them: the events, and no view of what they begin.
  views(`DELETE FROM dossier; DELETE FROM search; DELETE FROM meta WHERE key = 'reread'`);
  await worksFor(600);
  expect(views()).toEqual(before);
});

test('one whose events the program stumbles over keeps its view, and the others are folded', async () => {
  const [first] = before;
  if (first === undefined) throw new Error('no view');
  views(`UPDATE dossier SET fold_version = 1, view = json_set(view, '$.foldVersion', 1)`);
  // What stands there folds in no release.
  views(`UPDATE event SET envelope = '{' WHERE aggregate_id = '${first.id}'`);
  await worksFor(800);
  const after = views();
  expect(after.filter((view) => view.fold_version === 1).map(({ id }) => id)).toEqual([first.id]);
  expect(after.slice(1)).toEqual(before.slice(1));
});

test('of what could not be read before, a thing that cannot be put in its place holds up no other', async () => {
  const [first] = before;
  if (first === undefined) throw new Error('no view');
  views(`DELETE FROM dossier; DELETE FROM search; DELETE FROM meta WHERE key = 'reread';
    CREATE TRIGGER refuse BEFORE INSERT ON dossier WHEN new.id = '${first.id}' BEGIN SELECT RAISE(ABORT, 'no'); END`);
  await worksFor(600);
  expect(views().map(({ id }) => id)).toEqual(before.slice(1).map(({ id }) => id));
});

test('a release that reads nothing else looks at no row again', async () => {
  await worksFor(600);
  views('DELETE FROM dossier');
  await worksFor(600);
  expect(views()).toEqual([]);
});

test('events of a newer release are taken from the feed as they are, and wait: of a kind, a version, a thing unknown here', () => {
  const place = { device: systemRandom.id(), log: systemRandom.id(), office };
  const writer = testWriter(place, newSigningKey());
  writer.write({ wheels: 4 }, { aggregate: 'vehicle' as 'dossier', type: 'vehicle.parked' });
  writer.write({ text: 'mới' }, { type: 'dossier.whispered' });
  writer.receive(receivedBody(place), { version: 99 });
  const known = writer.receive(receivedBody(place));
  const page = writer.events.map((event) => logEventSchema.parse(JSON.parse(JSON.stringify(event))));
  const taken = takeFolder(folder.path);
  const store = openStore(taken, folder.databaseKey, { create: false, stamp: 'test' });
  expect(store.transact(() => store.takeIn(page))).toBe(4);
  expect(page.flatMap(({ envelope }) => store.log?.ofAggregate(envelope.aggregateId) ?? [])).toEqual(page);
  expect(page.flatMap(({ envelope }) => store.dossiers.get(envelope.aggregateId)?.id ?? [])).toEqual([
    known.envelope.aggregateId,
  ]);
  store.close();
  taken.unlock();
});
