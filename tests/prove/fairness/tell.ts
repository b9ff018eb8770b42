import type { Fairness } from './fairness.ts';

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
    `range told to ${estimate.told}, held ${share(estimate.held)} of the truths (${share(estimate.heldOfAll)} with the ${estimate.atOnce} called at once)`,
    `median error ${errors(estimate.error, estimate.naiveError)}; without those called at once ${errors(estimate.toldError, estimate.toldNaiveError)}`,
  ];
}

function errors(own: number, naive: number): string {
  return `${own.toFixed(0)} s, the naive one's ${naive.toFixed(0)} s (${(own / naive).toFixed(2)})`;
}

function listed(dates: readonly string[]): string {
  return dates.length === 0 ? 'none' : `${dates.length} (${dates.join(', ')})`;
}

/**
 * What does not hold. Of the limit no order can promise every single day that does not know how long each will take
 * (docs/hall.md says why), so a month may have a few such days; of the whole month it is held strictly.
 */
export function unfairIn(found: Fairness): string[] {
  const faults: string[] = [];
  const row = (name: string) => found.rows.find((each) => each.name === name);
  const all = (name: string): number => row(name)?.over.all ?? 0;
  if (found.notByOurs.length > Math.max(1, found.kept / 10))
    faults.push('the limit was passed on days the deadline order kept it');
  if (found.worseThanFirstCome.length > Math.max(1, found.overfull / 4))
    faults.push('more passed it than first come, day by day');
  if (all('ours') > all('first come')) faults.push('more people passed the limit than first come');
  const { held, heldOfAll, error, naiveError } = found.estimate;
  for (const part of [held, heldOfAll]) if (part < 0.75 || part > 0.85) faults.push(`the range held ${part}`);
  if (error > 0.7 * naiveError) faults.push('the likeliest wait is too far off');
  return faults;
}
