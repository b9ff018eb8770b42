import { copyFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inventedDossier } from '../../tests/harness/dossier-filler.ts';
import { enrolledFolder, OFFICE, type EnrolledFolder } from '../../tests/harness/enrolled-folder.ts';
import { takeFolder } from './folder.ts';
import { readJournal } from './journal.ts';
import { bodyOf, openStore, type RecordPlan, type Store } from './store.ts';

/** The journal beside its database, whatever happened to either: what is unsent stands in both after the next start. */

let folder: EnrolledFolder;
let files: ReturnType<typeof takeFolder>;
let made = 0;

beforeEach(async () => {
  folder = await enrolledFolder();
  files = takeFolder(folder.path);
});

afterEach(() => {
  files.unlock();
  folder.remove();
});

const open = (): Store => openStore(files, folder.databaseKey, { create: false, stamp: 'test' });
const journaled = () =>
  readJournal(files.journal, folder.databaseKey)
    .writes.flat()
    .map((event) => event.envelope.id);

function entry(): RecordPlan['events'][number] {
  made += 1;
  const id = `019ab000-0000-7000-9000-${String(made).padStart(12, '0')}`;
  return {
    stamp: { id, salt: 'ab'.repeat(16), at: { device: 1, offset: null } },
    event: {
      aggregate: 'dossier',
      aggregateId: id,
      after: [],
      type: 'dossier.received',
      version: 1,
      body: bodyOf(inventedDossier(made, OFFICE)),
      actor: 'u-ngan',
      approvedBy: null,
    },
  };
}

function receive(store: Store, also: () => void = () => undefined): string {
  const received = entry();
  store.record(() => ({ now: 1, also, events: [received] }));
  return received.stamp.id;
}

test('a journal that was deleted, or lost its end, holds everything unsent after the next start', () => {
  const before = open();
  const ids = [receive(before), receive(before), receive(before)];
  before.close();
  rmSync(files.journal);
  open().close();
  expect(journaled()).toEqual(ids);
  const first = readJournal(files.journal, folder.databaseKey).writes.length;
  expect(first).toBe(3);
  truncateSync(files.journal, 0);
  const after = open();
  const more = receive(after);
  after.close();
  expect(journaled()).toEqual([...ids, more]);
});

test('receipts that failed leave nothing in the journal that a start would take for lost work', () => {
  const store = open();
  const kept = receive(store);
  const fail = (): never => {
    throw new Error('failed on purpose');
  };
  for (let n = 0; n < 3; n++) expect(() => receive(store, fail)).toThrow('failed on purpose');
  store.close();
  const again = open();
  expect(readdirSync(folder.path).filter((name) => name.startsWith('desk.journal.'))).toEqual([]);
  const next = receive(again);
  expect(again.log?.head().seq).toBe(2);
  again.close();
  expect(journaled()).toEqual([kept, next]);
});

test('a batch whose commit never came is one phantom: the journal stays where it is and goes on', () => {
  const store = open();
  const kept = receive(store);
  const died = join(folder.path, 'died');
  const batch = [1, 2, 3].map(entry);
  const fail = (): never => {
    // What a start finds after a crash here: journaled, not committed.
    copyFileSync(files.journal, died);
    throw new Error('failed on purpose');
  };
  expect(() => store.record(() => ({ now: 1, also: fail, events: batch }))).toThrow('failed on purpose');
  store.close();
  copyFileSync(died, files.journal);
  expect(journaled()).toEqual([kept, ...batch.map(({ stamp }) => stamp.id)]);
  const again = open();
  expect(readdirSync(folder.path).filter((name) => name.startsWith('desk.journal.'))).toEqual([]);
  expect(again.log?.head().seq).toBe(1);
  receive(again);
  again.close();
  open().close();
  expect(readdirSync(folder.path).filter((name) => name.startsWith('desk.journal.'))).toEqual([]);
});

test('deaths one after the other before any commit are no loss, and the desk stays in its log', () => {
  const first = open();
  const kept = receive(first);
  const { log } = first.log?.head() ?? {};
  first.close();
  const died = join(folder.path, 'died');
  for (let n = 0; n < 3; n++) {
    const store = open();
    expect(store.log?.head()).toMatchObject({ log, seq: 1 });
    const fail = (): never => {
      copyFileSync(files.journal, died);
      throw new Error('failed on purpose');
    };
    expect(() => receive(store, fail)).toThrow('failed on purpose');
    store.close();
    copyFileSync(died, files.journal);
  }
  const again = open();
  expect(again.log?.head()).toMatchObject({ log, seq: 1 });
  expect(readdirSync(folder.path).filter((name) => name.startsWith('desk.journal.'))).toEqual([]);
  const next = receive(again);
  again.close();
  const last = open();
  expect(last.log?.head()).toMatchObject({ log, seq: 2 });
  expect([kept, next].map((id) => last.log?.hashOf(id) !== null)).toEqual([true, true]);
  last.close();
});

test('a receipt that was told is taken up again though the database alone was put back from a moment before it', () => {
  const store = open();
  receive(store);
  store.close();
  const before = join(folder.path, 'before');
  copyFileSync(files.database, before);
  const next = open();
  const told = receive(next);
  // What came to nothing since says nothing of it.
  const fail = (): never => {
    throw new Error('failed on purpose');
  };
  expect(() => receive(next, fail)).toThrow('failed on purpose');
  next.close();
  copyFileSync(before, files.database);
  const again = open();
  expect(again.log?.hashOf(told)).toBeTypeOf('string');
  // In a new log: the province may hold it in the place of the old one.
  expect(again.log?.eventsFrom(again.log.head().log, 1, 9).map(({ id }) => id)).toContain(told);
  again.close();
  expect(journaled()).toContain(told);
});

test('a database that lost its write-ahead log says so by a journal set aside, and nothing in it is overwritten', () => {
  const store = open();
  const copy = mkdtempSync(join(tmpdir(), 'quay-'));
  copyFileSync(files.database, join(copy, 'desk.db'));
  receive(store);
  receive(store);
  cpSync(files.journal, join(copy, 'desk.journal'));
  store.close();
  const bare = { ...files, database: join(copy, 'desk.db'), journal: join(copy, 'desk.journal') };
  const restored = openStore(bare, folder.databaseKey, { create: false, stamp: 'test' });
  restored.close();
  expect(existsSync(join(copy, 'desk.journal.test'))).toBe(true);
  expect(readJournal(join(copy, 'desk.journal.test'), folder.databaseKey).writes).toHaveLength(2);
  rmSync(copy, { recursive: true, force: true });
});
