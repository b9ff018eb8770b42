import { envelopeSchema } from '../../contract/sync.ts';
import {
  follows,
  GENESIS,
  seal,
  type Envelope,
  type LogEvent,
  type Sealer,
  type Unsealed,
} from '../../domain/log/envelope.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import { keepRead, storedEvent, type StoredEvent } from './read-events.ts';
import type { Sqlite } from './sqlite.ts';

/** The log on disk: own events as they are written, other desks' as the feed brings them. */
export interface EventLog {
  /** The next event of the own log, sealed; not yet stored. */
  prepare(next: NewEvent, stamp: Stamp): LogEvent;
  /** Stores a prepared own event. Call inside the transaction that projects it. */
  insertOwn(event: LogEvent, now: number): void;
  /** Stores another log's event. @returns false when it is already here. */
  insertForeign(event: LogEvent): boolean;
  ofAggregate(aggregateId: string): LogEvent[];
  /** Events of a log that wait for a verdict, oldest first. */
  unsentFrom(log: string, limit: number): OutgoingEvent[];
  /** Events of a log from `seq` on, sent or not: for a server that has lost some. */
  eventsFrom(log: string, seq: number, limit: number): OutgoingEvent[];
  /** Own events before that place, newest first. */
  ownBefore(seq: number, limit: number): LogEvent[];
  /** The aggregate an event belongs to, or null when it is not known here. */
  aggregateOf(eventId: string): string | null;
  head(): LogHead;
  /** After a rollback: the place before the transaction. */
  restoreHead(head: LogHead): void;
}

export interface OutgoingEvent {
  readonly seq: number;
  readonly event: LogEvent;
  /** About what it takes in a request. */
  readonly bytes: number;
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
  const known = db.prepare<[string], { aggregate_id: string }>('SELECT aggregate_id FROM event WHERE id = ?');
  const taken = db.prepare<[string, number], { n: number }>('SELECT n FROM event WHERE log = ? AND seq = ?');
  const from = db.prepare<[string, number, number], StoredEvent & { seq: number }>(
    'SELECT seq, envelope, body, salt FROM event WHERE log = ? AND seq >= ? ORDER BY seq LIMIT ?',
  );
  const before = db.prepare<[string, number, number], StoredEvent>(
    'SELECT envelope, body, salt FROM event WHERE log = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  );
  const aggregate = db.prepare<[string], StoredEvent>(
    'SELECT envelope, body, salt FROM event WHERE aggregate_id = ? ORDER BY n',
  );
  const unsent = db.prepare<[string, number], StoredEvent & { seq: number }>(
    `SELECT o.seq, e.envelope, e.body, e.salt FROM outbox o JOIN event e ON e.log = o.log AND e.seq = o.seq
     WHERE o.log = ? ORDER BY o.seq LIMIT ?`,
  );
  const last = db
    .prepare<[string], { envelope: string }>('SELECT envelope FROM event WHERE log = ? ORDER BY seq DESC LIMIT 1')
    .get(own.log);
  const lastEnvelope = last === undefined ? null : envelopeSchema.parse(JSON.parse(last.envelope));
  let head: LogHead = { log: own.log, seq: lastEnvelope?.seq ?? 0, hash: lastEnvelope?.hash ?? GENESIS };

  const put = (event: LogEvent): void => {
    const { envelope, body, salt } = event;
    const row = { envelope: JSON.stringify(envelope), body: body === null ? null : canonical(body), salt };
    insert.run({
      ...row,
      id: envelope.id,
      log: envelope.log,
      seq: envelope.seq,
      aggregate: envelope.aggregate,
      aggregateId: envelope.aggregateId,
    });
    keepRead(row, event);
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
      const { id, log, seq } = event.envelope;
      // A place taken by another event is a clone's doing (XV-02, told when ours is pushed): the first keeps it here too.
      if (known.get(id) !== undefined || taken.get(log, seq) !== undefined) return false;
      put(event);
      return true;
    },
    ofAggregate: (aggregateId) => aggregate.all(aggregateId).map(storedEvent),
    unsentFrom: (log, limit) => unsent.all(log, limit).map(outgoing),
    eventsFrom: (log, seq, limit) => from.all(log, seq, limit).map(outgoing),
    ownBefore: (seq, limit) => before.all(own.log, seq, limit).map(storedEvent),
    aggregateOf: (eventId) => known.get(eventId)?.aggregate_id ?? null,
    head: () => head,
    restoreHead: (before) => {
      head = before;
    },
  };
}

function outgoing(row: StoredEvent & { readonly seq: number }): OutgoingEvent {
  const bytes = Buffer.byteLength(row.envelope) + Buffer.byteLength(row.body ?? '') + 100;
  return { seq: row.seq, event: storedEvent(row), bytes };
}
