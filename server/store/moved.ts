import { sql } from 'kysely';
import type { MovedRun } from '../../contract/logs.ts';
import type { Tx } from './pool.ts';

/** Keeps which events a desk has moved to a log of its own making, and from where. Safe to repeat. */
export async function keepMoved(tx: Tx, log: string, moved: readonly MovedRun[]): Promise<void> {
  const rows = moved.flatMap(({ at, from, seq, ids }) =>
    ids.map((id, nth) => ({ at: at + nth, id, from, seq: seq + nth })),
  );
  if (rows.length === 0) return;
  await sql`insert into log_moved (log, seq, event_id, from_log, from_seq)
    select ${log}::uuid, * from unnest(${rows.map(({ at }) => at)}::integer[], ${rows.map(({ id }) => id)}::uuid[],
      ${rows.map(({ from }) => from)}::uuid[], ${rows.map(({ seq }) => seq)}::integer[])
    on conflict do nothing`.execute(tx);
}

/** Ids of the events that stood in these places, or were meant to, as their desk has said when it moved them; by place. */
export async function movedAt(tx: Tx, log: string, from: number, to: number): Promise<Map<number, string>> {
  const { rows } = await sql<{ seq: number; id: string }>`
    select seq, event_id as id from log_moved where log = ${log}::uuid and seq between ${from} and ${to}
    union select from_seq, event_id from log_moved where from_log = ${log}::uuid and from_seq between ${from} and ${to}`.execute(
    tx,
  );
  return new Map(rows.map(({ seq, id }) => [seq, id]));
}

export interface PassedPlace {
  readonly seq: number;
  readonly eventId: string;
  readonly hash: string;
}

export async function keepPassed(tx: Tx, log: string, places: readonly PassedPlace[]): Promise<void> {
  await tx
    .insertInto('passed')
    .values(places.map(({ seq, eventId, hash }) => ({ log, seq, event_id: eventId, hash })))
    .execute();
}

/** Of these ids those whose event stands in another place than the one it has in this log. */
export async function passedIn(tx: Tx, log: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('passed')
    .select('event_id')
    .where('log', '=', log)
    .where('event_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(({ event_id }) => event_id);
}
