import type { HallChange } from '../../contract/hall-rules.ts';
import type { Db, Tx } from './pool.ts';
import { lockInOrder } from './transaction.ts';

/** What an office has set of the hall's rules for itself, in the order it was decided. */
export async function hallChangesOf(db: Db | Tx, office: string): Promise<HallChange[]> {
  return (await changes(db, office)).map(changeOf);
}

/** The same of every office that has set any. */
export async function hallChangesByOffice(db: Db): Promise<ReadonlyMap<string, readonly HallChange[]>> {
  const byOffice = Map.groupBy(await changes(db, null), ({ office }) => office);
  return new Map([...byOffice].map(([office, rows]) => [office, rows.map(changeOf)]));
}

type Row = Awaited<ReturnType<typeof changes>>[number];

function changes(db: Db | Tx, office: string | null) {
  return db
    .selectFrom('hall_change')
    .innerJoin('person', 'person.id', 'hall_change.decided_by')
    .select(['hall_change.office', 'number', 'valid_from', 'settings', 'reason', 'person.name', 'decided_at'])
    .$if(office !== null, (query) => query.where('hall_change.office', '=', office ?? ''))
    .orderBy('number')
    .execute();
}

function changeOf(row: Row): HallChange {
  return {
    number: row.number,
    from: row.valid_from,
    // Written by `addHallChange`, checked by the contract before.
    settings: JSON.parse(row.settings) as HallChange['settings'],
    reason: row.reason,
    by: row.name,
    at: row.decided_at,
  };
}

/** Changes of one office are decided one after the other; held to the end of the transaction. */
export async function lockHallRules(tx: Tx, office: string): Promise<void> {
  await lockInOrder(tx, 'hall-change', [office]);
}

/** Adds a change under its number, which the office has not given yet. */
export async function addHallChange(
  tx: Tx,
  office: string,
  { number, from, settings, reason, at }: Omit<HallChange, 'by'>,
  person: string,
): Promise<void> {
  await tx
    .insertInto('hall_change')
    .values({
      office,
      number,
      valid_from: from,
      settings: JSON.stringify(settings),
      reason,
      decided_by: person,
      decided_at: at,
    })
    .execute();
}
