import type { SlipForm } from '../../domain/form/slip-values.ts';
import type { Sqlite } from './sqlite.ts';

/** One official slip as made: its values, its template and its bytes. Never changed but to say it is void, never deleted. */
export interface SlipRecord {
  readonly id: string;
  readonly aggregate: 'dossier' | 'batch' | 'counterDay' | 'advice';
  /** Id of what it is about. */
  readonly dossierId: string;
  readonly form: SlipForm;
  readonly number: string;
  /** The event it puts on paper; null for the receipt's own. */
  readonly about: string | null;
  readonly issue: number;
  /** Milliseconds since 1970, by the province's clock as known. */
  readonly made: number;
  readonly madeBy: string;
  readonly madeOffline: boolean;
  readonly copyOf: string | null;
  readonly reason: string | null;
  /** The slip that replaced it. */
  readonly voidedBy: string | null;
  readonly template: string;
  /** JSON of the slip's values. */
  readonly contents: string;
  readonly pdfSha256: string;
}

export interface SlipPrint {
  readonly at: number;
  readonly outcome: 'printed' | 'shown' | 'failed';
  readonly detail: string;
}

/** The slip ledger (sổ phiếu). */
export interface Slips {
  add(slip: SlipRecord, pdf: Uint8Array): void;
  get(id: string): SlipRecord | null;
  pdf(id: string): Uint8Array | null;
  /** Oldest first. */
  ofSubject(id: string): SlipRecord[];
  /** Marks a slip as replaced. */
  void(id: string, by: string): void;
  /** First issues of a form made at this desk from `since` (ms) on: the running number of its documents. */
  madeSince(form: SlipForm, since: number): number;
  addPrint(slipId: string, print: SlipPrint): void;
  printsOf(slipId: string): SlipPrint[];
}

interface Row {
  readonly id: string;
  readonly aggregate: SlipRecord['aggregate'];
  readonly dossier_id: string;
  readonly form: SlipForm;
  readonly number: string;
  readonly about: string | null;
  readonly issue: number;
  readonly made: number;
  readonly made_by: string;
  readonly made_offline: number;
  readonly copy_of: string | null;
  readonly reason: string | null;
  readonly voided_by: string | null;
  readonly template: string;
  readonly contents: string;
  readonly pdf_sha256: string;
}

const columns =
  'id, aggregate, dossier_id, form, number, about, issue, made, made_by, made_offline, copy_of, reason, voided_by, template, contents, pdf_sha256';

export function slipsOf(db: Sqlite): Slips {
  const add = db.prepare(
    `INSERT INTO slip (${columns}, pdf) VALUES (@id, @aggregate, @dossierId, @form, @number, @about, @issue, @made, @madeBy,
     @madeOffline, @copyOf, @reason, @voidedBy, @template, @contents, @pdfSha256, @pdf)`,
  );
  const get = db.prepare<[string], Row>(`SELECT ${columns} FROM slip WHERE id = ?`);
  const pdf = db.prepare<[string], { pdf: Buffer }>('SELECT pdf FROM slip WHERE id = ?');
  const voided = db.prepare('UPDATE slip SET voided_by = ? WHERE id = ? AND voided_by IS NULL');
  const ofSubject = db.prepare<[string], Row>(`SELECT ${columns} FROM slip WHERE dossier_id = ? ORDER BY id`);
  const madeSince = db.prepare<[string, number], { n: number }>(
    'SELECT count(*) AS n FROM slip WHERE form = ? AND made >= ? AND copy_of IS NULL',
  );
  const addPrint = db.prepare('INSERT INTO slip_print (slip_id, at, outcome, detail) VALUES (?, ?, ?, ?)');
  const prints = db.prepare<[string], SlipPrint>(
    'SELECT at, outcome, detail FROM slip_print WHERE slip_id = ? ORDER BY rowid',
  );
  return {
    add: (slip, bytes) => {
      add.run({ ...slip, madeOffline: slip.madeOffline ? 1 : 0, pdf: Buffer.from(bytes) });
    },
    get(id) {
      const row = get.get(id);
      return row === undefined ? null : recordOf(row);
    },
    pdf: (id) => pdf.get(id)?.pdf ?? null,
    ofSubject: (id) => ofSubject.all(id).map(recordOf),
    void: (id, by) => {
      voided.run(by, id);
    },
    madeSince: (form, since) => madeSince.get(form, since)?.n ?? 0,
    addPrint: (slipId, print) => {
      addPrint.run(slipId, print.at, print.outcome, print.detail);
    },
    printsOf: (slipId) => prints.all(slipId),
  };
}

function recordOf(row: Row): SlipRecord {
  return {
    id: row.id,
    aggregate: row.aggregate,
    dossierId: row.dossier_id,
    form: row.form,
    number: row.number,
    about: row.about,
    issue: row.issue,
    made: row.made,
    madeBy: row.made_by,
    madeOffline: row.made_offline === 1,
    copyOf: row.copy_of,
    reason: row.reason,
    voidedBy: row.voided_by,
    template: row.template,
    contents: row.contents,
    pdfSha256: row.pdf_sha256,
  };
}
