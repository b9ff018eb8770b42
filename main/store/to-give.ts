import type { Purpose } from '../../domain/dossier/events/handover.ts';
import type { DossierView } from '../../domain/dossier/view.ts';
import { placeKey, toGive, type Place } from '../../domain/handover/to-give.ts';
import type { Sqlite } from './sqlite.ts';

/** A dossier whose paper must be handed on (phải bàn giao). Times are Vietnam local time. */
export interface GiveRow {
  readonly dossierId: string;
  readonly toKey: string;
  readonly purpose: Purpose;
  /** Frozen at receipt; null where it is counted from `since`. */
  readonly by: string | null;
  readonly since: string;
}

/** What must be handed on from a place: a projection of the views, one row a dossier. */
export interface ToGiveList {
  /** Follows the view; call inside the transaction that folds it. */
  project(view: DossierView): void;
  /** Nothing is known of the dossier any more. */
  remove(dossierId: string): void;
  /** Still to be given: not under way in a batch, or under way in one that was gone through without it. */
  from(place: Place): GiveRow[];
}

interface Row {
  readonly dossier_id: string;
  readonly to_key: string;
  readonly purpose: Purpose;
  readonly by_local: string | null;
  readonly since_local: string;
}

export function toGiveOf(db: Sqlite): ToGiveList {
  const remove = db.prepare('DELETE FROM to_give WHERE dossier_id = ?');
  const put = db.prepare(
    `INSERT INTO to_give (dossier_id, from_kind, from_office, from_unit, to_key, purpose, by_local, since_local, batch_id)
     VALUES (@id, @fromKind, @fromOffice, @fromUnit, @toKey, @purpose, @by, @since, @batch)
     ON CONFLICT (dossier_id) DO UPDATE SET from_kind = excluded.from_kind, from_office = excluded.from_office,
     from_unit = excluded.from_unit, to_key = excluded.to_key, purpose = excluded.purpose, by_local = excluded.by_local,
     since_local = excluded.since_local, batch_id = excluded.batch_id`,
  );
  const from = db.prepare<[string, string, string], Row>(
    `SELECT dossier_id, to_key, purpose, by_local, since_local FROM to_give g
     WHERE from_office = ? AND from_kind = ? AND from_unit = ? AND (batch_id IS NULL OR EXISTS
     (SELECT 1 FROM batch_missing m WHERE m.batch_id = g.batch_id AND m.dossier_id = g.dossier_id))
     ORDER BY since_local, dossier_id`,
  );
  return {
    project(view) {
      const give = toGive(view);
      if (give === null) {
        remove.run(view.id);
        return;
      }
      put.run({
        id: view.id,
        fromKind: give.from.kind,
        fromOffice: give.from.office,
        fromUnit: give.from.unit,
        toKey: placeKey(give.to),
        purpose: give.purpose,
        by: give.by,
        since: give.since,
        batch: give.batch,
      });
    },
    remove: (dossierId) => {
      remove.run(dossierId);
    },
    from: ({ office, kind, unit }) =>
      from.all(office, kind === 'unit' ? 'unit' : 'shop', unit).map((row) => ({
        dossierId: row.dossier_id,
        toKey: row.to_key,
        purpose: row.purpose,
        by: row.by_local,
        since: row.since_local,
      })),
  };
}
