import { sql } from 'kysely';
import type { MachineKind } from '../../contract/machine-kind.ts';
import { GENESIS } from '../../domain/log/envelope.ts';
import { alarmBeyond } from './devices.ts';
import type { Db, Tx } from './pool.ts';

/** A machine the province trusts no more, and how far it believes what that machine wrote. Times by the server's clock. */
export interface Revocation {
  readonly device: string;
  readonly publicKey: string;
  readonly office: string;
  readonly counter: string;
  readonly kind: MachineKind;
  readonly name: string;
  readonly enrolledAt: number;
  readonly revokedAt: number;
  readonly by: string | null;
  readonly because: string | null;
  /** Every log the province had of it: the last place that is believed; 0: none. */
  readonly logs: readonly { readonly log: string; readonly trusted: number }[];
}

/** What the database knows to be revoked. @param device null: all */
export async function revocationsHeld(db: Db | Tx, device: string | null): Promise<Revocation[]> {
  const { rows } =
    await sql<Revocation>`select d.id as device, d.public_key as "publicKey", d.office, d.counter, d.kind, d.name,
      d.enrolled_at as "enrolledAt", d.revoked_at as "revokedAt", d.revoked_by as by, d.revoked_because as because,
      coalesce((select json_agg(json_build_object('log', l.id, 'trusted', coalesce(l.trusted, 0)) order by l.id)
        from log l where l.device = d.id), '[]') as logs
    from device d where d.revoked_at is not null and (${device}::uuid is null or d.id = ${device}::uuid) order by d.id`.execute(
      db,
    );
  return rows;
}

/**
 * Revokes as it was revoked once, in a database put back from a copy that has forgotten it: with the places believed then,
 * so that what the machine wrote before comes in again. One the copy does not know is there again, revoked, where its
 * counter is; whatever else was enrolled with its key goes with it, and nothing of that is believed.
 * @returns the machines that were forgotten
 */
export async function revokeAgain(tx: Tx, revocation: Revocation, now: number): Promise<string[]> {
  const { device, publicKey, office, logs } = revocation;
  const known = await tx
    .selectFrom('device')
    .select(['id', 'revoked_at'])
    .where((eb) => eb.or([eb('id', '=', device), eb('public_key', '=', publicKey)]))
    .forUpdate()
    .execute();
  const forgotten = known.filter(({ revoked_at }) => revoked_at === null).map(({ id }) => id);
  if (known.length === 0 && (await enrolledAgain(tx, revocation))) forgotten.push(device);
  if (forgotten.length === 0) return [];
  await tx
    .updateTable('device')
    .set({ revoked_at: revocation.revokedAt, revoked_by: revocation.by, revoked_because: revocation.because })
    .where('id', 'in', forgotten)
    .execute();
  if (forgotten.includes(device)) {
    for (const { log, trusted } of logs) {
      // Begun after the copy was made: known from here on, so that what colleagues have of it has a place to come to.
      await tx
        .insertInto('log')
        .values({ id: log, device, office, head: 0, head_hash: GENESIS, trusted })
        .onConflict((on) => on.column('id').doUpdateSet({ trusted }).where('log.device', '=', device))
        .execute();
    }
  }
  await tx
    .updateTable('log')
    .set({ trusted: 0 })
    .where('device', 'in', forgotten)
    .where('trusted', 'is', null)
    .execute();
  for (const id of forgotten) await alarmBeyond(tx, id, now);
  return forgotten;
}

/** @returns false where its office or counter is not here: then it is nobody, and refused as such */
async function enrolledAgain(
  tx: Tx,
  { device, publicKey, office, counter, kind, name, ...rest }: Revocation,
): Promise<boolean> {
  const place = await tx
    .selectFrom('counter')
    .select('id')
    .where('id', '=', counter)
    .where('office', '=', office)
    .executeTakeFirst();
  if (place === undefined) return false;
  await tx
    .insertInto('device')
    .values({
      id: device,
      public_key: publicKey,
      office,
      counter,
      kind,
      name,
      enrolled_at: rest.enrolledAt,
      revoked_at: rest.revokedAt,
    })
    .execute();
  return true;
}
