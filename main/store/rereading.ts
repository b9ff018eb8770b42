import { knownEventTypes } from '../../contract/events.ts';
import { sha256 } from '../../contract/signing.ts';
import { FOLD_VERSION } from '../../domain/dossier/fold.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import type { Meta } from './meta.ts';
import { attempt, type Stumbled } from './refolding.ts';
import { storedEvent, type StoredEvent } from './read-events.ts';
import type { Sqlite } from './sqlite.ts';

/** Rows looked at in one go, of which few have no view: some milliseconds. */
const AT_ONCE = 200;

/**
 * A newer desk's events are kept as they came, and wait for the update of this one: what they begin has no view until then.
 * Once a release that reads other kinds of events has started, every row is looked at, in their order, with what is at
 * work going first; how far it has come is kept, so that it goes on after a stop. Dossiers that have a view are folded
 * again by their fold's version.
 * A thing the fold stumbles over shows nothing, and holds up nothing.
 * @returns looks at some, inside a transaction; whether there is more
 */
export function rereadingOf(
  db: Sqlite,
  meta: Meta,
  project: (events: readonly LogEvent[]) => void,
): (stumbled: Stumbled) => boolean {
  const last = db.prepare<[], { n: number | null }>('SELECT max(n) AS n FROM event');
  const some = db.prepare<[number, number], StoredEvent>(
    `SELECT envelope, body, salt FROM event e WHERE n > ? AND n <= ? AND (aggregate <> 'dossier'
     OR NOT EXISTS (SELECT 1 FROM dossier d WHERE d.id = e.aggregate_id)) ORDER BY n`,
  );
  const reads = sha256([FOLD_VERSION, ...[...knownEventTypes].sort()].join(' '));
  const projectEach = (events: readonly LogEvent[], stumbled: Stumbled): void => {
    if (attempt(db, () => project(events)) === null) return;
    for (const event of events) {
      const failed = attempt(db, () => project([event]));
      if (failed !== null) stumbled(event.envelope.aggregateId, failed.fault);
    }
  };
  return (stumbled) => {
    const before = meta.get('reread');
    const isSame = before?.reads === reads;
    if (isSame && before.isDone) return false;
    const after = isSame ? before.after : 0;
    projectEach(some.all(after, after + AT_ONCE).flatMap(readable), stumbled);
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
