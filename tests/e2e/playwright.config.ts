import { defineConfig } from '@playwright/test';
import { findBrowser } from '../../main/print/find-browser.ts';

/** The desk in the system's Chromium. While one window waits for the desk, a disk or PostgreSQL, another works. */
export default defineConfig({
  testDir: import.meta.dirname,
  // Without the path that gives the aliased better-sqlite3 its types: here it would be taken for the module itself.
  tsconfig: '../../tsconfig.base.json',
  testMatch: '*.spec.ts',
  // These look for processes in /proc.
  testIgnore: process.platform === 'linux' ? [] : ['window.spec.ts', 'start.spec.ts'],
  outputDir: '../../test-results/e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Nets for what never ends, not measures of speed: a machine may be busy.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    actionTimeout: 60_000,
    browserName: 'chromium',
    viewport: { width: 1366, height: 690 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser() ?? '',
      // Chromium's sandbox refuses root, and only root.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
});
