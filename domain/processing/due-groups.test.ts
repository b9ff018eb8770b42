import { expect, test } from 'vitest';
import { calendar } from '../../tests/harness/history.ts';
import { dueGroups, type DueRow } from './due-groups.ts';

const NOW = '2026-11-23T10:42:00';
const row = (day: string | null, over: Partial<DueRow> = {}): DueRow => ({
  dueAt: day === null ? null : `${day}T17:00:00`,
  paused: false,
  apologised: false,
  extendUntil: null,
  ...over,
});
const told = (rows: readonly DueRow[]) =>
  dueGroups(rows, calendar, NOW).map(({ kind, date, aside, rows: of }) => [kind, date, aside?.vi ?? null, of.length]);

test('the day of the picture: overdue, today, the holiday as a line, days, later', () => {
  expect(
    told([
      row('2026-12-16'),
      row('2026-11-25', { extendUntil: '2026-11-23' }),
      row('2026-11-20'),
      row('2026-11-23'),
      row('2026-11-26'),
      row('2026-11-25'),
      row('2026-12-08'),
      row('2026-11-23'),
      row('2026-11-27'),
    ]),
  ).toEqual([
    ['overdue', null, 'hẹn thứ Sáu 20/11, quá 1 ngày làm việc, chưa xin lỗi', 1],
    ['day', '2026-11-23', 'phải trả trước 17:00', 2],
    ['holiday', '2026-11-24', 'nghỉ lễ, Ngày Văn hóa Việt Nam', 0],
    ['day', '2026-11-25', 'còn 1 ngày làm việc, hôm nay là hạn cuối để xin lỗi nếu không kịp', 2],
    ['day', '2026-11-26', 'còn 2 ngày làm việc', 1],
    ['day', '2026-11-27', 'còn 3 ngày làm việc', 1],
    ['later', null, '08/12/2026 và 16/12/2026', 2],
  ]);
});

test('several overdue say how many have had no apology; what stands still and what has no date come last', () => {
  expect(
    told([
      row(null, { paused: true }),
      row('2026-11-18'),
      row('2026-11-20', { apologised: true }),
      row(null),
      row('2026-12-08'),
      row('2026-12-09'),
      row('2026-12-10'),
    ]),
  ).toEqual([
    ['overdue', null, '1 chưa xin lỗi', 2],
    ['later', null, '08/12/2026 đến 10/12/2026', 3],
    ['paused', null, null, 1],
    ['open', null, null, 1],
  ]);
  expect(told([])).toEqual([]);
});

test('today, once the hour has passed, is overdue', () => {
  expect(told([{ ...row('2026-11-23'), dueAt: '2026-11-23T10:00:00' }])).toEqual([
    ['overdue', null, 'hẹn thứ Hai 23/11, quá giờ, chưa xin lỗi', 1],
  ]);
});
