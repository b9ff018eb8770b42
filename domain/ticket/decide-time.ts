import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Decision, HallCommand } from './commands.ts';
import { decided, onTicket, refused } from './decision.ts';
import type { TicketView } from './ticket.ts';

/**
 * A wrong time stays out of averages (không tính), or one left out before counts again (tính lại), with the reason. The
 * host decides it while the hall is open; once it is over a supervisor's own machine does, since neither order nor host
 * makes a difference to what comes of it. @param term of the reign, or the ticket's own where the day is over
 */
export function decideTime(
  ticket: TicketView,
  { kind, what, reason }: Extract<HallCommand, { kind: 'leaveOut' | 'countTime' }>,
  term: number,
  at: LocalDateTime,
): Decision {
  if (reason.trim() === '') return refused('HC-12');
  if (kind === 'leaveOut') {
    return decided(onTicket(ticket, { type: 'ticket.timeLeftOut', version: 1, body: { term, what, reason, at } }));
  }
  const undoes = ticket.leftOut.filter((each) => each.what === what).map(({ eventId }) => eventId);
  // It counts already.
  if (undoes.length === 0) return decided();
  return decided(onTicket(ticket, { type: 'ticket.timeCounted', version: 1, body: { term, undoes, reason, at } }));
}
