/** An erasure by law among the events of one thing, as far as the order of erasures needs it. */
export interface NamesErased<R> {
  /** Id of its event. */
  readonly id: string;
  readonly events: readonly { readonly id: string; readonly rest: R | null }[];
}

/** What stays of each event these erasures name, by its id. Of two that name one event the smaller id counts, on every machine. */
export function restsOf<R>(erasures: readonly NamesErased<R>[]): ReadonlyMap<string, R | null> {
  const rests = new Map<string, R | null>();
  for (const { events } of erasures.toSorted((a, b) => (a.id < b.id ? 1 : -1))) {
    for (const { id, rest } of events) rests.set(id, rest);
  }
  return rests;
}
