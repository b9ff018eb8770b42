import { verdictSchema, type Verdict } from '../../contract/sync.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { storedEvent, type StoredEvent } from './read-events.ts';
import { type EventLog } from './events.ts';
import { OUTGOING, outgoing, type OutgoingEvent, type OutgoingRow } from './outgoing.ts';
import { isMovedBy, type Beginnings } from './beginnings.ts';
import type { Outbox } from './outbox.ts';
import type { Sqlite } from './sqlite.ts';

/** An event as one desk tells it to another: with the province's verdict, where it is known. */
export interface TellableEvent {
  readonly event: LogEvent;
  readonly verdict: Verdict | null;
  /** Something has become of it since it was first told: it is told whatever the other knows of it. */
  readonly isAnew: boolean;
  /** About what it takes on the wire. */
  readonly bytes: number;
}

/** What goes from desk to desk of one office: everything that stands here, in the order it came. */
export interface Hearing {
  /**
   * Events that came here after `n`, oldest first, and how far these reach; what the province keeps apart with its word on it.
   * @param about the kinds of things that are told; null: all
   */
  after(
    n: number,
    limit: number,
    about: readonly string[] | null,
  ): { readonly events: readonly TellableEvent[]; readonly upTo: number };
  /** Of the `count` events up to `n` those that `after` tells, oldest first, each with its number. */
  upTo(n: number, count: number, about: readonly string[] | null): ToldBefore[];
  /** The number of the newest event here; 0 where there is none. */
  newest(): number;
  /** The number an event came here with; null where it is not known. */
  placeOf(eventId: string): number | null;
  /** Of these events those that are not here. */
  unknown(ids: readonly string[]): string[];
  /** How far a desk was given what is here; null: never, or another database of it. */
  given(device: string, store: string): number | null;
  setGiven(device: string, store: string, n: number): void;
  /** Logs of other desks with events that wait here for the province's verdict. */
  waitingLogs(): string[];
  /** What stands here of this log from that place on waits again: the province has forgotten it. */
  waitAgain(log: string, from: number): void;
  /** Such events of one log, oldest first. */
  waitingOf(log: string, limit: number): OutgoingEvent[];
  /** How many such events wait, apart from those the outbox sends itself. */
  waitingCount(): number;
  /** Of one log nothing waits any more: the province takes nothing of it from here. */
  forget(log: string): void;
  /**
   * Takes in events another desk of the office has told of, already checked, in one transaction.
   * @returns the ids of those that were new here
   */
  hear(events: readonly Pick<TellableEvent, 'event' | 'verdict'>[]): string[];
  /** Calls `listener` after every write that may have brought events. @returns ends it */
  onGrown(listener: () => void): () => void;
  /** Events have been written. */
  grown(): void;
}

export interface ToldBefore {
  readonly n: number;
  readonly id: string;
  readonly isAnew: boolean;
}

/** So many events are kept at most, for the machines that ask for the same. */
const KEPT = 50;

interface HearingParts {
  readonly transact: <T>(work: () => T) => T;
  readonly outbox: Pick<Outbox, 'settle' | 'verdictOn' | 'isLater'>;
  readonly beginnings: Pick<Beginnings, 'get'>;
  /** The own log, which these contradict in nothing. */
  readonly agreeWith: (events: readonly LogEvent[]) => EventLog;
  readonly passing: (point: 'heard-inserted' | 'heard-committed') => void;
  /** Folds what the events touch. */
  readonly project: (events: readonly LogEvent[], own: EventLog) => void;
}

