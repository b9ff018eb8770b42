import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWork, workGroupOf, workGroups } from './work-list.ts';

const now = '2026-11-23T10:42:00';
const row = (dueAt: string | null, daysLeft: number | null, state = 'processing') => ({ state, dueAt, daysLeft });

test.each([
  ['due this afternoon', row('2026-11-23T17:00:00', 0), 'soon'],
  ['due on the next working day', row('2026-11-25T17:00:00', 1), 'soon'],
  ['due in two working days', row('2026-11-26T17:00:00', 2), 'inTime'],
  ['due beyond the calendar', row('2031-01-06T17:00:00', null), 'inTime'],
  ['due an hour ago', row('2026-11-23T09:42:00', 0), 'overdue'],
  ['due last week', row('2026-11-20T17:00:00', -1), 'overdue'],
  ['waiting for the citizen', row(null, null, 'supplement'), 'paused'],
  ['waiting for the tax', row(null, null, 'financial'), 'paused'],
  ['done and not collected, however long ago', row('2026-11-20T17:00:00', -1, 'finished'), 'ready'],
  ['never promised a day', row(null, null, 'received'), 'noDate'],
])('%s', (_what, given, group) => {
  expect(workGroupOf(given, now)).toBe(group);
});

const rows = fc.array(
  fc.record({
    group: fc.constantFrom(...workGroups),
    dueAt: fc.option(fc.constantFrom('2026-11-20T17:00:00', '2026-11-23T17:00:00', '2026-11-27T17:00:00')),
    receivedAt: fc.constantFrom('2026-11-18T08:00:00', '2026-11-19T08:00:00'),
  }),
);

test('about to be late stands before late, and within a group the nearest day first', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const sorted = given.toSorted(compareWork);
      const key = (row: (typeof sorted)[number]): string =>
        [workGroups.indexOf(row.group), row.dueAt ?? '', row.receivedAt].join(' ');
      expect(sorted.map(key)).toEqual(given.map(key).toSorted());
    }),
  );
  expect(workGroups.indexOf('soon')).toBeLessThan(workGroups.indexOf('overdue'));
});
