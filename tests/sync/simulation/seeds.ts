import { coverageText, newCoverage, notMet, type Counts } from './coverage.ts';
import { prepare } from './prepared.ts';
import { simulate } from './simulate.ts';

/** Of each of the seeds that `npm test` runs. More, and longer: `npm run simulate`. */
const STEPS = 500;

/** What a run of all seeds must have met: each a group of the coverage. */
const groups = ['network', 'desk killed', 'server killed', 'disk full', 'faults', 'concurrent pairs'] as const;

export interface SeedsReport {
  /** Events that officers were told of. */
  readonly told: number;
  /** Named moments and troubles that none of these seeds has met. */
  readonly missed: readonly string[];
  /** Kinds met of each group. */
  readonly kinds: Readonly<Record<(typeof groups)[number], number>>;
}

/**
 * Seeds `from` to `to`, 500 steps each. The seeds of `npm test` lie in several files, two of which run beside each other.
 * @throws SimulationFailed with its seed: `npm run simulate -- --seed SEED --seeds 1` finds the fewest steps
 */
export async function simulateSeeds(maintenance: string, from: number, to: number): Promise<SeedsReport> {
  const prepared = await prepare(maintenance);
  const coverage = newCoverage();
  let told = 0;
  try {
    for (let seed = from; seed <= to; seed += 1) {
      const report = await simulate(prepared, { seed, steps: STEPS, without: new Set() });
      coverage.add(report.counts);
      told += report.told;
    }
  } finally {
    prepared.remove();
  }
  const counts = coverage.counts();
  console.log(`seeds ${from} to ${to}, ${told} events told\n${coverageText(shown(counts))}`);
  const kinds = groups.map((group) => [group, Object.keys(counts[group] ?? {}).length] as const);
  // One row for each of the groups, as the type says.
  return { told, missed: notMet(counts), kinds: Object.fromEntries(kinds) as SeedsReport['kinds'] };
}

/** The named points; the rest is long, and `npm run simulate` prints it. */
function shown(counts: Counts): Counts {
  const points = ['desk killed', 'server killed', 'disk full', 'waited for an update'];
  return Object.fromEntries(
    Object.entries(counts).filter(([group]) => points.includes(group) || group.startsWith('scans')),
  );
}
