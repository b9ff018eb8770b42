import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { Decision, HallCommand } from './commands.ts';
import { decided, onTicket, refused } from './decision.ts';
import { wholeLine } from './line.ts';
import type { HallRules } from './rules.ts';
import { seriesOf } from './series.ts';
import { counterOf, type HallView } from './view.ts';

/**
 * The first so many in line of a series go to one counter (chuyển số sang quầy), each with its number and its place. Those
 * kept for a counter already stay where they are. Decided at once, so that nobody called meanwhile is moved.
 */
export function moveFirst(
  view: HallView,
  rules: HallRules,
  { series, count, counter, reason }: Extract<HallCommand, { kind: 'moveFirst' }>,
  term: number,
  at: LocalDateTime,
): Decision {
  if (reason.trim() === '') return refused('HC-12');
  if (seriesOf(rules, series) === null) return refused('HC-09');
  const target = counterOf(view, counter);
  if (target === null || target.state === 'closed') return refused('HC-04');
  const first = wholeLine(view, rules, at).filter(({ ticket }) => ticket.series === series && ticket.counter === null);
  return decided(
    ...first
      .slice(0, count)
      .map(({ ticket }) =>
        onTicket(ticket, { type: 'ticket.moved', version: 1, body: { term, series, counter, reason, at } }),
      ),
  );
}
