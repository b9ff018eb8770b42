import { causalOrder, heads } from '../log/order.ts';
import type { Envelope } from '../log/envelope.ts';
import type { OtherSlipIssued } from '../dossier/events/slip.ts';
import type { CashCounted, DayClosed, DayReopened } from './events.ts';

/** What can happen to one counter's one day. */
export type CounterDayEvent =
  | { readonly type: 'counterDay.cashCounted'; readonly version: 1; readonly body: CashCounted }
  | { readonly type: 'counterDay.closed'; readonly version: 1; readonly body: DayClosed }
  | { readonly type: 'counterDay.reopened'; readonly version: 1; readonly body: DayReopened }
  | { readonly type: 'counterDay.slipIssued'; readonly version: 1; readonly body: OtherSlipIssued };

export interface KnownDayEvent {
  readonly envelope: Pick<Envelope, 'id' | 'log' | 'seq' | 'after' | 'actor'>;
  /** Null: erased, or of a type this release does not know. */
  readonly event: CounterDayEvent | null;
}

interface Done<B> {
  readonly eventId: string;
  readonly actor: string;
  readonly body: B;
}

/** A counter's day (ngày làm việc của quầy): its drawer, whether it is closed (chốt), and every closing before. */
export interface CounterDay {
  /** The newest count; null: the drawer was not counted. */
  readonly counted: Done<CashCounted> | null;
  /** What holds: null while the day is open, or open again. */
  readonly closed: Done<DayClosed> | null;
  /** Oldest first, those no longer holding among them. */
  readonly closings: readonly Done<DayClosed>[];
  readonly reopenings: readonly Done<DayReopened>[];
  readonly slips: readonly OtherSlipIssued[];
  readonly heads: readonly string[];
}

/**
 * Folds the events of a counter's day, whatever order they came in. Two desks of one counter that each closed it without
 * a line: the later in the order of the logs holds, and both stay told.
 */
export function foldCounterDay(known: readonly KnownDayEvent[]): CounterDay {
  const events = new Map(known.map((each) => [each.envelope.id, each]));
  const { ready } = causalOrder(known.map((each) => each.envelope));
  let day: CounterDay = { counted: null, closed: null, closings: [], reopenings: [], slips: [], heads: heads(ready) };
  for (const { id, actor } of ready) {
    const event = events.get(id)?.event ?? null;
    if (event !== null) day = after(day, event, { eventId: id, actor });
  }
  return day;
}

function after(day: CounterDay, event: CounterDayEvent, by: { eventId: string; actor: string }): CounterDay {
  switch (event.type) {
    case 'counterDay.cashCounted':
      return { ...day, counted: { ...by, body: event.body } };
    case 'counterDay.closed': {
      const closed = { ...by, body: event.body };
      return { ...day, closed, closings: [...day.closings, closed] };
    }
    case 'counterDay.reopened':
      return { ...day, closed: null, reopenings: [...day.reopenings, { ...by, body: event.body }] };
    case 'counterDay.slipIssued':
      return { ...day, slips: [...day.slips, event.body] };
  }
}
