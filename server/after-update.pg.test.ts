import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { knownEventTypes } from '../contract/events.ts';
import { pullReplySchema, type Verdict } from '../contract/sync.ts';
import { FOLD_VERSION } from '../domain/dossier/fold.ts';
import { pushing } from '../tests/harness/pushing.ts';
import { OTHER, type TestDesk } from '../tests/harness/test-server.ts';
import { runAfterUpdate } from './after-update.ts';
import type { PushPorts } from './push/push.ts';
import { rebuildViews } from './push/rebuild.ts';
import { readAgain } from './push/reread.ts';

/** A server after its update: what the release before left is put right behind the work. */
const world = pushing();
const { desk, push, ends } = world;
const silent = pino({ level: 'silent' });
const going = () => true;

afterEach(() => vi.restoreAllMocks());

/** As long as it lasts, the server is of a release that has never heard of these kinds of events. */
function forgetting(...kinds: string[]): void {
  const known = new Set(knownEventTypes);
  vi.spyOn(knownEventTypes, 'has').mockImplementation((kind) => known.has(kind) && !kinds.includes(kind));
}

function ports(): PushPorts & { readonly hinted: string[]; readonly stumbled: unknown[] } {
  const hinted: string[] = [];
  const stumbled: unknown[] = [];
  return {
    db: world.province.db,
    clock: world.province.clock,
    key: world.province.key,
    grown: (offices) => hinted.push(...offices),
    poisoned: (error) => stumbled.push(error),
    hinted,
    stumbled,
  };
}

const views = () => world.province.db.selectFrom('dossier_view').selectAll().orderBy('id').execute();

async function pulled(by: TestDesk, cursor: string | null = null) {
  const target = `/v1/pull?limit=500${cursor === null ? '' : `&cursor=${cursor}`}`;
  return (await by.ask('GET', target)).as(pullReplySchema);
}

const said = (verdicts: readonly Verdict[]) => verdicts.map(({ end, reason }) => `${end} ${reason ?? ''}`.trim());

test('what the release before could not read is in after the update, with what waited for it in the fold', async () => {
  const { desk: one, log } = await desk();
  const received = log.receive();
  const slip = log.slip(received);
  const note = log.slip(received, { after: [slip.envelope.id] });
  forgetting('dossier.received@1', 'dossier.slipIssued@2');
  const then = await push(one, log.events);
  expect(ends(then)).toEqual(['1 quarantined XV-03', '2 quarantined XV-03', '3 quarantined XV-03']);
  const { cursor } = await pulled(one);
  const mine = async () => (await views()).filter(({ id }) => id === received.envelope.aggregateId);
  expect(await mine()).toEqual([]);
  const at = ports();
  expect(await readAgain(at, new Set(), going)).toBe(0);

  vi.restoreAllMocks();
  expect(await readAgain(at, new Set(), going)).toBe(3);
  expect(at.hinted).toContain(one.place.office);
  expect((await mine()).map(({ fold_version }) => fold_version)).toEqual([FOLD_VERSION]);
  // Readers that had passed them come to them now; a repeat hears the new verdicts; it is written down why.
  const after = await pulled(one, cursor);
  expect(after.events.map(({ envelope }) => envelope.id)).toEqual(log.events.map(({ envelope }) => envelope.id));
  expect(after.verdicts[0]?.book?.number).toBeGreaterThan(0);
  expect(said((await push(one, [received, slip, note])).verdicts)).toEqual(['applied', 'applied', 'applied']);
  const trail = await world.province.db
    .selectFrom('release')
    .select(['by', 'reason'])
    .where('log', '=', one.place.log)
    .execute();
  expect(trail).toEqual(Array(3).fill({ by: 'tinh', reason: 'XV-03' }));
  expect(await readAgain(at, new Set(), going)).toBe(0);
});

test('an event that names an office lets in what that office wrote meanwhile', async () => {
  const { desk: one, log } = await desk();
  const { desk: theirs, log: other } = await desk(OTHER);
  const received = log.receive();
  const corrected = log.receive({ competentOffice: OTHER }, { aggregateId: received.envelope.aggregateId });
  await push(one, [received]);
  forgetting('dossier.received@1');
  expect(ends(await push(one, [corrected]))).toEqual(['2 quarantined XV-03']);
  vi.restoreAllMocks();
  other.slip(received, { after: [corrected.envelope.id] });
  expect(ends(await push(theirs, other.events))).toEqual(['1 quarantined XV-04']);
  expect(await readAgain(ports(), new Set(), going)).toBe(1);
  const [verdict] = (await push(theirs, other.events)).verdicts;
  expect(['applied', 'flagged']).toContain(verdict?.end);
});

test('a desk that was revoked meanwhile: it stays apart, for the reason an administrator can decide on', async () => {
  const { desk: one, log } = await desk();
  log.receive();
  forgetting('dossier.received@1');
  await push(one, log.events);
  vi.restoreAllMocks();
  await world.province.db.updateTable('log').set({ trusted: 0 }).where('id', '=', one.place.log).execute();
  expect(await readAgain(ports(), new Set(), going)).toBe(0);
  expect(said((await pulled(one)).verdicts.filter(({ log: of }) => of === one.place.log))).toEqual([
    'quarantined XV-06',
  ]);
});

