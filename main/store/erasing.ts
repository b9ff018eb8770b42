import { eventSchema, isErasure, type ReadErasure } from '../../contract/events.ts';
import { foldText } from '../../domain/citizen/name.ts';
import { currentEvent } from '../../domain/dossier/history.ts';
import type { Json } from '../../domain/log/canonical.ts';
import { applicantNumbers } from '../../domain/citizen/numbers-in.ts';
import type { AggregateKind, LogEvent } from '../../domain/log/envelope.ts';
import { knownEvent } from './read-events.ts';
import type { Sqlite } from './sqlite.ts';

/** What an erasure by law (xóa nội dung theo quyết định) takes out of this machine's database. */
export interface Eraser {
  /**
   * Takes bodies and salts of erased events away, and what was made of them beside the view: slips, drafts, signatures.
   * Half-done receipts of the person go too, for whatever procedure: known by the ID numbers the bodies here tell of.
   * Call inside a transaction, before the fold. `apart`: others' events the province keeps apart: their bodies go as well,
   * and none of them is the province's word. Nothing is done where no erasure is among the events.
   */
  apply(of: ErasedThing, events: readonly LogEvent[], apart: readonly LogEvent[]): Erased;
  /** Words of erased bodies that nothing is found by any more leave the index; after the fold. */
  forgetWords(words: ReadonlySet<string>): void;
  /** Erasures that journals, files or copies do not follow yet, with the files they named. */
  due(): readonly DueErasure[];
  /** Files, journals and copies follow what the database says. */
  followed(ids: readonly string[]): void;
  /** Whether the file has not been written anew since an erasure. */
  isToCompact(): boolean;
  compacted(): void;
  /** One step of making the search index anew without what is erased. @returns whether more is left */
  mergeSearch(isFirst: boolean): boolean;
}

/** What the events are of: the unit of folding. */
export interface ErasedThing {
  readonly kind: AggregateKind;
  readonly id: string;
}

export interface Erased {
  /** The events as they stand now. */
  readonly history: readonly LogEvent[];
  /** Words of what went. */
  readonly words: ReadonlySet<string>;
}

export interface DueErasure {
  readonly id: string;
  readonly dossierId: string;
  readonly files: readonly string[];
}

const NO_HASH = '0'.repeat(64);
const NO_WORDS: ReadonlySet<string> = new Set();
/** Pages of the index merged at once: a few milliseconds. */
const PAGES = 64;

