import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from './calendar.ts';
import table from './due-date.cases.json' with { type: 'json' };
import { computeDueDate, type TimeLimit } from './due-date.ts';

// The table was worked out by hand, case by case: [received, limit, due day, why]; W working days, D calendar days, S same day.
const calendar = createCalendar(calendarSchema.parse(shipped));

function limitOf(text: string): TimeLimit {
  const value = Number(text.slice(1));
  if (text.startsWith('W')) return { value, unit: 'WORKING_DAY', basis: '' };
  return text.startsWith('D') ? { value, unit: 'DAY', basis: '' } : { value: 0, unit: 'SAME_DAY', basis: '' };
}

for (const { group, cases } of table) {
  test(`due dates by hand: ${group}`, () => {
    const found = cases.map(([receivedAt = '', limit = '', , why]) => {
      const request = {
        receivedAt,
        limit: limitOf(limit),
        procedure: { code: '1.004873' },
        channel: 'DIRECT',
      } as const;
      const due = computeDueDate(request, calendar);
      return [receivedAt, limit, due.kind === 'date' ? due.date : 'ask', why];
    });
    expect(found).toEqual(cases);
  });
}

test('the table has at least 200 cases, none twice', () => {
  const keys = table.flatMap((g) => g.cases.map(([received, limit]) => `${received} ${limit}`));
  expect(keys.length).toBeGreaterThanOrEqual(200);
  expect(new Set(keys).size).toBe(keys.length);
});
