import { sql, type Selectable } from 'kysely';
import type { Verdict } from '../../contract/sync.ts';
import { eventText } from './events.ts';
import type { Db } from './pool.ts';
import type { VerdictTable } from './tables.ts';
import { verdictOf } from './verdicts.ts';

/** An event of an aggregate with the verdict on it. */
export interface HistoryRow extends Selectable<VerdictTable> {
  readonly aggregate_id: string;
  readonly number: number;
  readonly bytes: number;
  readonly envelope: string;
  readonly body: string | null;
  readonly salt: string | null;
  readonly quarantined: boolean;
}

/** What stands of these aggregates in an office's feed, up to that number, each in the feed's order. */
export async function historiesOf(
  db: Db,
  office: string,
  aggregates: readonly string[],
  upTo: number,
): Promise<ReadonlyMap<string, readonly HistoryRow[]>> {
  const rows = await db
    .selectFrom('event')
    .innerJoin('feed', (on) => on.onRef('feed.log', '=', 'event.log').onRef('feed.seq', '=', 'event.seq'))
    .innerJoin('verdict', (on) => on.onRef('verdict.log', '=', 'event.log').onRef('verdict.seq', '=', 'event.seq'))
    .selectAll('verdict')
    .select(['event.aggregate_id', 'event.bytes', 'event.envelope', 'event.body', 'event.salt', 'event.quarantined'])
    .select('feed.number')
    .where('feed.office', '=', office)
    .where('feed.number', '<=', upTo)
    .where('event.aggregate_id', '=', sql<string>`any(${[...aggregates]}::uuid[])`)
    .orderBy('feed.number')
    .execute();
  return Map.groupBy(rows, (row) => row.aggregate_id);
}

export interface HistoriesPage {
  /** The events as JSON texts, byte for byte what was stored; kept-apart ones are not among them. */
  readonly events: readonly string[];
  readonly verdicts: readonly Verdict[];
  /** The row of the feed this page reaches to; null: to the end. */
  readonly reached: number | null;
}

/** A page never grows beyond this; one history is always given. */
const PAGE_BYTES = 4 * 1_048_576;

export interface HistoriesAsked {
  readonly after: number;
  readonly end: number;
  /** Rows of the feed looked through for a page, and events in it, but for one long history. */
  readonly limit: number;
}

/**
 * The whole histories of what first stands in an office's feed behind the row `after`, up to the row `end`, in the order
 * in which each first stands there. So each is in one page, and what comes into the feed meanwhile stands behind `end`.
 */
export async function historiesAfter(
  db: Db,
  office: string,
  { after, end, limit }: HistoriesAsked,
): Promise<HistoriesPage> {
  const looked = await sql<{ number: number; id: string; rows: number; bytes: number; is_first: boolean }>`
    with looked as materialized (
      select f.number, e.aggregate_id from feed f join event e on e.log = f.log and e.seq = f.seq
      where f.office = ${office} and f.number > ${after} and f.number <= ${end} order by f.number limit ${limit}
    )
    select l.number, l.aggregate_id as id, whole.rows, whole.bytes, whole.first = l.number as is_first
    from looked l cross join lateral (
      select min(f.number) as first, count(*) as rows, sum(e.bytes) as bytes
      from event e join feed f on f.log = e.log and f.seq = e.seq and f.office = ${office}
      where e.aggregate_id = l.aggregate_id and f.number <= ${end}
    ) as whole
    order by l.number`.execute(db);
  const page: string[] = [];
  let [rows, bytes] = [0, 0];
  let reached = after;
  let isFull = false;
  for (const row of looked.rows) {
    if (row.is_first) {
      rows += Number(row.rows);
      bytes += Number(row.bytes);
      isFull = page.length > 0 && (rows > limit || bytes > PAGE_BYTES);
      if (isFull) break;
      page.push(row.id);
    }
    reached = row.number;
  }
  const histories = page.length === 0 ? new Map<string, HistoryRow[]>() : await historiesOf(db, office, page, end);
  const fitting = page.flatMap((id) => histories.get(id) ?? []);
  return {
    events: fitting.filter((row) => !row.quarantined).map(eventText),
    verdicts: fitting.map(verdictOf),
    reached: isFull || looked.rows.length === limit ? reached : null,
  };
}
