import type { DayCell } from '../../domain/calendar/due-date.ts';

const cell = (date: string, role: DayCell['role'], n: number | null = null, weekend = false): DayCell => ({
  date,
  role,
  n,
  reason: role === 'off' ? { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture Day' } : null,
  weekend,
});

/** Received Monday 23/11/2026; Tuesday 24/11 is a holiday; three working days. */
export const shortDays: readonly DayCell[] = [
  cell('2026-11-23', 'received'),
  cell('2026-11-24', 'off'),
  cell('2026-11-25', 'counted', 1),
  cell('2026-11-26', 'counted', 2),
  cell('2026-11-27', 'due', 3),
];

/** The same day, twenty-seven working days. */
export const longDays: readonly DayCell[] = (() => {
  const days: DayCell[] = [cell('2026-11-23', 'received'), cell('2026-11-24', 'off')];
  let n = 0;
  for (let time = Date.UTC(2026, 10, 25); n < 27; time += 86_400_000) {
    const date = new Date(time);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!weekend) n += 1;
    const text = date.toISOString().slice(0, 10);
    days.push(cell(text, weekend ? 'off' : n === 27 ? 'due' : 'counted', weekend ? null : n, weekend));
  }
  return days;
})();
