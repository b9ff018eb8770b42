import { sql } from 'kysely';
import type { AggregateKind } from '../../domain/log/envelope.ts';
import type { Verdict } from '../../contract/sync.ts';
import { eventText } from './events.ts';
import type { Db, Tx } from './pool.ts';
import { lockInOrder } from './transaction.ts';
import { verdictOf } from './verdicts.ts';

/** An event that is to stand in an office's feed. */
export interface Fed {
  readonly office: string;
  readonly log: string;
  readonly seq: number;
}

/** Gives events their place in the feeds of offices, inside one transaction. */
export interface FeedWriter {
  /** Offices whose feed has grown, for the hint after the commit. */
  readonly grown: ReadonlySet<string>;
  /** Adds these in this order; what is in a feed already, and an office nobody knows, is passed over. */
  add(rows: readonly Fed[]): Promise<void>;
  /** Rows are gone from these places, and readers may have passed them: nothing new stands there, or before. */
  gone(places: readonly Gone[]): void;
}

/** A place in an office's feed that is empty now. */
export interface Gone {
  readonly office: string;
  readonly number: number;
}

/**
 * Locks the feeds of these offices to the end of the transaction. The number is given under that lock, so what a
 * reader has read up to is whole: the next number only comes after this transaction is over (S6).
 */
export async function feedWriter(tx: Tx, offices: Iterable<string>): Promise<FeedWriter> {
  const locked = new Set(offices);
  const grown = new Set<string>();
  const passed: Gone[] = [];
  await lockInOrder(tx, 'office', locked);
  return {
    grown,
    async add(rows) {
      if (rows.length === 0) return;
      const named = rows.map(({ office }) => office);
      // An office nobody could foresee. Out of order, so two such pushes may meet: PostgreSQL breaks one off, it runs
      // again. Taken each time, because going back to a savepoint gives it up.
      await lockInOrder(
        tx,
        'office',
        named.filter((office) => !locked.has(office)),
      );
      // Looked up once for each office, not once for each row.
      await sql`with row as (
          select * from unnest(${named}::text[], ${rows.map(({ log }) => log)}::uuid[], ${rows.map(({ seq }) => seq)}::integer[])
          with ordinality as r (office, log, seq, nth)
        ), last as materialized (
          select o.id as office, greatest((select max(number) from feed where office = o.id),
            (select max(number) from unnest(${passed.map(({ office }) => office)}::text[],
              ${passed.map(({ number }) => number)}::integer[]) as gone (office, number) where gone.office = o.id), 0) as number
          from office o where o.id in (select office from row)
        )
        insert into feed (office, number, log, seq)
        select row.office, last.number + row_number() over (partition by row.office order by row.nth), row.log, row.seq
        from row join last on last.office = row.office
        on conflict (log, seq, office) do nothing`.execute(tx);
      for (const office of named) grown.add(office);
    },
    gone: (places) => {
      passed.push(...places);
    },
  };
}

export interface FeedPage {
  /** The events as JSON texts, byte for byte what was stored; kept-apart ones are not among them. */
  readonly events: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** Up to where the feed was looked through: the number of the last row of the page, where there are more. */
  readonly last: number;
  readonly more: boolean;
  /** Rows behind this page. */
  readonly left: number;
}

/** A page never grows beyond this, so that the desk on a thin line gets its answer in time. At least one row is given. */
const PAGE_BYTES = 4 * 1_048_576;

export interface FeedAsked {
  readonly after: number;
  readonly limit: number;
  /** Of which kinds of events, and of the verdicts on them; null: of all. */
  readonly about: readonly AggregateKind[] | null;
}

export async function feedAfter(db: Db, office: string, { after, limit, about }: FeedAsked): Promise<FeedPage> {
  // Read before the rows: whatever has a number by now is there, and what is of other kinds is not looked through again.
  const end = about === null ? after : await lastNumber(db, office);
  const rows = await db
    .selectFrom((page) =>
      page
        .selectFrom('feed')
        .innerJoin('event', (on) => on.onRef('event.log', '=', 'feed.log').onRef('event.seq', '=', 'feed.seq'))
        .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'feed.log').onRef('verdict.seq', '=', 'feed.seq'))
        .selectAll('verdict')
        .select(['feed.number', 'event.envelope', 'event.body', 'event.salt', 'event.quarantined'])
        .select(sql<number>`sum(event.bytes) over (order by feed.number)`.as('running'))
        .where('feed.office', '=', office)
        .where('feed.number', '>', after)
        .$if(about !== null, (all) => all.where('event.aggregate', 'in', about ?? []))
        .orderBy('feed.number')
        .limit(limit + 1)
        .as('page'),
    )
    .selectAll()
    .orderBy('number')
    .execute();
  const fitting = rows.filter((row, index) => index === 0 || (index < limit && row.running <= PAGE_BYTES));
  const more = fitting.length < rows.length;
  const given = fitting.at(-1)?.number ?? after;
  const last = more ? given : Math.max(given, end);
  return {
    events: fitting.filter((row) => !row.quarantined).map(eventText),
    verdicts: fitting.map(verdictOf),
    last,
    more,
    left: more ? (await lastNumber(db, office)) - last : 0,
  };
}

/** The number of the last row of an office's feed; 0 where it is empty. */
export async function lastNumber(db: Db, office: string): Promise<number> {
  const row = await db
    .selectFrom('feed')
    .select((of) => of.fn.max('number').as('number'))
    .where('office', '=', office)
    .executeTakeFirst();
  return row?.number ?? 0;
}
