import { GENESIS } from '../../domain/log/envelope.ts';
import { insertCounter } from './counters.ts';
import type { Db, Tx } from './pool.ts';
import type { ImportedTable } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Who stands in the portal's events where a desk has its officer. */
export const PORTAL_ACTOR = 'cong-dvc';

export interface PortalPlace {
  readonly device: string;
  readonly office: string;
  readonly log: string;
}

/** The portal's device and its newest log; null before it was opened. */
export async function portalPlace(db: Db | Tx): Promise<PortalPlace | null> {
  const row = await db
    .selectFrom('device')
    .innerJoin('log', 'log.device', 'device.id')
    .select(['device.id as device', 'device.office', 'log.id as log'])
    .where('device.portal', '=', true)
    .whereRef('log.office', '=', 'device.office')
    // Ids grow with time.
    .orderBy('log.id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** The province has no centre of its own yet: what it writes itself has no place. */
export class NoCentre extends Error {
  override readonly name = 'NoCentre';

  constructor() {
    super('Chưa có trung tâm cấp tỉnh. There is no provincial centre.');
  }
}

/**
 * Makes the portal's device and log at the province's centre, once.
 * @throws NoCentre
 */
export async function openPortal(
  db: Db,
  made: { readonly publicKey: string; readonly device: string; readonly log: string; readonly now: number },
): Promise<PortalPlace> {
  return inTransaction(db, async (tx) => {
    const known = await portalPlace(tx);
    if (known !== null) return known;
    const centre = await tx
      .selectFrom('office')
      .select('id')
      .where('kind', '=', 'provincial-centre')
      .orderBy('id')
      .executeTakeFirst();
    if (centre === undefined) throw new NoCentre();
    const { id: office } = centre;
    // No desk sits there: it only names the place.
    const counter = { id: `${office}-cong`, office, name: 'Cổng dịch vụ công', disabled: true };
    await insertCounter(tx, { ...counter, kind: 'desk', use: 'other' });
    await tx
      .insertInto('device')
      .values({
        id: made.device,
        public_key: made.publicKey,
        office,
        counter: counter.id,
        name: counter.name,
        enrolled_at: made.now,
        revoked_at: null,
        portal: true,
      })
      .execute();
    await insertPortalLog(tx, { device: made.device, office, log: made.log });
    return { device: made.device, office, log: made.log };
  });
}

/** A log of its own begins: the first, and after a restore, when the places of the one before may have been given. */
export async function insertPortalLog(db: Db | Tx, { device, office, log }: PortalPlace): Promise<void> {
  await db.insertInto('log').values({ id: log, device, office, head: 0, head_hash: GENESIS, trusted: null }).execute();
}

export async function importedBefore(tx: Tx, portalCode: string): Promise<ImportedTable | null> {
  const row = await tx.selectFrom('imported').selectAll().where('portal_code', '=', portalCode).executeTakeFirst();
  return row ?? null;
}

/** Keeps what the portal's code stands for; sent again with other content, what it last said and what was told of it. */
export async function keepImported(tx: Tx, row: ImportedTable): Promise<void> {
  await tx
    .insertInto('imported')
    .values(row)
    .onConflict((on) => on.column('portal_code').doUpdateSet({ packet_hash: row.packet_hash, told: row.told }))
    .execute();
}
