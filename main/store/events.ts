import { envelopeSchema } from '../../contract/sync.ts';
import {
  follows,
  GENESIS,
  hasOwnBody,
  isSameFact,
  seal,
  sealAnew,
  type Envelope,
  type LogEvent,
  type Sealer,
  type Unsealed,
} from '../../domain/log/envelope.ts';
import type { Json } from '../../domain/log/canonical.ts';
import { OUTGOING, outgoing, type OutgoingEvent, type OutgoingRow } from './outgoing.ts';
import { bodyTextOf, keepRead, storedEvent, type StoredEvent } from './read-events.ts';
import type { Sqlite } from './sqlite.ts';

/** The log on disk: own events as they are written, other desks' as the feed brings them. */
export interface EventLog {
  /** The next event of the own log, sealed; not yet stored. */
  prepare(next: NewEvent, stamp: Stamp): LogEvent;
  /** Stores a prepared own event. Call inside the transaction that projects it. */
  insertOwn(event: LogEvent, now: number): void;
  /**
   * Stores an event as the province holds it. Where it is known here at another place, or another event stands in its
   * place here, the province's word goes: what stood there keeps its row, and its place is found when it comes itself.
   * @returns false when it is already here as it is
   */
  insertForeign(event: LogEvent): boolean;
  /**
   * Stores an event another desk has told of, unless something stands against it: its id is known here, another event
   * stands in its place, or the places beside it are not of its chain. The province's word settles that.
   * @returns whether it is new here
   */
  insertHeard(event: LogEvent): boolean;
  /**
   * Puts an event that is known here where its own desk has moved it. @param isMove whether it was moved from the one place
   * to the other
   * @returns whether it was
   */
  followMove(event: LogEvent, isMove: (from: Envelope, to: Envelope) => boolean): boolean;
  /**
   * Puts an event that only the journal held back into its place, and queues it.
   * @returns false for another desk's: the feed brings that one
   */
  insertLost(event: LogEvent): boolean;
  /** How far events of the province contradict what this machine wrote in its own log; null: not at all. */
  contradictionIn(events: readonly LogEvent[]): Contradiction | null;
  /** Writes an event of a log this machine has left at the next place of this one, and queues it. */
  moveHere(
    event: LogEvent,
    change: { readonly id: string; readonly after: readonly string[] },
    added: number,
  ): LogEvent;
  /** What counts of an aggregate, in the order it came: all but other desks' events that the province keeps apart. */
  ofAggregate(aggregateId: string): LogEvent[];
  /** Other desks' events of it that the province keeps apart. */
  apartIn(aggregateId: string): LogEvent[];
  /** Something has become of an event: it is told on again, as if it came now. @returns the event; null where it is not here */
  comesAnew(eventId: string): LogEvent | null;
  /** Events of a log that wait for a verdict, oldest first, behind the place `after` where one is given. */
  unsentFrom(log: string, limit: number, after?: number): OutgoingEvent[];
  /** Events of a log from `seq` on, sent or not: for a server that has lost some. */
  eventsFrom(log: string, seq: number, limit: number): OutgoingEvent[];
  /** Events of one log before that place, newest first. */
  before(log: string, seq: number, limit: number): LogEvent[];
  /** Every event of one log from `seq` on, and all that wait, oldest first; what cannot be read is told by its place. */
  toMove(log: string, from: number | null): RowToMove[];
  /** The last place of every log that stands here. */
  heads(): LogHead[];
  /**
   * Places among the `window` behind `after` that the next one does not follow: it is not here, or its chain goes on from
   * another event. What leads up to such a place is one story.
   */
  runEnds(log: string, after: number, window: number): LogHead[];
  /** Events in whose place here another stands: their own has not come yet. */
  setAside(limit: number): LogEvent[];
  /** The last place that follows on `seq` without a gap; `seq` itself where the next is not here. */
  gapAfter(log: string, seq: number): number;
  /** What can still be read of a damaged row: its names, and the events it came after. */
  remnantOf(log: string, seq: number): { readonly named: Remnant; readonly after: readonly string[] };
  /** The last place that stands in a log here. */
  lastIn(log: string): LogHead;
  /** The hash an event is stored with, or null when it is not known here. */
  hashOf(eventId: string): string | null;
  /** The aggregate an event belongs to, or null when it is not known here. */
  aggregateOf(eventId: string): string | null;
  head(): LogHead;
  /** After a rollback: the place before the transaction. */
  restoreHead(head: LogHead): void;
}

export interface Contradiction {
  /** First own place that the province gave to another event; null: none, the log went on without this machine. */
  readonly from: number | null;
  /** Own events that the province has, here or elsewhere: they do not move, their place and its word come to them. */
  readonly there: readonly string[];
  /** Own events whose id the province knows as something else. */
  readonly renamed: readonly string[];
}

