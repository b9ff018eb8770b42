import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { TicketView } from './ticket.ts';
import type { HallView } from './view.ts';

/**
 * How a ticket stands, as its own phone is told (theo dõi số trên điện thoại): waiting · called to a counter · missed:
 * called, nobody came, in line again · held for its counter · served · gone: no longer good.
 */
export interface FollowedTicket {
  readonly id: string;
  readonly number: string;
  readonly series: string;
  readonly stands: 'waiting' | 'called' | 'missed' | 'held' | 'served' | 'gone';
  /** Of gone: nobody came, held too long, or its day is over. */
  readonly gone: 'absent' | 'held' | 'day' | null;
  /** Name of the counter it is called to, was called to last, or is held at; null: none yet. */
  readonly counter: string | null;
  /** The call or the last one; null: none yet. */
  readonly calledAt: LocalDateTime | null;
  /** Times it was called to no avail. */
  readonly missed: number;
}

export function followed(view: HallView, ticket: TicketView): FollowedTicket {
  const last = ticket.calls.at(-1);
  const counter = ticket.counter ?? last?.counter ?? null;
  return {
    id: ticket.id,
    number: ticket.text,
    series: ticket.series,
    stands: standsOf(ticket),
    gone: ticket.state === 'expired' ? ticket.expired : null,
    counter: counter === null ? null : (view.counters.find(({ id }) => id === counter)?.name ?? counter),
    calledAt: last?.lastAt ?? null,
    missed: ticket.noShows,
  };
}

function standsOf({ state, calls }: TicketView): FollowedTicket['stands'] {
  switch (state) {
    case 'waiting':
      return calls.at(-1)?.missed === true ? 'missed' : 'waiting';
    case 'called':
      return 'called';
    case 'held':
      return 'held';
    case 'ended':
      return 'served';
    case 'expired':
      return 'gone';
  }
}
