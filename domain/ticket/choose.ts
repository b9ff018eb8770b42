import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { CounterView } from './hall-day.ts';
import { breachesAhead } from './look-ahead.ts';
import { lineOf, wholeLine, type InLine } from './line.ts';
import type { HallRules } from './rules.ts';
import { secondsBetween, type TicketView } from './ticket.ts';
import type { HallView } from './view.ts';
import type { Why } from './why.ts';

export interface Chosen {
  readonly ticket: TicketView;
  readonly why: Why;
}

const CLAIMS = ['booked', 'priority', 'return'] as const;

/**
 * The next ticket for a free counter (gọi số tiếp theo) and why: of those whose series it serves, whoever has a claim to
 * go first (a booked time that has come, a priority class, the return lane), else who has been in line longest; but
 * nobody goes first where somebody would then be likely to pass the limit who else would not. Null: nobody it may call.
 */
export function chooseNext(view: HallView, rules: HallRules, counter: CounterView, now: LocalDateTime): Chosen | null {
  const line = lineOf(view, rules, counter, now);
  const [first] = line;
  if (first === undefined) return null;
  const claimants = CLAIMS.flatMap((claim) => line.find((each) => each.claim === claim) ?? []);
  if (claimants.length === 0 || claimants.includes(first)) return { ticket: first.ticket, why: whyFirst(first) };
  const everybody = wholeLine(view, rules, now);
  const likely = (next: InLine): number => breachesAhead(view, rules, everybody, counter, next, now);
  const least = likely(first);
  const chosen = claimants.find((each) => likely(each) <= least);
  if (chosen === undefined) {
    return { ticket: first.ticket, why: { kind: 'limit', waited: first.waited, left: first.left, overtaken: 0 } };
  }
  return { ticket: chosen.ticket, why: whyClaim(chosen, line.indexOf(chosen)) };
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
