import type { FoundTicket } from '../../../contract/desk/queue.ts';
import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import { isBookedLater } from '../../../domain/ticket/booking.ts';
import { findTickets } from '../../../domain/ticket/find.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import { seriesOf } from '../../../domain/ticket/series.ts';
import type { TicketView } from '../../../domain/ticket/ticket.ts';
import type { HallView } from '../../../domain/ticket/view.ts';

/** Tickets of today by their number, with what became of them, for an officer who calls one by name. */
export function ticketsFound(
  view: HallView,
  rules: HallRules,
  here: { readonly counter: string; readonly now: LocalDateTime },
  { text, limit }: { readonly text: string; readonly limit: number },
): FoundTicket[] {
  const names = new Map(view.counters.map(({ id, name }) => [id, name]));
  return findTickets(view, text)
    .slice(0, limit)
    .map((ticket) => {
      const counter = ticket.state === 'called' || ticket.state === 'held' ? ticket.counter : null;
      return {
        id: ticket.id,
        text: ticket.text,
        name: seriesOf(rules, ticket.series)?.name ?? { vi: ticket.series, en: ticket.series },
        state: ticket.state,
        isHere: counter === here.counter,
        counter: counter === null ? null : (names.get(counter) ?? counter),
        bookedFor: ticket.state === 'waiting' && isBookedLater(ticket, rules, here.now) ? ticket.bookedFor : null,
        since: sinceOf(ticket),
        expired: ticket.expired,
      };
    });
}

function sinceOf(ticket: TicketView): string | null {
  switch (ticket.state) {
    case 'waiting':
      return ticket.queuedAt;
    case 'called':
      return ticket.calls.at(-1)?.at ?? null;
    case 'held':
      return ticket.heldAt;
    case 'ended':
      return ticket.endedAt;
    case 'expired':
      return null;
  }
}
