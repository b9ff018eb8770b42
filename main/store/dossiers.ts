import { dateOf } from '../../domain/calendar/civil-date.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { readReturnCode } from '../../domain/guidance/return-code.ts';
import { FOLD_VERSION, foldDossier, type DossierView } from '../../domain/dossier/fold.ts';
import { shortNumber } from '../../domain/dossier/code.ts';
import { callBackOwed } from '../../domain/dossier/call-back.ts';
import { codeOfView, codesOfView } from '../../domain/dossier/view.ts';
import { stateFacts } from '../../domain/dossier/states.ts';
import { foldText } from '../../domain/citizen/name.ts';
import type { Eraser } from './erasing.ts';
import { matchQuery } from './match-query.ts';
import { knownEvent } from './read-events.ts';
import { staleOf, type Stumbled } from './refolding.ts';
import type { Sqlite } from './sqlite.ts';

/** The views of dossiers and what finds them again. Everything here can be thrown away and folded anew. */
export interface Dossiers {
  /**
   * Folds the aggregate's events and puts the view in its place; null while nothing can be folded yet, or no more.
   * @param apart events of it that the province keeps apart: an erasure by law reaches them too
   */
  project(id: string, events: readonly LogEvent[], apart?: readonly LogEvent[]): DossierView | null;
  get(id: string): DossierView | null;
  recent(limit: number): DossierView[];
  /** Folded words, numbers and codes; newest first. */
  search(text: string, limit: number): DossierView[];
  byCode(code: string): DossierView | null;
  /** Same person, same procedure, not finished. */
  openOf(personalId: string, procedureCode: string): DossierView[];
  ofPerson(personalId: string, limit: number): DossierView[];
  /** Doubles merged into this one. */
  mergedInto(id: string): DossierView[];
  flagged(): DossierView[];
  /** Whose citizen must still be told of a correction. */
  toCallBack(): DossierView[];
  mostUsed(): ReadonlyMap<string, number>;
  /** Up to `limit` dossiers folded by another version, folded again. @returns how many it looked at */
  refoldSome(limit: number, eventsOf: (id: string) => LogEvent[], stumbled: Stumbled): number;
}

interface Row {
  readonly view: string;
}

/**
 * @param eraser takes away what the law has erased, before anything is folded
 * @param projected told each view that was put in its place, in the same transaction
 * @param takenOut told each that is no more, because what began it is kept apart
 */
