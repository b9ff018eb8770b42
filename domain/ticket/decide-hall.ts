import type { Decision, HallCommand, HallWrite } from './commands.ts';
import type { Deciding } from './decide.ts';
import { expiredBy } from './decide-ticket.ts';
import { decided, onHall, onTicket, refused } from './decision.ts';
import { BLOCKS } from './numbering.ts';
import type { HallRules } from './rules.ts';
import { counterOf, isPastDay, servingAt, type HallView } from './view.ts';

type Command = Extract<
  HallCommand,
  {
    kind:
      | 'openHall'
      | 'signOff'
      | 'closeHall'
      | 'openCounter'
      | 'away'
      | 'closeCounter'
      | 'setSeries'
      | 'askHelp'
      | 'askCome'
      | 'setMessage';
  }
>;

/** Commands on the hall and its counters. */
export function decideHall(view: HallView, rules: HallRules, command: Command, { host, now: at }: Deciding): Decision {
  const term = view.reign?.term ?? 0;
  switch (command.kind) {
    case 'openHall':
      return open(view, command, host, at);
    case 'signOff':
      return decided(onHall(view, { type: 'hall.signedOff', version: 1, body: { term, at } }));
    case 'closeHall': {
      const over = view.tickets.filter(({ state }) => state === 'waiting' || state === 'held');
      // Of a day that is over nobody knows any more when they were done.
      const served = isPastDay(view, at) ? [] : view.counters.flatMap(({ id }) => servedUntilNow(view, id, term, at));
      return decided(
        ...served,
        ...over.map((ticket) => expiredBy(ticket, 'day', term, at)),
        onHall(view, { type: 'hall.closed', version: 1, body: { term, at } }),
      );
    }
    case 'openCounter': {
      const { counter, name } = command;
      const series = known(rules, command.series);
      if (series === null) return refused('HC-09');
      const body = { term, counter, name, series, at };
      return decided(onHall(view, { type: 'hall.counterOpened', version: 1, body }));
    }
    case 'away': {
      const { counter, reason, until } = command;
      if (counterOf(view, counter) === null) return refused('HC-04');
      return decided(
        ...servedUntilNow(view, counter, term, at),
        onHall(view, { type: 'hall.counterAway', version: 1, body: { term, counter, reason, until, at } }),
      );
    }
    case 'closeCounter': {
      const { counter } = command;
      if (counterOf(view, counter) === null) return refused('HC-04');
      return decided(
        ...servedUntilNow(view, counter, term, at),
        onHall(view, { type: 'hall.counterClosed', version: 1, body: { term, counter, at } }),
      );
    }
    case 'setSeries': {
      const { counter } = command;
      const series = known(rules, command.series);
      if (series === null) return refused('HC-09');
      if (counterOf(view, counter) === null) return refused('HC-04');
      return decided(onHall(view, { type: 'hall.counterSeries', version: 1, body: { term, counter, series, at } }));
    }
    case 'askHelp': {
      const { counter, series } = command;
      if (known(rules, [series]) === null) return refused('HC-09');
      if (counterOf(view, counter) === null) return refused('HC-04');
      return decided(onHall(view, { type: 'hall.helpAsked', version: 1, body: { term, counter, series, at } }));
    }
    case 'askCome': {
      const { counter } = command;
      // Whoever is there already need not be asked; asked again they are told anew.
      if (counterOf(view, counter)?.state === 'open') return decided();
      return decided(onHall(view, { type: 'hall.comeAsked', version: 1, body: { term, counter, at } }));
    }
    case 'setMessage': {
      const { message, until } = command;
      return decided(onHall(view, { type: 'hall.messageSet', version: 1, body: { term, message, until, at } }));
    }
  }
}

function open(view: HallView, command: Extract<Command, { kind: 'openHall' }>, host: string, at: string): Decision {
  const { block, takeover } = command;
  const { reign, office, date } = view;
  if (isPastDay(view, at)) return refused('HC-03');
  // Its own after a restart: nothing to write, it goes on. Where the machines have had a higher reign since, of which the
  // day's log may not tell yet, it begins one above: what that one wrote would be folded over it otherwise.
  const isOwn = reign?.host === host && reign.signedOffAt === null && reign.term >= (command.term ?? 1);
  if (isOwn && view.state === 'open') return decided();
  if (reign !== null && reign.host !== host && reign.signedOffAt === null && view.state === 'open' && !takeover) {
    return refused('HC-02');
  }
  if (block === null || block >= BLOCKS || view.reigns.some((each) => each.block === block && each.host !== host)) {
    return refused('HC-11');
  }
  const body = {
    office,
    date,
    term: Math.max((reign?.term ?? 0) + 1, command.term ?? 1),
    block,
    how: reign === null ? ('day' as const) : ('takeover' as const),
    after: reign === null ? null : { term: reign.term, host: reign.host },
    at,
  };
  return decided(onHall(view, { type: 'hall.opened', version: 1, body }));
}

/** A counter that goes away serves nobody any more: whoever stood there is done. */
function servedUntilNow(view: HallView, counter: string, term: number, at: string): HallWrite[] {
  return servingAt(view, counter).map((ticket) =>
    onTicket(ticket, { type: 'ticket.ended', version: 1, body: { term, counter, by: 'hand', dossierId: null, at } }),
  );
}

/** Sorted, each once; null where one of them is no series of these rules. */
function known(rules: HallRules, letters: readonly string[]): string[] | null {
  const all = new Set(rules.series.map(({ letter }) => letter));
  return letters.every((letter) => all.has(letter)) ? [...new Set(letters)].sort() : null;
}