export function hearingOf(db: Sqlite, parts: () => HearingParts): Hearing {
  const listeners = new Set<() => void>();
  const grown = (): void => listeners.forEach((listener) => listener());
  const after = db.prepare<[number, number], TellableRow>(
    `SELECT e.n, e.seq, e.aggregate, e.envelope, e.body, e.salt, e.anew, v.ending, v.verdict FROM event e
     LEFT JOIN verdict v ON v.event_id = e.id WHERE e.n > ? ORDER BY e.n LIMIT ?`,
  );
  const upTo = db.prepare<[number, number], Tellable & { n: number; id: string }>(
    `SELECT e.n, e.id, e.seq, e.aggregate, e.anew, v.ending FROM event e
     LEFT JOIN verdict v ON v.event_id = e.id WHERE e.n <= ? AND e.n > ? ORDER BY e.n`,
  );
  const changes = db.prepare<[], { n: number }>('SELECT total_changes() AS n');
  /** What was read last, and of which rows: each machine of the hall asks for the same after every write. */
  let lastRead: { readonly of: string; readonly answer: ReturnType<Hearing['after']> } | null = null;
  const newest = db.prepare<[], { n: number | null }>('SELECT max(n) AS n FROM event');
  const place = db.prepare<[string], { n: number }>('SELECT n FROM event WHERE id = ?');
  const given = db.prepare<[string, string], { n: number }>('SELECT n FROM given WHERE device = ? AND store = ?');
  const give = db.prepare(
    `INSERT INTO given (device, store, n) VALUES (?, ?, ?)
     ON CONFLICT (device) DO UPDATE SET store = excluded.store, n = excluded.n`,
  );
  const wait = db.prepare('INSERT INTO heard (log, seq, aggregate_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const again = db.prepare(
    'INSERT INTO heard (log, seq, aggregate_id) SELECT log, seq, aggregate_id FROM event WHERE log = ? AND seq >= ? ON CONFLICT DO NOTHING',
  );
  const logs = db.prepare<[], { log: string }>('SELECT DISTINCT log FROM heard ORDER BY log');
  const waiting = db.prepare<[string, number], OutgoingRow>(
    `SELECT h.seq, ${OUTGOING} FROM heard h JOIN event e ON e.log = h.log AND e.seq = h.seq
     WHERE h.log = ? ORDER BY h.seq LIMIT ?`,
  );
  const countWaiting = db.prepare<[], { n: number }>(
    `SELECT (SELECT count(*) FROM heard h JOIN event e ON e.log = h.log AND e.seq = h.seq
       WHERE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.log = h.log AND o.seq = h.seq))
     + (SELECT count(*) FROM event e WHERE e.seq < 0 AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.event_id = e.id)) AS n`,
  );
  const forget = db.prepare('DELETE FROM heard WHERE log = ?');
  const told = (row: TellableRow): TellableEvent => ({
    event: storedEvent(row),
    verdict: row.verdict === null ? null : verdictSchema.parse(JSON.parse(row.verdict)),
    isAnew: row.anew === 1,
    bytes: sizeOf(row) + (row.verdict?.length ?? 0),
  });

  return {
    after(n, limit, about) {
      // Nothing read in a transaction is kept: it may come to nothing.
      const of = db.inTransaction ? '' : `${changes.get()?.n ?? 0} ${n} ${limit} ${about?.join(' ') ?? '*'}`;
      if (of !== '' && lastRead?.of === of) return lastRead.answer;
      const rows = after.all(n, limit);
      const events = rows.filter((row) => isTellable(row, about)).map(told);
      const answer = { events, upTo: rows.at(-1)?.n ?? n };
      lastRead = of === '' || rows.length > KEPT ? null : { of, answer };
      return answer;
    },
    upTo: (n, count, about) =>
      upTo
        .all(n, n - count)
        .flatMap((row) => (isTellable(row, about) ? { n: row.n, id: row.id, isAnew: row.anew === 1 } : [])),
    newest: () => newest.get()?.n ?? 0,
    placeOf: (eventId) => place.get(eventId)?.n ?? null,
    unknown: (ids) => ids.filter((id) => place.get(id) === undefined),
    given: (device, store) => given.get(device, store)?.n ?? null,
    setGiven: (device, store, n) => {
      give.run(device, store, n);
    },
    waitingLogs: () => logs.all().map(({ log }) => log),
    waitAgain: (log, from) => {
      again.run(log, from);
    },
    waitingOf: (log, limit) => waiting.all(log, limit).map(outgoing),
    waitingCount: () => countWaiting.get()?.n ?? 0,
    forget: (log) => {
      forget.run(log);
    },
    hear(events) {
      const { transact, outbox, beginnings, agreeWith, project, passing } = parts();
      // The province alone changes its word: a colleague may tell an older one than is known here.
      const isLater = (verdict: Verdict): boolean => outbox.isLater(verdict);
      /** Moved by its desk to a log it has begun since; where the province has judged it, that place stands, and is told. */
      const follow = (own: EventLog, event: LogEvent): boolean => {
        const { id, log, hash } = event.envelope;
        const before = own.hashOf(id);
        if (before === null || before === hash) return false;
        if (outbox.verdictOn(id) !== null) {
          own.comesAnew(id);
          return false;
        }
        const begun = beginnings.get(log);
        return begun !== null && own.followMove(event, (from, to) => isMovedBy(begun, from, to));
      };
      const fresh = transact(() => {
        // What the province has judged stands where it says, as if the feed had brought it.
        const own = agreeWith(
          events.flatMap(({ event, verdict }) => (verdict === null || !isLater(verdict) ? [] : event)),
        );
        const judged = new Set(events.flatMap(({ verdict }) => verdict?.eventId ?? []));
        const here = events.flatMap(({ event, verdict }) => {
          if (verdict !== null && !isLater(verdict)) return [];
          if (verdict !== null) return own.insertForeign(event) ? event : [];
          return own.insertHeard(event) || follow(own, event) ? event : [];
        });
        for (const { id, log, seq, aggregateId } of here.map(({ envelope }) => envelope)) {
          if (!judged.has(id)) wait.run(log, seq, aggregateId);
        }
        passing('heard-inserted');
        for (const { event, verdict } of events) {
          if (verdict !== null && own.hashOf(verdict.eventId) === verdict.hash && isLater(verdict))
            outbox.settle(verdict, event.envelope.aggregateId);
        }
        project(here, own);
        return here.map(({ envelope }) => envelope.id);
      });
      passing('heard-committed');
      if (fresh.length > 0) grown();
      return fresh;
    },
    onGrown(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grown,
  };
}

interface Tellable {
  readonly seq: number;
  readonly aggregate: string;
  readonly ending: string | null;
  readonly anew: number;
}

type TellableRow = StoredEvent & Tellable & { readonly n: number; readonly verdict: string | null };

function isTellable({ seq, ending, aggregate }: Tellable, about: readonly string[] | null): boolean {
  return seq > 0 && ending !== 'refused' && (about === null || about.includes(aggregate));
}

function sizeOf({ envelope, body }: StoredEvent): number {
  return Buffer.byteLength(envelope) + Buffer.byteLength(body ?? '') + 100;
}
