import { expect, test } from 'vitest';
import { later, since, toNextMinute } from './local-time.ts';

test('the clock goes on by itself, over midnight and the end of a month too', () => {
  expect(later('2026-11-23T10:42:05', 0)).toBe('2026-11-23T10:42:05');
  expect(later('2026-11-23T10:42:05', 55_999)).toBe('2026-11-23T10:43:00');
  expect(later('2026-11-30T23:59:30', 31_000)).toBe('2026-12-01T00:00:01');
  expect(later('2026-11-23T00:00:10', -11_000)).toBe('2026-11-22T23:59:59');
});

test('the next minute is as far away as the seconds say', () => {
  expect(toNextMinute('2026-11-23T10:42:05')).toBe(55_000);
  expect(toNextMinute('2026-11-23T10:42:00')).toBe(60_000);
});

test('another day is named', () => {
  expect(since('2026-11-23T09:12:00', '2026-11-23T10:42:00')).toBe('09:12');
  expect(since('2026-11-20T16:52:00', '2026-11-23T10:42:00')).toBe('20/11 16:52');
});
