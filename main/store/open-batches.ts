import { z } from 'zod';
import { holderSchema, purposeSchema } from '../../contract/events/common.ts';
import { seenOnSlipSchema } from '../../contract/events/handover.ts';
import type { Sqlite } from './sqlite.ts';

/** What a list's QR said of a batch that has not arrived by the line. */
const listSchema = z.strictObject({
  number: z.int(),
  purpose: purposeSchema,
  at: z.string(),
  count: z.int(),
  digest: z.string(),
  from: holderSchema,
  to: holderSchema,
});
export type ScannedList = z.output<typeof listSchema>;

/** A batch being put together (`out`) or gone through (`in`) at this desk: local rows, shared by its tabs. */
export interface OpenBatch {
  /** Of an `in`: the batch's own id where it has a list. */
  readonly id: string;
  readonly side: 'out' | 'in';
  /** Key of the place of whoever works on it: counters and units may share a desk. */
  readonly here: string;
  /** Key of the place it goes to or comes from; of an `in` without a list: empty. */
  readonly place: string;
  /** `out`: its number on `date` at this place; 0 on the other side. */
  readonly number: number;
  readonly date: string;
  readonly list: ScannedList | null;
  /** Milliseconds since 1970, device clock. */
  readonly opened: number;
}

export interface OpenRow {
  readonly dossierId: string;
  /** Milliseconds since 1970, by the province's clock as known. */
  readonly scanned: number;
  readonly scannedBy: string;
  readonly seen: z.output<typeof seenOnSlipSchema> | null;
  /** Names of papers that were not in the bundle. */
  readonly missing: readonly string[];
}

export interface OpenBatches {
  /** Of one place, oldest first. */
  list(here: string): OpenBatch[];
  get(id: string, here: string): OpenBatch | null;
  put(batch: OpenBatch): void;
  /** With its rows. */
  remove(id: string): void;
  /** Newest first. */
  rows(id: string): OpenRow[];
  putRow(batchId: string, row: OpenRow): void;
  removeRow(batchId: string, dossierId: string): void;
}

interface BatchRow extends Omit<OpenBatch, 'list'> {
  readonly list: string | null;
}

interface Row {
  readonly dossier_id: string;
  readonly scanned: number;
  readonly scanned_by: string;
  readonly seen: string | null;
  readonly missing: string;
}

export function openBatchesOf(db: Sqlite): OpenBatches {
  const columns = 'id, side, here, place, number, date, list, opened';
  const list = db.prepare<[string], BatchRow>(`SELECT ${columns} FROM open_batch WHERE here = ? ORDER BY opened, id`);
  const get = db.prepare<[string, string], BatchRow>(`SELECT ${columns} FROM open_batch WHERE id = ? AND here = ?`);
  const put = db.prepare(
    `INSERT INTO open_batch (${columns}) VALUES (@id, @side, @here, @place, @number, @date, @list, @opened)
     ON CONFLICT (id) DO UPDATE SET place = excluded.place, number = excluded.number, date = excluded.date,
     list = excluded.list`,
  );
  const remove = db.prepare('DELETE FROM open_batch WHERE id = ?');
  const removeRows = db.prepare('DELETE FROM open_batch_row WHERE batch_id = ?');
  const rows = db.prepare<[string], Row>(
    'SELECT dossier_id, scanned, scanned_by, seen, missing FROM open_batch_row WHERE batch_id = ? ORDER BY n DESC',
  );
  const putRow = db.prepare(
    `INSERT INTO open_batch_row (batch_id, dossier_id, scanned, scanned_by, seen, missing)
     VALUES (@batchId, @dossierId, @scanned, @scannedBy, @seen, @missing)
     ON CONFLICT (batch_id, dossier_id) DO UPDATE SET missing = excluded.missing`,
  );
  const removeRow = db.prepare('DELETE FROM open_batch_row WHERE batch_id = ? AND dossier_id = ?');
  const batchOf = (row: BatchRow): OpenBatch => ({
    ...row,
    list: row.list === null ? null : listSchema.parse(JSON.parse(row.list)),
  });
  return {
    list: (here) => list.all(here).map(batchOf),
    get(id, here) {
      const row = get.get(id, here);
      return row === undefined ? null : batchOf(row);
    },
    put: (batch) => {
      put.run({ ...batch, list: batch.list === null ? null : JSON.stringify(batch.list) });
    },
    remove(id) {
      removeRows.run(id);
      remove.run(id);
    },
    rows: (id) =>
      rows.all(id).map((row) => ({
        dossierId: row.dossier_id,
        scanned: row.scanned,
        scannedBy: row.scanned_by,
        seen: row.seen === null ? null : seenOnSlipSchema.parse(JSON.parse(row.seen)),
        missing: z.array(z.string()).parse(JSON.parse(row.missing)),
      })),
    putRow: (batchId, row) => {
      const seen = row.seen === null ? null : JSON.stringify(row.seen);
      putRow.run({ ...row, batchId, seen, missing: JSON.stringify(row.missing) });
    },
    removeRow: (batchId, dossierId) => {
      removeRow.run(batchId, dossierId);
    },
  };
}
