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
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'simulation',
          include: ['tests/sync/simulation/*.sim.test.ts'],
          globalSetup: ['tests/harness/postgres.ts'],
          // While one waits for PostgreSQL the other works: two keep two cores busy.
          maxWorkers: 2,
          // Much is made and thrown away: a larger nursery spares half of the collections.
          execArgv: ['--max-semi-space-size=64'],
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
