import { defineConfig } from 'vitest/config';

/** Unit and store tests stand beside the code; those that need a real PostgreSQL end in `.pg.test.ts`. */
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
          exclude: ['**/*.pg.test.ts', '**/node_modules/**'],
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
    ],
  },
});
