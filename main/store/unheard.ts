import { asDossierEvent, eventSchema } from '../../contract/events.ts';
import type { Holder } from '../../domain/dossier/events/common.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import type { Sqlite } from './sqlite.ts';

/** Paper that is here by its slip alone (đã nhận, chưa có dữ liệu): the dossier's beginning is still on its way. */
export interface UnheardRow {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly due: string | null;
  readonly signature: string;
  /** When it was last given or taken. Vietnam local time. */
  readonly at: string;
  readonly holder: Holder;
}

export interface Unheard {
  /** Keeps what is known of a dossier that cannot be folded yet. */
  project(id: string, events: readonly LogEvent[]): void;
  /** Its beginning has arrived. */
  remove(id: string): void;
  get(id: string): UnheardRow | null;
  byCode(code: string): UnheardRow | null;
  list(): UnheardRow[];
}

interface Row {
  readonly dossier_id: string;
  readonly code: string;
  readonly procedure_code: string;
  readonly due_local: string | null;
  readonly signature: string;
  readonly at_local: string;
  readonly holder: string;
}

export function unheardOf(db: Sqlite): Unheard {
  const put = db.prepare(
    `INSERT INTO unheard (dossier_id, code, procedure_code, due_local, signature, at_local, holder)
     VALUES (@id, @code, @procedure, @due, @signature, @at, @holder)
     ON CONFLICT (dossier_id) DO UPDATE SET at_local = excluded.at_local, holder = excluded.holder`,
  );
  const remove = db.prepare('DELETE FROM unheard WHERE dossier_id = ?');
  const get = db.prepare<[string], Row>('SELECT * FROM unheard WHERE dossier_id = ?');
  const byCode = db.prepare<[string], Row>('SELECT * FROM unheard WHERE code = ? LIMIT 1');
  const list = db.prepare<[], Row>('SELECT * FROM unheard ORDER BY at_local DESC, dossier_id LIMIT 500');
  const rowOf = (row: Row): UnheardRow => ({
    dossierId: row.dossier_id,
    code: row.code,
    procedureCode: row.procedure_code,
    due: row.due_local,
    signature: row.signature,
    at: row.at_local,
    // Written by `project` below.
    holder: JSON.parse(row.holder) as Holder,
  });
  return {
    project(id, events) {
      let isSeen = false;
      for (const { envelope, body } of events) {
        const read = eventSchema.safeParse({ type: envelope.type, version: envelope.version, body });
        const event = read.success ? asDossierEvent(read.data) : null;
        if (event?.type !== 'dossier.handedOver' && event?.type !== 'dossier.handoverAccepted') continue;
        const { seenOnSlip: seen, at } = event.body;
        if (seen === null) continue;
        isSeen = true;
        // Given and not signed for: the giver still answers for it.
        const holder = event.type === 'dossier.handedOver' ? event.body.from : event.body.by;
        const { code, procedure, due, signature } = seen;
        put.run({ id, code, procedure, due, signature, at, holder: JSON.stringify(holder) });
      }
      if (!isSeen) remove.run(id);
    },
    remove: (id) => {
      remove.run(id);
    },
    get(id) {
      const row = get.get(id);
      return row === undefined ? null : rowOf(row);
    },
    byCode(code) {
      const row = byCode.get(code);
      return row === undefined ? null : rowOf(row);
    },
    list: () => list.all().map(rowOf),
  };
}
