import type { Sqlite } from './sqlite.ts';

/** One official slip as made: its values, its template and its bytes. Never changed, never deleted here. */
export interface SlipRecord {
  readonly id: string;
  readonly dossierId: string;
  readonly form: '01';
  readonly issue: number;
  /** Milliseconds since 1970, by the province's clock as known. */
  readonly made: number;
  readonly madeBy: string;
  readonly madeOffline: boolean;
  readonly copyOf: string | null;
  readonly reason: string | null;
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
  ofDossier(dossierId: string): SlipRecord[];
  addPrint(slipId: string, print: SlipPrint): void;
  printsOf(slipId: string): SlipPrint[];
}

interface Row {
  readonly id: string;
  readonly dossier_id: string;
  readonly form: '01';
  readonly issue: number;
  readonly made: number;
  readonly made_by: string;
  readonly made_offline: number;
  readonly copy_of: string | null;
  readonly reason: string | null;
  readonly template: string;
  readonly contents: string;
  readonly pdf_sha256: string;
}

const columns =
  'id, dossier_id, form, issue, made, made_by, made_offline, copy_of, reason, template, contents, pdf_sha256';

export function slipsOf(db: Sqlite): Slips {
  const add = db.prepare(
    `INSERT INTO slip (${columns}, pdf) VALUES (@id, @dossierId, @form, @issue, @made, @madeBy, @madeOffline, @copyOf,
     @reason, @template, @contents, @pdfSha256, @pdf)`,
  );
  const get = db.prepare<[string], Row>(`SELECT ${columns} FROM slip WHERE id = ?`);
  const pdf = db.prepare<[string], { pdf: Buffer }>('SELECT pdf FROM slip WHERE id = ?');
  const ofDossier = db.prepare<[string], Row>(`SELECT ${columns} FROM slip WHERE dossier_id = ? ORDER BY id`);
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
    ofDossier: (dossierId) => ofDossier.all(dossierId).map(recordOf),
    addPrint: (slipId, print) => {
      addPrint.run(slipId, print.at, print.outcome, print.detail);
    },
    printsOf: (slipId) => prints.all(slipId),
  };
}

function recordOf(row: Row): SlipRecord {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    form: row.form,
    issue: row.issue,
    made: row.made,
    madeBy: row.made_by,
    madeOffline: row.made_offline === 1,
    copyOf: row.copy_of,
    reason: row.reason,
    template: row.template,
    contents: row.contents,
    pdfSha256: row.pdf_sha256,
  };
}