interface Remnant {
  readonly id: string | null;
  readonly hash: string | null;
  readonly aggregateId: string | null;
}

export interface RowToMove {
  readonly seq: number;
  /** Null: the row can no longer be read. */
  readonly event: LogEvent | null;
  /** Device clock, ms, since when it waits; null: it was confirmed once. */
  readonly added: number | null;
}

export interface LogHead {
  readonly log: string;
  readonly seq: number;
  readonly hash: string;
}

export interface NewEvent {
  readonly aggregate: Envelope['aggregate'];
  readonly aggregateId: string;
  readonly after: readonly string[];
  readonly type: string;
  readonly version: number;
  readonly body: Json;
  readonly actor: string;
  readonly approvedBy: string | null;
}

/** What comes from outside at the moment of writing: id, clock, salt. */
export interface Stamp {
  readonly id: string;
  readonly salt: string;
  readonly at: { readonly device: number; readonly offset: number | null };
}

export function eventLogOf(db: Sqlite, own: { device: string; log: string; sealer: Sealer }): EventLog {
  const insert = db.prepare(
    `INSERT INTO event (id, log, seq, aggregate, aggregate_id, envelope, body, salt)
     VALUES (@id, @log, @seq, @aggregate, @aggregateId, @envelope, @body, @salt)`,
  );
  const enqueue = db.prepare('INSERT INTO outbox (log, seq, aggregate_id, added) VALUES (?, ?, ?, ?)');
  const known = db.prepare<[string], { aggregate_id: string; log: string; seq: number; envelope: string }>(
    'SELECT aggregate_id, log, seq, envelope FROM event WHERE id = ?',
  );
  const taken = db.prepare<[string, number], { n: number; id: string }>(
    'SELECT n, id FROM event WHERE log = ? AND seq = ?',
  );
  // Below the first place of any log: it stands aside, and its envelope still says where its writer had put it.
  const logs = db.prepare<[], { log: string }>('SELECT DISTINCT log FROM event WHERE seq > 0 ORDER BY log');
  const ends = db.prepare<{ log: string; after: number; upTo: number }, LogHead>(
    `SELECT e.log, e.seq, json_extract(e.envelope, '$.hash') AS hash FROM event e
     LEFT JOIN event next ON next.log = e.log AND next.seq = e.seq + 1
     WHERE e.log = @log AND e.seq > @after AND e.seq <= @upTo AND (next.seq IS NULL
     OR json_extract(next.envelope, '$.prev') <> json_extract(e.envelope, '$.hash')) ORDER BY e.seq`,
  );
  const aside = db.prepare<[number], StoredEvent>('SELECT envelope, body, salt FROM event WHERE seq < 0 LIMIT ?');
  // Gapless from the place asked for on: the first one whose number is not what the row count says ends it.
  const stretch = db.prepare<{ log: string; seq: number }, { until: number | null }>(
    `SELECT max(seq) AS until FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS nth FROM event
     WHERE log = @log AND seq > @seq) WHERE seq = @seq + nth`,
  );
  const remnant = db.prepare<[string, number], { id: string; aggregate_id: string; envelope: string }>(
    'SELECT id, aggregate_id, envelope FROM event WHERE log = ? AND seq = ?',
  );
  const setAside = db.prepare('UPDATE event SET seq = -n WHERE n = ?');
  // A body that only the province has erased stays until its erasure is here: what else it left is found by it, and goes too.
  const orKept = (part: string) =>
    `${part} = coalesce(@${part}, iif(envelope ->> 'bodyHash' = @envelope ->> 'bodyHash', ${part}, NULL))`;
  const replace = db.prepare(`UPDATE event SET id = @id, log = @log, seq = @seq, envelope = @envelope,
    ${orKept('body')}, ${orKept('salt')} WHERE id = @known`);
  const unqueue = db.prepare('DELETE FROM outbox WHERE log = ? AND seq = ?');
  const unhear = db.prepare('DELETE FROM heard WHERE log = ? AND seq = ?');
  const moving = db.prepare<[string, number], StoredEvent & { seq: number; added: number | null }>(
    `SELECT e.seq, e.envelope, e.body, e.salt, o.added FROM event e LEFT JOIN outbox o ON o.log = e.log AND o.seq = e.seq
     WHERE e.log = ? AND e.seq > 0 AND (e.seq >= ? OR o.added IS NOT NULL) ORDER BY e.seq`,
  );
  const from = db.prepare<[string, number, number], OutgoingRow>(
    `SELECT e.seq, ${OUTGOING} FROM event e WHERE log = ? AND seq >= ? ORDER BY seq LIMIT ?`,
  );
  const before = db.prepare<[string, number, number], StoredEvent>(
    'SELECT envelope, body, salt FROM event WHERE log = ? AND seq < ? AND seq > 0 ORDER BY seq DESC LIMIT ?',
  );
  // What this desk wrote itself it goes on showing: its officer did it, and is told that it is kept apart.
  const isApart = `EXISTS (SELECT 1 FROM verdict v WHERE v.event_id = e.id AND v.ending = 'quarantined')
    AND json_extract(e.envelope, '$.device') <> @device`;
  const rowsOf = (which: string) =>
    db.prepare<{ id: string; device: string }, StoredEvent>(
      `SELECT envelope, body, salt FROM event e WHERE aggregate_id = @id AND ${which} ORDER BY n`,
    );
  const [aggregate, apart] = [rowsOf(`NOT (${isApart})`), rowsOf(isApart)];
  const renumber = db.prepare<[string], StoredEvent>(
    'UPDATE event SET n = (SELECT max(n) FROM event) + 1, anew = 1 WHERE id = ? RETURNING envelope, body, salt',
  );
  const unsent = db.prepare<[string, number, number], OutgoingRow>(
    `SELECT o.seq, ${OUTGOING} FROM outbox o JOIN event e ON e.log = o.log AND e.seq = o.seq
     WHERE o.log = ? AND o.seq > ? ORDER BY o.seq LIMIT ?`,
  );
  const last = db.prepare<[string], { envelope: string }>(
    'SELECT envelope FROM event WHERE log = ? AND seq > 0 ORDER BY seq DESC LIMIT 1',
  );
  const lastIn = (log: string): LogHead => {
    const row = last.get(log);
    const envelope = row === undefined ? null : envelopeOf(row.envelope);
    return { log, seq: envelope?.seq ?? 0, hash: envelope?.hash ?? GENESIS };
  };
  let head: LogHead = lastIn(own.log);

  const rowOf = (event: LogEvent) => ({
    id: event.envelope.id,
    log: event.envelope.log,
    seq: event.envelope.seq,
    envelope: JSON.stringify(event.envelope),
    body: bodyTextOf(event),
    salt: event.salt,
  });
  const put = (event: LogEvent): void => {
    const { aggregate, aggregateId } = event.envelope;
    const row = rowOf(event);
    insert.run({ ...row, aggregate, aggregateId });
    keepRead(row, event);
  };
  const dequeue = (log: string, seq: number): void => {
    unqueue.run(log, seq);
    unhear.run(log, seq);
  };
  const clear = (log: string, seq: number): void => {
    const row = taken.get(log, seq);
    if (row === undefined) return;
    setAside.run(row.n);
    dequeue(log, seq);
  };

  return {
    prepare(next, stamp) {
      const unsealed: Unsealed = {
        id: stamp.id,
        device: own.device,
        log: own.log,
        seq: head.seq + 1,
        aggregate: next.aggregate,
        aggregateId: next.aggregateId,
        after: next.after,
        type: next.type,
        version: next.version,
        actor: next.actor,
        approvedBy: next.approvedBy,
        at: stamp.at,
        prev: head.hash,
      };
      return seal(unsealed, next.body, stamp.salt, own.sealer);
    },
    insertOwn(event, now) {
      if (!follows(head.seq === 0 ? null : head, event.envelope)) throw new Error('own log: event out of place');
      put(event);
      enqueue.run(event.envelope.log, event.envelope.seq, event.envelope.aggregateId, now);
      head = { log: own.log, seq: event.envelope.seq, hash: event.envelope.hash };
    },
    insertForeign(event) {
      const { id, log, seq, hash } = event.envelope;
      const here = known.get(id);
      if (here === undefined) {
        clear(log, seq);
        put(event);
        return true;
      }
      if (here.envelope.includes(hash)) return false;
      dequeue(here.log, here.seq);
      if (here.log !== log || here.seq !== seq) clear(log, seq);
      replace.run({ ...rowOf(event), known: id });
      return true;
    },
    insertHeard(event) {
      const { id, log, seq, prev, hash } = event.envelope;
      if (log === own.log || known.get(id) !== undefined || taken.get(log, seq) !== undefined) return false;
      const before = remnant.get(log, seq - 1);
      const behind = remnant.get(log, seq + 1);
      if (before !== undefined && envelopeIn(before.envelope)?.hash !== prev) return false;
      if (behind !== undefined && envelopeIn(behind.envelope)?.prev !== hash) return false;
      put(event);
      return true;
    },
    followMove(event, isMove) {
      const { id, log, seq } = event.envelope;
      const here = known.get(id);
      if (here === undefined || here.log === own.log || taken.get(log, seq) !== undefined) return false;
      const before = envelopeOf(here.envelope);
      if (!isMove(before, event.envelope) || !isSameFact(before, event.envelope)) return false;
      dequeue(here.log, here.seq);
      replace.run({ ...rowOf(event), known: id });
      renumber.get(id);
      return true;
    },
    insertLost(event) {
      const { id, device, log, seq, aggregateId, at } = event.envelope;
      const neighbour = last.get(log);
      const isForeign =
        device !== own.device && neighbour !== undefined && envelopeOf(neighbour.envelope).device === device;
      if (isForeign || known.get(id) !== undefined || taken.get(log, seq) !== undefined) return false;
      put(event);
      enqueue.run(log, seq, aggregateId, at.device);
      return true;
    },
    contradictionIn(events) {
      let contradicted = false;
      let from: number | null = null;
      const there: string[] = [];
      const renamed: string[] = [];
      for (const { envelope } of events) {
        const here = known.get(envelope.id);
        if (here !== undefined && here.envelope.includes(envelope.hash)) {
          if (here.log === own.log) there.push(envelope.id);
          continue;
        }
        if (here?.log === own.log) {
          contradicted = true;
          const isSame = isSameFact(envelopeOf(here.envelope), envelope);
          (isSame ? there : renamed).push(envelope.id);
        }
        if (envelope.log !== own.log) continue;
        contradicted = true;
        if (taken.get(own.log, envelope.seq) !== undefined) from = Math.min(from ?? envelope.seq, envelope.seq);
      }
      return contradicted ? { from, there, renamed } : null;
    },
    moveHere(event, change, added) {
      const { id: known, log, seq } = event.envelope;
      const place = { ...change, device: own.device, log: own.log, seq: head.seq + 1, prev: head.hash };
      const moved = sealAnew(event, place, own.sealer);
      dequeue(log, seq);
      replace.run({ ...rowOf(moved), known });
      renumber.get(moved.envelope.id);
      enqueue.run(own.log, moved.envelope.seq, moved.envelope.aggregateId, added);
      head = { log: own.log, seq: moved.envelope.seq, hash: moved.envelope.hash };
      return moved;
    },
    ofAggregate: (id) => aggregate.all({ id, device: own.device }).map(storedEvent),
    apartIn: (id) => apart.all({ id, device: own.device }).map(storedEvent),
    comesAnew(eventId) {
      const row = renumber.get(eventId);
      return row === undefined ? null : storedEvent(row);
    },
    unsentFrom: (log, limit, after = 0) => unsent.all(log, after, limit).map(outgoing),
    eventsFrom: (log, seq, limit) => from.all(log, seq, limit).map(outgoing),
    before: (log, seq, limit) => before.all(log, seq, limit).map(storedEvent),
    toMove: (log, from) =>
      moving.all(log, from ?? Number.MAX_SAFE_INTEGER).map((row) => ({
        seq: row.seq,
        event: readableOf(row, own.sealer.sha256),
        added: row.added,
      })),
    heads: () => logs.all().map(({ log }) => lastIn(log)),
    runEnds: (log, after, window) => ends.all({ log, after, upTo: after + window }),
    setAside: (limit) => aside.all(limit).map(storedEvent),
    gapAfter: (log, seq) => stretch.get({ log, seq })?.until ?? seq,
    remnantOf(log, seq) {
      const row = remnant.get(log, seq);
      const envelope = row === undefined ? null : envelopeIn(row.envelope);
      const named = { id: row?.id ?? null, hash: envelope?.hash ?? null, aggregateId: row?.aggregate_id ?? null };
      return { named, after: envelope?.after ?? [] };
    },
    lastIn,
    hashOf(eventId) {
      const row = known.get(eventId);
      return row === undefined ? null : (envelopeIn(row.envelope)?.hash ?? null);
    },
    aggregateOf: (eventId) => known.get(eventId)?.aggregate_id ?? null,
    head: () => head,
    restoreHead: (before) => {
      head = before;
    },
  };
}

/** Null where the row, or the body in it, is not what was written. */
function readableOf(row: StoredEvent, sha256: Sealer['sha256']): LogEvent | null {
  try {
    const event = storedEvent(row);
    return hasOwnBody(event, sha256) ? event : null;
  } catch {
    return null;
  }
}

/** Null where it can no longer be read. */
function envelopeIn(text: string): Envelope | null {
  try {
    return envelopeOf(text);
  } catch {
    return null;
  }
}

function envelopeOf(text: string): Envelope {
  return envelopeSchema.parse(JSON.parse(text));
}
