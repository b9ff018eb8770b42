import { sql, type Insertable, type Selectable } from 'kysely';
import type { Db, Tx } from './pool.ts';
import type { ScanFetchTable, ScanFileTable, ScanNamedTable, ScanUploadTable } from './tables.ts';

export type ScanUpload = Selectable<ScanUploadTable>;
export type ScanFile = Selectable<ScanFileTable>;

export type ScanNamed = Selectable<ScanNamedTable>;

/** Notes that events name files. */
export async function nameScans(tx: Tx, rows: readonly ScanNamed[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('scan_named')
    .values([...rows])
    .onConflict((on) => on.doNothing())
    .execute();
}

/** Lengths under which events of this office name the file; none: it may not send it. */
export async function lengthsNamed(db: Db, hash: string, office: string): Promise<number[]> {
  const rows = await db
    .selectFrom('scan_named')
    .select('bytes')
    .distinct()
    .where('hash', '=', hash)
    .where('office', '=', office)
    .execute();
  return rows.map(({ bytes }) => bytes);
}

/** The view of a dossier that names the file, as canonical JSON, where the event that names it is in this office's feed. */
export async function viewNaming(db: Db, hash: string, dossier: string, office: string): Promise<string | null> {
  const row = await db
    .selectFrom('scan_named')
    .innerJoin('feed', (on) =>
      on
        .onRef('feed.log', '=', 'scan_named.log')
        .onRef('feed.seq', '=', 'scan_named.seq')
        .on('feed.office', '=', office),
    )
    .innerJoin('dossier_view', 'dossier_view.id', 'scan_named.dossier')
    .select('dossier_view.view')
    .where('scan_named.hash', '=', hash)
    .where('scan_named.dossier', '=', dossier)
    .limit(1)
    .executeTakeFirst();
  return row?.view ?? null;
}

export async function scanFile(db: Db, hash: string): Promise<ScanFile | null> {
  return (await db.selectFrom('scan_file').selectAll().where('hash', '=', hash).executeTakeFirst()) ?? null;
}

/** Files held whole, by hash, those after this one. */
export async function filesAfter(db: Db, hash: string, limit: number): Promise<ScanFile[]> {
  return db.selectFrom('scan_file').selectAll().where('hash', '>', hash).orderBy('hash').limit(limit).execute();
}

/** @returns false where another upload of the same file was whole first */
export async function addScanFile(db: Db, row: ScanFile): Promise<boolean> {
  const added = await db
    .insertInto('scan_file')
    .values(row)
    .onConflict((on) => on.doNothing())
    .returning('hash')
    .executeTakeFirst();
  return added !== undefined;
}

export async function uploadById(db: Db, id: string, device: string): Promise<ScanUpload | null> {
  const query = db.selectFrom('scan_upload').selectAll().where('id', '=', id).where('device', '=', device);
  return (await query.executeTakeFirst()) ?? null;
}

export async function uploadOf(db: Db, hash: string, device: string): Promise<ScanUpload | null> {
  const query = db.selectFrom('scan_upload').selectAll().where('hash', '=', hash).where('device', '=', device);
  return (await query.executeTakeFirst()) ?? null;
}

export async function addUpload(db: Db, row: ScanUpload): Promise<void> {
  await db.insertInto('scan_upload').values(row).execute();
}

export async function touchUpload(db: Db, id: string, at: number): Promise<void> {
  await db.updateTable('scan_upload').set({ touched_at: at }).where('id', '=', id).execute();
}

export async function forgetUpload(db: Db, id: string): Promise<void> {
  await db.deleteFrom('scan_upload').where('id', '=', id).execute();
}

/** Uploads nothing was added to since `before`, the longest first. */
export async function abandonedUploads(db: Db, before: number, limit: number): Promise<ScanUpload[]> {
  return db
    .selectFrom('scan_upload')
    .selectAll()
    .where('touched_at', '<', before)
    .orderBy('touched_at')
    .limit(limit)
    .execute();
}

export async function addFetch(db: Db, row: Insertable<ScanFetchTable>): Promise<void> {
  await db.insertInto('scan_fetch').values(row).execute();
}

/** Whether this look at the paper is written down already, since that moment. */
export async function isFetchNoted(
  db: Db,
  { hash, dossier, device, person }: Pick<Insertable<ScanFetchTable>, 'hash' | 'dossier' | 'device' | 'person'>,
  since: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('scan_fetch')
    .select('at')
    .where('hash', '=', hash)
    .where('at', '>=', since)
    .where('dossier', '=', dossier)
    .where('device', '=', device)
    .where('person', '=', person)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Runs `work` while nobody else, in no other instance, works under this name; null, without waiting, where somebody does.
 * The lock is the connection's: it is given up with it. `work` asks by that connection: who held one and asked for a second
 * would wait for others that do the same.
 */
export async function alone<T>(db: Db, name: string, work: (held: Db) => Promise<T>): Promise<{ value: T } | null> {
  return db.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${`scan:${name}`}, 0)`;
    const { rows } = await sql<{ free: boolean }>`select pg_try_advisory_lock(${key}) as free`.execute(connection);
    if (rows[0]?.free !== true) return null;
    try {
      return { value: await work(connection) };
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection);
    }
  });
}
