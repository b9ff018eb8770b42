import type { LocalDateTime } from '../calendar/civil-date.ts';
import type { CounterView } from './hall-day.ts';
import { standingOf, type InLine } from './line.ts';
import { playOut, type Server } from './play-out.ts';
import type { HallRules } from './rules.ts';
import { everybodysSeries } from './series.ts';
import { meanService } from './service-time.ts';
import { secondsBetween } from './ticket.ts';
import { servingAt, type HallView } from './view.ts';

/** Seconds by which a time to come is uncertain at least, and the part of it. Breaks and absent people are in it. */
const LEAST_SPREAD = 400;
const SPREAD = 0.5;
/** Half an hour more beyond the limit weighs as this part of one person more who passes it: nobody late is forgotten. */
const LATENESS = 0.5;
const HALF_HOUR = 1800;
/** Nobody waits longer in the reckoning than this, seconds. */
const FARTHEST = 20_000;

export interface Cost {
  /** People to pass the limit: the sum of each one's likelihood. */
  readonly over: number;
  /** How far those beyond it are, in people who pass it. */
  readonly late: number;
}

/** Looks ahead over everybody in line, from the moment a counter is free. */
export interface LookAhead {
  /**
   * What is to be expected if the counter calls this one, and everybody after it is called by who has been in line
   * longest: people who pass the limit (each one's likelihood), and how far those beyond it are. By mean serving times of
   * today; the less the better.
   */
  costOf(next: InLine): Cost;
}

export function lookAhead(
  view: HallView,
  rules: HallRules,
  line: readonly InLine[],
  counter: Pick<CounterView, 'id' | 'series'>,
  now: LocalDateTime,
): LookAhead {
  const means = meanService(view.tickets, rules);
  const everybodys = everybodysSeries(rules);
  const takes = (series: string): number => means.get(series) ?? 0;
  const others = serversNow(view, takes, now).filter(({ id }) => id !== counter.id);
  const own = new Set(counter.series);
  return {
    costOf(next) {
      const rest = line.filter((each) => each.ticket.id !== next.ticket.id);
      const servers = [...others, { id: counter.id, series: own, free: takes(next.ticket.series) }];
      const starts = playOut(servers, standingOf(rest), {
        everybodys,
        seconds: (index) => takes(rest[index]?.ticket.series ?? ''),
        claimsFirst: false,
      });
      let [over, late] = [0, 0];
      rest.forEach(({ left }, i) => {
        const start = Math.min(starts[i] ?? 0, FARTHEST);
        if (left >= 0) over += likelihood(start, left);
        late += (LATENESS * Math.max(0, start - left)) / HALF_HOUR;
      });
      return { over, late };
    },
  };
}

/** How long a break is taken to last where nobody said until when, seconds. */
const USUAL_BREAK = 720;

/** The counters that receive, and when each is likely to be free; one on a break, when it is likely to be back. */
export function serversNow(view: HallView, takes: (series: string) => number, now: LocalDateTime): Server[] {
  return view.counters.flatMap(({ id, series, state, since, until }): Server[] => {
    if (state === 'closed') return [];
    const own = new Set(series);
    if (state === 'away') {
      const back = until === null ? USUAL_BREAK - secondsBetween(since, now) : secondsBetween(now, until);
      return [{ id, series: own, free: Math.max(60, back) }];
    }
    const [serving] = servingAt(view, id);
    const from = serving?.calls.at(-1)?.at ?? now;
    const left = serving === undefined ? 0 : takes(serving.series) - secondsBetween(from, now);
    return [{ id, series: own, free: Math.max(serving === undefined ? 0 : 45, left) }];
  });
}

/** Less likely than this is not to be reckoned with: nobody gives up a claim for it. */
const UNLIKELY = 0.06;

/** How likely something expected after `mean` seconds comes later than after `left`: a logistic curve. */
function likelihood(mean: number, left: number): number {
  const part = 1 / (1 + Math.exp((left - mean) / (LEAST_SPREAD + SPREAD * mean) / 0.55));
  return part < UNLIKELY ? 0 : part;
}
