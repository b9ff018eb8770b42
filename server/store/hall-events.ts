import { sql } from 'kysely';
import type { Db } from './pool.ts';

/** An entry of an office's feed as the board reads it. */
export interface HallEntry {
  readonly office: string;
  readonly number: number;
  /** Of tickets and the hall's day alone; null: of something else, or kept apart. */
  readonly envelope: string | null;
  readonly body: string | null;
  readonly receivedAt: number;
}

/** Where the day's tickets begin in each office's feed: the number before the first of them. @param from ms */
export async function dayBeginsAt(db: Db, from: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ office: string; last: number }>`
    with first as (
      select f.office, min(f.number) - 1 as last
      from event e join feed f on f.log = e.log and f.seq = e.seq
      where e.aggregate in ('ticket', 'hall') and e.received_at >= ${from} group by f.office
    )
    select o.id as office, coalesce(first.last, (select max(number) from feed where office = o.id), 0) as last
    from office o left join first on first.office = o.id
    where o.kind = 'commune-centre' and not o.disabled`.execute(db);
  return new Map(rows.map(({ office, last }) => [office, Number(last)]));
}

/** What has come since into the feeds of these offices, in their order. */
export async function hallEntriesAfter(db: Db, last: ReadonlyMap<string, number>): Promise<HallEntry[]> {
  const offices = [...last.keys()];
  const numbers = [...last.values()];
  const { rows } = await sql<{
    office: string;
    number: number;
    envelope: string | null;
    body: string | null;
    received_at: number;
  }>`
    select f.office, f.number, e.received_at,
      case when e.aggregate in ('ticket', 'hall') and not e.quarantined then e.envelope end as envelope,
      case when e.aggregate in ('ticket', 'hall') and not e.quarantined then e.body end as body
    from unnest(${offices}::text[], ${numbers}::bigint[]) as o (office, last)
    join feed f on f.office = o.office and f.number > o.last
    join event e on e.log = f.log and e.seq = f.seq
    order by f.office, f.number`.execute(db);
  return rows.map(({ received_at: receivedAt, ...row }) => ({
    ...row,
    number: Number(row.number),
    receivedAt: Number(receivedAt),
  }));
}

/** When a desk of each office last asked for anything, ms; at most a minute old. */
export async function officeContacts(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('desk_contact')
    .innerJoin('device', 'device.id', 'desk_contact.device')
    .where('device.revoked_at', 'is', null)
    .where('device.portal', '=', false)
    .select(['device.office'])
    .select((of) => of.fn.max('desk_contact.at').as('at'))
    .groupBy('device.office')
    .execute();
  return new Map(rows.map(({ office, at }) => [office, Number(at)]));
}
