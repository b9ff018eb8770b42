import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { CounterView } from './hall-day.ts';
import type { InLine } from './line.ts';
import type { HallRules } from './rules.ts';
import { everybodysSeries } from './series.ts';
import { meanService } from './service-time.ts';
import { secondsBetween } from './ticket.ts';
import { mayCall, servingAt, type HallView } from './view.ts';

/** Seconds kept free before the limit: people take longer than the mean as often as not. */
const MARGIN = 300;

interface Server {
  readonly counter: CounterView;
  /** Seconds from now at which it is likely to be free. */
  free: number;
}

/**
 * How many of those in line are likely to pass the limit if this counter calls `next` and everybody after that is called
 * by who has been in line longest. Likely: by the mean serving times, with a margin. Who has passed it already, and who
 * has no counter, is not counted.
 */
export function breachesAhead(
  view: HallView,
  rules: HallRules,
  line: readonly InLine[],
  counter: CounterView,
  next: InLine,
  now: LocalDateTime,
): number {
  const means = meanService(view.tickets, rules);
  const everybodys = everybodysSeries(rules);
  const takes = (letter: string): number => means.get(letter) ?? 0;
  const servers = view.counters
    .filter(({ state }) => state === 'open')
    .map((each): Server => {
      if (each.id === counter.id) return { counter: each, free: takes(next.ticket.series) };
      const [serving] = servingAt(view, each.id);
      if (serving === undefined) return { counter: each, free: 0 };
      const since = serving.calls.at(-1)?.at ?? now;
      return { counter: each, free: Math.max(0, takes(serving.series) - secondsBetween(since, now)) };
    });
  let rest = line.filter((each) => each !== next);
  let breaches = 0;
  while (rest.length > 0 && servers.length > 0) {
    const server = servers.reduce((soonest, each) => (each.free < soonest.free ? each : soonest));
    const called = rest.find(({ ticket }) => mayCall(server.counter, ticket, everybodys));
    if (called === undefined) {
      servers.splice(servers.indexOf(server), 1);
      continue;
    }
    rest = rest.filter((each) => each !== called);
    if (called.left >= 0 && server.free + MARGIN > called.left) breaches += 1;
    server.free += takes(called.ticket.series);
  }
  return breaches;
}
