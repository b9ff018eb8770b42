import { takeAgain, type PortalPorts } from '../portal/write.ts';
import { eventsHeld } from '../store/erased.ts';
import type { PortalPlace } from '../store/portal.ts';
import { inTransaction } from '../store/transaction.ts';
import type { ErasureList } from './list.ts';

/**
 * After the database was put back from a copy: erasures the list has and the database has forgotten are taken in again,
 * under their own ids at new places of the province's log. Bodies that came back with the copy go, those that desks send
 * again do not come. To be done before any desk is answered.
 * @returns how many
 * @throws Error where one is not taken
 */
export async function eraseAgain(ports: PortalPorts, place: PortalPlace, list: ErasureList): Promise<number> {
  const listed = list.read();
  const held = await eventsHeld(
    ports.db,
    listed.map(({ envelope }) => envelope.id),
  );
  const forgotten = listed.filter(({ envelope }) => !held.has(envelope.id));
  for (const event of forgotten) {
    const { verdict } = await inTransaction(ports.db, (tx) => takeAgain(ports, tx, place, event, 'confirmed'));
    if (verdict?.end !== 'applied' && verdict?.end !== 'flagged') {
      throw new Error(`erasure ${event.envelope.id} was not taken again: ${verdict?.reason ?? ''}`);
    }
  }
  return forgotten.length;
}
