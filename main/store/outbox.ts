import { verdictSchema, type Verdict } from '../../contract/sync.ts';
import type { Sqlite } from './sqlite.ts';

/** What is on its way to the province, and what the province said. */
export interface Outbox {
  count(): { events: number; dossiers: number; oldest: number | null };
  /** Logs that hold something unsent. */
  logs(): string[];
  /** A request that holds them is under way, or has come to nothing. */
  markSent(log: string, upTo: number, sent: boolean): void;
  /** They went out with a file carried by hand. @param at device clock, ms */
  carry(places: readonly { readonly log: string; readonly seq: number }[], at: number): void;
  /** Queues a stretch of a log that the province lacks, though it had it once. */
  queue(log: string, from: number, to: number): void;
  /** Another desk's log that the province takes nothing more of from here. */
  forget(log: string): void;
  /** A row that is lost for good: nothing waits for it. */
  giveUp(log: string, seq: number): void;
  /** No request is under way: after a start, whatever a kill left marked. */
  noneUnderWay(): void;
  /** What the province has said of an event; null: nothing is known of it. */
  verdictOn(eventId: string): Verdict | null;
  /**
   * Of two words of the province on one event, read in any order (an old answer, a colleague that was told before), the later
   * one stands. By the province's own clock, which made both.
   * @returns whether this one was said after what is known here
   */
  isLater(verdict: Verdict): boolean;
  /** Keeps a verdict, with the running number it gives, and takes its event off the queue. Safe to repeat. */
  settle(verdict: Verdict, aggregateId: string): void;
  /** Dossiers with something unsent, the longest waiting first. */
  waiting(limit: number): WaitingDossier[];
  /** `toLook`: those of the verdicts a person must look at. */
  standOf(aggregateId: string): {
    waiting: number;
    /** Of other desks, heard through the hall and not judged by the province yet. */
    heard: number;
    sent: number;
    /** Of those that wait, how many went out with a file carried by hand, the last at (device clock, ms); null: none. */
    carried: { readonly n: number; readonly at: number } | null;
    /** Events of the same log that go before the first of them. */
    ahead: number;
    verdicts: Verdict[];
    toLook: Verdict[];
    /**
     * Of its events here those that the province has not taken in, and that nothing brings to it: kept apart, refused, or
     * without its word (`verdict` null) in a log of which it takes nothing from here.
     */
    unconfirmed: { readonly log: string; readonly verdict: Verdict | null }[];
  };
  /** Somebody has looked at the verdict on an event of something that nobody settles (a handover list, a counter's day). */
  seen(eventId: string): void;
  /** Dossiers here that are flagged, and whatever has a verdict that is not plain 'applied'. */
  countToLookAt(): number;
  /** Whether anything waits. */
  isEmpty(): boolean;
  /** Verdicts that are not plain 'applied', newest first. */
  toLookAt(limit: number): { aggregateId: string; verdict: Verdict }[];
}

export interface WaitingDossier {
  readonly id: string;
  /** Device clock, ms, of the oldest unsent event. */
  readonly since: number;
  /** Its receipt itself has not reached the province. */
  readonly isNew: boolean;
}

const APART = 'quarantined';

/** Verdicts a person must look at. What the province flagged because the fold does, the fold of this desk tells itself. */
const toSettle = `v.ending <> 'applied' AND v.settled = 0
  AND NOT (v.ending = 'flagged' AND json_extract(v.verdict, '$.reason') = 'XV-09')`;
/** Few of hundreds of thousands: by their own index first, whatever else the planner would begin with. */
const LOOKED_FOR = 'verdict v INDEXED BY verdict_to_look_at';

