import type { LocalDateTime } from '../calendar/civil-date.ts';
import { callsToGo, goesBackAbsent } from './absence.ts';
import { chooseNext, whyNamed, type Chosen } from './choose.ts';
import type { Decision, HallCommand, HallWrite } from './commands.ts';
import { decideTime } from './decide-time.ts';
import { decided, onTicket, refused } from './decision.ts';
import { moveFirst, moveNamed } from './move-several.ts';
import type { HallRules } from './rules.ts';
import { seriesOf } from './series.ts';
import { secondsBetween, type TicketView } from './ticket.ts';
import { counterOf, isPastDay, servingAt, ticketOf, type HallView } from './view.ts';

type Command = Extract<
  HallCommand,
  {
    kind:
      | 'callNext'
      | 'call'
      | 'recall'
      | 'noShow'
      | 'putBack'
      | 'hold'
      | 'resume'
      | 'move'
      | 'moveFirst'
      | 'moveNamed'
      | 'end'
      | 'expire'
      | 'leaveOut'
      | 'countTime'
      | 'settle'
      | 'rate';
  }
>;

/** Commands on tickets that are there. */
export function decideTicket(
  view: HallView,
  rules: HallRules,
  command: Command,
  term: number,
  at: LocalDateTime,
): Decision {
  if (command.kind === 'expire') return decided(...overdue(view, rules, term, at));
  if (command.kind === 'callNext') return callNext(view, rules, command.counter, term, at);
  if (command.kind === 'moveFirst') return moveFirst(view, rules, command, term, at);
  if (command.kind === 'moveNamed') return moveNamed(view, rules, command, term, at);
  const ticket = ticketOf(view, command.ticket);
  if (ticket === null) return refused('HC-05');
  const number = ticket.text;
  switch (command.kind) {
    case 'call': {
      const { counter } = command;
      const at_ = counterOf(view, counter);
      if (at_ === null || at_.state !== 'open') return refused('HC-04');
      if (ticket.state === 'called') return refused('HC-07', { number, counter: nameOf(view, ticket.counter) });
      const chosen = { ticket, why: whyNamed(view, rules, ticket, at_, at) };
      return decided(...endServing(view, counter, term, at), called(chosen, 'named', counter, term, at));
    }
    case 'recall':
      if (!isHere(ticket, command.counter)) return refused('HC-10', { number });
      return decided(
        onTicket(ticket, { type: 'ticket.recalled', version: 1, body: { term, counter: command.counter, at } }),
      );
    case 'noShow': {
      if (!isHere(ticket, command.counter)) return refused('HC-10', { number });
      const left = callsToGo(ticket.calls.at(-1), rules.settings);
      if (left > 0) return refused('HC-14', { number, left: String(left) });
      return decided(...absent(ticket, rules, command.counter, term, at));
    }
    case 'putBack': {
      if (ticket.state === 'ended') return refused('HC-10', { number });
      const body = { term, place: command.place, at };
      return decided(onTicket(ticket, { type: 'ticket.putBack', version: 1, body }));
    }
    case 'hold': {
      if (!isHere(ticket, command.counter)) return refused('HC-10', { number });
      const body = { term, counter: command.counter, reason: command.reason, at };
      return decided(onTicket(ticket, { type: 'ticket.held', version: 1, body }));
    }
    case 'resume': {
      const { counter } = command;
      if (ticket.state !== 'held') return refused('HC-10', { number });
      if (counterOf(view, counter)?.state !== 'open') return refused('HC-04');
      const body = { term, counter, at };
      return decided(
        ...endServing(view, counter, term, at),
        onTicket(ticket, { type: 'ticket.resumed', version: 1, body }),
      );
    }
    case 'move': {
      const series = command.series ?? ticket.series;
      if (seriesOf(rules, series) === null) return refused('HC-09');
      if (command.counter !== null && counterOf(view, command.counter) === null) return refused('HC-04');
      if (ticket.state === 'ended' || ticket.state === 'expired') return refused('HC-10', { number });
      const body = { term, series, counter: command.counter, reason: command.reason, at };
      return decided(onTicket(ticket, { type: 'ticket.moved', version: 1, body }));
    }
    case 'end': {
      const { counter, by, dossierId } = command;
      // A dossier saved after the next was called still belongs to the ticket it came of.
      const isLate = ticket.state === 'ended' && by === 'dossier';
      if (ticket.state !== 'called' && ticket.state !== 'held' && !isLate) return refused('HC-10', { number });
      // Whoever was called in between has had the counter since.
      const endedAt = ticket.endedAt !== null && hasCalledSince(view, counter, ticket) ? ticket.endedAt : at;
      const body = { term, counter, by, dossierId, at: endedAt };
      return decided(onTicket(ticket, { type: 'ticket.ended', version: 1, body }));
    }
    case 'leaveOut':
    case 'countTime':
      return decideTime(ticket, command, term, at);
    case 'settle':
      if (ticket.calledByBoth.length === 0 || ticket.settled) return refused('HC-10', { number });
      return decided(onTicket(ticket, { type: 'ticket.settled', version: 1, body: { term, note: command.note, at } }));
    case 'rate':
      // Once, and by whoever was served: before the end there is nothing to judge.
      if (ticket.state !== 'ended' || ticket.rating !== null) return refused('HC-13', { number });
      return decided(onTicket(ticket, { type: 'ticket.rated', version: 1, body: { term, score: command.score, at } }));
  }
}

