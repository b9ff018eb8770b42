import type { Db, Tx } from './pool.ts';
import type { Selectable } from 'kysely';
import type { DeviceTable } from './tables.ts';

export async function deviceById(db: Db | Tx, id: string): Promise<Selectable<DeviceTable> | null> {
  return (await db.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function deviceByKey(db: Db | Tx, publicKey: string): Promise<Selectable<DeviceTable> | null> {
  return (await db.selectFrom('device').selectAll().where('public_key', '=', publicKey).executeTakeFirst()) ?? null;
}

/** Public keys of the desks of these offices, revoked ones too: what they signed before stays signed. */
export async function keysOfOffices(tx: Tx, offices: readonly string[]): Promise<string[]> {
  const rows = await tx.selectFrom('device').select('public_key').where('office', 'in', offices).execute();
  return rows.map((row) => row.public_key);
}

/** The log a device writes: the one made at its enrolment, or the last it has begun itself. */
export async function logOf(db: Db | Tx, device: string): Promise<string | null> {
  const row = await db
    .selectFrom('log')
    .select('id')
    .where('device', '=', device)
    .where('ended_at', 'is', null)
    // Ids grow with time; a clone writes one of its own beside.
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * Revokes a device: it is answered nothing any more but its pushes, and what it wrote after the trusted place of its
 * logs is kept apart (XV-06). `trusted` null trusts what the server holds now.
 */
export async function revokeDevice(tx: Tx, id: string, trusted: number | null, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('device')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  await tx
    .updateTable('log')
    .set((eb) => ({ trusted: trusted === null ? eb.ref('head') : eb.val(trusted) }))
    .where('device', '=', id)
    .where('trusted', 'is', null)
    .execute();
  return numUpdatedRows > 0n;
}

/** Enrolled desks with the head of their log, by office. */
export async function devicesOf(db: Db, office: string | null) {
  const all = db
    .selectFrom('device')
    .innerJoin('log', 'log.device', 'device.id')
    .select(['device.id', 'device.office', 'device.counter', 'device.name', 'device.enrolled_at', 'device.revoked_at'])
    .select(['log.id as log', 'log.head', 'log.trusted'])
    .orderBy('device.office')
    .orderBy('device.counter');
  return (office === null ? all : all.where('device.office', '=', office)).execute();
}
