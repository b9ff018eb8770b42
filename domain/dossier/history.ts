import type { Envelope } from '../log/envelope.ts';
import { causalOrder } from '../log/order.ts';
import type { CurrentDossierEvent, DossierEvent } from './events.ts';
import { restsIn, withRests } from './erasure.ts';
import { upcastSlip } from './events/slip.ts';
import { withPaperOrder } from './paper-order.ts';
import { openers } from './table.ts';

export type Placed = Pick<
  Envelope,
  'id' | 'log' | 'seq' | 'after' | 'type' | 'version' | 'actor' | 'approvedBy' | 'at'
>;

/** An event with its body read; `null` body: erased by law, or of a type this release does not know. */
export interface KnownEvent {
  readonly envelope: Placed;
  readonly event: DossierEvent | null;
}

/** The known events of one dossier in the one order in which every machine folds them. */
export interface History {
  readonly order: readonly Placed[];
  /** For each event, everything its writer had seen of the dossier, the paper in the hand included. */
  readonly past: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bodies: ReadonlyMap<string, CurrentDossierEvent | null>;
  /** Those whose bodies were erased by law: `bodies` holds what stays of them. */
  readonly erased: ReadonlySet<string>;
}

/** Events whose parents have not arrived are left out: they wait. */
export function historyOf(known: readonly KnownEvent[]): History {
  const bodies = new Map(withRests(known).map((each) => [each.envelope.id, currentEvent(each.event)]));
  const arrived = new Map(causalOrder(known.map((each) => each.envelope)).ready.map((each) => [each.id, each]));
  const { ready } = causalOrder(withPaperOrder([...arrived.values()], (id) => bodies.get(id) ?? null));
  const past = pastOf(ready);
  const order = beginningFirst(ready, past, bodies).flatMap(({ id }) => arrived.get(id) ?? []);
  return { order, past, bodies, erased: new Set(restsIn(known).keys()) };
}

/** What the next event of the dossier comes after. */
export function headsOf({ order }: History): string[] {
  const parents = new Set(order.flatMap((envelope) => envelope.after));
  return order
    .map((envelope) => envelope.id)
    .filter((id) => !parents.has(id))
    .sort();
}

/**
 * Events a settlement took the effect of; a settlement can itself be set aside by a later one. The only event that
 * began a dossier is never set aside: nothing disappears.
 */
export function setAside(
  order: readonly Placed[],
  bodies: ReadonlyMap<string, CurrentDossierEvent | null>,
): ReadonlySet<string> {
  const aside = new Set<string>();
  for (const envelope of order.toReversed()) {
    const event = bodies.get(envelope.id) ?? null;
    if (event?.type !== 'dossier.settled' || aside.has(envelope.id)) continue;
    event.body.setAside.forEach((id) => aside.add(id));
  }
  const began = order.filter(({ id }) => isOpener(bodies.get(id)?.type ?? ''));
  if (began.every((envelope) => aside.has(envelope.id))) began.forEach((envelope) => aside.delete(envelope.id));
  return aside;
}

/** An event in today's version; null where it cannot be read. */
export function currentEvent(event: DossierEvent | null): CurrentDossierEvent | null {
  if (event === null) return null;
  if (event.type !== 'dossier.slipIssued' || event.version === 2) return event;
  return { type: 'dossier.slipIssued', version: 2, body: upcastSlip(event.body) };
}

function pastOf(ready: readonly Placed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const past = new Map<string, Set<string>>();
  for (const { id, after } of ready) {
    const seen = new Set<string>();
    for (const parent of after) {
      seen.add(parent);
      past.get(parent)?.forEach((each) => seen.add(each));
    }
    past.set(id, seen);
  }
  return past;
}

/**
 * An event written before its dossier was heard of (a unit took the paper by its slip) stands after the receipt that
 * gave out the slip, unless that one had seen it. The rest keeps its causal order.
 */
function beginningFirst(ready: readonly Placed[], past: History['past'], bodies: History['bodies']): readonly Placed[] {
  const typeOf = (id: string): string => bodies.get(id)?.type ?? '';
  const begins = ready.filter(({ id }) => isOpener(typeOf(id)));
  const first = begins.find(({ id }) => typeOf(id) === 'dossier.received') ?? begins[0];
  if (first === undefined) return ready;
  const known = past.get(first.id);
  const knewNothing = ({ id }: Placed): boolean =>
    !isOpener(typeOf(id)) && ![...(past.get(id) ?? [])].some((each) => isOpener(typeOf(each)));
  const placed = ready.map((envelope) =>
    knewNothing(envelope) && known?.has(envelope.id) !== true
      ? { ...envelope, envelope, after: [...envelope.after, first.id] }
      : { ...envelope, envelope },
  );
  return causalOrder(placed).ready.map(({ envelope }) => envelope);
}

function isOpener(type: string): boolean {
  return [...openers].some((each) => each === type);
}