/** @param turned told each event the province keeps apart since, or has let in, in the transaction that keeps its verdict */
export function outboxOf(db: Sqlite, turned: (eventId: string) => void): Outbox {
  const count = db.prepare<[], { events: number; dossiers: number; oldest: number | null }>(
    'SELECT count(*) AS events, count(DISTINCT aggregate_id) AS dossiers, min(added) AS oldest FROM outbox',
  );
  const logs = db.prepare<[], { log: string }>('SELECT DISTINCT log FROM outbox ORDER BY log');
  const mark = db.prepare('UPDATE outbox SET sent = ? WHERE log = ? AND seq <= ?');
  const unmark = db.prepare('UPDATE outbox SET sent = 0 WHERE sent <> 0');
  const put = db.prepare(
    `INSERT INTO verdict (event_id, aggregate_id, ending, verdict) VALUES (?, ?, ?, ?)
     ON CONFLICT (event_id) DO UPDATE SET ending = excluded.ending, verdict = excluded.verdict`,
  );
  const on = db.prepare<[string], { ending: string; verdict: string }>(
    'SELECT ending, verdict FROM verdict WHERE event_id = ?',
  );
  const enter = db.prepare(
    'INSERT INTO book_entry (dossier_id, year, number) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET year = excluded.year, number = excluded.number',
  );
  // The verdict's own event alone: another may stand in its place here, and wait for a verdict of its own.
  const take = db.prepare(
    `DELETE FROM outbox WHERE log = @log AND seq = @seq
     AND EXISTS (SELECT 1 FROM event e WHERE e.id = @eventId AND e.log = @log AND e.seq = @seq)`,
  );
  const takeHeard = db.prepare(
    `DELETE FROM heard WHERE log = @log AND seq = @seq
     AND EXISTS (SELECT 1 FROM event e WHERE e.id = @eventId AND e.log = @log AND e.seq = @seq)`,
  );
  const forget = db.prepare('DELETE FROM outbox WHERE log = ?');
  const giveUp = db.prepare('DELETE FROM outbox WHERE log = ? AND seq = ?');
  const queue = db.prepare(
    `INSERT INTO outbox (log, seq, aggregate_id, added) SELECT log, seq, aggregate_id, json_extract(envelope, '$.at.device')
     FROM event WHERE log = ? AND seq BETWEEN ? AND ? ON CONFLICT DO NOTHING`,
  );
  const stand = db.prepare<
    [string],
    {
      waiting: number;
      sent: number | null;
      carried: number;
      carriedAt: number | null;
    }
  >(
    `SELECT count(*) AS waiting, sum(sent) AS sent, count(carried) AS carried, max(carried) AS carriedAt
     FROM outbox WHERE aggregate_id = ?`,
  );
  const first = db.prepare<[string], { log: string; seq: number }>(
    'SELECT log, seq FROM outbox WHERE aggregate_id = ? ORDER BY log, seq LIMIT 1',
  );
  const ahead = db.prepare<[string, number], { n: number }>(
    'SELECT count(*) AS n FROM outbox WHERE log = ? AND seq < ?',
  );
  const carry = db.prepare('UPDATE outbox SET carried = ? WHERE log = ? AND seq = ?');
  // What stands aside, and the province has not judged either, is told it by itself (sync/forgotten.ts).
  const heard = db.prepare<[{ id: string }], { n: number }>(
    `SELECT (SELECT count(*) FROM heard WHERE aggregate_id = @id) + (SELECT count(*) FROM event e INDEXED BY event_aside
       WHERE e.seq < 0 AND e.aggregate_id = @id AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.event_id = e.id)) AS n`,
  );
  // Asked for every row of a list: one read by the index, and whether an event waits only of those without the province's word.
  const eventsOf = db.prepare<[string], { log: string; verdict: string | null; look: number; loose: number }>(
    `SELECT e.log, v.verdict, CASE WHEN v.ending <> 'applied' THEN ${toSettle} ELSE 0 END AS look,
     CASE WHEN v.ending IN ('applied', 'flagged') THEN 0 WHEN v.ending IS NULL AND e.seq < 0 THEN 0
       ELSE NOT EXISTS (SELECT 1 FROM outbox o WHERE o.log = e.log AND o.seq = e.seq)
         AND NOT EXISTS (SELECT 1 FROM heard h WHERE h.log = e.log AND h.seq = e.seq) END AS loose
     FROM event e INDEXED BY event_of_aggregate LEFT JOIN verdict v ON v.event_id = e.id
     WHERE e.aggregate_id = ? ORDER BY e.id`,
  );
  const look = db.prepare<[number], { aggregate_id: string; verdict: string }>(
    `SELECT aggregate_id, verdict FROM ${LOOKED_FOR} WHERE ${toSettle} ORDER BY event_id DESC LIMIT ?`,
  );
  const countLook = db.prepare<[], { dossiers: number }>(
    `SELECT count(*) AS dossiers FROM (SELECT id FROM dossier WHERE flagged = 1 UNION
     SELECT id FROM dossier INDEXED BY dossier_call_back WHERE call_back = 1 UNION
     SELECT v.aggregate_id AS id FROM ${LOOKED_FOR} WHERE ${toSettle})`,
  );
  const waiting = db.prepare<[number], { id: string; since: number; isNew: number }>(
    `SELECT o.aggregate_id AS id, min(o.added) AS since,
     max(json_extract(e.envelope, '$.type') = 'dossier.received') AS isNew
     FROM outbox o JOIN dossier d ON d.id = o.aggregate_id JOIN event e ON e.log = o.log AND e.seq = o.seq
     GROUP BY o.aggregate_id ORDER BY since, min(o.seq) LIMIT ?`,
  );
  const see = db.prepare('UPDATE verdict SET settled = 1 WHERE event_id = ?');
  const any = db.prepare<[], { log: string }>('SELECT log FROM outbox LIMIT 1');
  const parse = (text: string): Verdict => verdictSchema.parse(JSON.parse(text));
  const verdictOn = (eventId: string): Verdict | null => {
    const row = on.get(eventId);
    return row === undefined ? null : parse(row.verdict);
  };

  return {
    count: () => count.get() ?? { events: 0, dossiers: 0, oldest: null },
    logs: () => logs.all().map((row) => row.log),
    markSent: (log, upTo, sent) => {
      mark.run(sent ? 1 : 0, log, upTo);
    },
    carry: (places, at) => {
      for (const { log, seq } of places) carry.run(at, log, seq);
    },
    queue: (log, from, to) => {
      queue.run(log, from, to);
    },
    forget: (log) => {
      forget.run(log);
    },
    giveUp: (log, seq) => {
      giveUp.run(log, seq);
    },
    noneUnderWay: () => {
      unmark.run();
    },
    verdictOn,
    isLater(verdict) {
      const before = verdictOn(verdict.eventId);
      return before === null || verdict.at > before.at || (verdict.at === before.at && before.end === APART);
    },
    settle(verdict, aggregateId) {
      const wasApart = on.get(verdict.eventId)?.ending === APART;
      put.run(verdict.eventId, aggregateId, verdict.end, JSON.stringify(verdict));
      const place = { log: verdict.log, seq: verdict.seq, eventId: verdict.eventId };
      take.run(place);
      takeHeard.run(place);
      if (verdict.book !== null) enter.run(aggregateId, verdict.book.year, verdict.book.number);
      if (wasApart !== (verdict.end === APART)) turned(verdict.eventId);
    },
    waiting: (limit) => waiting.all(limit).map(({ isNew, ...row }) => ({ ...row, isNew: isNew === 1 })),
    standOf(aggregateId) {
      const row = stand.get(aggregateId);
      const next = first.get(aggregateId);
      const events = eventsOf
        .all(aggregateId)
        .map(({ verdict, ...event }) => ({ ...event, verdict: verdict === null ? null : parse(verdict) }));
      return {
        waiting: row?.waiting ?? 0,
        heard: heard.get({ id: aggregateId })?.n ?? 0,
        sent: row?.sent ?? 0,
        carried: row === undefined || row.carriedAt === null ? null : { n: row.carried, at: row.carriedAt },
        ahead: next === undefined ? 0 : (ahead.get(next.log, next.seq)?.n ?? 0),
        verdicts: events.flatMap(({ verdict }) => verdict ?? []),
        toLook: events.flatMap(({ verdict, look }) => (look === 1 ? (verdict ?? []) : [])),
        unconfirmed: events.filter(({ loose }) => loose === 1),
      };
    },
    seen: (eventId) => {
      see.run(eventId);
    },
    countToLookAt: () => countLook.get()?.dossiers ?? 0,
    isEmpty: () => any.get() === undefined,
    toLookAt: (limit) => look.all(limit).map((row) => ({ aggregateId: row.aggregate_id, verdict: parse(row.verdict) })),
  };
}
