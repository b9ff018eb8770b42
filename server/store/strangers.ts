import { sql } from 'kysely';
import type { LogRow } from './logs.ts';
import type { Db, Tx } from './pool.ts';

/** A name in an event: of who wrote it, or of who approved of it. */
export interface Named {
  readonly person: string;
  readonly approves: boolean;
}

/** Alarms of one log at most: whoever has its key cannot bury the others under names. */
const MOST = 50;

/**
 * Of these names those that the log's office has never had (an approver: never as a supervisor) and that nobody was told
 * of yet, or had been before somebody settled it. Whoever left, was moved or has another role since was there; so are the office's own machines, which write what
 * nobody asked for.
 */
export async function newStrangers(tx: Tx, log: LogRow, named: readonly Named[]): Promise<readonly Named[]> {
  if (named.length === 0) return [];
  const persons = named.map(({ person }) => person);
  const approves = named.map((one) => one.approves);
  const { rows } = await sql<Named>`insert into stranger (log, person, approves)
    select ${log.id}::uuid, n.person, n.approves from unnest(${persons}::text[], ${approves}::boolean[]) as n (person, approves)
    where not exists (select 1 from person_at p where p.person = n.person and p.office = ${log.office}
        and (not n.approves or p.role = 'supervisor'))
      and (n.approves or not exists (select 1 from device d where d.id::text = n.person and d.office = ${log.office}))
      and (select count(*) from stranger s where s.log = ${log.id}::uuid) < ${MOST}
    on conflict do nothing returning person, approves`.execute(tx);
  return rows;
}

/** Whether this office ever had somebody of that id. */
export async function everHad(db: Db, office: string, person: string): Promise<boolean> {
  const row = await db
    .selectFrom('person_at')
    .select('person')
    .where('person', '=', person)
    .where('office', '=', office)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose names stand in these events is told anew, where it comes again: a person has settled what was told. */
export async function forgetStrangers(
  tx: Tx,
  places: readonly { readonly log: string; readonly seq: number }[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`delete from stranger s
    using unnest(${places.map(({ log }) => log)}::uuid[], ${places.map(({ seq }) => seq)}::integer[]) as p (log, seq), event e
    where e.log = p.log and e.seq = p.seq and s.log = p.log
      and s.person in (e.envelope::json ->> 'actor', e.envelope::json ->> 'approvedBy')`.execute(tx);
}
