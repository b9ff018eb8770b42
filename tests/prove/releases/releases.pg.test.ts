import { expect, test } from 'vitest';
import { proveReleases } from './releases.ts';

/** The short run; the full one is `npm run prove -- releases`. */
test('two releases of the server take in the same logs in turn during an update, and nothing is lost or shown otherwise', async () => {
  const report = await proveReleases('short', undefined, { desks: 4, events: 15 });
  expect(report.batches.older).toBeGreaterThan(0);
  expect(report.batches.newer).toBeGreaterThan(0);
  expect(report.unread).toBeGreaterThan(0);
  expect(report.foldedBefore).toBeGreaterThan(0);
  expect(report.letIn).toBeGreaterThanOrEqual(report.unread);
  expect(report.acknowledged).toBeGreaterThanOrEqual(60);
  expect(report.atProvince).toBe(report.told);
}, 600_000);
