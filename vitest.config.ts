import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

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
          maxWorkers: 2,
          // Much is made and thrown away: a larger nursery spares half of the collections.
          execArgv: ['--max-semi-space-size=64'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
