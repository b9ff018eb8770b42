import { knownEventTypes } from '../../contract/events.ts';
import { sha256 } from '../../contract/signing.ts';
import { FOLD_VERSION } from '../../domain/dossier/fold.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import type { Meta } from './meta.ts';
import { storedEvent, type StoredEvent } from './read-events.ts';
import type { Sqlite } from './sqlite.ts';

/** Rows looked at in one go, of which few have no view: some milliseconds. */
const AT_ONCE = 200;

/**
 * A newer desk's events are kept as they came, and wait for the update of this one: what they begin has no view until then.
 * Once a release that reads other kinds of events has started, every row is looked at, in their order, with what is at
 * work going first; how far it has come is kept, so that it goes on after a stop. Dossiers that have a view are folded
 * again by their fold's version.
 * @returns looks at some; whether there is more
 */
export function rereadingOf(db: Sqlite, meta: Meta, project: (events: readonly LogEvent[]) => void): () => boolean {
  const last = db.prepare<[], { n: number | null }>('SELECT max(n) AS n FROM event');
  const some = db.prepare<[number, number], StoredEvent>(
    `SELECT envelope, body, salt FROM event e WHERE n > ? AND n <= ? AND (aggregate <> 'dossier'
     OR NOT EXISTS (SELECT 1 FROM dossier d WHERE d.id = e.aggregate_id)) ORDER BY n`,
  );
  const reads = sha256([FOLD_VERSION, ...[...knownEventTypes].sort()].join(' '));
  return () => {
    const before = meta.get('reread');
    const isSame = before?.reads === reads;
    if (isSame && before.isDone) return false;
    const after = isSame ? before.after : 0;
    project(some.all(after, after + AT_ONCE).flatMap(readable));
    const isDone = after + AT_ONCE >= (last.get()?.n ?? 0);
    meta.set('reread', { reads, after: after + AT_ONCE, isDone });
    return !isDone;
  };
}

/** A damaged row shows nothing, and holds up nothing. */
function readable(row: StoredEvent): LogEvent[] {
  try {
    return [storedEvent(row)];
  } catch {
    return [];
  }
}
