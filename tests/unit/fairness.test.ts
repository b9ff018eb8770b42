import { expect, test } from 'vitest';
import { overWithAllSkills } from '../prove/fairness/capacity.ts';
import { proveFairness } from '../prove/fairness/fairness.ts';

/** A short version of `npm run prove -- fairness`: three days, the seed fixed. */
test('three days of an office: priority goes first, and no more people pass the limit than first come, first served', () => {
  const { rows, estimate, tickets, days, byDay } = proveFairness('ba ngày', 3);
  const row = (name: string) => {
    const found = rows.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no order ${name}`);
    return found;
  };
  expect([days, tickets > 600]).toEqual([3, true]);
  const [ours, firstCome, strict] = [row('ours'), row('first come'), row('strict priority')];
  expect(ours.over.all).toBeLessThanOrEqual(firstCome.over.all);
  // Day by day the same people are told, with the series they came for.
  expect(byDay.reduce((sum, day) => sum + day.ours.all, 0)).toBe(ours.over.all);
  for (const day of byDay) expect(day.bySeries.reduce((sum, [, n]) => sum + n, 0)).toBe(day.ours.all);
  expect(ours.priority.p90).toBeLessThan(firstCome.priority.p90);
  expect(ours.ordinary.p90).toBeLessThan(strict.ordinary.p90);
  // Strict priority does what it is called; else the orders were not told apart.
  expect(strict.priority.p90).toBeLessThan(ours.priority.p90);
  expect(estimate.told + estimate.atOnce).toBeGreaterThan(500);
  expect(estimate.error).toBeLessThan(0.7 * estimate.naiveError);
}, 60_000);

test('the same seed gives the same month', () => {
  expect(proveFairness('một ngày', 1)).toEqual(proveFairness('một ngày', 1));
}, 60_000);

test('a day has more work than six counters have minutes only where six people at once are not enough', () => {
  const arrival = (n: number, service: number) => ({
    id: `p${n}`,
    at: 8 * 3600,
    series: 'A',
    priority: null,
    lane: 'ordinary' as const,
    bookedFor: null,
    service,
    there: [true],
  });
  const day = (people: number, service: number, breaks: { counter: string; from: number; length: number }[] = []) => ({
    date: '2026-11-23',
    load: 1,
    breaks,
    arrivals: Array.from({ length: people }, (_, n) => arrival(n, service)),
  });
  // The second six wait as long as the first are served: the limit is 30 minutes.
  expect(overWithAllSkills(day(12, 1800), 1800)).toBe(0);
  expect(overWithAllSkills(day(12, 1801), 1800)).toBe(6);
  expect(overWithAllSkills(day(6, 7200, [{ counter: 'q1', from: 8 * 3600, length: 1801 }]), 1800)).toBe(1);
});
