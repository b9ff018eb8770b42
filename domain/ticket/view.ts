import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { foldHallDay, type CounterView, type HallDay, type KnownHallEvent } from './hall-day.ts';
import { compareReigns } from './reign-order.ts';
import { foldTicket, type KnownTicketEvent, type TicketState, type TicketView } from './ticket.ts';

/** The hall of one office and day as a whole: what the calling rule, the display and the boards read. */
export interface HallView extends HallDay {
  /** Every ticket of the day, in the order they were taken: by term, device and place in the log. */
  readonly tickets: readonly TicketView[];
}

/** Puts a day and its tickets together; tickets of other offices and days are passed over. */
export function hallView(day: HallDay, tickets: Iterable<TicketView>): HallView {
  const own = [...tickets].filter((ticket) => ticket.office === day.office && ticket.date === day.date);
  return { ...day, tickets: own.sort(inOrderTaken) };
}

/** The whole view from the known events, whatever order they came in: `tickets` by the id of their aggregate. */
export function foldHall(
  office: string,
  date: CivilDate,
  hall: readonly KnownHallEvent[],
  tickets: ReadonlyMap<string, readonly KnownTicketEvent[]>,
): HallView {
  const views = [...tickets].flatMap(([id, known]) => foldTicket(id, known) ?? []);
  return hallView(foldHallDay(office, date, hall), views);
}

function inOrderTaken(a: TicketView, b: TicketView): number {
  if (a.issued.log === b.issued.log) return a.issued.seq - b.issued.seq;
  return compareReigns(a.issued, b.issued) || (a.id < b.id ? -1 : 1);
}

export function ticketOf(view: HallView, id: string): TicketView | null {
  return view.tickets.find((ticket) => ticket.id === id) ?? null;
}

export function counterOf(view: HallView, id: string): CounterView | null {
  return view.counters.find((counter) => counter.id === id) ?? null;
}

/** Those in line, in the order they were taken. */
export function waitingTickets(view: HallView): TicketView[] {
  return view.tickets.filter((ticket) => ticket.state === 'waiting');
}

/** What a counter has called and not finished; of two (two reigns), the newer call first. */
export function servingAt(view: HallView, counter: string): TicketView[] {
  return view.tickets
    .filter((ticket) => ticket.state === 'called' && ticket.counter === counter)
    .sort((a, b) => ((a.calls.at(-1)?.at ?? '') < (b.calls.at(-1)?.at ?? '') ? 1 : -1));
}

/** Whom a counter served last, however it ended; null: nobody yet on this day. */
export function lastServedAt(view: HallView, counter: string): TicketView | null {
  const served = view.tickets.filter((ticket) => ticket.state === 'ended' && ticket.counter === counter);
  return served.sort((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? 1 : -1))[0] ?? null;
}

/**
 * The number a further dossier of a visit came with: that of the visit's first, served here.
 * @param visitOf null: not known
 * @returns null: the dossier is the first of its visit, or a number has it already
 */
export function ticketOfVisit(
  view: HallView,
  counter: string,
  dossierId: string,
  visitOf: (dossierId: string) => string | null,
): TicketView | null {
  const visit = visitOf(dossierId);
  if (visit === null || view.tickets.some(({ dossiers }) => dossiers.includes(dossierId))) return null;
  const isOfVisit = (ticket: TicketView): boolean =>
    ticket.state === 'ended' && ticket.counter === counter && ticket.dossiers.some((each) => visitOf(each) === visit);
  return view.tickets.find(isOfVisit) ?? null;
}

export function heldAt(view: HallView, counter: string): TicketView[] {
  return view.tickets.filter((ticket) => ticket.state === 'held' && ticket.counter === counter);
}

/** Whether a counter may call a ticket by the rule: it serves the series, and the ticket is not kept for another. */
export function mayCall(
  counter: Pick<CounterView, 'id' | 'series'>,
  ticket: Pick<TicketView, 'series' | 'counter'>,
  everybodys: ReadonlySet<string>,
): boolean {
  if (ticket.counter !== null) return ticket.counter === counter.id;
  return counter.series.includes(ticket.series) || everybodys.has(ticket.series);
}

/** Tickets that two reigns called and nobody has seen to. */
export function toSettle(view: HallView): TicketView[] {
  return view.tickets.filter((ticket) => ticket.calledByBoth.length > 0 && !ticket.settled);
}

/** Whether the day of the view is over: nothing of it is called any more. */
export function isPastDay(view: Pick<HallDay, 'date'>, now: LocalDateTime): boolean {
  return dateOf(now) > view.date;
}

/**
 * How a ticket stands at a moment. Whoever waited or was held when the day ended has gone home: their number is no longer
 * good, whether its host wrote that down or never came back to do so.
 */
export function stateAt({ state, date }: Pick<TicketView, 'state' | 'date'>, now: LocalDateTime): TicketState {
  return (state === 'waiting' || state === 'held') && isPastDay({ date }, now) ? 'expired' : state;
}
