import type { MachineKind } from '../../contract/machine-kind.ts';
import { GENESIS } from '../../domain/log/envelope.ts';
import type { LeftLog, MovedRun } from '../../contract/logs.ts';
import { keepMoved } from './moved.ts';
import type { Db, Tx } from './pool.ts';

export interface LogRow {
  readonly id: string;
  readonly device: string;
  readonly office: string;
  readonly head: number;
  readonly head_hash: string;
  readonly trusted: number | null;
  /** When its desk began another; null while it writes here. */
  readonly ended_at: number | null;
  /** The last place that stays in it, as its desk said when it left. */
  readonly ended_seq: number | null;
  /** Of the portal: it alone hands dossiers in from afar. */
  readonly portal: boolean;
  /** What the machine is whose log it is. */
  readonly kind: MachineKind;
}

/** A log with the public key of the device that writes it, or null. */
export async function logWithKey(db: Db, id: string): Promise<(LogRow & { readonly public_key: string }) | null> {
  const row = await db
    .selectFrom('log')
    .innerJoin('device', 'device.id', 'log.device')
    .selectAll('log')
    .select(['device.public_key', 'device.portal', 'device.kind'])
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
    .select(['device.portal', 'device.kind'])
    .where('log.id', '=', id)
    .forUpdate('log')
    .executeTakeFirstOrThrow();
}

export async function moveHead(tx: Tx, id: string, head: number, hash: string): Promise<void> {
  await tx.updateTable('log').set({ head, head_hash: hash }).where('id', '=', id).execute();
}

/**
 * Begins a log of a desk's own making and ends those it left. Safe to repeat; a log the province does not know (it was put
 * back from a copy) has nothing to end.
 * @returns how far it holds the new log; null where it is another device's
 */
export async function beginLog(
  tx: Tx,
  by: { readonly device: string; readonly office: string },
  {
    log,
    left,
    moved,
  }: { readonly log: string; readonly left: readonly LeftLog[]; readonly moved: readonly MovedRun[] },
  now: number,
): Promise<number | null> {
  // Of a revoked device nothing of it is trusted: what it began without the province's knowing may be somebody else's.
  // Locked, so that a revocation at work beside this either sees the new log or is seen here.
  const { revoked_at } = await tx
    .selectFrom('device')
    .select('revoked_at')
    .where('id', '=', by.device)
    .forShare()
    .executeTakeFirstOrThrow();
  const trusted = revoked_at === null ? null : 0;
  await tx
    .insertInto('log')
    .values({ id: log, device: by.device, office: by.office, head: 0, head_hash: GENESIS, trusted })
    .onConflict((on) => on.doNothing())
    .execute();
  const row = await tx
    .selectFrom('log')
    .select(['device', 'head'])
    .where('id', '=', log)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (row.device !== by.device) return null;
  for (const { log: old, seq, because } of [...left].sort((a, b) => (a.log < b.log ? -1 : 1))) {
    await tx
      .updateTable('log')
      .set({ ended_at: now, ended_seq: seq, ended_because: because })
      .where('id', '=', old)
      .where('id', '<>', log)
      .where('device', '=', by.device)
      .where('ended_at', 'is', null)
      .execute();
  }
  await keepMoved(tx, log, moved);
  return row.head;
}

/** How far the logs of an office are held. Those of others, and unknown ones, are not among them. */
export async function headsOf(db: Db, office: string, logs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (logs.length === 0) return new Map();
  const rows = await db
    .selectFrom('log')
    .select(['id', 'head'])
    .where('office', '=', office)
    .where('id', 'in', logs)
    .execute();
  return new Map(rows.map(({ id, head }) => [id, head]));
}

/** Notes that the desk of this log has told what it holds since the province was put back from a copy. */
export async function noteCompared(tx: Tx, log: string, epoch: string): Promise<void> {
  await tx.updateTable('log').set({ compared: epoch }).where('id', '=', log).execute();
}
