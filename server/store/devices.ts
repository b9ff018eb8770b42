import { sql } from 'kysely';
import type { Device } from '../../contract/sync.ts';
import type { Db, Tx } from './pool.ts';
import type { Selectable } from 'kysely';
import type { DeviceTable } from './device-table.ts';

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
 * Revokes a device: it is answered nothing any more but its pushes, and what it wrote after the trusted place of the log it
 * writes is kept apart (XV-06); `trusted` null trusts what the server holds now, a moment what it had taken in of each log
 * before it: its own clock cannot be set back by whoever has the machine. What had been taken in beyond that place stays,
 * and an alarm tells of each: desks have it, and a person looks at it. Only `revoke` calls this: it keeps the list outside
 * the database.
 * @returns how many those are; null for no such device, or one revoked before
 */
export async function revokeDevice(
  tx: Tx,
  id: string,
  trusted: number | null | { readonly before: number },
  now: number,
  why: { readonly by: string; readonly because: string } | null = null,
): Promise<{ readonly takenBeyond: number } | null> {
  const { numUpdatedRows } = await tx
    .updateTable('device')
    .set({ revoked_at: now, revoked_by: why?.by ?? null, revoked_because: why?.because ?? null })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return null;
  if (typeof trusted === 'number') {
    await tx
      .updateTable('log')
      .set({ trusted })
      .where('id', '=', await logOf(tx, id))
      .where('trusted', 'is', null)
      .execute();
  } else if (trusted !== null) {
    // A log is taken in in its order, so what came before the moment proves all that stands before it: what was let in since
    // has the time of that, and lost its own. Nothing of it since: all of it is believed.
    await sql`update log set trusted = case
        when exists (select from event e where e.log = log.id and e.received_at >= ${trusted.before}::bigint)
        then coalesce((select max(e.seq) from event e where e.log = log.id and e.received_at < ${trusted.before}::bigint), 0)
        else head end
      where device = ${id}::uuid and trusted is null`.execute(tx);
  }
  await tx
    .updateTable('log')
    .set((eb) => ({ trusted: eb.ref('head') }))
    .where('device', '=', id)
    .where('trusted', 'is', null)
    .execute();
  return { takenBeyond: await alarmBeyond(tx, id, now) };
}

/** An alarm for each event of a revoked machine that was taken in beyond the place believed. @returns how many are new */
export async function alarmBeyond(tx: Tx, id: string, now: number): Promise<number> {
  const beyond = await sql<{ seq: number }>`insert into alarm (log, seq, hash, event_id, reason, sent_by, at, signature)
    select v.log, v.seq, v.hash, v.event_id, 'XV-06', ${id}::uuid, ${now}::bigint, v.signature
    from verdict v join log l on l.id = v.log
    where l.device = ${id}::uuid and v.seq > l.trusted and v.ending <> 'quarantined'
    on conflict do nothing returning seq`.execute(tx);
  return beyond.rows.length;
}

/** Desks of an office that are in order, with the keys they sign by. */
export async function desksInOrder(db: Db, office: string): Promise<Device[]> {
  const rows = await db
    .selectFrom('device')
    .select(['id', 'public_key', 'name', 'counter', 'kind'])
    .where('office', '=', office)
    .where('revoked_at', 'is', null)
    .where('portal', '=', false)
    .orderBy('id')
    .execute();
  return rows.map(({ public_key: publicKey, ...row }) => ({ ...row, publicKey }));
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
