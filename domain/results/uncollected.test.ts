import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from '../calendar/calendar.ts';
import { addDays } from '../calendar/civil-date.ts';
import { uncollected, uncollectedRule, type UncollectedRule } from './uncollected.ts';

const calendar = createCalendar(
  calendarSchema.parse(JSON.parse(readFileSync(new URL('../../catalogue/calendar.json', import.meta.url), 'utf8'))),
);

const rule: UncollectedRule = {
  from: '2026-06-01',
  to: null,
  firstAfter: 5,
  every: 10,
  reminders: 2,
  archiveAfter: 20,
  archivePlace: 'Lưu trữ cơ quan',
  basis: 'thử',
  certain: false,
};

const reminder = (at: string) => ({ about: 'reminder' as const, at });

test('the holiday on Tuesday does not count: ready on Monday 23/11, first reminder on Tuesday 1/12', () => {
  const on = (today: string) => uncollected('2026-11-23T10:00:00', [], rule, today, calendar);
  expect(on('2026-11-30')).toMatchObject({ waited: 4, reminded: 0, isDue: false });
  expect(on('2026-12-01')).toEqual({
    waited: 5,
    reminded: 0,
    next: { kind: 'reminder', n: 1, on: '2026-12-01', lastDay: null },
    isDue: true,
  });
});

test('the second is counted from when the first was given; being the last it names the day of the archive', () => {
  const given = [reminder('2026-12-03T09:00:00')];
  expect(uncollected('2026-11-23T10:00:00', given, rule, '2026-12-16', calendar)).toMatchObject({
    reminded: 1,
    next: { kind: 'reminder', n: 2, on: '2026-12-17', lastDay: '2027-01-15' },
    isDue: false,
  });
});

test('after the last reminder the archive follows', () => {
  const given = [reminder('2026-12-03T09:00:00'), reminder('2026-12-17T09:00:00')];
  const at = (today: string) => uncollected('2026-11-23T10:00:00', given, rule, today, calendar);
  expect(at('2027-01-14')).toMatchObject({ reminded: 2, next: { kind: 'archive', on: '2027-01-15' }, isDue: false });
  expect(at('2027-01-15').isDue).toBe(true);
});

test('messages of another kind, and reminders of an earlier wait, do not count', () => {
  const notices = [{ about: 'result-ready' as const, at: '2026-11-23T10:00:00' }, reminder('2026-11-02T09:00:00')];
  expect(uncollected('2026-11-23T10:00:00', notices, rule, '2026-11-23', calendar).reminded).toBe(0);
});

test('past the calendar nothing is due, and without a rule nothing follows', () => {
  const late = addDays(calendar.horizon.to, 5);
  expect(uncollected(`${calendar.horizon.to}T10:00:00`, [], rule, late, calendar)).toEqual({
    waited: null,
    reminded: 0,
    next: { kind: 'reminder', n: 1, on: null, lastDay: null },
    isDue: false,
  });
  expect(uncollected('2026-11-23T10:00:00', [], null, '2026-12-31', calendar)).toMatchObject({
    next: { kind: 'none' },
    isDue: false,
  });
});

test('the rule of the day holds, the newest of two', () => {
  const newer = { ...rule, from: '2027-01-01', firstAfter: 3 };
  expect(uncollectedRule([rule, newer], '2026-12-31')).toBe(rule);
  expect(uncollectedRule([rule, newer], '2027-01-01')).toBe(newer);
  expect(uncollectedRule([rule], '2026-05-31')).toBeNull();
});

test('whenever they are given, every reminder comes in its turn and the archive never before the last of them', () => {
  const days = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 0, maxLength: 4 });
  const rules = fc.record({
    firstAfter: fc.integer({ min: 1, max: 15 }),
    every: fc.integer({ min: 1, max: 15 }),
    reminders: fc.integer({ min: 0, max: 3 }),
    archiveAfter: fc.integer({ min: 1, max: 30 }),
  });
  fc.assert(
    fc.property(rules, days, (figures, waits) => {
      const own: UncollectedRule = { ...rule, ...figures };
      const given: ReturnType<typeof reminder>[] = [];
      let today = '2026-06-15';
      for (const wait of waits) {
        const before = uncollected('2026-06-15T08:00:00', given, own, today, calendar);
        expect(before.next.kind).toBe(given.length >= own.reminders ? 'archive' : 'reminder');
        expect(before.next.kind !== 'reminder' || before.next.n === given.length + 1).toBe(true);
        const on = before.next.kind === 'none' ? null : before.next.on;
        expect(on === null || calendar.isWorkingDay(on)).toBe(true);
        expect(before.isDue).toBe(on !== null && on <= today);
        today = addDays(today, wait);
        given.push(reminder(`${today}T09:00:00`));
      }
    }),
  );
});
