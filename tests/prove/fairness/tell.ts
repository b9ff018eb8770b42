import type { DayRow, Fairness } from './fairness.ts';

/** The proof's figures as lines, and what of the promise does not hold (decisions 25, 26); empty where all does. */
export function tellFairness(found: Fairness): string[] {
  const cell = (minutes: number): string => minutes.toFixed(1).padStart(7);
  const head = `${''.padEnd(16)}ordinary: median, 9 in 10, worst   priority: median, 9 in 10, worst   over the limit: ordinary, priority, all`;
  const rows = found.rows.map(({ name, ordinary, priority, over }) =>
    [
      name.padEnd(16),
      [ordinary.median, ordinary.p90, ordinary.worst].map(cell).join(''),
      ''.padEnd(14),
      [priority.median, priority.p90, priority.worst].map(cell).join(''),
      ''.padEnd(14),
      [over.ordinary, over.priority, over.all].map((n) => String(n).padStart(7)).join(''),
    ].join(''),
  );
  const { estimate, kept, overfull, notByOurs, worseThanFirstCome } = found;
  const share = (part: number): string => `${(part * 100).toFixed(1)} %`;
  return [
    `${found.days} days, ${found.tickets} tickets; waits in minutes`,
    head,
    ...rows,
    `limit kept by the deadline order on ${kept} days; not by ours on ${listed(notByOurs)}`,
    `passed on ${overfull} days; by more people under ours than first come on ${listed(worseThanFirstCome)}`,
    ...found.byDay.map(dayLine),
    `range told to ${estimate.told}, held ${share(estimate.held)} of the truths (${share(estimate.heldOfAll)} with the ${estimate.atOnce} called at once)`,
    `median error ${errors(estimate.error, estimate.naiveError)}; without those called at once ${errors(estimate.toldError, estimate.toldNaiveError)}`,
  ];
}

/** Each day with the reason beside it: what the order could not have helped is told apart from what it did. */
function dayLine({ date, people, allSkills, deadline, firstCome, ours, bySeries }: DayRow): string {
  const counts = `${String(people).padStart(4)} people; over the limit: deadline ${deadline}, first come ${firstCome.all}, ours ${ours.all}`;
  const fields = bySeries.map(([series, n]) => `${series} ${n}`).join(', ');
  const why =
    deadline === 0
      ? ours.all === 0
        ? 'kept'
        : `NOT KEPT though the deadline order keeps it: ${fields}`
      : allSkills > 0
        ? `beyond capacity: ${allSkills} would pass it if every counter served every field`
        : `beyond what the counters of a field can do, enough if every counter served every field${fields === '' ? '' : `: ${fields}`}`;
  const worse =
    deadline > 0 && ours.all > firstCome.all
      ? `; ${ours.all - firstCome.all} more than first come: ordinary ${firstCome.ordinary} to ${ours.ordinary}, priority ${firstCome.priority} to ${ours.priority}, booked and return the rest`
      : '';
  return `  ${date} ${counts}; ${why}${worse}`;
}

function errors(own: number, naive: number): string {
  return `${own.toFixed(0)} s, the naive one's ${naive.toFixed(0)} s (${(own / naive).toFixed(2)})`;
}

function listed(dates: readonly string[]): string {
  return dates.length === 0 ? 'none' : `${dates.length} (${dates.join(', ')})`;
}

/**
 * What does not hold of what a month is promised (docs/decisions/wait-limit.md): no order that does not know how long each
 * will take can promise the limit for every single day.
 */
export function unfairIn(found: Fairness): string[] {
  const faults: string[] = [];
  const row = (name: string) => found.rows.find((each) => each.name === name);
  const all = (name: string): number => row(name)?.over.all ?? 0;
  if (found.notByOurs.length > Math.max(2, found.kept / 5))
    faults.push('the limit was passed on days the deadline order kept it');
  if (found.worseThanFirstCome.length > found.overfull / 3) faults.push('more passed it than first come, day by day');
  const more = found.byDay.map((day) => (day.deadline > 0 ? Math.max(0, day.ours.all - day.firstCome.all) : 0));
  if (more.reduce((a, b) => a + b, 0) > all('first come') / 20) faults.push('too many more than first come by day');
  if (all('ours') > all('first come')) faults.push('more people passed the limit than first come');
  const { held, heldOfAll, error, naiveError } = found.estimate;
  for (const part of [held, heldOfAll]) if (part < 0.75 || part > 0.85) faults.push(`the range held ${part}`);
  if (error > 0.7 * naiveError) faults.push('the likeliest wait is too far off');
  return faults;
}
