import { expect, test } from 'vitest';
import { namedDays } from './marks.ts';

const days = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    date: `2026-12-${String(at + 1).padStart(2, '0')}`,
    kind: 'used' as const,
  }));

test('a short line and a long one name both days', () => {
  expect(namedDays(days(5), '2026-12-05')).toEqual({ received: true, due: true });
  expect(namedDays(days(27), '2026-12-27')).toEqual({ received: true, due: true });
});

test('where the names would meet, the due day keeps its own', () => {
  expect(namedDays(days(20), '2026-12-02')).toEqual({ received: false, due: true });
});

test('due on the day of receipt, the line has one name', () => {
  expect(namedDays(days(1), '2026-12-01')).toEqual({ received: true, due: false });
  expect(namedDays(days(4), null)).toEqual({ received: true, due: false });
});
