import { defineConfig } from '@playwright/test';

/** Real Electron, one program at a time (each test file starts its own; two cores are not many). */
export default defineConfig({
  testDir: import.meta.dirname,
  // Without the path that gives the aliased better-sqlite3 its types: here it would be taken for the module itself.
  tsconfig: '../../tsconfig.base.json',
  testMatch: '*.spec.ts',
  // The packaged folder is laid out differently elsewhere; the release machines of those systems look at theirs.
  testIgnore: process.platform === 'linux' ? [] : ['package.spec.ts'],
  outputDir: '../../test-results/electron',
  globalSetup: './global-setup.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Nets for what never ends, not measures of speed: a machine may be busy.
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
});
