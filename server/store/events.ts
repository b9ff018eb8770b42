import { sql } from 'kysely';
import type { Envelope } from '../../domain/log/envelope.ts';
import type { Db, Tx } from './pool.ts';
import type { EventTable } from './tables.ts';

export interface StoredEvent {
  readonly log: string;
  readonly seq: number;
  readonly envelope: string;
  readonly body: string | null;
  /** Office of the log it stands in. */
  readonly office: string;
  /** Offices whose feed has it. */
  readonly fed: readonly string[];
}

/** Which of these ids are stored, and where. */
export async function placesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, { log: string; seq: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('event')
    .select(['id', 'log', 'seq'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, log, seq }) => [id, { log, seq }]));
}

export async function insertEvents(tx: Tx, rows: readonly EventTable[]): Promise<void> {
  if (rows.length === 0) return;
  const of = <C extends keyof EventTable>(column: C) => rows.map((row) => row[column]);
  await sql`insert into event
    (log, seq, id, device, aggregate_id, aggregate, type, version, hash, envelope, body, salt, bytes, received_at, quarantined)
    select * from unnest(${of('log')}::uuid[], ${of('seq')}::integer[], ${of('id')}::uuid[], ${of('device')}::uuid[],
      ${of('aggregate_id')}::uuid[], ${of('aggregate')}::text[], ${of('type')}::text[], ${of('version')}::integer[],
      ${of('hash')}::text[], ${of('envelope')}::text[], ${of('body')}::text[], ${of('salt')}::text[],
      ${of('bytes')}::integer[], ${of('received_at')}::bigint[], ${of('quarantined')}::boolean[])`.execute(tx);
}

/** Every event of an aggregate that is not kept apart. */
export async function eventsOf(db: Db | Tx, aggregateId: string): Promise<StoredEvent[]> {
  return (await eventsOfEach(db, [aggregateId])).get(aggregateId) ?? [];
}

/** Every event of each of these aggregates that is not kept apart. */
export async function eventsOfEach(
  db: Db | Tx,
  aggregateIds: readonly string[],
): Promise<ReadonlyMap<string, StoredEvent[]>> {
  const events = new Map<string, StoredEvent[]>();
  if (aggregateIds.length === 0) return events;
  const rows = await db
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .select(['event.aggregate_id', 'event.log', 'event.seq', 'event.envelope', 'event.body', 'log.office'])
    .select(sql<string[]>`array(select f.office from feed f where f.log = event.log and f.seq = event.seq)`.as('fed'))
    .where('event.aggregate_id', '=', sql<string>`any(${[...aggregateIds]}::uuid[])`)
    .where('event.quarantined', '=', false)
    .orderBy('event.log')
    .orderBy('event.seq')
    .execute();
  for (const { aggregate_id: id, ...event } of rows) {
    const list = events.get(id);
    if (list === undefined) events.set(id, [event]);
    else list.push(event);
  }
  return events;
}

/**
 * Makes the aggregates' rows and locks them in the order of their ids: two pushes that touch one dossier fold it one
 * after the other, so the view never lacks what the other brought.
 */
export async function lockAggregates(
  tx: Tx,
  aggregates: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...aggregates.keys()].sort();
  if (ids.length === 0) return new Map();
  const kinds = ids.map((id) => aggregates.get(id) ?? '');
  await sql`insert into aggregate (id, kind) select * from unnest(${ids}::uuid[], ${kinds}::text[])
    on conflict do nothing`.execute(tx);
  const locked = await tx
    .selectFrom('aggregate')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(locked.map(({ id, kind }) => [id, kind]));
}

export function envelopeOf(row: Pick<StoredEvent, 'envelope'>): Envelope {
  // Written by `canonical` from an envelope that had passed its schema.
  return JSON.parse(row.envelope) as Envelope;
}
