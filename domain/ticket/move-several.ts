import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Decision, HallCommand } from './commands.ts';
import { decided, onTicket, refused } from './decision.ts';
import { wholeLine } from './line.ts';
import type { HallRules } from './rules.ts';
import { seriesOf } from './series.ts';
import type { TicketView } from './ticket.ts';
import { counterOf, type HallView } from './view.ts';

/** Several tickets in line moved by a supervisor at once, each with its number and its place (chuyển nhiều số). */

interface Where {
  /** Null: each stays in its own. */
  readonly series: string | null;
  /** Null: kept for no counter any more. */
  readonly counter: string | null;
  readonly reason: string;
}

/**
 * The first so many in line of a series go to one counter (chuyển số sang quầy). Those kept for a counter already stay where
 * they are. Decided at once, so that nobody called meanwhile is moved.
 */
export function moveFirst(
  view: HallView,
  rules: HallRules,
  { series, count, counter, reason }: Extract<HallCommand, { kind: 'moveFirst' }>,
  term: number,
  at: LocalDateTime,
): Decision {
  const free = wholeLine(view, rules, at).filter(({ ticket }) => ticket.series === series && ticket.counter === null);
  const first = free.slice(0, count).map(({ ticket }) => ticket);
  return faultOf(view, rules, { series, counter, reason }) ?? moved(first, { series, counter, reason }, term, at);
}

/**
 * These go to another field or counter (chuyển các số đã đánh dấu); to neither: back to the line of their field. Whoever was
 * called meanwhile stays with who called them, and the others go.
 */
export function moveNamed(
  view: HallView,
  rules: HallRules,
  { tickets, ...where }: Extract<HallCommand, { kind: 'moveNamed' }>,
  term: number,
  at: LocalDateTime,
): Decision {
  const fault = faultOf(view, rules, where);
  if (fault !== null) return fault;
  const named = view.tickets.filter(({ id }) => tickets.includes(id));
  const [first] = named;
  if (first === undefined) return refused('HC-05');
  const inLine = named.filter(({ state }) => state === 'waiting');
  if (inLine.length === 0) return refused('HC-10', { number: first.text });
  return moved(inLine, where, term, at);
}

function faultOf(view: HallView, rules: HallRules, { series, counter, reason }: Where): Decision | null {
  if (reason.trim() === '') return refused('HC-12');
  if (series !== null && seriesOf(rules, series) === null) return refused('HC-09');
  if (counter !== null && (counterOf(view, counter)?.state ?? 'closed') === 'closed') return refused('HC-04');
  return null;
}

/** Who is there already is not moved. */
function moved(tickets: readonly TicketView[], where: Where, term: number, at: LocalDateTime): Decision {
  const { counter, reason } = where;
  return decided(
    ...tickets.flatMap((ticket) => {
      const series = where.series ?? ticket.series;
      if (series === ticket.series && counter === ticket.counter) return [];
      return onTicket(ticket, { type: 'ticket.moved', version: 1, body: { term, series, counter, reason, at } });
    }),
  );
}
