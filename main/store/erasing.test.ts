import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newSigningKey, sealerOf } from '../../contract/signing.ts';
import { restOf } from '../../domain/dossier/erasure.ts';
import { namedPerson, type Person } from '../../domain/citizen/person.ts';
import { currentEvent } from '../../domain/dossier/history.ts';
import { GENESIS, seal, type LogEvent } from '../../domain/log/envelope.ts';
import { systemRandom } from '../../server/random.ts';
import { pagesOf } from '../../tests/harness/database-pages.ts';
import { enrolledFolder, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { json, testWriter, type TestWriter } from '../../tests/harness/writer.ts';
import { takeFolder, type DeskFolder } from './folder.ts';
import { journalOf, readJournal } from './journal.ts';
import { knownEvent } from './read-events.ts';
import { openSqlite } from './sqlite.ts';
import { openStore, type Store } from './store.ts';

/** What stands beside the database when the law erases something in it: journals set aside, older copies, a kill in between. */

vi.setConfig({ testTimeout: 60_000 });

let made: EnrolledFolder;
let folder: DeskFolder;
let store: Store;
let writer: TestWriter;

const open = (): void => {
  store = openStore(folder, made.databaseKey, { create: false, stamp: `s${systemRandom.id()}` });
};

beforeEach(async () => {
  made = await enrolledFolder();
  folder = takeFolder(made.path);
  open();
  const place = { device: systemRandom.id(), log: systemRandom.id(), office: 'xa-29905' };
  writer = testWriter(place, newSigningKey());
});
afterEach(() => {
  store.close();
  folder.unlock();
  made.remove();
});

const person = (name: string): Person => namedPerson(name, '2026-11-24T09:00:00');

/** The province's word on every event of these that is here. */
function erasureOf(events: readonly LogEvent[]): LogEvent {
  const [first] = events;
  const dossier = first?.envelope.aggregateId ?? '';
  const named = events.map((event) => {
    const says = currentEvent(knownEvent(event).event);
    return { id: event.envelope.id, rest: says === null ? null : restOf(says, dossier) };
  });
  const body = {
    reason: 'Điều 14',
    document: { number: '12/QĐ', date: '2026-11-20' },
    orderedBy: 'Tòa án',
    events: named,
    at: '2026-11-25T09:00:00',
  };
  const unsealed = {
    id: systemRandom.id(),
    device: systemRandom.id(),
    log: systemRandom.id(),
    seq: 1,
    aggregate: 'dossier' as const,
    aggregateId: dossier,
    after: [events.at(-1)?.envelope.id ?? ''],
    type: 'dossier.erased',
    version: 1,
    actor: 'cong-dvc',
    approvedBy: null,
    at: { device: 1_795_000_000_000, offset: 0 },
    prev: GENESIS,
  };
  return seal(unsealed, json(body), 'aabbccdd00112233', sealerOf(newSigningKey()));
}
const take = (...events: LogEvent[]): number => store.transact(() => store.takeIn(events));
const found = (text: string): string[] => store.dossiers.search(text, 10).map(({ id }) => id);
const inPages = (text: string): boolean => pagesOf(folder.database, made.databaseKey).includes(text);

test('a word that others are found by stays in the index, one that nobody is goes', async () => {
  const mine = writer.receive({ applicant: person('Trịnh Văn Gieohạt') });
  const other = writer.receive({ applicant: person('Trịnh Thị Hồng') });
  take(mine, other);
  expect(found('trinh').length).toBe(2);
  take(erasureOf([mine]));
  expect([found('trinh'), found('tri'), found('gieohat'), found('gieo')]).toEqual([
    [other.envelope.aggregateId],
    [other.envelope.aggregateId],
    [],
    [],
  ]);
  await store.followErasures('2026-11-25T10-00-00');
  store.close();
  expect([inPages('gieohat'), inPages('Gieohạt'), inPages('Hồng')]).toEqual([false, false, true]);
  open();
});

test('among many, in an index of many parts, nothing of it is left in any page', async () => {
  const gone: LogEvent[] = [];
  for (let n = 0; n < 240; n++) {
    const isMine = n % 40 === 7;
    const event = writer.receive({
      applicant: person(isMine ? `Gieohạt Mầm${'abcdef'.charAt(n % 6)}` : `Người Thứ ${n}`),
    });
    if (isMine) gone.push(event);
    // One transaction each: one part of the index each.
    take(event);
  }
  for (const event of gone) take(erasureOf([event]));
  await store.followErasures('2026-11-25T10-00-00');
  store.close();
  expect([inPages('gieohat'), inPages('Gieohạt')]).toEqual([false, false]);
  open();
  expect(found('nguoi').length).toBe(10);
  store.close();
  expect([inPages('gieohat'), inPages('Gieohạt')]).toEqual([false, false]);
  open();
});

test('a body that comes in once more goes again, and files and copies follow again', async () => {
  const mine = writer.receive({ applicant: person('Gieohạt') });
  const erasure = erasureOf([mine]);
  take(mine, erasure);
  expect(await store.followErasures('2026-11-25T10-00-00')).toBe(true);
  expect(await store.followErasures('2026-11-25T10-01-00')).toBe(false);
  // As the province holds it, at another place: the envelope is another one.
  const moved = { ...mine, envelope: { ...mine.envelope, seq: 9, hash: 'ab'.repeat(32) } };
  take(moved);
  expect(store.log?.ofAggregate(mine.envelope.aggregateId).map(({ body }) => body === null)).toEqual([true, false]);
  expect(await store.followErasures('2026-11-25T10-02-00')).toBe(true);
  expect(store.dossiers.get(mine.envelope.aggregateId)?.erasures).toHaveLength(1);
});

test('the erasure before the bodies: they never stay', () => {
  const mine = writer.receive({ applicant: person('Gieohạt') });
  take(erasureOf([mine]));
  take(mine);
  const view = store.dossiers.get(mine.envelope.aggregateId);
  expect([view?.intake.applicant, view?.erasures.length, found('gieohat')]).toEqual([null, 1, []]);
  expect(
    store.log
      ?.ofAggregate(mine.envelope.aggregateId)
      .flatMap(({ envelope, body }) => (body === null ? [envelope.type] : [])),
  ).toEqual(['dossier.received']);
});

test('a body that the province alone has erased stays until the erasure is here, and goes with all it left', async () => {
  const mine = writer.receive({ applicant: person('Trịnh Văn Gieohạt') });
  take(mine);
  // Its answer says where the event stands there, by then without its body.
  const there = { ...mine.envelope, seq: 9, hash: 'ab'.repeat(32) };
  take({ envelope: there, body: null, salt: null });
  expect(store.log?.ofAggregate(mine.envelope.aggregateId)).toEqual([{ ...mine, envelope: there }]);
  take(erasureOf([mine]));
  expect(store.log?.ofAggregate(mine.envelope.aggregateId).map(({ body }) => body === null)).toEqual([true, false]);
  await store.followErasures('2026-11-25T10-00-00');
  store.close();
  expect([inPages('gieohat'), inPages('Gieohạt')]).toEqual([false, false]);
  open();
});

test('journals set aside lose the body, and a torn end; older copies go, whatever they are', async () => {
  const mine = writer.receive({ applicant: person('Gieohạt') });
  const other = writer.receive({ applicant: person('Người Khác') });
  take(mine, other);
  const aside = `${folder.journal}.2026-11-20`;
  const torn = `${folder.journal}.2026-11-21`;
  journalOf(aside, made.databaseKey, [[mine, other]]);
  journalOf(torn, made.databaseKey, [[other], [mine]]);
  // The last record cut in its middle.
  const bytes = readFileSync(torn);
  writeFileSync(torn, bytes.subarray(0, bytes.length - 40));
  copyFileSync(folder.database, join(folder.backups, 'before-migration-3-2026-01-01.db'));
  writeFileSync(join(folder.backups, 'desk-2026-11-01T00-00-00.db'), 'damaged');
  take(erasureOf([mine]));
  await store.followErasures('2026-11-25T10-00-00');
  expect(readJournal(aside, made.databaseKey)).toEqual({
    writes: [[{ ...mine, body: null, salt: null }, other]],
    whole: true,
  });
  expect(readJournal(torn, made.databaseKey)).toEqual({ writes: [[other]], whole: true });
  expect(readdirSync(folder.backups).filter((name) => name.endsWith('.db'))).toEqual(['desk-2026-11-25T10-00-00.db']);
});

test('the file is written anew when the desk closes, and at the start only where that did not come about', async () => {
  const step = (): string[] => {
    const db = openSqlite(folder.database, made.databaseKey, { create: false });
    const rows = db.prepare<[], { step: string }>('SELECT step FROM erasure').all();
    db.close();
    return rows.map((row) => row.step);
  };
  const mine = writer.receive({ applicant: person('Gieohạt') });
  take(mine, erasureOf([mine]));
  await store.followErasures('2026-11-25T10-00-00');
  store.close();
  expect(step()).toEqual(['copies']);
  // As if the power had failed before it could be.
  const db = openSqlite(folder.database, made.databaseKey, { create: false });
  db.exec(`UPDATE erasure SET step = 'compact'`);
  db.close();
  open();
  expect(step()).toEqual(['copies']);
  expect(await store.followErasures('2026-11-25T10-01-00')).toBe(true);
  store.close();
  expect(step()).toEqual(['done']);
  open();
});

test('cut short anywhere it is due again at the next start; once all follows, nothing is', async () => {
  const mine = writer.receive({ applicant: person('Gieohạt') });
  take(mine, erasureOf([mine]));
  // No room for a copy: a file stands where its folder should be.
  rmSync(folder.backups, { recursive: true });
  writeFileSync(folder.backups, '');
  await expect(store.followErasures('2026-11-25T10-00-00')).rejects.toThrow(/ENOTDIR/);
  store.close();
  rmSync(folder.backups);
  folder.unlock();
  folder = takeFolder(made.path);
  open();
  expect(await store.followErasures('2026-11-25T10-01-00')).toBe(true);
  store.close();
  open();
  expect(await store.followErasures('2026-11-25T10-02-00')).toBe(false);
});
