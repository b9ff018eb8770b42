import type { CallInput, CallOutput } from '../../../contract/desk.ts';
import type { FoundTicket, Queue, QueueAct } from '../../../contract/desk/queue.ts';
import { ProblemError } from '../../../contract/problems.ts';
import { opensAgain } from '../../../domain/calendar/opens-again.ts';
import { calledOpens, type CalledOpens } from '../../../domain/ticket/called-opens.ts';
import type { HallCommand } from '../../../domain/ticket/commands.ts';
import { callableFrom, isBookedLater } from '../../../domain/ticket/booking.ts';
import { ticketOf, servingAt, ticketOfVisit } from '../../../domain/ticket/view.ts';
import { enrolmentOf, ownCounter, type DeskContext } from '../context.ts';
import type { DeskSession } from '../sessions.ts';
import type { CounterDoor } from '../hall/door.ts';
import type { TicketPapers } from '../hall/papers.ts';
import { paperOf } from '../screens/ticket-paper.ts';
import { ticketsFound } from './found.ts';
import { noQueue, queueShown } from './shown.ts';

/** The queue at a counter (gọi số, hàng chờ): what its officer sees of the hall and does with it. */
export interface CounterQueue {
  get(): Queue;
  act(session: DeskSession, act: QueueAct): Promise<Queue>;
  give(session: DeskSession, input: CallInput<'queue.give'>): Promise<CallOutput<'queue.give'>>;
  find(input: CallInput<'queue.find'>): FoundTicket[];
  print(input: CallInput<'queue.print'>): Promise<CallOutput<'queue.print'>>;
  card(ticket: string): { readonly card: string | null };
  /** The ticket of whoever stands at the counter; null: nobody, or there is no hall. */
  serving(): string | null;
  /**
   * What the person at the counter came for is done: their serving time ends with it, and no click is to be remembered. It
   * stands whatever the hall says.
   * @param dossierId null: they were told something, and no dossier came of it
   */
  servedWith(session: DeskSession, dossierId: string | null): Promise<void>;
  /**
   * The same with a dossier just received. A further one of a visit belongs to the number of the first, whose time it lasts;
   * what is done later with dossiers of one visit is a visit of its own.
   */
  servedWithReceipt(session: DeskSession, dossierId: string): Promise<void>;
}

