import type { LocalDateTime } from '../calendar/civil-date.ts';
import { chooseNext } from './choose.ts';
import { isBookedLater } from './booking.ts';
import type { CounterView } from './hall-day.ts';
import { lineOf, wholeLine, type InLine } from './line.ts';
import type { HallRules } from './rules.ts';
import type { TicketView } from './ticket.ts';
import { everybodysSeries } from './series.ts';
import { counterOf, heldAt, mayCall, servingAt, waitingTickets, type HallView } from './view.ts';

/** The hall as one counter sees it (cột hàng chờ của quầy). */
export interface AtCounter {
  /** Null: it was not opened today. */
  readonly counter: CounterView | null;
  /** What it has called and not finished; of two (two reigns), the newer call first. */
  readonly serving: readonly TicketView[];
  readonly held: readonly TicketView[];
  /** Whom it would call now; null: nobody, or it is not open. */
  readonly next: string | null;
  /** Those it may call: the next first, then who has been in line longest. */
  readonly mine: readonly InLine[];
  /** Those only other counters call, the longest in line first. */
  readonly others: readonly InLine[];
  /** Those it may call once their booked time has come, the soonest first; they stand in no line yet. */
  readonly later: readonly TicketView[];
}

export function atCounter(view: HallView, rules: HallRules, id: string, now: LocalDateTime): AtCounter {
  const counter = counterOf(view, id);
  const serving = servingAt(view, id);
  const held = heldAt(view, id);
  const everybody = wholeLine(view, rules, now);
  if (counter === null || counter.state === 'closed') {
    return { counter, serving, held, next: null, mine: [], others: everybody, later: [] };
  }
  const line = lineOf(view, rules, counter, now);
  const next = chooseNext(view, rules, counter, now)?.ticket.id ?? null;
  const own = new Set(line.map(({ ticket }) => ticket.id));
  return {
    counter,
    serving,
    held,
    next: counter.state === 'open' ? next : null,
    mine: [...line].sort((a, b) => Number(b.ticket.id === next) - Number(a.ticket.id === next)),
    others: everybody.filter(({ ticket }) => !own.has(ticket.id)),
    later: laterAt(view, rules, counter, now),
  };
}

function laterAt(view: HallView, rules: HallRules, counter: CounterView, now: LocalDateTime): TicketView[] {
  const everybodys = everybodysSeries(rules);
  return waitingTickets(view)
    .filter((ticket) => isBookedLater(ticket, rules, now) && mayCall(counter, ticket, everybodys))
    .sort((a, b) => ((a.bookedFor ?? '') < (b.bookedFor ?? '') ? -1 : 1));
}
