import { isErasure, type ReadEvent } from '../../../contract/events.ts';
import type { CivilDate } from '../../../domain/calendar/civil-date.ts';
import { foldCounterDay, type CounterDay, type CounterDayEvent } from '../../../domain/office/counter-day.ts';
import { saidOf } from '../../store/read-events.ts';
import { bodyOf } from '../../store/store.ts';
import { enrolmentOf, ownCounter, type DeskContext } from '../context.ts';
import { namedId } from '../named-id.ts';

/** One counter's one day in the log: read, and written to. */
export interface CounterDays {
  of(date: CivilDate, counter: string): CounterDay;
  /** Writes on this counter's day. @throws ProblemError LT-03 */
  write(date: CivilDate, actor: string, event: CounterDayEvent): void;
  /** Whose aggregate the day's slips belong to. */
  idOf(date: CivilDate, counter: string): string;
}

export function createCounterDays(context: DeskContext): CounterDays {
  const { store, clock } = context;
  const idOf = (date: CivilDate, counter: string): string =>
    namedId(`counterDay ${enrolmentOf(context).office} ${counter} ${date}`);
  const of = (date: CivilDate, counter: string): CounterDay =>
    foldCounterDay(
      saidOf(store.log?.ofAggregate(idOf(date, counter)) ?? []).map(({ envelope, read }) => ({
        envelope,
        event: read !== null && isOfDay(read) ? read : null,
      })),
    );
  return {
    of,
    idOf,
    write(date, actor, event) {
      const counter = ownCounter(context).name;
      store.record(() => ({
        now: clock.now(),
        events: [
          {
            stamp: context.stamp(),
            event: {
              aggregate: 'counterDay',
              aggregateId: idOf(date, counter),
              after: of(date, counter).heads,
              type: event.type,
              version: event.version,
              body: bodyOf(event.body),
              actor,
              approvedBy: null,
            },
          },
        ],
      }));
      context.kick();
      context.changed('dossiers');
      context.changed('status');
    },
  };
}

function isOfDay(read: ReadEvent): read is Extract<ReadEvent, CounterDayEvent> {
  return read.type.startsWith('counterDay.') && !isErasure(read);
}
