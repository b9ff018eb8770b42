import type { LocalDateTime } from '../calendar/civil-date.ts';
import { mayBook } from './booking.ts';
import type { Decision, NewTicket } from './commands.ts';
import { decided, refused } from './decision.ts';
import type { TicketIssued } from './events.ts';
import type { Reign } from './hall-day.ts';
import { nextTicketNumber, ticketText } from './numbering.ts';
import type { HallRules } from './rules.ts';
import { priorityOf, seriesOf } from './series.ts';
import { ticketOf, type HallView } from './view.ts';

/**
 * A new ticket (cấp số). One live ticket per person and series, unless staff give a reason; the number follows the
 * highest of the reign's block, whatever was served meanwhile.
 */
export function decideIssue(
  view: HallView,
  rules: HallRules,
  asked: NewTicket,
  { term, block }: Reign,
  at: LocalDateTime,
): Decision {
  if (seriesOf(rules, asked.series) === null) return refused('HC-09');
  if (asked.priority !== null && priorityOf(rules, asked.priority) === null) return refused('HC-09');
  // Asked twice, the answer to the first having been lost: the ticket is there.
  if (ticketOf(view, asked.ticket) !== null) return decided();
  if (asked.lane === 'booked' && !mayBook(asked.bookedFor, view.date)) return refused('HC-15');
  const live = view.tickets.find(
    ({ personKey, series, state }) =>
      asked.personKey !== null &&
      personKey === asked.personKey &&
      series === asked.series &&
      (state === 'waiting' || state === 'called' || state === 'held'),
  );
  if (live !== undefined && asked.secondBecause === null) return refused('HC-08', { number: live.text });
  const used = view.tickets.filter(({ text }) => text.startsWith(asked.series)).map(({ number }) => number);
  const number = nextTicketNumber(block, used);
  const { ticket: id, secondBecause, ...rest } = asked;
  const { series, field, lane, priority, source, bookedFor, dossierId, personKey, sealedPerson, told } = rest;
  const body: TicketIssued = {
    office: view.office,
    date: view.date,
    term,
    series,
    number,
    text: ticketText(series, number),
    field,
    lane,
    priority,
    source,
    bookedFor: lane === 'booked' ? bookedFor : null,
    dossierId,
    personKey,
    sealedPerson,
    second: live === undefined || secondBecause === null ? null : { of: live.id, reason: secondBecause },
    told,
    at,
  };
  return decided({ aggregate: 'ticket', id, after: [], event: { type: 'ticket.issued', version: 1, body } });
}
