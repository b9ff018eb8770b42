import { GENESIS } from '../../domain/log/envelope.ts';
import { deviceById, deviceByKey, logOf } from './devices.ts';
import type { MachineKind } from '../../contract/machine-kind.ts';
import type { Db, Tx } from './pool.ts';

export interface NewDevice {
  readonly codeHash: string;
  readonly publicKey: string;
  readonly name: string;
  readonly now: number;
  readonly newIds: { readonly device: string; readonly log: string };
}

export interface EnrolledPlace {
  readonly device: string;
  readonly log: string;
  readonly office: string;
  readonly counter: string;
  readonly kind: MachineKind;
  readonly recoveryPublicKey: string;
}

/**
 * Uses a code. The device that used it may ask again, until the code is over, and gets the same answer.
 * @returns null for a code that is unknown, over or used by another device, and for a key enrolled before
 */
export async function enrol(tx: Tx, asked: NewDevice): Promise<EnrolledPlace | null> {
  const code = await tx
    .selectFrom('enrolment_code')
    .innerJoin('office', 'office.id', 'enrolment_code.office')
    .innerJoin('counter', 'counter.id', 'enrolment_code.counter')
    .selectAll('enrolment_code')
    .select([
      'office.recovery_public_key',
      'office.disabled as office_disabled',
      'counter.disabled as counter_disabled',
      'counter.kind',
    ])
    .where('code_hash', '=', asked.codeHash)
    .forUpdate('enrolment_code')
    .executeTakeFirst();
  if (code === undefined || code.expires_at <= asked.now || code.recovery_public_key === null) return null;
  if (code.office_disabled || code.counter_disabled) return null;
  const { office, counter, kind, recovery_public_key: recoveryPublicKey } = code;
  const place = { office, counter, kind, recoveryPublicKey };
  if (code.device !== null) {
    const device = await deviceById(tx, code.device);
    const log = await logOf(tx, code.device);
    return device?.public_key === asked.publicKey && log !== null ? { device: device.id, log, ...place } : null;
  }
  if ((await deviceByKey(tx, asked.publicKey)) !== null) return null;
  const { device, log } = asked.newIds;
  await tx
    .insertInto('device')
    .values({
      id: device,
      public_key: asked.publicKey,
      office,
      counter,
      kind,
      name: asked.name,
      enrolled_at: asked.now,
      revoked_at: null,
    })
    .execute();
  await tx
    .insertInto('log')
    .values({ id: log, device, office: code.office, head: 0, head_hash: GENESIS, trusted: null })
    .execute();
  await tx.updateTable('enrolment_code').set({ device }).where('code_hash', '=', asked.codeHash).execute();
  return { device, log, ...place };
}

/** Stores a new code; those that are over are dropped on the way. */
export async function storeCode(
  db: Db | Tx,
  row: { readonly codeHash: string; readonly office: string; readonly counter: string; readonly expiresAt: number },
  now: number,
): Promise<void> {
  await db.deleteFrom('enrolment_code').where('expires_at', '<=', now).execute();
  await db
    .insertInto('enrolment_code')
    .values({
      code_hash: row.codeHash,
      office: row.office,
      counter: row.counter,
      expires_at: row.expiresAt,
      device: null,
    })
    .execute();
}
