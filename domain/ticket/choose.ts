import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { CounterView } from './hall-day.ts';
import { lookAhead } from './look-ahead.ts';
import { lineOf, wholeLine, type InLine } from './line.ts';
import { NO_BOUND, type HallRules } from './rules.ts';
import { secondsBetween, type TicketView } from './ticket.ts';
import type { HallView } from './view.ts';
import type { Why } from './why.ts';

export interface Chosen {
  readonly ticket: TicketView;
  readonly why: Why;
}

const CLAIMS = ['booked', 'priority', 'return'] as const;
/** In people who pass the limit: less than the first is nothing to give up a claim for, the second is worth leaving the order. */
const SAME = 0.002;
const BETTER = 0.2;

/**
 * The next ticket for a free counter (gọi số tiếp theo) and why: of those whose series it serves, whoever has a claim to
 * go first (a booked time that has come, a priority class, the return lane; so many in a row as the rules say), else who
 * has been in line longest; but
 * nobody goes first where somebody would then be likelier to pass the limit, and where the order itself lets people pass
 * it, the series is called by which fewer do. Null: nobody it may call.
 */
export function chooseNext(view: HallView, rules: HallRules, counter: CounterView, now: LocalDateTime): Chosen | null {
  const line = lineOf(view, rules, counter, now);
  const [first] = line;
  if (first === undefined) return null;
  const claims = CLAIMS.filter((claim) => !hadItsTurn(view, rules, counter, claim));
  const preferred = [
    ...new Set([...claims.flatMap((claim) => line.find((each) => each.claim === claim) ?? []), first]),
  ];
  const rest = firstOfEachSeries(line).filter((each) => !preferred.includes(each));
  if (preferred.length + rest.length === 1) return { ticket: first.ticket, why: whyFirst(first) };
  const ahead = lookAhead(view, rules, wholeLine(view, rules, now), counter, now);
  const costs = new Map([...preferred, ...rest].map((each) => [each, ahead.costOf(each)]));
  const over = (each: InLine): number => costs.get(each)?.over ?? 0;
  const whole = (each: InLine): number => over(each) + (costs.get(each)?.late ?? 0);
  const least = Math.min(...preferred.map(over));
  const kept = preferred.find((each) => over(each) <= least + SAME) ?? first;
  // Nobody is left behind for the others' sake once half the limit past it.
  const mayLeave = first.left >= -rules.settings.limitMinutes * 30;
  const saving = mayLeave ? rest.find((each) => whole(each) < whole(kept) - BETTER) : undefined;
  if (saving !== undefined) {
    const overtaken = line.indexOf(saving);
    return { ticket: saving.ticket, why: { kind: 'limit', waited: saving.waited, left: saving.left, overtaken } };
  }
  if (kept === first && preferred.length > 1) {
    return { ticket: first.ticket, why: { kind: 'limit', waited: first.waited, left: first.left, overtaken: 0 } };
  }
  return { ticket: kept.ticket, why: kept === first ? whyFirst(first) : whyClaim(kept, line.indexOf(kept)) };
}

/** Whether the counter has called as many of that lane in a row, before somebody longer in line, as the rules let it. */
function hadItsTurn(
  view: HallView,
  rules: HallRules,
  { id }: Pick<CounterView, 'id'>,
  claim: (typeof CLAIMS)[number],
): boolean {
  const { bookedInARow, priorityInARow, returnInARow } = rules.settings;
  const most = { booked: bookedInARow, priority: priorityInARow, return: returnInARow }[claim];
  if (most >= NO_BOUND) return false;
  const last = view.tickets
    .flatMap(({ calls }) => calls.filter(({ counter }) => counter === id))
    .toSorted((a, b) => (a.at === b.at ? (a.eventId < b.eventId ? 1 : -1) : a.at < b.at ? 1 : -1))
    .slice(0, most);
  return last.length === most && last.every(({ why }) => why.kind === claim && why.overtaken > 0);
}

function firstOfEachSeries(line: readonly InLine[]): InLine[] {
  const seen = new Map<string, InLine>();
  for (const each of line) if (!seen.has(each.ticket.series)) seen.set(each.ticket.series, each);
  return [...seen.values()];
}

function whyFirst(row: InLine): Why {
  if (row.ticket.counter !== null) return { kind: 'moved-here', waited: row.waited };
  return row.claim === null ? { kind: 'first', waited: row.waited } : whyClaim(row, 0);
}

function whyClaim({ claim, ticket, waited }: InLine, overtaken: number): Why {
  switch (claim) {
    case null:
      return { kind: 'first', waited };
    case 'booked':
      return { kind: 'booked', waited, bookedFor: ticket.bookedFor ?? '', overtaken };
    case 'return':
      return { kind: 'return', waited, overtaken };
    case 'priority':
      return { kind: 'priority', class: ticket.priority ?? '', waited, overtaken };
  }
}

/** A ticket called by its number: how many of those the counter serves had been in line longer. */
export function whyNamed(
  view: HallView,
  rules: HallRules,
  ticket: TicketView,
  counter: CounterView,
  now: LocalDateTime,
): Why {
  const since = ticket.queuedAt;
  const ahead = lineOf(view, rules, counter, now).filter((each) => each.ticket.id !== ticket.id && each.since < since);
  return { kind: 'named', waited: Math.max(0, secondsBetween(since, now)), overtaken: ahead.length };
}
