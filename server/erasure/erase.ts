import {
  asDossierEvent,
  ERASED_AT_ONCE,
  eventSchema,
  isErasure,
  type ReadErasure,
  type ReadEvent,
} from '../../contract/events.ts';
import { localDateTime } from '../../domain/calendar/civil-date.ts';
import { restOf } from '../../domain/dossier/erasure.ts';
import type { DossierRest, Erased, Erasure } from '../../domain/dossier/events/erasure.ts';
import { currentEvent } from '../../domain/dossier/history.ts';
import { stateFacts, type DossierState } from '../../domain/dossier/states.ts';
import { codeOfView } from '../../domain/dossier/view.ts';
import { canonical, isSameJson, type Json } from '../../domain/log/canonical.ts';
import type { LogEvent } from '../../domain/log/envelope.ts';
import { heads } from '../../domain/log/order.ts';
import { restOfOther, type OtherRest } from '../../domain/office/erasure.ts';
import { writeOf, type PortalPorts } from '../portal/write.ts';
import { foldStored, readStored } from '../push/fold.ts';
import { beside, bodiesHeld, type BodyHeld } from '../store/erased.ts';
import { envelopeOf, eventsOf } from '../store/events.ts';
import type { Db, Tx } from '../store/pool.ts';
import type { PortalPlace } from '../store/portal.ts';
import { inTransaction, lockInOrder } from '../store/transaction.ts';
import type { ErasureList } from './list.ts';
import { thingNamed, type Erasable, type Thing } from './thing.ts';

/** What stays of the events one erasure names, at most, bytes: it must fit into one event with room to spare. */
const MOST_BYTES = 180_000;

/** What would go, said before anything does. */
export interface ErasurePlan {
  readonly kind: Erasable;
  readonly id: string;
  /** A dossier's code; else as it was asked for. */
  readonly name: string;
  /** Null: no dossier. */
  readonly state: DossierState | null;
  readonly isOpen: boolean;
  /** Events whose bodies go, by type. */
  readonly events: Readonly<Record<string, number>>;
  /** Digitised papers, and how many of them stay because another dossier names them too. */
  readonly files: number;
  readonly shared: number;
  readonly messages: number;
}

export interface ErasureOrder extends Omit<Erasure<never>, 'events' | 'at'> {
  /** Ids of the events; null: all that have a body which says something of a person. */
  readonly events: readonly string[] | null;
}

/**
 * What an erasure of this would take.
 * @param name a dossier's code or the portal's, the id of anything erasable, or a ticket as OFFICE/YYYY-MM-DD/B027
 * @returns null where no such thing is here
 */
export async function planErasure(db: Db, name: string, events: readonly string[] | null): Promise<ErasurePlan | null> {
  const thing = await thingNamed(db, name);
  if (thing === null) return null;
  const { kind, id } = thing;
  const view = kind === 'dossier' ? foldStored(id, await eventsOf(db, id)) : null;
  if (kind === 'dossier' && view === null) return null;
  const counts: Record<string, number> = {};
  for (const { held } of going(await bodiesHeld(db, id), thing, events)) {
    const { type } = envelopeOf(held);
    counts[type] = (counts[type] ?? 0) + 1;
  }
  const code = view === null ? name : codeOfView(view);
  return {
    kind,
    id,
    name: code === '' ? id : code,
    state: view?.state ?? null,
    isOpen: view !== null && stateFacts[view.state].open,
    events: counts,
    ...(kind === 'dossier' ? await beside(db, id) : { files: 0, shared: 0, messages: 0 }),
  };
}

/**
 * Erases by law: writes it in the province's own log, for every office concerned, and takes bodies and what was made of
 * them away, in one transaction. The list outside the database has it before that is committed.
 * @returns the events written; none where no body is left
 * @throws Error where it is not here, or the erasure itself was not taken
 */
export async function erase(
  ports: PortalPorts,
  place: PortalPlace,
  list: ErasureList,
  thing: Thing,
  order: ErasureOrder,
): Promise<LogEvent[]> {
  const { kind, id } = thing;
  const grown = new Set<string>();
  const written = await inTransaction(ports.db, async (tx) => {
    grown.clear();
    // Two at once would both find the bodies.
    await lockInOrder(tx, 'erasure', [id]);
    const at = localDateTime(ports.clock.now());
    const events: LogEvent[] = [];
    for (const some of portions(going(await bodiesHeld(tx, id), thing, order.events))) {
      const after = await headsNow(tx, thing);
      const told = erasureOf(kind, { ...order, events: some, at });
      const done = await writeOf(ports, tx, place, { kind, id, after }, told);
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

/** @throws Error where what is to stay does not belong to such a thing: kinds do not mix within one */
function erasureOf(kind: Erasable, body: object): ReadErasure {
  const read = eventSchema.parse({ type: `${kind}.erased`, version: 1, body });
  if (!isErasure(read)) throw new Error(`no erasure: ${read.type}`);
  return read;
}

async function headsNow(tx: Tx, { kind, id }: Thing): Promise<readonly string[]> {
  const stored = await eventsOf(tx, id);
  if (kind !== 'dossier') return heads(stored.map(envelopeOf));
  const view = foldStored(id, stored);
  if (view === null) throw new Error('Không có hồ sơ này. There is no such dossier.');
  return view.heads;
}

type Rest = DossierRest | OtherRest;

interface Going {
  readonly held: BodyHeld;
  readonly erased: Erased<Rest>;
}

/** Of a dossier every body; of anything else those that say something which may not stay. */
function going(held: readonly BodyHeld[], thing: Thing, events: readonly string[] | null): readonly Going[] {
  const chosen = events === null ? held : held.filter(({ id }) => events.includes(id));
  return chosen.flatMap((each): Going[] => {
    // Of one kept apart nothing stays: nobody has read it.
    const read = each.quarantined ? null : readStored(envelopeOf(each), each.body);
    const rest = read === null ? null : restOfRead(read, thing);
    const isSilent = thing.kind !== 'dossier' && read !== null && rest !== null && isSameJson(json(read), json(rest));
    return isSilent ? [] : [{ held: each, erased: { id: each.id, rest } }];
  });
}

function restOfRead(read: ReadEvent, { id }: Thing): Rest | null {
  const event = currentEvent(asDossierEvent(read));
  if (event !== null) return restOf(event, id);
  return isOther(read) ? restOfOther(read) : null;
}

function isOther(read: ReadEvent): read is Extract<ReadEvent, OtherRest> {
  return /^(advice|batch|counterDay|ticket)\./.test(read.type) && !isErasure(read);
}

/** Texts, integers, lists and nulls. */
function json(value: object): Json {
  return value as Json;
}

/**
 * As many as fit into one event each. What is kept apart is named apart: whoever wrote it may not be concerned, hears
 * of it alone, and must not be told what stays of the rest.
 */
function portions(all: readonly Going[]): Erased<Rest>[][] {
  const isApart = ({ held }: Going): boolean => held.quarantined;
  return [all.filter((each) => !isApart(each)), all.filter(isApart)].flatMap((some) => fitting(some));
}

function fitting(some: readonly Going[]): Erased<Rest>[][] {
  const all: Erased<Rest>[][] = [];
  let room = 0;
  for (const { erased } of some) {
    const bytes = Buffer.byteLength(canonical(json(erased)));
    const last = all.at(-1);
    if (last === undefined || last.length === ERASED_AT_ONCE || bytes > room) {
      all.push([erased]);
      room = MOST_BYTES - bytes;
    } else {
      last.push(erased);
      room -= bytes;
    }
  }
  return all;
}
