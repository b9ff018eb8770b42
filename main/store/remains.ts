import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../../contract/problems.ts';
import type { Beginning } from '../../contract/logs.ts';
import type { SigningKey } from '../../contract/signing.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { beginningsOf } from './beginnings.ts';
import type { DeskFolder } from './folder.ts';
import { readJournal } from './journal.ts';
import { metaOf, type Enrolment } from './meta.ts';
import { storedEvent, type StoredEvent } from './read-events.ts';
import { openSqlite, type DatabaseKey, type Sqlite } from './sqlite.ts';

/** Where it lies; nobody holds it. */
type RemainsFolder = Pick<DeskFolder, 'database' | 'journal' | 'backups'>;

/** What a desk that is no more has left behind unsent (máy hỏng): for a courier file. */
export interface Remains {
  readonly enrolment: Enrolment;
  readonly deviceKey: SigningKey;
  /** By log, in the order of their places; what it had heard of the office's other desks too. */
  readonly events: readonly LogEvent[];
  /** How logs of the office's desks began, as far as it knew. */
  readonly begun: readonly Beginning[];
}

/**
 * Reads the folder of a dead desk with its database key, and changes nothing in it: unsent events of its database, or,
 * where that is damaged or gone, of its newest backup that opens, and beside either those only a journal holds.
 * @throws ProblemError LT-01 where neither database nor backup opens
 */
export function remainsIn(folder: RemainsFolder, key: DatabaseKey): Remains {
  const copy = mkdtempSync(join(tmpdir(), 'remains-'));
  try {
    return fromCopy(folder, key, copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function fromCopy(folder: RemainsFolder, key: DatabaseKey, copy: string): Remains {
  const backups = readdirSync(folder.backups)
    .filter((name) => /^desk-\d.*\.db$/.test(name))
    .sort()
    .reverse();
  for (const file of [folder.database, ...backups.map((name) => join(folder.backups, name))]) {
    const left = existsSync(file) ? readFrom(file, folder, key, copy) : null;
    if (left !== null) return left;
  }
  throw new ProblemError('LT-01');
}

function readFrom(file: string, folder: RemainsFolder, key: DatabaseKey, copy: string): Remains | null {
  const target = join(copy, basename(file));
  copyFileSync(file, target);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${target}-wal`);
  let db: Sqlite | null = null;
  try {
    db = openSqlite(target, key, { create: false });
    const meta = metaOf(db);
    const enrolment = meta.get('enrolment');
    const deviceKey = meta.get('deviceKey');
    if (enrolment === null || deviceKey === null) return null;
    const begun = has(db, 'beginning') ? beginningsOf(db).all() : [];
    return { enrolment, deviceKey, events: unsentOf(db, folder, key), begun };
  } catch {
    // Damaged somewhere: the next one, older, may be whole.
    return null;
  } finally {
    db?.close();
  }
}

function unsentOf(db: Sqlite, folder: RemainsFolder, key: DatabaseKey): LogEvent[] {
  const waiting = ['outbox', 'heard']
    .filter((table) => has(db, table))
    .flatMap((table) =>
      db
        .prepare<[], StoredEvent>(
          `SELECT e.envelope, e.body, e.salt FROM ${table} o JOIN event e ON e.log = o.log AND e.seq = o.seq`,
        )
        .all(),
    )
    .map(storedEvent);
  const known = db.prepare<[string], { n: number }>('SELECT n FROM event WHERE id = ?');
  const events = new Map(waiting.map((event) => [event.envelope.id, event]));
  for (const journal of journalsOf(folder)) {
    for (const event of readJournal(journal, key).writes.flat()) {
      const { id } = event.envelope;
      if (known.get(id) === undefined) events.set(id, event);
    }
  }
  return [...events.values()].sort((a, b) => {
    const [one, other] = [a.envelope, b.envelope];
    return one.log === other.log ? one.seq - other.seq : one.log < other.log ? -1 : 1;
  });
}

/** Whether a database, a backup of an older release maybe, has that table. */
function has(db: Sqlite, table: string): boolean {
  return (
    db.prepare<[string], { name: string }>('SELECT name FROM sqlite_master WHERE name = ?').get(table) !== undefined
  );
}

/** The journal and those set aside before it, the oldest first. */
function journalsOf({ journal }: RemainsFolder): string[] {
  const folder = dirname(journal);
  const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(journal)}.`));
  return [...names.sort().map((name) => join(folder, name)), journal];
}
