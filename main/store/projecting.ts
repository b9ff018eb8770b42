import type { AggregateKind, LogEvent } from '../../domain/log/envelope.ts';
import type { AdviceBook } from './advice.ts';
import type { Batches } from './batches.ts';
import type { Dossiers } from './dossiers.ts';
import type { Eraser } from './erasing.ts';
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
  eraser,
}: {
  readonly dossiers: Dossiers;
  readonly unheard: Unheard;
  readonly batches: Batches;
  readonly advice: AdviceBook;
  readonly halls: Halls;
  readonly eraser: Pick<Eraser, 'apply'>;
}): (events: readonly LogEvent[], own: EventLog) => void {
  return (events, own) => {
    const touched = (kind: AggregateKind): Set<string> =>
      new Set(events.filter(({ envelope }) => envelope.aggregate === kind).map(({ envelope }) => envelope.aggregateId));
    for (const id of touched('dossier')) {
      const history = own.ofAggregate(id);
      if (dossiers.project(id, history, own.apartIn(id)) === null) unheard.project(id, history);
      else unheard.remove(id);
    }
    // What the law has erased goes before anything is folded, as a dossier's does.
    const standing = (kind: 'batch' | 'counterDay' | 'advice' | 'ticket'): [string, readonly LogEvent[]][] =>
      [...touched(kind)].map((id) => [id, eraser.apply({ kind, id }, own.ofAggregate(id), own.apartIn(id)).history]);
    for (const [id, history] of standing('batch')) batches.project(id, history);
    for (const [id, history] of standing('advice')) advice.project(id, history);
    for (const [id, history] of standing('ticket')) halls.projectTicket(id, history);
    // Of a counter's day nothing stands beside its events.
    standing('counterDay');
    for (const id of touched('hall')) halls.projectDay(id, own.ofAggregate(id));
  };
}
