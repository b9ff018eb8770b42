import type { LogEvent } from '../../domain/log/envelope.ts';
import { endsCommitted, openJournal, readJournal, setJournalAside, type Journal } from './journal.ts';
import { storedEvent, type StoredEvent } from './read-events.ts';
import type { DatabaseKey, Sqlite } from './sqlite.ts';

/** The journal, and what it alone still holds. */
export interface JournalBeside {
  readonly journal: Journal;
  /** Events the database should hold and does not, in their order: it was put back from an older copy. */
  readonly lost: readonly LogEvent[];
}

/**
 * Opens the journal beside its database. One that is torn, or holds events the database should hold and does not (the
 * database was put back from an older copy), is set aside under a name of its own, never overwritten; what the database
 * has not sent yet is written into a fresh one. The last write alone may be missing from the database, where the journal
 * does not say that it was committed: that is the phantom a crash between journal and commit leaves. It stays out: nobody was
 * told of it, and what was taken for it (a number of a range) is free again.
 * @param isCopy the database is known to be a copy: then the last write is missing for that reason too
 */
export function journalBeside(
  db: Sqlite,
  path: string,
  key: DatabaseKey,
  options: { readonly stamp: string; readonly isCopy: boolean },
): JournalBeside {
  const { writes, whole } = readJournal(path, key);
  const events = writes.flat();
  const has = db.prepare<[string], { n: number }>('SELECT n FROM event WHERE id = ?');
  const isStored = (event: LogEvent): boolean => has.get(event.envelope.id) !== undefined;
  // A write is stored whole or not at all; the places of a phantom are taken by what was written after the crash, be that a
  // phantom again: who dies twice before a commit has lost nothing.
  const missing = withoutRetaken(writes).filter((write) => !write.some(isStored));
  const isPhantom = !options.isCopy && !endsCommitted(path) && missing.length === 1 && missing[0] === writes.at(-1);
  const lost = isPhantom ? [] : missing.flat();
  const keeps = lost.length === 0 && whole;
  if (!keeps) setJournalAside(path, options.stamp);
  const journal = openJournal(path, key);
  const present = new Set(keeps ? events.map((event) => event.envelope.id) : []);
  // Also those of a journal that was deleted, or whose rewriting a kill cut short.
  for (const event of unsentIn(db)) if (!present.has(event.envelope.id)) journal.append([event]);
  journal.ended(true);
  return { journal, lost: byPlace(lost) };
}

/** Writes in whose places nothing was written later. */
function withoutRetaken(writes: readonly LogEvent[][]): LogEvent[][] {
  const later = new Set<string>();
  const left = writes.toReversed().filter((write) => {
    const places = write.map(placeOf);
    const isRetaken = places.some((place) => later.has(place));
    for (const place of places) later.add(place);
    return !isRetaken;
  });
  return left.toReversed();
}

/** What waits for the province, in its order. */
export function unsentIn(db: Sqlite): LogEvent[] {
  return db
    .prepare<[], StoredEvent>(
      `SELECT e.envelope, e.body, e.salt FROM outbox o JOIN event e ON e.log = o.log AND e.seq = o.seq
       ORDER BY o.log, o.seq`,
    )
    .all()
    .map(storedEvent);
}

/** One of each id, the newest writing of it, in the order they were written. */
function byPlace(events: readonly LogEvent[]): LogEvent[] {
  const newest = new Map<string, LogEvent>();
  for (const event of events) {
    newest.delete(event.envelope.id);
    newest.set(event.envelope.id, event);
  }
  return [...newest.values()];
}

function placeOf({ envelope }: LogEvent): string {
  return `${envelope.log} ${envelope.seq}`;
}
