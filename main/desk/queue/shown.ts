import type { LastTicket, Queue, ServingTicket, WaitingTicket } from '../../../contract/desk/queue.ts';
import type { LocalDateTime } from '../../../domain/calendar/civil-date.ts';
import type { Bilingual } from '../../../domain/text.ts';
import { atCounter } from '../../../domain/ticket/at-counter.ts';
import type { CalledOpens } from '../../../domain/ticket/called-opens.ts';
import type { InLine } from '../../../domain/ticket/line.ts';
import type { HallRules } from '../../../domain/ticket/rules.ts';
import { priorityOf, seriesOf } from '../../../domain/ticket/series.ts';
import { secondsBetween, type TicketView } from '../../../domain/ticket/ticket.ts';
import { lastServedAt, type HallView } from '../../../domain/ticket/view.ts';
import { whyWords } from '../../../domain/ticket/why-words.ts';

/** Of whom the queue is told, and when. */
export interface Looking {
  readonly counter: string;
  readonly now: LocalDateTime;
  readonly silentSince: LocalDateTime | null;
  /** Whether a host answers now. */
  readonly isHosted: boolean;
  /** When the office opens again after its next break today; null: no break is left. */
  readonly opensAgain: LocalDateTime | null;
  /** Where a dossier stands open when its number is called; null: this desk does not know it. */
  readonly opens: (dossierId: string) => CalledOpens | null;
}

/** The hall in the words of the counter's rail. */
export function queueShown(view: HallView, rules: HallRules, looking: Looking): Queue {
  const { counter, now, silentSince } = looking;
  const here = atCounter(view, rules, counter, now);
  const [serving] = here.serving;
  return {
    hall: hallShown(view, looking),
    silentSince,
    counter: here.counter === null ? null : counterShown(here.counter),
    comeAsked: view.comeAsked.find((asked) => asked.counter === counter)?.at ?? null,
    serving: serving === undefined ? null : servingShown(serving, view, rules, looking),
    held: here.held.map((ticket) => ({
      id: ticket.id,
      text: ticket.text,
      name: nameOf(ticket.series, rules),
      reason: ticket.holdReason,
      since: ticket.heldAt ?? now,
    })),
    last: lastShown(view, counter),
    next: here.next,
    mine: here.mine.map((each) => waitingShown(each, rules)),
    others: here.others.map((each) => waitingShown(each, rules)),
    later: here.later.flatMap(({ id, text, series, bookedFor }) =>
      bookedFor === null ? [] : [{ id, text, name: nameOf(series, rules), bookedFor }],
    ),
    series: rules.series.map(({ letter, name, kind }) => ({ letter, name, kind })),
    counters: view.counters.map(({ id, name, state }) => ({ id, name, state })),
    priorities: rules.priorities.map(({ id, name }) => ({ id, name })),
    opensAgain: looking.opensAgain,
    calls: rules.settings.calls,
  };
}

function hallShown({ state }: HallView, { silentSince, isHosted }: Looking): Queue['hall'] {
  // After its hall was closed a host is switched off: nobody waits for it.
  if (silentSince !== null) return state === 'closed' ? 'closed' : 'silent';
  if (!isHosted) return 'closed';
  return state === 'open' ? 'open' : 'early';
}

/** No hall of this machine's: what there is to choose from is not known either. */
export const noQueue: Queue = {
  hall: 'none',
  silentSince: null,
  counter: null,
  comeAsked: null,
  serving: null,
  held: [],
  last: null,
  next: null,
  mine: [],
  others: [],
  later: [],
  series: [],
  counters: [],
  priorities: [],
  opensAgain: null,
  calls: 1,
};

function counterShown(counter: HallView['counters'][number]): Queue['counter'] {
  const { id, name, state, since, series, askedFor, reason, until } = counter;
  return { id, name, state, since, series: [...series], askedFor: [...askedFor], reason, until };
}

function waitingShown({ ticket, waited }: InLine, rules: HallRules): WaitingTicket {
  const { id, text, series, lane, bookedFor, priority } = ticket;
  return {
    id,
    text,
    series,
    lane,
    bookedFor,
    waited,
    name: nameOf(series, rules),
    priority: priorityOf(rules, priority)?.name ?? null,
  };
}

function servingShown(
  ticket: TicketView,
  view: HallView,
  rules: HallRules,
  { now, opens }: Looking,
): ServingTicket | null {
  const call = ticket.calls.at(-1);
  if (call === undefined) return null;
  const names = new Map(view.counters.map(({ id, name }) => [id, name]));
  const both = new Set(ticket.calledByBoth);
  const others = ticket.calls.filter(({ eventId, counter }) => both.has(eventId) && counter !== call.counter);
  const dossier = ticket.dossierId === null ? null : opens(ticket.dossierId);
  return {
    id: ticket.id,
    text: ticket.text,
    series: ticket.series,
    name: nameOf(ticket.series, rules),
    takenAt: ticket.issuedAt,
    calledAt: call.at,
    waited: call.why.waited,
    served: Math.max(0, secondsBetween(call.at, now) - ticket.heldSeconds),
    recalls: call.recalls,
    why: whyWords(call.why, rules),
    dossierId: dossier === null ? null : ticket.dossierId,
    opens: dossier ?? 'receipt',
    fields: [...(seriesOf(rules, ticket.series)?.fields ?? [])],
    hasCard: ticket.sealedPerson !== null,
    calledByBoth: ticket.settled ? [] : others.map(({ counter }) => names.get(counter) ?? counter),
  };
}

function lastShown(view: HallView, counter: string): LastTicket | null {
  const ticket = lastServedAt(view, counter);
  const call = ticket?.calls.at(-1);
  if (ticket === null || call === undefined || ticket.endedAt === null) return null;
  return {
    id: ticket.id,
    text: ticket.text,
    waited: call.why.waited,
    served: Math.max(0, secondsBetween(call.at, ticket.endedAt) - ticket.heldSeconds),
    leftOut: (['wait', 'service'] as const).filter((each) => ticket.leftOut.some(({ what }) => what === each)),
  };
}

function nameOf(letter: string, rules: HallRules): Bilingual {
  return seriesOf(rules, letter)?.name ?? { vi: letter, en: letter };
}
