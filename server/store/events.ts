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
  const rows = await tx.selectFrom('event').select(['id', 'log', 'seq']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, log, seq }) => [id, { log, seq }]));
}

export async function insertEvent(tx: Tx, row: EventTable): Promise<void> {
  await tx.insertInto('event').values(row).execute();
}

/** Every event of an aggregate that is not kept apart. */
export async function eventsOf(db: Db | Tx, aggregateId: string): Promise<StoredEvent[]> {
  return db
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .select(['event.log', 'event.seq', 'event.envelope', 'event.body', 'log.office'])
    .select(sql<string[]>`array(select f.office from feed f where f.log = event.log and f.seq = event.seq)`.as('fed'))
    .where('event.aggregate_id', '=', aggregateId)
    .where('event.quarantined', '=', false)
    .orderBy('event.log')
    .orderBy('event.seq')
    .execute();
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
  const rows = ids.map((id) => ({ id, kind: aggregates.get(id) ?? '' }));
  await tx
    .insertInto('aggregate')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute();
  const locked = await tx
    .selectFrom('aggregate')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(locked.map(({ id, kind }) => [id, kind]));
}

export function envelopeOf(row: Pick<StoredEvent, 'envelope'>): Envelope {
  // Written by `canonical` from an envelope that had passed its schema.
  return JSON.parse(row.envelope) as Envelope;
}
