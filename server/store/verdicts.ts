import { sql } from 'kysely';
import type { Verdict } from '../../contract/sync.ts';
import type { Db, Tx } from './pool.ts';
import type { AlarmTable, VerdictTable } from './tables.ts';

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

/** Raises the alarm of a refusal, once. @returns the verdict that stands: the first one given for these very bytes. */
export async function raiseAlarm(tx: Tx, refusal: Verdict, sentBy: string): Promise<Verdict> {
  const row: AlarmTable = {
    log: refusal.log,
    seq: refusal.seq,
    hash: refusal.hash,
    event_id: refusal.eventId,
    reason: refusal.reason ?? '',
    sent_by: sentBy,
    at: refusal.at,
    signature: refusal.signature,
  };
  await tx
    .insertInto('alarm')
    .values(row)
    .onConflict((on) => on.doNothing())
    .execute();
  const { at, signature } = await tx
    .selectFrom('alarm')
    .select(['at', 'signature'])
    .where('log', '=', row.log)
    .where('seq', '=', row.seq)
    .where('hash', '=', row.hash)
    .where('event_id', '=', row.event_id)
    .where('reason', '=', row.reason)
    .executeTakeFirstOrThrow();
  return { ...refusal, at, signature };
}

/** Refused events, the newest first. */
export async function alarms(db: Db): Promise<AlarmTable[]> {
  return db.selectFrom('alarm').selectAll().orderBy('at', 'desc').limit(200).execute();
}
