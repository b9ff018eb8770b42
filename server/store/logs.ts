import type { Db, Tx } from './pool.ts';

export interface LogRow {
  readonly id: string;
  readonly device: string;
  readonly office: string;
  readonly head: number;
  readonly head_hash: string;
  readonly trusted: number | null;
  /** Of the portal: it alone hands dossiers in from afar. */
  readonly portal: boolean;
}

/** A log with the public key of the device that writes it, or null. */
export async function logWithKey(db: Db, id: string): Promise<(LogRow & { readonly public_key: string }) | null> {
  const row = await db
    .selectFrom('log')
    .innerJoin('device', 'device.id', 'log.device')
    .selectAll('log')
    .select(['device.public_key', 'device.portal'])
    .where('log.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Locks the log to the end of the transaction: one push of it at a time. */
export async function lockLog(tx: Tx, id: string): Promise<LogRow> {
  return tx
    .selectFrom('log')
    .innerJoin('device', 'device.id', 'log.device')
    .selectAll('log')
    .select('device.portal')
    .where('log.id', '=', id)
    .forUpdate('log')
    .executeTakeFirstOrThrow();
}

export async function moveHead(tx: Tx, id: string, head: number, hash: string): Promise<void> {
  await tx.updateTable('log').set({ head, head_hash: hash }).where('id', '=', id).execute();
}
