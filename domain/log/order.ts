import type { Envelope } from './envelope.ts';

type Place = Pick<Envelope, 'id' | 'log' | 'seq' | 'after'>;

export interface CausalOrder<E> {
  /** Every event whose parents are all here, parents first; ties by (log, seq), never by a clock. */
  readonly ready: readonly E[];
  /** Events whose parents have not arrived: they wait, they are not flagged. */
  readonly waiting: readonly E[];
}

/** Puts the known events of one aggregate into the one order in which every machine folds them (S5, S12). */
export function causalOrder<E extends Place>(events: readonly E[]): CausalOrder<E> {
  const rest = [...events].sort(byPlace);
  const done = new Set<string>();
  const ready: E[] = [];
  for (let moved = true; moved;) {
    moved = false;
    for (let i = 0; i < rest.length; i++) {
      const event = rest[i];
      if (event === undefined || !event.after.every((parent) => done.has(parent))) continue;
      rest.splice(i, 1);
      done.add(event.id);
      ready.push(event);
      moved = true;
      break;
    }
  }
  return { ready, waiting: rest };
}

/** Ids of the events that no other known event names in `after`: what the next event of the aggregate comes after. */
export function heads(events: readonly Place[]): string[] {
  const parents = new Set(events.flatMap((event) => event.after));
  return events
    .filter((event) => !parents.has(event.id))
    .map((event) => event.id)
    .sort();
}

/** Whether neither event had seen the other, judged over the known history of their aggregate. */
export function concurrent(a: Place, b: Place, events: readonly Place[]): boolean {
  return a.id !== b.id && !sees(a, b.id, events) && !sees(b, a.id, events);
}

function sees(from: Place, id: string, events: readonly Place[]): boolean {
  const byId = new Map(events.map((event) => [event.id, event]));
  const open = [...from.after];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(byId.get(next)?.after ?? []));
  }
  return false;
}

function byPlace(a: Place, b: Place): number {
  return a.log < b.log ? -1 : a.log > b.log ? 1 : a.seq - b.seq;
}
