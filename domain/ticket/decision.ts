import type { Decision, HallRefusal, HallWrite } from './commands.ts';
import type { HallEvent, TicketEvent } from './events.ts';
import type { TicketView } from './ticket.ts';
import type { HallView } from './view.ts';

/** How decisions are put together. */

export function refused(code: HallRefusal, params: Readonly<Record<string, string>> = {}): Decision {
  return { ok: false, code, params };
}

export function decided(...events: readonly HallWrite[]): Decision {
  return { ok: true, events };
}

/** An event on a ticket as it stands in the view. */
export function onTicket(ticket: TicketView, event: TicketEvent): HallWrite {
  return { aggregate: 'ticket', id: ticket.id, after: ticket.heads, event };
}

export function onHall(view: HallView, event: HallEvent): HallWrite {
  return { aggregate: 'hall', after: view.heads, event };
}
