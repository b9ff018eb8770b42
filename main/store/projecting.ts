import type { AggregateKind, LogEvent } from '../../domain/log/envelope.ts';
import type { AdviceBook } from './advice.ts';
import type { Batches } from './batches.ts';
import type { Dossiers } from './dossiers.ts';
import type { EventLog } from './events.ts';
import type { Halls } from './halls.ts';
import type { Unheard } from './unheard.ts';

/** Puts the views of everything these events touch in their place, each folded once. */
export function projectingOf({
  dossiers,
  unheard,
  batches,
  advice,
  halls,
}: {
  readonly dossiers: Dossiers;
  readonly unheard: Unheard;
  readonly batches: Batches;
  readonly advice: AdviceBook;
  readonly halls: Halls;
}): (events: readonly LogEvent[], own: EventLog) => void {
  return (events, own) => {
    const touched = (kind: AggregateKind): Set<string> =>
      new Set(events.filter(({ envelope }) => envelope.aggregate === kind).map(({ envelope }) => envelope.aggregateId));
    for (const id of touched('dossier')) {
      const history = own.ofAggregate(id);
      if (dossiers.project(id, history, own.apartIn(id)) === null) unheard.project(id, history);
      else unheard.remove(id);
    }
    for (const id of touched('batch')) batches.project(id, own.ofAggregate(id));
    for (const id of touched('advice')) advice.project(id, own.ofAggregate(id));
    for (const id of touched('ticket')) halls.projectTicket(id, own.ofAggregate(id));
    for (const id of touched('hall')) halls.projectDay(id, own.ofAggregate(id));
  };
}