export function createCounterQueue(
  context: DeskContext,
  doorNow: () => CounterDoor | null,
  papers: Pick<TicketPapers, 'print'>,
): CounterQueue {
  const door = (): CounterDoor => {
    const found = doorNow();
    if (found === null) throw new ProblemError('HC-01');
    return found;
  };
  const opens = (dossierId: string): CalledOpens | null => {
    const view = context.store.dossiers.get(dossierId);
    return view === null ? null : calledOpens(view, enrolmentOf(context).office);
  };
  const shown = (hall: CounterDoor, view = hall.view()): Queue =>
    queueShown(view, hall.rules(), {
      counter: ownCounter(context).id,
      now: context.localNow(),
      silentSince: hall.silentSince(),
      isHosted: hall.isLinked(),
      opensAgain: opensAgain(context.reference.calendar(enrolmentOf(context).office), context.localNow()),
      opens,
    });
  const visitOf = (dossierId: string): string | null => context.store.dossiers.get(dossierId)?.received?.visit ?? null;
  const serving = (): string | null => {
    const hall = doorNow();
    return hall === null ? null : (servingAt(hall.view(), ownCounter(context).id)[0]?.id ?? null);
  };
  const endedWith = async (session: DeskSession, ticket: string | null, dossierId: string | null): Promise<void> => {
    const hall = doorNow();
    if (hall === null || ticket === null) return;
    const by = dossierId === null ? 'hand' : 'dossier';
    try {
      await hall.ask({ kind: 'end', counter: ownCounter(context).id, ticket, by, dossierId }, officerOf(session));
    } catch (error) {
      context.log.error('the hall did not hear that a ticket was served', error);
    }
  };

  return {
    get() {
      const hall = doorNow();
      return hall === null ? noQueue : shown(hall);
    },
    async act(session, act) {
      const hall = door();
      const { id: counter, name } = ownCounter(context);
      return shown(hall, await hall.ask(commandOf(act, counter, name), officerOf(session)));
    },
    async give(session, { series, priority, lane, bookedFor, card, second }) {
      const hall = door();
      const person = card === null ? { key: null, sealed: null } : hall.person(card);
      const rules = hall.rules();
      if (lane === 'booked' && (bookedFor === null || bookedFor <= context.localNow())) throw new ProblemError('HC-15');
      const isLater = lane === 'booked' && isBookedLater({ bookedFor }, rules, context.localNow());
      // How long somebody will wait at two o'clock is not to be told at nine.
      const told = isLater ? null : hall.told({ series, lane, priority });
      const asked = {
        ticket: context.random.id(),
        series,
        field: null,
        lane,
        priority,
        source: lane === 'booked' ? ('booking' as const) : ('counter' as const),
        bookedFor: lane === 'booked' ? bookedFor : null,
        dossierId: null,
        personKey: person.key,
        sealedPerson: person.sealed,
        secondBecause: second,
        told,
      };
      const { id, text } = await hall.issue(asked, officerOf(session));
      const calledFrom = isLater && bookedFor !== null ? callableFrom(bookedFor, rules) : null;
      return { id, text, calledFrom, ahead: told?.ahead ?? 0, low: told?.low ?? 0, high: told?.high ?? 0 };
    },
    find(input) {
      const hall = doorNow();
      return hall === null
        ? []
        : ticketsFound(hall.view(), hall.rules(), { counter: ownCounter(context).id, now: context.localNow() }, input);
    },
    async print({ ticket: id, language }) {
      const hall = door();
      const ticket = ticketOf(hall.view(), id);
      // A paper of a number that is over would send somebody to wait for nothing.
      if (ticket === null || ticket.state === 'ended' || ticket.state === 'expired') throw new ProblemError('HC-05');
      const dossier = ticket.dossierId === null ? null : context.store.dossiers.get(ticket.dossierId);
      const isReady = dossier?.state === 'finished';
      const paper = paperOf(context, hall, ticket, { language, isReady, url: hall.pageOf(id) });
      return { ...(await papers.print(paper)), url: paper.url };
    },
    card(id) {
      const hall = door();
      const ticket = ticketOf(hall.view(), id);
      const here = ownCounter(context).id;
      // Only for who has the person in front of them.
      if (ticket === null || ticket.counter !== here || (ticket.state !== 'called' && ticket.state !== 'held')) {
        throw new ProblemError('HC-10', { number: ticket?.text ?? '' });
      }
      return { card: ticket.sealedPerson === null ? null : hall.openPerson(ticket.sealedPerson) };
    },
    serving,
    servedWith: (session, dossierId) => endedWith(session, serving(), dossierId),
    servedWithReceipt(session, dossierId) {
      const view = doorNow()?.view();
      const ofVisit = view === undefined ? null : ticketOfVisit(view, ownCounter(context).id, dossierId, visitOf);
      return endedWith(session, ofVisit?.id ?? serving(), dossierId);
    },
  };
}

function officerOf(session: DeskSession): string {
  if (session.user === null) throw new ProblemError('DN-03');
  return session.user.id;
}

function commandOf(act: QueueAct, counter: string, name: string): HallCommand {
  switch (act.kind) {
    case 'openCounter':
      return { kind: 'openCounter', counter, name, series: act.series };
    case 'putBack':
    case 'move':
    case 'leaveOut':
    case 'settle':
      return act;
    case 'end':
      return { ...act, counter, by: 'hand', dossierId: null };
    case 'away':
    case 'closeCounter':
    case 'setSeries':
    case 'callNext':
    case 'call':
    case 'recall':
    case 'noShow':
    case 'hold':
    case 'resume':
      return { ...act, counter };
  }
}
