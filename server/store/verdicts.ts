import { sql } from 'kysely';
import type { Verdict } from '../../contract/sync.ts';
import type { Tx } from './pool.ts';
import type { VerdictTable } from './tables.ts';

export async function insertVerdicts(tx: Tx, verdicts: readonly Verdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  if (verdicts.some(({ end }) => end === 'refused')) throw new Error('a refusal is an alarm, not a stored verdict');
  const of = (part: (verdict: Verdict) => string | number | null) => verdicts.map(part);
  await sql`insert into verdict (log, seq, event_id, hash, ending, reason, book_year, book_number, at, signature)
    select * from unnest(${of(({ log }) => log)}::uuid[], ${of(({ seq }) => seq)}::integer[],
      ${of(({ eventId }) => eventId)}::uuid[], ${of(({ hash }) => hash)}::text[], ${of(({ end }) => end)}::text[],
      ${of(({ reason }) => reason)}::text[], ${of(({ book }) => book?.year ?? null)}::integer[],
      ${of(({ book }) => book?.number ?? null)}::integer[], ${of(({ at }) => at)}::bigint[],
      ${of(({ signature }) => signature)}::text[])`.execute(tx);
}

/** The verdicts of a stretch of a log, by seq, exactly as they were given. */
export async function verdictsBetween(tx: Tx, log: string, from: number, to: number): Promise<Map<number, Verdict>> {
  // What follows on the head has none yet: nearly every push.
  if (from > to) return new Map();
  const rows = await tx
    .selectFrom('verdict')
    .selectAll()
    .where('log', '=', log)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .execute();
  return new Map(rows.map((row) => [row.seq, verdictOf(row)]));
}

export function verdictOf(row: VerdictTable): Verdict {
  const { book_year: year, book_number: number } = row;
  return {
    eventId: row.event_id,
    log: row.log,
    seq: row.seq,
    hash: row.hash,
    end: row.ending,
    reason: row.reason,
    book: year === null || number === null ? null : { year, number },
    at: row.at,
    signature: row.signature,
  };
}
