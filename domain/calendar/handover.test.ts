import { expect, test } from 'vitest';
import shipped from '../../catalogue/calendar.json' with { type: 'json' };
import { calendarSchema } from '../../contract/calendar.ts';
import { createCalendar } from './calendar.ts';
import { handoverDeadline, handoverRule, transferClock } from './handover.ts';

const calendar = createCalendar(calendarSchema.parse(shipped));

test('received by 15:00:00, handed over the same day; later, at the start of the next working day', () => {
  expect(handoverDeadline('2026-11-23T10:42:00', calendar)).toBe('2026-11-23T17:00:00');
  expect(handoverDeadline('2026-11-23T15:00:00', calendar)).toBe('2026-11-23T17:00:00');
  expect(handoverDeadline('2026-11-23T15:00:01', calendar)).toBe('2026-11-25T07:00:00');
});

test('received on a Saturday morning or a holiday, handed over on the next working day', () => {
  expect(handoverDeadline('2026-11-28T09:00:00', calendar)).toBe('2026-11-30T07:00:00');
  expect(handoverDeadline('2026-11-24T09:00:00', calendar)).toBe('2026-11-25T07:00:00');
  expect(handoverDeadline('2027-12-31T16:00:00', calendar)).toBeNull();
  expect(handoverDeadline('2028-01-03T10:00:00', calendar)).toBeNull();
});

test('the rule is said in words', () => {
  expect(handoverRule('2026-11-23T10:42:00', calendar)?.text.vi).toBe('Bàn giao trước 17 giờ 00 cùng ngày');
  expect(handoverRule('2026-11-23T16:00:00', calendar)?.text.vi).toBe('Bàn giao đầu giờ làm việc thứ Tư 25/11');
});

test('the transfer clock tells running, overdue, met and late', () => {
  const at = (arrived: string | null, now: string): string | undefined =>
    transferClock('2026-11-23T10:00:00', arrived, now, calendar)?.state;
  expect(at(null, '2026-11-23T17:00:00')).toBe('running');
  expect(at(null, '2026-11-23T17:00:01')).toBe('overdue');
  expect(at('2026-11-23T17:00:00', '2026-11-25T10:00:00')).toBe('met');
  expect(at('2026-11-23T16:00:00', '2026-11-25T10:00:00')).toBe('met');
  expect(at('2026-11-25T08:00:00', '2026-11-25T10:00:00')).toBe('late');
});
