import { causalOrder } from '../../domain/log/order.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import type { Holder } from '../../domain/dossier/events/common.ts';
import { batchCode, foldBatch, missingOf, type BatchEvent, type BatchView } from '../../domain/handover/batch.ts';
import { dateOf } from '../../domain/calendar/civil-date.ts';
import { saidOf } from './read-events.ts';
import type { Sqlite } from './sqlite.ts';

/** Handover batches (lô bàn giao), folded from their events, and what finds them again. */
export interface Batches {
  /** Folds the batch's events and puts the view in its place. */
  project(id: string, events: readonly LogEvent[]): void;
  get(id: string): BatchView | null;
  byCode(code: string): BatchView | null;
  /** Closed by an office on a day, oldest first. */
  givenOn(office: string, date: string): BatchView[];
  /** Meant for an office: not gone through yet, and those gone through on `date`. Oldest first. */
  comingTo(office: string, date: string): BatchView[];
  /** Numbers a place has given out on a day. */
  numbersOn(office: string, place: string, date: string): ReadonlySet<number>;
  /** Whether the batch was gone through and this dossier was not in it. */
  lost(batchId: string, dossierId: string): boolean;
}

interface Row {
  readonly view: string;
}

export function batchesOf(db: Sqlite): Batches {
  const put = db.prepare(
    `INSERT INTO batch (id, code, view, number, date, from_kind, from_office, from_place, to_kind, to_office, to_place, accepted)
     VALUES (@id, @code, @view, @number, @date, @fromKind, @fromOffice, @fromPlace, @toKind, @toOffice, @toPlace, @accepted)
     ON CONFLICT (id) DO UPDATE SET code = excluded.code, view = excluded.view, number = excluded.number, date = excluded.date,
     from_kind = excluded.from_kind, from_office = excluded.from_office, from_place = excluded.from_place,
     to_kind = excluded.to_kind, to_office = excluded.to_office, to_place = excluded.to_place, accepted = excluded.accepted`,
  );
  const remove = db.prepare('DELETE FROM batch WHERE id = ?');
  const clearMissing = db.prepare('DELETE FROM batch_missing WHERE batch_id = ?');
  const putMissing = db.prepare('INSERT INTO batch_missing (batch_id, dossier_id) VALUES (?, ?)');
  const byId = db.prepare<[string], Row>('SELECT view FROM batch WHERE id = ?');
  const byCode = db.prepare<[string], Row>('SELECT view FROM batch WHERE code = ? LIMIT 1');
  const given = db.prepare<[string, string], Row>(
    'SELECT view FROM batch WHERE from_office = ? AND date = ? AND number IS NOT NULL ORDER BY id',
  );
  const coming = db.prepare<[string, string], Row>(
    `SELECT view FROM batch WHERE to_office = ? AND number IS NOT NULL AND (accepted = 0 OR date = ?) ORDER BY id`,
  );
  const numbers = db.prepare<[string, string, string], { number: number }>(
    'SELECT number FROM batch WHERE from_office = ? AND from_place = ? AND date = ? AND number IS NOT NULL',
  );
  const lost = db.prepare<[string, string], { found: number }>(
    'SELECT 1 AS found FROM batch_missing WHERE batch_id = ? AND dossier_id = ?',
  );
  const viewOf = (row: Row | undefined): BatchView | null =>
    // Written by `project` below.
    row === undefined ? null : (JSON.parse(row.view) as BatchView);
  const views = (rows: readonly Row[]): BatchView[] => rows.flatMap((row) => viewOf(row) ?? []);

  return {
    project(id, events) {
      const view = foldBatch(id, readable(events));
      const { closed, acceptances } = view;
      const at = closed?.at ?? acceptances[0]?.at;
      if (at === undefined) {
        // Nothing of it is here yet, or no more: the province keeps it apart.
        clearMissing.run(id);
        remove.run(id);
        return;
      }
      const side = (holder: Holder | undefined) => holder ?? { kind: '', office: '', place: '' };
      const from = side(closed?.from);
      const to = side(closed?.to ?? acceptances[0]?.by);
      put.run({
        id,
        code: closed === null ? '' : batchCode(id, closed.number, dateOf(closed.at)),
        view: JSON.stringify(view),
        number: closed?.number ?? null,
        date: dateOf(at),
        fromKind: from.kind,
        fromOffice: from.office,
        fromPlace: from.place,
        toKind: to.kind,
        toOffice: to.office,
        toPlace: to.place,
        accepted: acceptances.length > 0 ? 1 : 0,
      });
      clearMissing.run(id);
      for (const dossierId of missingOf(view)) putMissing.run(id, dossierId);
    },
    get: (id) => viewOf(byId.get(id)),
    byCode: (code) => (code === '' ? null : viewOf(byCode.get(code))),
    givenOn: (office, date) => views(given.all(office, date)),
    comingTo: (office, date) => views(coming.all(office, date)),
    numbersOn: (office, place, date) => new Set(numbers.all(office, place, date).map((row) => row.number)),
    lost: (batchId, dossierId) => lost.get(batchId, dossierId) !== undefined,
  };
}

function readable(events: readonly LogEvent[]): BatchEvent[] {
  const said = new Map(saidOf(events).map(({ envelope, read }) => [envelope.id, read]));
  return causalOrder(events.map((event) => event.envelope)).ready.flatMap(({ id }): BatchEvent[] => {
    const read = said.get(id);
    if (read?.type === 'batch.closed') return [{ type: read.type, body: read.body }];
    return read?.type === 'batch.accepted' ? [{ type: read.type, body: read.body }] : [];
  });
}