function callNext(view: HallView, rules: HallRules, id: string, term: number, at: LocalDateTime): Decision {
  const counter = counterOf(view, id);
  if (counter === null || counter.state !== 'open') return refused('HC-04');
  const chosen = chooseNext(view, rules, counter, at);
  // Whoever stood there is served all the same: the key says that the counter is free.
  const ended = endServing(view, id, term, at);
  return chosen === null ? decided(...ended) : decided(...ended, called(chosen, 'next', id, term, at));
}

function called({ ticket, why }: Chosen, how: 'next' | 'named', counter: string, term: number, at: string): HallWrite {
  return onTicket(ticket, { type: 'ticket.called', version: 1, body: { term, counter, how, why, at } });
}

/** Calling the next ends what the counter was serving: no click to forget. */
function endServing(view: HallView, counter: string, term: number, at: LocalDateTime): HallWrite[] {
  return servingAt(view, counter).map((ticket) =>
    onTicket(ticket, { type: 'ticket.ended', version: 1, body: { term, counter, by: 'next', dossierId: null, at } }),
  );
}

/** Nobody came: back to the end of the line, or expired where that was done often enough. */
function absent(ticket: TicketView, rules: HallRules, counter: string, term: number, at: LocalDateTime): HallWrite[] {
  const noShow = onTicket(ticket, { type: 'ticket.noShow', version: 1, body: { term, counter, at } });
  return goesBackAbsent(ticket, rules.settings)
    ? [noShow, onTicket(ticket, { type: 'ticket.putBack', version: 1, body: { term, place: 'end', at } })]
    : [noShow, expiredBy(ticket, 'absent', term, at)];
}

export function expiredBy(
  ticket: TicketView,
  because: 'absent' | 'held' | 'day',
  term: number,
  at: LocalDateTime,
): HallWrite {
  return onTicket(ticket, { type: 'ticket.expired', version: 1, body: { term, because, at } });
}

function overdue(view: HallView, rules: HallRules, term: number, at: LocalDateTime): HallWrite[] {
  return view.tickets.flatMap((ticket) => {
    if (ticket.state !== 'waiting' && ticket.state !== 'held') return [];
    if (isPastDay(view, at)) return [expiredBy(ticket, 'day', term, at)];
    if (ticket.heldAt === null || secondsBetween(ticket.heldAt, at) < rules.settings.heldMinutes * 60) return [];
    return [expiredBy(ticket, 'held', term, at)];
  });
}

function hasCalledSince(view: HallView, counter: string, { id, endedAt }: TicketView): boolean {
  const others = view.tickets.filter((ticket) => ticket.id !== id);
  return others.some(({ calls }) => calls.some((call) => call.counter === counter && call.at >= (endedAt ?? '')));
}

function isHere(ticket: TicketView, counter: string): boolean {
  return ticket.state === 'called' && ticket.counter === counter;
}

function nameOf(view: HallView, counter: string | null): string {
  return view.counters.find(({ id }) => id === counter)?.name ?? counter ?? '';
}
