import type { CivilDate, LocalDateTime } from '../../domain/calendar/civil-date.ts';
import type { DossierState } from '../../domain/dossier/states.ts';
import type { Sqlite } from './sqlite.ts';

/** What lists know of a dossier before its view is read. */
export interface WorkRow {
  readonly id: string;
  readonly state: DossierState;
  readonly dueAt: LocalDateTime | null;
  readonly field: string;
  readonly unit: string;
  /** User id of who works on it; empty: nobody yet. */
  readonly assignee: string;
  readonly counter: string;
  readonly channel: string;
  readonly office: string;
  readonly competent: string;
  readonly holderKind: string | null;
  readonly holderOffice: string | null;
  readonly holderPlace: string | null;
  readonly handoverBy: LocalDateTime | null;
  readonly receivedAt: LocalDateTime;
}

/** Whether the work was done in time, or is late already. */
export type Timeliness = 'all' | 'onTime' | 'late' | 'open';

export interface RegisterFilter {
  readonly office: string;
  /** Days received, both included. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** Null: every field (lĩnh vực). */
  readonly field: string | null;
  readonly timeliness: Timeliness;
  /** What is late and not finished is judged at this moment. */
  readonly now: LocalDateTime;
}

export interface BookedId {
  readonly id: string;
  /** Running number of the year; null until the province has given one. */
  readonly number: number | null;
}

/** Ids by what the lists are about; answered from indexes alone. */
export interface Lists {
  /** Whatever is somebody's work, by due date, without one last. */
  open(): WorkRow[];
  /** Of one state, the last received first. */
  inState(office: string, state: DossierState, limit: number): WorkRow[];
  /** Received by the office, by running number; what has none yet last, in the order received. A limit of -1 is none. */
  register(filter: RegisterFilter, page: { readonly limit: number; readonly offset: number }): BookedId[];
  countRegister(filter: RegisterFilter): number;
  /** Fields of dossiers received in those days. */
  fields(office: string, from: CivilDate, to: CivilDate): string[];
  /** First and last year of receipt; null where nothing was received. */
  years(office: string): { readonly first: number; readonly last: number } | null;
  /** Received on a day; `counter` null: at every one. */
  receivedOn(office: string, day: CivilDate, counter: string | null): string[];
  /** Money changed hands for them on a day. */
  paidOn(office: string, day: CivilDate, counter: string | null): string[];
}

/** Not received, or not yet: no line of the register. */
const NOT_RECEIVED = `('submitted', 'guided', 'refused')`;

export function listsOf(db: Sqlite): Lists {
  const work = `id, state, due_local AS dueAt, field, unit, assignee, counter, channel, office, competent,
    holder_kind AS holderKind, holder_office AS holderOffice, holder_place AS holderPlace,
    handover_local AS handoverBy, received_local AS receivedAt`;
  const open = db.prepare<[], WorkRow>(
    `SELECT ${work} FROM dossier WHERE open = 1 ORDER BY due_local IS NULL, due_local`,
  );
  const inState = db.prepare<[string, string, number], WorkRow>(
    `SELECT ${work} FROM dossier WHERE office = ? AND state = ? ORDER BY received_local DESC LIMIT ?`,
  );
  const where = `d.office = @office AND d.received_local >= @from AND d.received_local < @after
    AND d.state NOT IN ${NOT_RECEIVED} AND (@field IS NULL OR d.field = @field)
    AND CASE @timeliness
      WHEN 'onTime' THEN d.finished_local IS NOT NULL AND (d.due_local IS NULL OR d.finished_local <= d.due_local)
      WHEN 'late' THEN d.due_local < coalesce(d.finished_local, iif(d.open = 1, @now, d.due_local))
      WHEN 'open' THEN d.open = 1
      ELSE true END`;
  const register = db.prepare<[object], BookedId>(
    `SELECT d.id, b.number FROM dossier d LEFT JOIN book_entry b ON b.dossier_id = d.id WHERE ${where}
     ORDER BY b.number IS NULL, b.number, d.received_local, d.id LIMIT @limit OFFSET @offset`,
  );
  const countRegister = db.prepare<[object], { n: number }>(`SELECT count(*) AS n FROM dossier d WHERE ${where}`);
  const fields = db.prepare<[string, string, string], { field: string }>(
    `SELECT DISTINCT field FROM dossier WHERE office = ? AND received_local >= ? AND received_local < ?
     AND state NOT IN ${NOT_RECEIVED} ORDER BY field`,
  );
  const years = db.prepare<[string], { first: string | null; last: string | null }>(
    'SELECT min(received_local) AS first, max(received_local) AS last FROM dossier WHERE office = ?',
  );
  const receivedOn = db.prepare<[object], { id: string }>(
    `SELECT id FROM dossier WHERE office = @office AND received_local >= @day AND received_local < @after
     AND state NOT IN ${NOT_RECEIVED} AND (@counter IS NULL OR counter = @counter) ORDER BY received_local, id`,
  );
  const paidOn = db.prepare<[object], { id: string }>(
    `SELECT DISTINCT d.id FROM payment_day p JOIN dossier d ON d.n = p.dossier_n
     WHERE p.day = @day AND p.office = @office AND (@counter IS NULL OR p.counter = @counter)`,
  );
  const named = ({ to, ...filter }: RegisterFilter) => ({ ...filter, after: endOf(to) });
  return {
    open: () => open.all(),
    inState: (office, state, limit) => inState.all(office, state, limit),
    register: (filter, page) => register.all({ ...named(filter), ...page }),
    countRegister: (filter) => countRegister.get(named(filter))?.n ?? 0,
    fields: (office, from, to) => fields.all(office, from, endOf(to)).map((row) => row.field),
    years(office) {
      const { first = null, last = null } = years.get(office) ?? {};
      return first === null || last === null ? null : { first: yearOf(first), last: yearOf(last) };
    },
    receivedOn: (office, day, counter) =>
      receivedOn.all({ office, day, after: endOf(day), counter }).map((row) => row.id),
    paidOn: (office, day, counter) => paidOn.all({ office, day, counter }).map((row) => row.id),
  };
}

/** Behind every moment of that day, and before the next one. */
function endOf(day: CivilDate): string {
  return `${day}U`;
}

function yearOf(moment: LocalDateTime): number {
  return Number(moment.slice(0, 4));
}
