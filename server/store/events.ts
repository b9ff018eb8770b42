import { sql } from 'kysely';
import type { HeldElsewhere } from '../../contract/sync.ts';
import type { Envelope } from '../../domain/log/envelope.ts';
import { jsonTexts } from './json-texts.ts';
import type { Db, Tx } from './pool.ts';
import type { EventTable } from './tables.ts';
import { verdictOf } from './verdicts.ts';

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

/** An event as it was sent, with the verdict it has, for each of these ids that is held. */
export async function heldByIds(tx: Tx, ids: readonly string[]): Promise<Map<string, HeldElsewhere>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('event')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .selectAll('verdict')
    .select(['event.envelope', 'event.body', 'event.salt'])
    .where('event.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ envelope, body, salt, ...verdict }) => [
      verdict.event_id,
      {
        // Canonical JSON of what had passed its schema.
        event: JSON.parse(eventText({ envelope, body, salt })) as HeldElsewhere['event'],
        verdict: verdictOf(verdict),
      },
    ]),
  );
}

/** Which of these places hold that very event, by its hash: of any office's log, because who has the hash has had the event. */
export async function placesHeld(
  db: Db,
  places: readonly { readonly log: string; readonly seq: number; readonly hash: string }[],
): Promise<ReadonlySet<string>> {
  if (places.length === 0) return new Set();
  const rows = await db
    .selectFrom('event')
    .select(['event.hash'])
    .where((eb) =>
      eb.or(
        places.map(({ log, seq, hash }) =>
          eb.and([eb('event.log', '=', log), eb('event.seq', '=', seq), eb('event.hash', '=', hash)]),
        ),
      ),
    )
    .execute();
  return new Set(rows.map(({ hash }) => hash));
}

export async function insertEvents(tx: Tx, rows: readonly EventTable[]): Promise<void> {
  if (rows.length === 0) return;
  const of = <C extends keyof EventTable>(column: C) => rows.map((row) => row[column]);
  await sql`insert into event
    (log, seq, id, device, aggregate_id, aggregate, type, version, hash, envelope, body, salt, bytes, received_at, quarantined)
    select * from unnest(${of('log')}::uuid[], ${of('seq')}::integer[], ${of('id')}::uuid[], ${of('device')}::uuid[],
      ${of('aggregate_id')}::uuid[], ${of('aggregate')}::text[], ${of('type')}::text[], ${of('version')}::integer[],
      ${of('hash')}::text[], ${jsonTexts(of('envelope'))}, ${jsonTexts(of('body'))}, ${of('salt')}::text[],
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

/** Aggregates under this transaction's lock. */
export interface LockedAggregates {
  /** Kind of each, by its id. */
  readonly kinds: ReadonlyMap<string, string>;
  /** Those this transaction has made: nothing is stored of them. */
  readonly made: ReadonlySet<string>;
}

/**
 * Makes the aggregates' rows and locks them in the order of their ids: two pushes that touch one dossier fold it one
 * after the other, so the view never lacks what the other brought.
 */
export async function lockAggregates(tx: Tx, aggregates: ReadonlyMap<string, string>): Promise<LockedAggregates> {
  const ids = [...aggregates.keys()].sort();
  if (ids.length === 0) return { kinds: new Map(), made: new Set() };
  const kinds = ids.map((id) => aggregates.get(id) ?? '');
  const made = await sql<{ id: string }>`insert into aggregate (id, kind)
    select * from unnest(${ids}::uuid[], ${kinds}::text[]) on conflict do nothing returning id`.execute(tx);
  const locked = await tx
    .selectFrom('aggregate')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  return {
    kinds: new Map(locked.map(({ id, kind }) => [id, kind])),
    made: new Set(made.rows.map(({ id }) => id)),
  };
}

/** `envelope` and `body` are JSON as they were hashed: they are passed on as they are. */
export function eventText(row: {
  readonly envelope: string;
  readonly body: string | null;
  readonly salt: string | null;
}): string {
  return `{"envelope":${row.envelope},"body":${row.body ?? 'null'},"salt":${JSON.stringify(row.salt)}}`;
}

export function envelopeOf(row: Pick<StoredEvent, 'envelope'>): Envelope {
  // Written by `canonical` from an envelope that had passed its schema.
  return JSON.parse(row.envelope) as Envelope;
}
