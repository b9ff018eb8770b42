import { expect, test } from 'vitest';
import { exampleRules } from './example.ts';
import { laneOfSlip, slipGives, type ShownSlip } from './slip-lane.ts';

const rules = {
  ...exampleRules,
  series: exampleRules.series.map((each) => (each.letter === 'C' ? { ...each, kind: 'return' as const } : each)),
};
const now = '2026-11-23T09:00:00';
const slip = (more: Partial<ShownSlip>): ShownSlip => ({
  state: 'processing',
  dueAt: null,
  ...more,
});
const results = { kind: 'return' } as const;
const field = { kind: 'field' } as const;

test.each([
  [slip({ state: 'guided' }), 'papers'],
  [slip({ state: 'supplement' }), 'papers'],
  [slip({ state: 'finished', dueAt: '2026-11-30T16:30:00' }), 'result'],
  [slip({ dueAt: '2026-11-23T09:30:00' }), 'appointment'],
  [slip({ dueAt: '2026-11-23T08:45:00' }), 'appointment'],
  // Too early, too late, another day, none at all, and one that is over.
  [slip({ dueAt: '2026-11-23T09:31:00' }), 'number'],
  [slip({ dueAt: '2026-11-23T08:44:00' }), 'number'],
  [slip({ dueAt: '2026-11-24T09:00:00' }), 'number'],
  [slip({}), 'number'],
  [slip({ state: 'returned' }), 'number'],
] as const)('%j gives %s', (shown, gives) => {
  expect(slipGives(shown, rules, now)).toBe(gives);
});

test('papers go to any field at once; a result and an appointment to the series of results alone', () => {
  const due = '2026-11-23T09:10:00';
  expect(laneOfSlip(slip({ state: 'guided' }), field, rules, now)).toEqual({ lane: 'return', bookedFor: null });
  expect(laneOfSlip(slip({ state: 'finished' }), results, rules, now).lane).toBe('return');
  expect(laneOfSlip(slip({ state: 'finished' }), field, rules, now).lane).toBe('ordinary');
  expect(laneOfSlip(slip({ dueAt: due }), results, rules, now)).toEqual({ lane: 'booked', bookedFor: due });
  expect(laneOfSlip(slip({ dueAt: due }), field, rules, now)).toEqual({ lane: 'ordinary', bookedFor: null });
});

test('an office without a series for results gives the lane in any', () => {
  expect(laneOfSlip(slip({ state: 'finished' }), field, exampleRules, now).lane).toBe('return');
});