/** @param listed told each erasure when it is first carried out, in the same transaction */
export function eraserOf(db: Sqlite, listed: (event: LogEvent) => void): Eraser {
  const clear = db.prepare(
    'UPDATE event SET body = NULL, salt = NULL WHERE id = ? AND aggregate_id = ? AND body IS NOT NULL',
  );
  const done = db.prepare<[string], { step: string; files: string }>(
    'SELECT step, files FROM erasure WHERE event_id = ?',
  );
  const keep = db.prepare(
    `INSERT INTO erasure (event_id, dossier_id, files, step) VALUES (?, ?, ?, 'files')
     ON CONFLICT (event_id) DO UPDATE SET files = excluded.files, step = 'files'`,
  );
  // The row stays: that a slip was made, of which form, when and by whom, is what its number and the ledger stand on.
  const slips = db.prepare(
    `UPDATE slip SET contents = '', pdf = zeroblob(0), pdf_sha256 = '${NO_HASH}', reason = NULL
     WHERE dossier_id = ? AND aggregate = ?`,
  );
  // A handover list, a cash list, a day's closing page that names it: whoever prints it again gets it without the person.
  const lists = db.prepare(
    `UPDATE slip SET contents = '', pdf = zeroblob(0), pdf_sha256 = '${NO_HASH}', reason = NULL
     WHERE aggregate <> 'dossier' AND instr(contents, ?) > 0`,
  );
  const draft = db.prepare('DELETE FROM draft WHERE id = ?');
  const draftsOf = db.prepare(
    // As typed, so far.
    `DELETE FROM draft WHERE @number IN (replace(content ->> '$.applicant.personalId', ' ', ''),
     replace(content ->> '$.applicant.oldId', ' ', ''), replace(content ->> '$.submitter.personalId', ' ', ''))`,
  );
  const signature = db.prepare('DELETE FROM drawn_signature WHERE sha256 = ?');
  const missing = db.prepare(`UPDATE open_batch_row SET missing = '[]' WHERE dossier_id = ?`);
  const named = db.prepare<[string], { hash: string }>('SELECT hash FROM scan_of_dossier WHERE dossier_id = ?');
  const found = db.prepare<[string], { n: number }>('SELECT 1 AS n FROM search WHERE search MATCH ? LIMIT 1');
  const forget = db.prepare('DELETE FROM search_word WHERE word = ?');
  const due = db.prepare<[], { event_id: string; dossier_id: string; files: string }>(
    `SELECT event_id, dossier_id, files FROM erasure WHERE step IN ('files', 'copies') ORDER BY event_id`,
  );
  const on = db.prepare(
    `UPDATE erasure SET step = CASE step WHEN 'files' THEN 'compact' ELSE 'done' END
     WHERE event_id = ? AND step IN ('files', 'copies')`,
  );
  const toCompact = db.prepare<[], { n: number }>(
    `SELECT 1 AS n FROM erasure WHERE step IN ('files', 'compact') LIMIT 1`,
  );
  const compact = db.prepare(`UPDATE erasure SET step = 'copies' WHERE step IN ('files', 'compact')`);
  const merge = db.prepare(`INSERT INTO search (search, rank) VALUES ('merge', ?)`);
  const changes = db.prepare<[], { n: number }>('SELECT total_changes() AS n');

  return {
    apply({ kind, id: thing }, events, apart) {
      const erasures = events.flatMap((event) => {
        const read = erasureIn(event);
        return read === null ? [] : [{ event, body: read.body }];
      });
      if (erasures.length === 0) return { history: events, words: NO_WORDS };
      const ids = new Set(erasures.flatMap(({ body }) => namedIn(body)));
      const going = [...events, ...apart].filter(({ envelope, body }) => body !== null && ids.has(envelope.id));
      const fresh = erasures.filter(({ event }) => done.get(event.envelope.id) === undefined);
      if (going.length === 0 && fresh.length === 0) return { history: events, words: NO_WORDS };
      const files = new Set(named.all(thing).map(({ hash }) => hash));
      for (const event of going) {
        const says = currentEvent(knownEvent(event).event);
        if (says?.type === 'dossier.paperDigitised') files.add(says.body.fileId);
        if (says?.type === 'dossier.returned' && says.body.drawingSha256 !== null)
          signature.run(says.body.drawingSha256);
        clear.run(event.envelope.id, thing);
      }
      slips.run(thing, kind);
      for (const code of new Set(going.flatMap(codesIn))) lists.run(code);
      draft.run(thing);
      for (const number of new Set(going.flatMap(({ body }) => applicantNumbers(body)))) draftsOf.run({ number });
      missing.run(thing);
      // A body that came back opens the erasure that names it again: what it left elsewhere goes once more.
      for (const { event, body } of erasures) {
        const known = done.get(event.envelope.id);
        if (known === undefined) listed(event);
        else if (!going.some(({ envelope }) => namedIn(body).includes(envelope.id))) continue;
        // Written below by an earlier turn.
        const before = known === undefined ? [] : (JSON.parse(known.files) as string[]);
        keep.run(event.envelope.id, thing, JSON.stringify([...new Set([...before, ...files])]));
      }
      const gone = new Set(going);
      const history = events.map((event) => (gone.has(event) ? { ...event, body: null, salt: null } : event));
      return { history, words: new Set(going.flatMap(({ body }) => wordsIn(body))) };
    },
    forgetWords(words) {
      for (const word of words) if (found.get(`"${word}"`) === undefined) forget.run(word);
    },
    due: () =>
      due.all().map((row) => ({
        id: row.event_id,
        dossierId: row.dossier_id,
        files: JSON.parse(row.files) as string[],
      })),
    followed: (ids) => {
      for (const id of ids) on.run(id);
    },
    isToCompact: () => toCompact.get() !== undefined,
    compacted: () => {
      compact.run();
    },
    mergeSearch(isFirst) {
      const before = changes.get()?.n ?? 0;
      // Negative: every part of the index is to become one; then on, until nothing is left to do.
      merge.run(isFirst ? -PAGES : PAGES);
      return (changes.get()?.n ?? 0) - before >= 2;
    },
  };
}

/** Codes under which lists name the dossier. */
function codesIn(event: LogEvent): string[] {
  const says = currentEvent(knownEvent(event).event);
  const codes =
    says?.type === 'dossier.received'
      ? [says.body.code.text]
      : says?.type === 'dossier.submitted'
        ? [says.body.portalCode]
        : says?.type === 'dossier.guided' || says?.type === 'dossier.supplementRequested'
          ? [says.body.returnCode]
          : [];
  return codes.filter((code) => code !== '');
}

/** Told by its name alone first: hardly any event is one. */
function erasureIn({ envelope, body }: LogEvent): ReadErasure | null {
  const { type, version } = envelope;
  if (!type.endsWith('.erased')) return null;
  const read = eventSchema.safeParse({ type, version, body }).data;
  return read !== undefined && isErasure(read) ? read : null;
}

function namedIn({ events }: ReadErasure['body']): string[] {
  return events.map(({ id }) => id);
}

/** Every word of letters in a body, as the index folds them. */
function wordsIn(value: Json | null): string[] {
  if (typeof value === 'string')
    return foldText(value)
      .split(/[^a-z]+/)
      .filter((word) => word !== '');
  if (Array.isArray(value)) return value.flatMap((each: Json) => wordsIn(each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part) => wordsIn(part));
}
