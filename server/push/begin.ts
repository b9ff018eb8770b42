import type { Beginning } from '../../contract/logs.ts';
import { beginningText, verifyText } from '../../contract/signing.ts';
import { deviceById } from '../store/devices.ts';
import { beginLog } from '../store/logs.ts';
import type { Db } from '../store/pool.ts';
import { inTransaction } from '../store/transaction.ts';

/**
 * Begins a log as its own desk has signed that it did, whoever brings that word. Safe to repeat.
 * @param office whose desk it must be; null: any
 * @returns how far the log is held; null for a desk that is not of that office, or has not signed it
 */
export async function beginAsSigned(
  db: Db,
  office: string | null,
  { device, log, left, moved, signature }: Beginning,
  now: number,
): Promise<number | null> {
  const writer = await deviceById(db, device);
  if (writer === null || (office !== null && writer.office !== office)) return null;
  if (!verifyText(writer.public_key, beginningText({ device, log, left, moved }), signature)) return null;
  return inTransaction(db, (tx) => beginLog(tx, { device, office: writer.office }, { log, left, moved }, now));
}
