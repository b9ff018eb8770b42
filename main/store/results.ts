import type { CivilDate, LocalDateTime } from '../../domain/calendar/civil-date.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import { awaited, type Awaited } from '../../domain/results/whereabouts.ts';
import type { Sqlite } from './sqlite.ts';

export interface AwaitedRow {
  readonly dossierId: string;
  readonly at: Awaited['at'];
  readonly place: string;
  readonly readyAt: LocalDateTime | null;
}

/** Results that wait to be returned, the places they lie, and signatures drawn on this machine. */
export interface Results {
  /** Follows the view; call inside the transaction that folds it. */
  project(view: DossierView): void;
  /** Nothing is known of the dossier any more. */
  remove(dossierId: string): void;
  /** Whatever is, or comes, to be returned at this office; what has waited longest first, what is not here yet last. */
  of(office: string): AwaitedRow[];
  /** Can be collected since that day. */
  readyOn(office: string, day: CivilDate): number;
  /** Places results were put at this office, by name. */
  places(office: string): string[];
  /** Where the last one was put; null before the first. */
  lastPlace(office: string): string | null;
  keepSignature(sha256: string, png: Uint8Array): void;
  /** Null: drawn on another machine. */
  signature(sha256: string): Uint8Array | null;
}

interface Row {
  readonly dossier_id: string;
  readonly at: Awaited['at'];
  readonly place: string;
  readonly ready_local: string | null;
}

export function resultsOf(db: Sqlite): Results {
  const remove = db.prepare('DELETE FROM awaited WHERE dossier_id = ?');
  const put = db.prepare(
    `INSERT INTO awaited (dossier_id, office, at, place, ready_local) VALUES (@id, @office, @at, @place, @readyAt)
     ON CONFLICT (dossier_id) DO UPDATE SET office = excluded.office, at = excluded.at, place = excluded.place,
     ready_local = excluded.ready_local`,
  );
  const putPlace = db.prepare(
    `INSERT INTO shelf_place (office, place, used_local) VALUES (?, ?, ?)
     ON CONFLICT (office, place) DO UPDATE SET used_local = max(used_local, excluded.used_local)`,
  );
  const of = db.prepare<[string], Row>(
    'SELECT dossier_id, at, place, ready_local FROM awaited WHERE office = ? ORDER BY ready_local IS NULL, ready_local, dossier_id',
  );
  const readyOn = db.prepare<[string, string, string], { n: number }>(
    `SELECT count(*) AS n FROM awaited WHERE office = ? AND at IN ('shelf', 'counter', 'electronic')
     AND ready_local >= ? AND ready_local < ?`,
  );
  const places = db.prepare<[string], { place: string }>('SELECT place FROM shelf_place WHERE office = ?');
  const last = db.prepare<[string], { place: string }>(
    'SELECT place FROM shelf_place WHERE office = ? ORDER BY used_local DESC, place LIMIT 1',
  );
  const keep = db.prepare('INSERT INTO drawn_signature (sha256, png) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const drawn = db.prepare<[string], { png: Buffer }>('SELECT png FROM drawn_signature WHERE sha256 = ?');
  return {
    project(view) {
      const { shelf } = view.result;
      if (shelf !== null) putPlace.run(shelf.office, shelf.place, shelf.at);
      const waits = awaited(view);
      if (waits === null) remove.run(view.id);
      else put.run({ id: view.id, office: waits.office, at: waits.at, place: waits.place, readyAt: waits.readyAt });
    },
    remove: (dossierId) => {
      remove.run(dossierId);
    },
    of: (office) =>
      of.all(office).map((row) => ({
        dossierId: row.dossier_id,
        at: row.at,
        place: row.place,
        readyAt: row.ready_local,
      })),
    // Behind every moment of that day, and before the next one.
    readyOn: (office, day) => readyOn.get(office, day, `${day}U`)?.n ?? 0,
    places: (office) =>
      places
        .all(office)
        .map((row) => row.place)
        .toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true })),
    lastPlace: (office) => last.get(office)?.place ?? null,
    keepSignature: (sha256, png) => {
      keep.run(sha256, Buffer.from(png));
    },
    signature: (sha256) => drawn.get(sha256)?.png ?? null,
  };
}
