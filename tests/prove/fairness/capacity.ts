import { counters, type Day } from './arrivals.ts';

const OPEN = 7 * 3600;
/** Seconds a counter loses to somebody who does not come: three calls. */
const ABSENT = 90;

/**
 * How many would wait past the limit if every one of the six counters served every field, earliest deadline first, with the
 * same people and breaks: what no order of calling can give, because counters have their fields. Not zero: the day has more
 * work than the counters have minutes.
 */
export function overWithAllSkills(day: Day, limitSeconds: number): number {
  const line = day.arrivals
    .map(({ at, bookedFor, service, there }) => ({
      from: Math.max(at, bookedFor ?? at),
      service,
      isThere: there[0] ?? true,
    }))
    .toSorted((a, b) => a.from - b.from);
  const free = counters.map(({ id }) => ({ at: OPEN, breaks: day.breaks.filter(({ counter }) => counter === id) }));
  let over = 0;
  for (const { from, service, isThere } of line) {
    for (const counter of free) takeBreaks(counter, from);
    const [first] = free.toSorted((a, b) => a.at - b.at);
    if (first === undefined) break;
    const called = Math.max(from, first.at);
    // Whoever is not there has the wait they made themselves.
    if (isThere && called - from > limitSeconds) over += 1;
    first.at = called + (isThere ? service : ABSENT);
  }
  return over;
}

/** A break begins at its time, or when the person served before it has gone. */
function takeBreaks(counter: { at: number; breaks: Day['breaks'] }, now: number): void {
  for (;;) {
    const [pause] = counter.breaks;
    if (pause === undefined || pause.from > Math.max(counter.at, now)) return;
    counter.at = Math.max(counter.at, pause.from) + pause.length;
    counter.breaks = counter.breaks.slice(1);
  }
}
