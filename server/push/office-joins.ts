import { sql } from 'kysely';
import type { Office } from '../../contract/sync.ts';
import { namingTypes } from '../../domain/dossier/offices.ts';
import { eventsOfEach } from '../store/events.ts';
import { feedWriter } from '../store/feed.ts';
import { insertOffice } from '../store/offices.ts';
import type { Db, Tx } from '../store/pool.ts';
import { inTransaction } from '../store/transaction.ts';
import { historyOf } from './history.ts';

/** Aggregates read at once. */
const AT_ONCE = 200;
const naming = [...namingTypes, 'dossier.erased', 'batch.closed', 'batch.erased'];

/**
 * Enters an office, and puts into its feed what named it before: paper on its way to an office that a desk's catalogue knew first,
 * or everything of one that a province put back from a copy had forgotten.
 * @returns null where the id is taken
 */
export async function officeJoins(db: Db, office: Omit<Office, 'revision'>): Promise<Office | null> {
  return inTransaction(db, async (tx) => {
    // Before it is looked who named it: a push that does either holds this lock and is waited for, or finds the row once it has it.
    const feed = await feedWriter(tx, [office.id]);
    const saved = await insertOffice(tx, office);
    if (saved === null) return null;
    // Every event there is may be looked through: once in the life of an office.
    await sql`set local statement_timeout = 0`.execute(tx);
    const named = await thingsNaming(tx, office.id);
    for (let at = 0; at < named.length; at += AT_ONCE) {
      const some = named.slice(at, at + AT_ONCE);
      const stored = await eventsOfEach(
        tx,
        some.map(({ id }) => id),
      );
      const lacking = some.flatMap(({ id, kind }) => {
        const history = historyOf(id, stored.get(id) ?? []);
        return history.toFeed(kind !== 'dossier' || history.fold() !== null, null);
      });
      await feed.add(lacking.filter((row) => row.office === office.id));
    }
    return saved;
  });
}

/** Dossiers and batches with an event in whose body that office stands, the oldest first: what it says is looked at after. */
async function thingsNaming(tx: Tx, office: string): Promise<{ readonly id: string; readonly kind: string }[]> {
  const { rows } = await sql<{ id: string; kind: string }>`select aggregate_id as id, aggregate as kind from event
    where type = any(${naming}::text[]) and not quarantined and strpos(body, ${JSON.stringify(office)}) > 0
    group by aggregate_id, aggregate order by min(received_at), aggregate_id`.execute(tx);
  return rows;
}
