import { expect, test } from 'vitest';
import { proveKills } from './kills.ts';

/** The short run; the full one is `npm run prove -- kills`. */
test('a desk killed at each named point and in between loses nothing it told, doubles nothing', async () => {
  const report = await proveKills(16, 'short');
  expect(Object.values(report.points).every((hits) => hits === 2)).toBe(true);
  expect(report.told).toBeGreaterThan(20);
  expect(report.atProvince).toBe(report.onDesk);
}, 240_000);
