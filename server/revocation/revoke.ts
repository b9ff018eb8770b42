import { revokeDevice } from '../store/devices.ts';
import type { Db } from '../store/pool.ts';
import { revocationsHeld, revokeAgain } from '../store/revocations.ts';
import { inTransaction } from '../store/transaction.ts';
import type { RevocationList } from './list.ts';

export interface RevocationOrder {
  readonly device: string;
  /** The last place believed of the log it writes; null: all that is held; a moment: what had been taken in before it. */
  readonly trusted: number | null | { readonly before: number };
  readonly why: { readonly by: string; readonly because: string } | null;
}

/**
 * Revokes a lost or stolen machine (thu hồi máy). The list outside the database has it before that is committed: nobody is
 * told that a machine is revoked which a restore would trust again.
 * @returns how many events beyond the trusted place had been taken in before; null for no such machine, or one revoked before
 * @throws Error where the list cannot be written: nothing is revoked then
 */
export async function revoke(
  db: Db,
  list: RevocationList,
  { device, trusted, why }: RevocationOrder,
  now: number,
): Promise<{ readonly takenBeyond: number } | null> {
  return inTransaction(db, async (tx) => {
    const done = await revokeDevice(tx, device, trusted, now, why);
    if (done !== null) list.add(await revocationsHeld(tx, device));
    return done;
  });
}

/**
 * After the database was put back from a copy: machines the list has and the database has forgotten are revoked again, as
 * they were. To be done before any desk is answered.
 * @returns those that were forgotten
 */
export async function revokedAgain(db: Db, list: RevocationList, now: number): Promise<string[]> {
  const again: string[] = [];
  for (const one of list.read()) {
    again.push(...(await inTransaction(db, (tx) => revokeAgain(tx, one, now))));
  }
  return again;
}

/**
 * Writes down what the database has and the list has not: revoked at another instance, or by a release that kept no list.
 * @returns how many
 */
export async function completeList(db: Db, list: RevocationList): Promise<number> {
  const held = await revocationsHeld(db, null);
  const listed = new Set(list.read().map(({ device }) => device));
  const missing = held.filter(({ device }) => !listed.has(device));
  list.add(missing);
  return missing.length;
}
