import { sql } from 'kysely';
import type { KeptApart } from '../../contract/kept-apart.ts';
import { unreadable } from '../../contract/let-in.ts';
import { eventText } from './events.ts';
import type { FeedWriter } from './feed.ts';
import type { Db, Tx } from './pool.ts';

/** Events kept apart, those a person can decide on before the others, then the oldest first; of one office's logs, or of all. */
export async function quarantineOf(db: Db, office: string | null): Promise<Omit<KeptApart, 'about'>[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .select(['event.id as eventId', 'event.log', 'event.seq', 'log.office', 'event.device', 'event.type'])
    .select(['event.aggregate_id as aggregateId', 'verdict.reason', 'event.received_at as receivedAt'])
    .where('event.quarantined', '=', true)
    .$if(office !== null, (query) => query.where('log.office', '=', office))
    .orderBy(sql`coalesce(verdict.reason, '') = any(${[...unreadable]}::text[])`)
    .orderBy('event.received_at')
    .orderBy('event.log')
    .orderBy('event.seq')
    .limit(1000)
    .execute();
  return rows;
}

/** What tells whose an event is. */
export interface WordsApart {
  readonly type: string;
  readonly version: number;
  readonly body: string | null;
  /** Of its dossier, canonical JSON, where the event's office receives or decides it. */
  readonly view: string | null;
}

export async function wordsOf(db: Db, eventIds: readonly string[]): Promise<ReadonlyMap<string, WordsApart>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .leftJoin('dossier_view', (on) =>
      on
        .onRef('dossier_view.id', '=', 'event.aggregate_id')
        .on((eb) =>
          eb.or([
            eb('dossier_view.receiving_office', '=', eb.ref('log.office')),
            eb('dossier_view.competent_office', '=', eb.ref('log.office')),
          ]),
        ),
    )
    .select(['event.id', 'event.type', 'event.version', 'event.body', 'dossier_view.view'])
    .where('event.id', '=', sql<string>`any(${[...eventIds]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}

export interface FoundApart {
  readonly eventId: string;
  readonly log: string;
  readonly seq: number;
  /** When the province took it in, ms. */
  readonly receivedAt: number;
  /** JSON, as it was sent. */
  readonly text: string;
}

/** The event of this id, where it is kept apart; else null. */
export async function keptApart(db: Db, eventId: string): Promise<FoundApart | null> {
  const row = await db
    .selectFrom('event')
    .select(['log', 'seq', 'received_at', 'envelope', 'body', 'salt'])
    .where('id', '=', eventId)
    .where('quarantined', '=', true)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { eventId, log: row.log, seq: row.seq, receivedAt: row.received_at, text: eventText(row) };
}

/** Ids of what is kept apart because it could not be read (`XV-03`), of the kinds and versions named, in the order it came. */
export async function apartUnread(db: Db, known: ReadonlySet<string>): Promise<string[]> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .select(['event.id', 'event.type', 'event.version'])
    .where('event.quarantined', '=', true)
    .where('verdict.reason', '=', 'XV-03')
    .orderBy('event.received_at')
    .orderBy('event.log')
    .orderBy('event.seq')
    .execute();
  return rows.filter(({ type, version }) => known.has(`${type}@${version}`)).map(({ id }) => id);
}

/** An event kept apart because its office was not concerned, and the office it is of. */
export interface ApartUnconcerned extends FoundApart {
  readonly aggregateId: string;
  readonly office: string;
}

/** What is kept apart of these dossiers and batches because nobody had named the office (`XV-04`), as it came. */
export async function apartUnconcerned(tx: Tx, ids: readonly string[]): Promise<ApartUnconcerned[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('event')
    .innerJoin('log', 'log.id', 'event.log')
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .select(['event.id', 'event.log', 'event.seq', 'event.aggregate_id', 'event.received_at', 'log.office'])
    .select(['event.envelope', 'event.body', 'event.salt'])
    .where('event.aggregate_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('event.quarantined', '=', true)
    .where('verdict.reason', '=', 'XV-04')
    .orderBy('event.received_at')
    .orderBy('event.log')
    .orderBy('event.seq')
    .execute();
  return rows.map((row) => ({
    eventId: row.id,
    log: row.log,
    seq: row.seq,
    receivedAt: row.received_at,
    aggregateId: row.aggregate_id,
    office: row.office,
    text: eventText(row),
  }));
}

/**
 * Takes it out of where it is kept, so that it can be taken in as if it came now: its place in the feed is a new one,
 * because readers have passed the old one, which held a verdict alone.
 * @returns why it was kept apart; null where somebody else has just let it in
 */
export async function takeOut(tx: Tx, feed: FeedWriter, { log, seq }: FoundApart): Promise<string | null> {
  const still = await tx
    .selectFrom('event')
    .select('id')
    .where('log', '=', log)
    .where('seq', '=', seq)
    .where('quarantined', '=', true)
    .executeTakeFirst();
  if (still === undefined) return null;
  const places = await tx
    .deleteFrom('feed')
    .where('log', '=', log)
    .where('seq', '=', seq)
    .returning(['office', 'number'])
    .execute();
  feed.gone(places);
  const verdict = await tx
    .deleteFrom('verdict')
    .where('log', '=', log)
    .where('seq', '=', seq)
    .returning('reason')
    .executeTakeFirst();
  await tx.deleteFrom('event').where('log', '=', log).where('seq', '=', seq).execute();
  return verdict?.reason ?? 'XV-03';
}

export async function keepRelease(
  tx: Tx,
  row: FoundApart & { readonly reason: string; readonly by: string; readonly because: string; readonly at: number },
): Promise<void> {
  const { log, seq, eventId, reason, by, because, at } = row;
  await tx.insertInto('release').values({ log, seq, event_id: eventId, reason, by, because, at }).execute();
}

/** What was let in, by whom and why, the newest first. */
export async function releases(db: Db) {
  return db.selectFrom('release').selectAll().orderBy('at', 'desc').limit(1000).execute();
}