test('what stood in a log before its desk left it came in its own time; what came behind its end did not', async () => {
  const { desk: one, log } = await desk();
  log.receive();
  log.receive();
  forgetting('dossier.received@1');
  await push(one, log.events.slice(0, 1));
  const ended_at = world.province.clock.now() + 1;
  await world.province.db.updateTable('log').set({ ended_at, ended_seq: 0 }).where('id', '=', one.place.log).execute();
  world.province.clock.at += 1000;
  const colleague = await world.province.enrol(one.place.office);
  await push(colleague, log.events, one.place.log);
  vi.restoreAllMocks();
  expect(await readAgain(ports(), new Set(), going)).toBe(2);
  expect(said((await push(colleague, log.events, one.place.log)).verdicts)).toEqual(['applied', 'flagged XV-17']);
});

test('what the program stumbles over stays apart, is told once, and holds up nothing', async () => {
  const { desk: one, log } = await desk();
  const first = log.receive();
  const second = log.receive();
  forgetting('dossier.received@1');
  await push(one, log.events);
  vi.restoreAllMocks();
  const release = await refusingViewOf(first.envelope.aggregateId);
  const at = ports();
  const tried = new Set<string>();
  expect(await readAgain(at, tried, going)).toBe(1);
  expect(at.stumbled).toHaveLength(1);
  expect(await readAgain(at, tried, going)).toBe(0);
  expect(at.stumbled).toHaveLength(1);
  expect(said((await push(one, [first, second])).verdicts)).toEqual(['quarantined XV-03', 'applied']);
  await release();
  // The next start tries again.
  expect(await readAgain(at, new Set(), going)).toBe(1);
});

/** The database takes no view of this dossier, as if the program had made one that cannot be stored. @returns ends it */
async function refusingViewOf(dossier: string): Promise<() => Promise<void>> {
  const { db } = world.province;
  await sql`create function refuse_view() returns trigger language plpgsql as $$
    begin raise exception 'no' using errcode = '22000'; end $$`.execute(db);
  await sql
    .raw(`create trigger refuse_view before insert or update on dossier_view for each row
    when (new.id = '${dossier}') execute function refuse_view()`)
    .execute(db);
  return async () => {
    await sql`drop trigger refuse_view on dossier_view`.execute(db);
    await sql`drop function refuse_view`.execute(db);
  };
}

test('views of an older fold are folded anew and come out the same; a newer one stays', async () => {
  const { desk: one, log } = await desk();
  log.slip(log.receive());
  const newer = log.receive();
  await push(one, log.events);
  const before = await views();
  await world.province.db.updateTable('dossier_view').set({ fold_version: 0, view: '{}' }).execute();
  const next = { fold_version: FOLD_VERSION + 1, view: '{"of":"the next release"}' };
  await world.province.db.updateTable('dossier_view').set(next).where('id', '=', newer.envelope.aggregateId).execute();
  const round = { going, stuck: new Set<string>(), stumbled: () => undefined };
  expect(await rebuildViews(world.province.db, round)).toBe(before.length - 1);
  const wanted = before.map((view) => (view.id === newer.envelope.aggregateId ? { ...view, ...next } : view));
  expect(await views()).toEqual(wanted);
  expect(await rebuildViews(world.province.db, round)).toBe(0);
});

test('a dossier that the fold stumbles over keeps its view and is told once; those behind it are folded', async () => {
  const { desk: one, log } = await desk();
  const [bad, good] = [log.receive(), log.receive()].map(({ envelope }) => envelope.aggregateId);
  if (bad === undefined || good === undefined) throw new Error('nothing written');
  await push(one, log.events);
  const { db } = world.province;
  await db.updateTable('dossier_view').set({ fold_version: 0 }).execute();
  await db.updateTable('event').set({ envelope: '{' }).where('aggregate_id', '=', bad).execute();
  const told: string[] = [];
  const round = { going, stuck: new Set<string>(), stumbled: (id: string) => told.push(id) };
  await rebuildViews(db, round);
  await rebuildViews(db, round);
  expect(told).toEqual([bad]);
  const versions = new Map((await views()).map((view) => [view.id, view.fold_version]));
  expect([versions.get(bad), versions.get(good)]).toEqual([0, FOLD_VERSION]);
});

test('what an instance of the release before does after the start is put right by a later round', async () => {
  const { desk: one, log } = await desk();
  const { db } = world.province;
  const running = runAfterUpdate(ports(), silent, 5);
  try {
    const folded = log.receive();
    await push(one, log.events);
    forgetting('dossier.slipIssued@2');
    const slip = log.slip(folded);
    expect(ends(await push(one, [slip]))).toEqual(['2 quarantined XV-03']);
    await db
      .updateTable('dossier_view')
      .set({ fold_version: 0 })
      .where('id', '=', folded.envelope.aggregateId)
      .execute();
    vi.restoreAllMocks();
    await vi.waitFor(async () => {
      const view = (await views()).find(({ id }) => id === folded.envelope.aggregateId);
      expect(view?.fold_version).toBe(FOLD_VERSION);
      expect((await push(one, [slip])).verdicts[0]?.end).toBe('applied');
    });
  } finally {
    await running.stop();
  }
});
