import type { HallRules } from './rules.ts';
import { secondsBetween, type TicketView } from './ticket.ts';

/** How much the rules' own figure weighs beside what was measured: as many people. */
const PRIOR_WEIGHT = 5;

/**
 * Serving time (thời gian phục vụ) in whole seconds: from the last call to the end, time on hold left out. The way to the
 * counter (thời gian đi tới quầy) is part of it. Null where it has not ended, or is left out of averages.
 */
export function serviceSeconds(ticket: TicketView): number | null {
  const call = ticket.calls.at(-1);
  if (ticket.state !== 'ended' || ticket.endedAt === null || call === undefined) return null;
  if (ticket.leftOut.some(({ what }) => what === 'service')) return null;
  return Math.max(0, secondsBetween(call.at, ticket.endedAt) - ticket.heldSeconds);
}

/** Seconds a person of each series takes, by today's measurements drawn towards the figure of the rules. */
export function meanService(tickets: readonly TicketView[], rules: HallRules): ReadonlyMap<string, number> {
  const sums = new Map<string, { n: number; sum: number }>();
  for (const ticket of tickets) {
    const seconds = serviceSeconds(ticket);
    if (seconds === null) continue;
    const { n, sum } = sums.get(ticket.series) ?? { n: 0, sum: 0 };
    sums.set(ticket.series, { n: n + 1, sum: sum + seconds });
  }
  return new Map(
    rules.series.map(({ letter, minutes }) => {
      const { n, sum } = sums.get(letter) ?? { n: 0, sum: 0 };
      return [letter, (PRIOR_WEIGHT * minutes * 60 + sum) / (PRIOR_WEIGHT + n)];
    }),
  );
}
