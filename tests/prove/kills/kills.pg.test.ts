import { expect, test } from 'vitest';
import { proveKills } from './kills.ts';

/** The short run; the full one is `npm run prove -- kills`. */
test('desks and server killed at any moment, with a bad line between, lose nothing they told and double nothing', async () => {
  const report = await proveKills(16, 'short');
  expect(report.kills).toEqual({ desks: 12, server: 4 });
  expect(report.told).toBeGreaterThan(20);
  expect(report.atProvince).toBeGreaterThanOrEqual(report.told);
  const { passed, ...bad } = report.line;
  expect(passed).toBeGreaterThan(0);
  expect(Object.values(bad).reduce((sum, times) => sum + times)).toBeGreaterThan(10);
}, 600_000);