export function dossiersOf(
  db: Sqlite,
  eraser: Pick<Eraser, 'apply' | 'forgetWords'>,
  projected: (view: DossierView) => void,
  takenOut: (id: string) => void,
): Dossiers {
  const number = db.prepare<[string], { n: number; code: string; name: string }>(
    'SELECT n, code, name FROM dossier WHERE id = ?',
  );
  const insert = db.prepare(
    `INSERT INTO dossier (id, ${columns.join(', ')}) VALUES (@id, ${columns.map((name) => `@${name}`).join(', ')})`,
  );
  const update = db.prepare(
    `UPDATE dossier SET ${columns.map((name) => `${name} = @${name}`).join(', ')} WHERE n = @n`,
  );
  const addCode = db.prepare('INSERT INTO dossier_code (code, dossier_n) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const addShort = db.prepare('INSERT INTO dossier_short (short, dossier_n) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const putIndex = db.prepare('INSERT INTO search (rowid, words) VALUES (?, ?)');
  const putWord = db.prepare('INSERT INTO search_word (word) VALUES (?) ON CONFLICT DO NOTHING');
  const complete = db.prepare<[string, string, number], { word: string }>(
    'SELECT word FROM search_word WHERE word >= ? AND word < ? LIMIT ?',
  );
  const unindex = db.prepare('DELETE FROM search WHERE rowid = ?');
  const forget = [
    'dossier_code WHERE dossier_n',
    'dossier_short WHERE dossier_n',
    'payment_day WHERE dossier_n',
    'search WHERE rowid',
    'dossier WHERE n',
  ].map((rows) => db.prepare(`DELETE FROM ${rows} = ?`));
  const countUse = db.prepare(
    'INSERT INTO procedure_use (procedure_code, uses) VALUES (?, 1) ON CONFLICT DO UPDATE SET uses = uses + 1',
  );

  const noDays = db.prepare('DELETE FROM payment_day WHERE dossier_n = ?');
  const addDay = db.prepare(
    'INSERT INTO payment_day (day, office, counter, dossier_n) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );

  const byId = db.prepare<[string], Row>('SELECT view FROM dossier WHERE id = ?');
  const recent = db.prepare<[number], Row>('SELECT view FROM dossier ORDER BY n DESC LIMIT ?');
  const byWords = db.prepare<[string, number], Row>(
    `SELECT d.view FROM (SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) AS hit
     JOIN dossier d ON d.n = hit.n ORDER BY d.n DESC`,
  );
  const byCodePrefix = db.prepare<[string, string, number], Row>(
    `SELECT d.view FROM dossier_code c JOIN dossier d ON d.n = c.dossier_n WHERE c.code >= ? AND c.code < ?
     ORDER BY c.code DESC LIMIT ?`,
  );
  const byShort = db.prepare<[string, number], Row>(
    'SELECT d.view FROM dossier_short s JOIN dossier d ON d.n = s.dossier_n WHERE s.short = ? ORDER BY s.dossier_n DESC LIMIT ?',
  );
  const open = db.prepare<[string, string], Row>(
    `SELECT view FROM dossier WHERE personal_id = ? AND procedure_code = ? AND open = 1 ORDER BY n DESC LIMIT 20`,
  );
  const ofPerson = db.prepare<[string, number], Row>(
    'SELECT view FROM dossier WHERE personal_id = ? ORDER BY n DESC LIMIT ?',
  );
  const merged = db.prepare<[string], Row>('SELECT view FROM dossier WHERE merged_into = ? ORDER BY n');
  const callBack = db.prepare<[], Row>('SELECT view FROM dossier WHERE call_back = 1 ORDER BY n DESC LIMIT 500');
  const reopen = db.prepare('UPDATE verdict SET settled = 0 WHERE aggregate_id = ? AND settled = 1');
  const close = db.prepare('UPDATE verdict SET settled = 1 WHERE event_id = ?');
  const flagged = db.prepare<[], Row>('SELECT view FROM dossier WHERE flagged = 1 ORDER BY n DESC LIMIT 500');
  const uses = db.prepare<[], { procedure_code: string; uses: number }>(
    'SELECT procedure_code, uses FROM procedure_use',
  );
  const stale = staleOf(db, 'dossier');

  const completions = (start: string, limit: number): string[] =>
    complete.all(start, `${start}\u{10FFFF}`, limit).map((row) => row.word);

  function index(n: number, words: string): void {
    if (words === '') return;
    putIndex.run(n, words);
    for (const word of words.split(' ')) {
      if (!/^[a-z]+$/.test(word)) continue;
      putWord.run(word);
    }
  }

  /** Verdicts a settlement closed; one set aside opens them again. */
  function settleVerdicts(view: DossierView): void {
    if (!view.story.some((line) => line.type === 'dossier.settled')) return;
    reopen.run(view.id);
    for (const key of view.settlements.flatMap((settlement) => settlement.flags)) {
      const [kind, , eventId] = key.split(' ');
      if (kind === 'verdict' && eventId !== undefined) close.run(eventId);
    }
  }

  /** Nothing of it is shown any more, and nothing finds it. */
  function takeOut(id: string): void {
    const before = number.get(id);
    if (before === undefined) return;
    for (const statement of forget) statement.run(before.n);
    takenOut(id);
  }

  function project(id: string, events: readonly LogEvent[], apart: readonly LogEvent[] = []): DossierView | null {
    const { history, words } = eraser.apply({ kind: 'dossier', id }, events, apart);
    const view = foldDossier(id, history.map(knownEvent));
    if (view === null) {
      takeOut(id);
      return null;
    }
    const row = { id, ...rowOf(view) };
    const before = number.get(id);
    let n: number;
    if (before === undefined) {
      n = Number(insert.run(row).lastInsertRowid);
      countUse.run(row.procedure_code);
      index(n, searchWords(view));
    } else {
      n = before.n;
      update.run({ ...row, n });
      noDays.run(n);
      // A correction may have changed a telephone, a number, the procedure: what it is found by.
      if (before.name !== row.name || before.code !== row.code || view.corrections.length > 0 || isErased(view)) {
        unindex.run(n);
        index(n, searchWords(view));
      }
    }
    for (const { at, office, counter } of view.payments) addDay.run(dateOf(at), office, counter, n);
    settleVerdicts(view);
    for (const code of codesOfView(view)) {
      addCode.run(code.toUpperCase(), n);
      const short = shortNumber(code);
      if (short !== null) addShort.run(short, n);
    }
    eraser.forgetWords(words);
    projected(view);
    return view;
  }

  return {
    project,
    get: (id) => viewOf(byId.get(id)),
    recent: (limit) => recent.all(limit).map(viewOfRow),
    byCode: (code) => viewOf(byCodePrefix.all(code.toUpperCase(), `${code.toUpperCase()}\u0000`, 1)[0]),
    search(text, limit) {
      const trimmed = text.trim();
      if (/^\d{1,4}$/.test(trimmed)) {
        const hits = byShort.all(trimmed.padStart(4, '0'), limit).map(viewOfRow);
        if (hits.length > 0) return hits;
      }
      // A code to come back with may have no digit.
      if (/[.-]/.test(trimmed) && (/\d/.test(trimmed) || readReturnCode(trimmed) !== null)) {
        const code = trimmed.toUpperCase();
        const hits = byCodePrefix.all(code, `${code}\u{10FFFF}`, limit).map(viewOfRow);
        if (hits.length > 0) return hits;
      }
      const query = matchQuery(trimmed, completions);
      return query === null ? [] : byWords.all(query, limit).map(viewOfRow);
    },
    openOf: (personalId, procedureCode) => open.all(personalId, procedureCode).map(viewOfRow),
    ofPerson: (personalId, limit) => ofPerson.all(personalId, limit).map(viewOfRow),
    mergedInto: (id) => merged.all(id).map(viewOfRow),
    toCallBack: () => callBack.all().map(viewOfRow),
    flagged: () => flagged.all().map(viewOfRow),
    mostUsed: () => new Map(uses.all().map((row) => [row.procedure_code, row.uses])),
    refoldSome: (limit, eventsOf, stumbled) =>
      stale({ version: FOLD_VERSION, limit, stumbled }, (id) => void project(id, eventsOf(id))),
  };
}

/** What lists look for, beside the view itself. Times in columns named `…_local` are Vietnam local time. */
const columns = [
  'fold_version',
  'view',
  'code',
  'name',
  'personal_id',
  'procedure_code',
  'state',
  'received_local',
  'due_local',
  'flagged',
  'open',
  'field',
  'channel',
  'office',
  'competent',
  'unit',
  'assignee',
  'counter',
  'holder_kind',
  'holder_office',
  'holder_place',
  'handover_local',
  'finished_local',
  'ended_local',
  'merged_into',
  'call_back',
] as const;

function rowOf(view: DossierView): Record<(typeof columns)[number], string | number | null> {
  const { intake, received, custody, result } = view;
  return {
    fold_version: view.foldVersion,
    view: canonicalView(view),
    code: codeOfView(view),
    name: intake.applicant?.name ?? '',
    personal_id: intake.applicant?.personalId ?? null,
    procedure_code: intake.procedure.code,
    state: view.state,
    received_local: received?.receivedAt ?? view.openedAt,
    due_local: view.clock.dueAt,
    flagged: view.flags.length > 0 ? 1 : 0,
    open: stateFacts[view.state].open ? 1 : 0,
    field: intake.procedure.field,
    channel: intake.channel,
    office: intake.receivingOffice,
    competent: intake.competentOffice,
    unit: intake.processingUnit,
    assignee: view.work.assignee,
    counter: intake.counter,
    holder_kind: custody.holder?.kind ?? null,
    holder_office: custody.holder?.office ?? null,
    holder_place: custody.holder?.place ?? null,
    handover_local: received?.handoverBy ?? null,
    finished_local: result.finished?.at ?? null,
    merged_into: view.mergedInto,
    call_back: callBackOwed(view) === null ? 0 : 1,
    ended_local: result.returned?.at ?? result.archivedAt ?? view.clock.endedAt,
  };
}

/** The one byte form of a view, by which two machines are compared (S5). */
export function canonicalView(view: DossierView): string {
  // A view is made of the JSON of its events and nothing else.
  return canonical(view as unknown as Json);
}

/** Whether only its codes find it any more. */
function isErased({ erasures }: DossierView): boolean {
  return erasures.length > 0;
}

function searchWords(view: DossierView): string {
  if (isErased(view)) return '';
  const { applicant, submitter, procedure } = view.intake;
  const people = [applicant, submitter?.person ?? null].filter((person) => person !== null);
  return [
    ...people.flatMap((person) => [
      foldText(person.name),
      person.personalId ?? '',
      person.oldId ?? '',
      digits(person.phone),
    ]),
    foldText(procedure.shortName),
  ].join(' ');
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function viewOf(row: Row | undefined): DossierView | null {
  return row === undefined ? null : viewOfRow(row);
}

function viewOfRow(row: Row): DossierView {
  // Written by `project` above.
  return JSON.parse(row.view) as DossierView;
}
