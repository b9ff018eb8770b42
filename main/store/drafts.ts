import { receiptContentSchema, type ReceiptContent } from '../../contract/desk/receipt.ts';
import type { Sqlite } from './sqlite.ts';

export const DRAFT_DAYS = 7;

export interface DraftRow {
  readonly id: string;
  readonly owner: string;
  readonly revision: number;
  /** Milliseconds since 1970, device clock. */
  readonly saved: number;
  readonly content: ReceiptContent;
}

/** Half-done receipts (làm dở): local encrypted rows, kept 7 days (decision 10). */
export interface Drafts {
  get(id: string): DraftRow | null;
  list(): DraftRow[];
  put(row: DraftRow): void;
  remove(id: string): void;
  /** Drops drafts last saved before `before`. */
  expire(before: number): number;
}

interface Row {
  readonly id: string;
  readonly owner: string;
  readonly revision: number;
  readonly saved: number;
  readonly content: string;
}

export function draftsOf(db: Sqlite): Drafts {
  const get = db.prepare<[string], Row>('SELECT * FROM draft WHERE id = ?');
  const list = db.prepare<[], Row>('SELECT * FROM draft ORDER BY saved DESC LIMIT 200');
  const put = db.prepare(
    `INSERT INTO draft (id, owner, revision, saved, content) VALUES (@id, @owner, @revision, @saved, @content)
     ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, revision = excluded.revision, saved = excluded.saved,
     content = excluded.content`,
  );
  const remove = db.prepare('DELETE FROM draft WHERE id = ?');
  const expire = db.prepare('DELETE FROM draft WHERE saved < ?');
  const rowOf = (row: Row): DraftRow => ({ ...row, content: receiptContentSchema.parse(JSON.parse(row.content)) });
  return {
    get(id) {
      const row = get.get(id);
      return row === undefined ? null : rowOf(row);
    },
    list: () => list.all().map(rowOf),
    put: (row) => {
      put.run({ ...row, content: JSON.stringify(row.content) });
    },
    remove: (id) => {
      remove.run(id);
    },
    expire: (before) => expire.run(before).changes,
  };
}
