import { expect, test } from 'vitest';
import { proveFailover } from './failover.ts';
import { provePostgres } from './restarts.ts';

/** The short runs; the full ones are `npm run prove -- postgres` and `npm run prove -- failover`. */
test('PostgreSQL killed and started again under desks that push: the server goes on by itself, nothing is lost', async () => {
  const report = await provePostgres(3, 'short', undefined, 2);
  expect(report.kills).toEqual({ postmaster: 2, backends: 1 });
  expect(report.notReady).toBe(2);
  expect(report.acknowledged).toBeGreaterThan(15);
  expect(report.atProvince).toBe(report.told);
}, 600_000);

test('the synchronous standby takes the place of a primary that is killed, and nothing acknowledged is lost', async () => {
  const report = await proveFailover('short', undefined, { desks: 4, standbyAwayMs: 2000, events: 12 });
  expect(report.acknowledgedAlone).toBe(0);
  expect(report.readyAfterMs).toHaveLength(2);
  expect(report.acknowledged).toBeGreaterThan(report.acknowledgedBefore);
  expect(report.sameEpoch).toBe(true);
}, 600_000);
