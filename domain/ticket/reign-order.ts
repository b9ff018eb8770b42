import { causalOrder } from '../log/order.ts';
import type { Envelope } from '../log/envelope.ts';

/** What places an event of the hall: where it stands, and the term (nhiệm kỳ) it was written in. */
export interface OfReign {
  readonly envelope: Pick<Envelope, 'id' | 'log' | 'seq' | 'after' | 'device'>;
  /** Null: erased, or of a type this release does not know. */
  readonly event: { readonly body: { readonly term: number } } | null;
}

/** Which of two reigns goes on where they meet: the higher term, and of equal ones the higher device id. */
export function compareReigns(
  a: { readonly term: number; readonly host: string },
  b: { readonly term: number; readonly host: string },
): number {
  return a.term - b.term || (a.host < b.host ? -1 : a.host > b.host ? 1 : 0);
}

/**
 * The order in which every machine folds the events of one ticket or day: parents first, as in every log; where two
 * reigns wrote without seeing each other, what the one that goes on wrote comes last, so that it holds.
 */
export function reignOrder<E extends OfReign>(known: readonly E[]): E[] {
  const { ready } = causalOrder(known.map(({ envelope }) => envelope));
  const byId = new Map(known.map((each) => [each.envelope.id, each]));
  const rest = ready.flatMap(({ id }) => byId.get(id) ?? []);
  if (new Set(rest.map(({ envelope }) => envelope.device)).size <= 1) return rest;
  const done = new Set<string>();
  const ordered: E[] = [];
  while (rest.length > 0) {
    let next = -1;
    rest.forEach((each, i) => {
      if (!each.envelope.after.every((parent) => done.has(parent))) return;
      const best = rest[next];
      if (best === undefined || compareReigns(reignOf(each), reignOf(best)) < 0) next = i;
    });
    const [taken] = rest.splice(next, 1);
    if (taken === undefined) break;
    done.add(taken.envelope.id);
    ordered.push(taken);
  }
  return ordered;
}

function reignOf({ envelope, event }: OfReign): { term: number; host: string } {
  return { term: event?.body.term ?? 0, host: envelope.device };
}
