import type { TicketState, TicketView } from './ticket.ts';
import type { HallView } from './view.ts';

/** A series letter, and digits or none yet. */
const TYPED = /^(?<letter>[A-Z])(?<digits>\d{0,8})$/;

/** Whether what somebody typed may be a ticket's number ("b27", "B027"). */
export function looksLikeTicket(typed: string): boolean {
  return TYPED.test(typed.trim().toUpperCase());
}

/**
 * Tickets of the day by what somebody typed of their number, whatever became of them: the very number first ("B27" is
 * B027), then those that begin so; of those, who can still be served first.
 */
export function findTickets(view: HallView, typed: string): TicketView[] {
  const text = typed.trim().toUpperCase();
  const { letter = '', digits = '' } = TYPED.exec(text)?.groups ?? {};
  if (letter === '') return [];
  const isVery = (ticket: TicketView): boolean =>
    ticket.text.startsWith(letter) && digits !== '' && ticket.number === Number(digits);
  return view.tickets
    .filter((ticket) => isVery(ticket) || ticket.text.startsWith(text))
    .sort((a, b) => Number(isVery(b)) - Number(isVery(a)) || places[a.state] - places[b.state]);
}

const places: Readonly<Record<TicketState, number>> = { waiting: 0, held: 1, called: 2, expired: 3, ended: 4 };
