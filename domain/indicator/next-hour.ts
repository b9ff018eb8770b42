import type { LocalDateTime } from '../calendar/civil-date.ts';
import { plusSeconds, wholeLine } from '../ticket/line.ts';
import { playOut, type Server, type Standing } from '../ticket/play-out.ts';
import type { HallRules } from '../ticket/rules.ts';
import { everybodysSeries } from '../ticket/series.ts';
import { meanService } from '../ticket/service-time.ts';
import { secondsBetween } from '../ticket/ticket.ts';
import { servingAt, type HallView } from '../ticket/view.ts';

const HOUR = 3600;

/** One series in the hour to come, if everything stays as it is now (một giờ tới, nếu giữ như bây giờ). */
export interface NextHour {
  readonly letter: string;
  /** Those who will come, as many as in the hour that is over. */
  readonly coming: number;
  /** Those who will be finished. */
  readonly done: number;
  /** Longest wait within the hour, seconds, of who is called in it and who is not. */
  readonly longest: number;
  /** When the first of them passes the limit; null: nobody in this hour, or somebody has already. */
  readonly breachAt: LocalDateTime | null;
  /** Mean serving time it reckons with, seconds. */
  readonly each: number;
}

/**
 * Plays the hour out: the counters open now, today's mean serving times, and as many people as came in the last hour, at
 * even distances. What a counter is asked to change can be tried by giving the view as it would be.
 */
export function nextHour(view: HallView, rules: HallRules, now: LocalDateTime): NextHour[] {
  const limit = rules.settings.limitMinutes * 60;
  const means = meanService(view.tickets, rules);
  const takes = (letter: string): number => means.get(letter) ?? 0;
  const line = wholeLine(view, rules, now).map(({ ticket, claim, waited }) => ({
    standing: { series: ticket.series, counter: ticket.counter, claim: claim !== null, from: 0 } satisfies Standing,
    waited,
  }));
  const came = rules.series.flatMap(({ letter }) => {
    const count = view.tickets.filter(
      ({ series, issuedAt }) => series === letter && secondsBetween(issuedAt, now) < HOUR && issuedAt <= now,
    ).length;
    return Array.from({ length: count }, (_, nth) => ({
      standing: { series: letter, counter: null, claim: false, from: ((nth + 0.5) * HOUR) / count } satisfies Standing,
      waited: 0,
    }));
  });
  const rows = [...line, ...came.sort((a, b) => a.standing.from - b.standing.from)];
  const servers = serversNow(view, takes, now);
  const starts = playOut(
    servers,
    rows.map(({ standing }) => standing),
    {
      everybodys: everybodysSeries(rules),
      seconds: (index) => takes(rows[index]?.standing.series ?? ''),
      claimsFirst: false,
    },
  );
  return rules.series.map(({ letter }) => {
    let done = servingNow(view, letter, takes, now);
    let longest = 0;
    let breach = Number.POSITIVE_INFINITY;
    rows.forEach(({ standing, waited }, index) => {
      if (standing.series !== letter || standing.from > HOUR) return;
      const start = starts[index] ?? Number.POSITIVE_INFINITY;
      if (start + takes(letter) <= HOUR) done += 1;
      longest = Math.max(longest, waited + Math.min(start, HOUR) - standing.from);
      const passes = standing.from + limit - waited;
      if (passes > 0 && start > passes && passes <= HOUR) breach = Math.min(breach, passes);
    });
    return {
      letter,
      coming: came.filter(({ standing }) => standing.series === letter).length,
      done,
      longest: Math.round(longest),
      breachAt: breach === Number.POSITIVE_INFINITY ? null : plusSeconds(now, breach),
      each: Math.round(takes(letter)),
    };
  });
}

function serversNow(view: HallView, takes: (letter: string) => number, now: LocalDateTime): Server[] {
  return view.counters
    .filter(({ state }) => state === 'open')
    .map(({ id, series }) => {
      const [serving] = servingAt(view, id);
      const since = serving?.calls.at(-1)?.at ?? now;
      const free = serving === undefined ? 0 : Math.max(0, takes(serving.series) - secondsBetween(since, now));
      return { id, series: new Set(series), free };
    });
}

/** Those at an open counter now who will be finished within the hour: all of them, by the mean. */
function servingNow(view: HallView, letter: string, takes: (letter: string) => number, now: LocalDateTime): number {
  return view.counters.filter(({ id, state }) => {
    const [serving] = state === 'open' ? servingAt(view, id) : [];
    if (serving?.series !== letter) return false;
    return takes(letter) - secondsBetween(serving.calls.at(-1)?.at ?? now, now) <= HOUR;
  }).length;
}
