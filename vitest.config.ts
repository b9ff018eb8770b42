import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes begins first, so that no worker has it alone at the end. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ moduleId }: TestSpecification): number {
  if (moduleId.endsWith('.sim.test.ts')) return 0;
  if (moduleId.includes('/tests/prove/')) return 1;
  return moduleId.endsWith('.pg.test.ts') ? 2 : 3;
}

/**
 * Unit and store tests stand beside the code; those that need a real PostgreSQL end in `.pg.test.ts`, the simulation's in
 * `.sim.test.ts`.
 */
export default defineConfig({
  resolve: { conditions: ['node'] },
  test: {
    environment: 'node',
    retry: 0,
    // While one file waits for a browser, a disk or PostgreSQL the other works: two keep two cores busy.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    sequence: { sequencer: LongFirst },
    // A net for what never ends, not a measure of speed: a machine may be busy.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{domain,contract,main,preload,renderer,server,catalogue,scripts}/**/*.test.{ts,tsx}',
            'tests/{unit,kept}/**/*.test.ts',
          ],
          exclude: ['**/*.{pg,sim}.test.ts', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'server',
          include: ['**/*.pg.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['tests/harness/postgres.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['tests/sync/simulation/*.sim.test.ts'],
          globalSetup: ['tests/harness/postgres.ts'],
          // Much is made and thrown away: a larger nursery spares half of the collections.
          execArgv: ['--max-semi-space-size=64'],
        },
      },
    ],
  },
});
