import { asDossierEvent, ERASED_AT_ONCE } from '../../contract/events.ts';
import { localDateTime, type CivilDate } from '../../domain/calendar/civil-date.ts';
import { restOf } from '../../domain/dossier/erasure.ts';
import type { DossierErased, ErasedEvent } from '../../domain/dossier/events/erasure.ts';
import { currentEvent } from '../../domain/dossier/history.ts';
import { stateFacts, type DossierState } from '../../domain/dossier/states.ts';
import { codeOfView } from '../../domain/dossier/view.ts';
import { canonical, type Json } from '../../domain/log/canonical.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { writePortal, type PortalPorts } from '../portal/write.ts';
import { foldStored, readStored } from '../push/fold.ts';
import { beside, bodiesHeld, dossierNamed, type BodyHeld } from '../store/erased.ts';
import { envelopeOf, eventsOf } from '../store/events.ts';
import type { Db, Tx } from '../store/pool.ts';
import type { PortalPlace } from '../store/portal.ts';
import { inTransaction, lockInOrder } from '../store/transaction.ts';
import type { ErasureList } from './list.ts';

/** What stays of the events one erasure names, at most, bytes: it must fit into one event with room to spare. */
const MOST_BYTES = 180_000;

/** What would go, said before anything does. */
export interface ErasurePlan {
  readonly dossier: string;
  readonly code: string;
  readonly state: DossierState;
  readonly isOpen: boolean;
  /** Events whose bodies go, by type. */
  readonly events: Readonly<Record<string, number>>;
  /** Digitised papers, and how many of them stay because another dossier names them too. */
  readonly files: number;
  readonly shared: number;
  readonly messages: number;
}

export interface ErasureOrder extends Omit<DossierErased, 'events' | 'at'> {
  readonly document: { readonly number: string; readonly date: CivilDate };
  /** Ids of the events; null: all of the dossier that have a body. */
  readonly events: readonly string[] | null;
}

/**
 * What an erasure of this dossier would take.
 * @param name its id, a code it carries, or the portal's
 * @returns null where no such dossier is here
 */
export async function planErasure(db: Db, name: string, events: readonly string[] | null): Promise<ErasurePlan | null> {
  const dossier = await dossierNamed(db, name);
  const view = dossier === null ? null : foldStored(dossier, await eventsOf(db, dossier));
  if (dossier === null || view === null) return null;
  const counts: Record<string, number> = {};
  for (const held of chosen(await bodiesHeld(db, dossier), events)) {
    const { type } = envelopeOf(held);
    counts[type] = (counts[type] ?? 0) + 1;
  }
  const code = codeOfView(view);
  return {
    dossier,
    code: code === '' ? dossier : code,
    state: view.state,
    isOpen: stateFacts[view.state].open,
    events: counts,
    ...(await beside(db, dossier)),
  };
}

/**
 * Erases by law: writes it in the province's own log, for every office concerned, and takes bodies and what was made of
 * them away, in one transaction. The list outside the database has it before that is committed.
 * @returns the events written; none where no body is left
 * @throws Error where the dossier is not here, or the erasure itself was not taken
 */
export async function erase(
  ports: PortalPorts,
  place: PortalPlace,
  list: ErasureList,
  dossier: string,
  order: ErasureOrder,
): Promise<LogEvent[]> {
  const grown = new Set<string>();
  const written = await inTransaction(ports.db, async (tx) => {
    grown.clear();
    // Two at once would both find the bodies.
    await lockInOrder(tx, 'erasure', [dossier]);
    const at = localDateTime(ports.clock.now());
    const events: LogEvent[] = [];
    for (const some of portions(chosen(await bodiesHeld(tx, dossier), order.events), dossier)) {
      const body = { ...order, events: some, at };
      const told = { type: 'dossier.erased', body } as const;
      const done = await writePortal(ports, tx, place, { id: dossier, after: await headsNow(tx, dossier) }, told);
      if (done.verdict?.end !== 'applied') {
        throw new Error(`the erasure was not taken: ${done.verdict?.end ?? ''} ${done.verdict?.reason ?? ''}`);
      }
      done.grown.forEach((office) => grown.add(office));
      events.push(done.event);
    }
    list.add(events);
    return events;
  });
  if (grown.size > 0) ports.grown(grown);
  return written;
}

async function headsNow(tx: Tx, dossier: string): Promise<readonly string[]> {
  const view = foldStored(dossier, await eventsOf(tx, dossier));
  if (view === null) throw new Error('Không có hồ sơ này. There is no such dossier.');
  return view.heads;
}

function chosen(held: readonly BodyHeld[], events: readonly string[] | null): readonly BodyHeld[] {
  return events === null ? held : held.filter(({ id }) => events.includes(id));
}

/** As many as fit into one event each. */
function portions(held: readonly BodyHeld[], dossier: string): ErasedEvent[][] {
  const all: ErasedEvent[][] = [];
  let room = 0;
  for (const each of held) {
    const event = erasedOf(each, dossier);
    const bytes = Buffer.byteLength(canonical(event as unknown as Json));
    const last = all.at(-1);
    if (last === undefined || last.length === ERASED_AT_ONCE || bytes > room) {
      all.push([event]);
      room = MOST_BYTES - bytes;
    } else {
      last.push(event);
      room -= bytes;
    }
  }
  return all;
}

/** Of one kept apart nothing stays: nobody has read it. */
function erasedOf({ id, envelope, body, quarantined }: BodyHeld, dossier: string): ErasedEvent {
  const read = quarantined ? null : readStored(envelopeOf({ envelope }), body);
  const event = read === null ? null : currentEvent(asDossierEvent(read));
  return { id, rest: event === null ? null : restOf(event, dossier) };
}
