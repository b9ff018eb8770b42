import { GENESIS } from '../../domain/log/envelope.ts';
import type { Tx } from './pool.ts';
import type { PortalPlace } from './portal.ts';
import { lockInOrder } from './transaction.ts';

/**
 * The log in which the province writes down again, for one office, what it had forgotten: one an epoch, because places of
 * an earlier one may have been given after the copy it was put back from.
 * @param made the log begun where there is none yet
 * @returns its id
 */
export async function restatingLog(tx: Tx, made: PortalPlace): Promise<string> {
  const { device, office, log } = made;
  await lockInOrder(tx, 'restate', [office]);
  const { epoch } = await tx.selectFrom('province').select('epoch').executeTakeFirstOrThrow();
  const known = await tx
    .selectFrom('log')
    .select('id')
    .where('device', '=', device)
    .where('office', '=', office)
    .where('compared', '=', epoch)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  await tx
    .insertInto('log')
    .values({ id: log, device, office, head: 0, head_hash: GENESIS, trusted: null, compared: epoch })
    .execute();
  return log;
}
