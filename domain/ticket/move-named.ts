import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Decision, HallCommand } from './commands.ts';
import { decided, onTicket, refused } from './decision.ts';
import type { HallRules } from './rules.ts';
import { seriesOf } from './series.ts';
import { counterOf, type HallView } from './view.ts';

/**
 * Several tickets in line go to another field or counter (chuyển các số đã đánh dấu), each with its number and its place; to
 * neither: back to the line of their field, kept for no counter any more. Decided at once: whoever was called meanwhile
 * stays with who called them, and the others go.
 */
export function moveNamed(
  view: HallView,
  rules: HallRules,
  { tickets, series, counter, reason }: Extract<HallCommand, { kind: 'moveNamed' }>,
  term: number,
  at: LocalDateTime,
): Decision {
  if (reason.trim() === '') return refused('HC-12');
  if (series !== null && seriesOf(rules, series) === null) return refused('HC-09');
  const target = counter === null ? null : counterOf(view, counter);
  if (counter !== null && (target === null || target.state === 'closed')) return refused('HC-04');
  const named = view.tickets.filter(({ id }) => tickets.includes(id));
  const [first] = named;
  if (first === undefined) return refused('HC-05');
  const inLine = named.filter(({ state }) => state === 'waiting');
  if (inLine.length === 0) return refused('HC-10', { number: first.text });
  const others = inLine.filter((ticket) => (series ?? ticket.series) !== ticket.series || counter !== ticket.counter);
  return decided(
    ...others.map((ticket) => {
      const body = { term, series: series ?? ticket.series, counter, reason, at };
      return onTicket(ticket, { type: 'ticket.moved', version: 1, body });
    }),
  );
}
