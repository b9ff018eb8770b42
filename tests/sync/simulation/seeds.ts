import { newCoverage, type Counts } from './coverage.ts';
import { prepare } from './prepared.ts';
import { simulate } from './simulate.ts';

/** Seeds 1 to 12, 500 steps each, in two files that run beside each other: what fits among all tests. More: `npm run simulate`. */
const SEEDS = 12;
const STEPS = 500;

/** @throws SimulationFailed with its seed: `npm run simulate -- --seed SEED --seeds 1` finds the fewest steps */
export async function simulateSeeds(
  maintenance: string,
  half: 'odd' | 'even',
): Promise<{ told: number; counts: Counts }> {
  const prepared = await prepare(maintenance);
  const coverage = newCoverage();
  let told = 0;
  try {
    for (let seed = half === 'odd' ? 1 : 2; seed <= SEEDS; seed += 2) {
      const report = await simulate(prepared, { seed, steps: STEPS, without: new Set() });
      coverage.add(report.counts);
      told += report.told;
    }
  } finally {
    prepared.remove();
  }
  return { told, counts: coverage.counts() };
}
