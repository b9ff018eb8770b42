import { expect, test } from 'vitest';
import { proveFairness } from '../prove/fairness/fairness.ts';

/** A short version of `npm run prove -- fairness`: three days, the seed fixed. */
test('three days of an office: priority goes first, and no more people pass the limit than first come, first served', () => {
  const { rows, estimate, tickets, days } = proveFairness('ba ngày', 3);
  const row = (name: string) => {
    const found = rows.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no order ${name}`);
    return found;
  };
  expect([days, tickets > 600]).toEqual([3, true]);
  const [ours, firstCome, strict] = [row('ours'), row('first come'), row('strict priority')];
  expect(ours.over.all).toBeLessThanOrEqual(firstCome.over.all);
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
