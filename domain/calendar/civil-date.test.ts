import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOf, daysBetween, epochMs, localDateTime, parseCivilDate, timeOf, weekday } from './civil-date.ts';

const DAY = 86_400_000;
const anyDay = fc.integer({ min: -690_000, max: 2_900_000 });
const iso = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

test('days, weekdays and distances agree with the platform calendar over 9,000 years', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (days, n) => {
      const date = iso(days);
      expect(addDays(date, n)).toBe(iso(days + n));
      expect(daysBetween(date, iso(days + n))).toBe(n);
      expect(weekday(date) % 7).toBe(new Date(days * DAY).getUTCDay());
      expect(parseCivilDate(date)).toBe(date);
    }),
  );
});

test('a text that is no date is refused', () => {
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '26-11-24',
    '2026-11-24 ',
    '',
    '0000-01-01',
  ]) {
    expect(parseCivilDate(text)).toBeNull();
  }
  expect(parseCivilDate('2028-02-29')).toBe('2028-02-29');
});

test('arithmetic on a text that is no date is a caller’s mistake and says so', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  expect(() => epochMs('2026-02-03T24:00:00')).toThrow(RangeError);
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
});

test('the wall clock of Vietnam is seven hours ahead of UTC, at midnight too', () => {
  expect(localDateTime(Date.UTC(2026, 10, 23, 16, 59, 59, 999))).toBe('2026-11-23T23:59:59');
  expect(localDateTime(Date.UTC(2026, 10, 23, 17, 0, 0))).toBe('2026-11-24T00:00:00');
  expect(epochMs('2026-11-24T00:00:00')).toBe(Date.UTC(2026, 10, 23, 17));
  expect(dateOf('2026-11-24T15:00:01')).toBe('2026-11-24');
  expect(timeOf('2026-11-24T15:00:01')).toBe('15:00:01');
});

test('a whole second goes to the wall clock and back unchanged', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50_000_000_000, max: 250_000_000_000 }), (seconds) => {
      expect(epochMs(localDateTime(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});
