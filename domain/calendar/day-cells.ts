import type { Bilingual } from '../text.ts';
import type { WorkingCalendar } from './calendar.ts';
import { addDays, type CivilDate } from './civil-date.ts';
import type { Count } from './count-days.ts';
import { nameInSentence } from './day-kind.ts';
import { capital } from './date-words.ts';

/** One day of the day strip (dải ngày). */
export interface DayCell {
  readonly date: CivilDate;
  /** `paused`: a working day on which the clock stood. */
  readonly role: 'received' | 'counted' | 'off' | 'paused' | 'due';
  /** Its number in the limit; null where it does not count. */
  readonly n: number | null;
  /** Why it does not count, or why a Saturday does. */
  readonly reason: Bilingual | null;
  /** An ordinary Saturday or Sunday, drawn narrow. */
  readonly weekend: boolean;
}

/** Every day from receipt to the due day. The largest `n` is the limit; the last cell is the due day. */
export function dayCells(
  received: CivilDate,
  start: CivilDate,
  count: Count,
  calendar: WorkingCalendar,
): readonly DayCell[] {
  const numbers = new Map(count.days.map((day) => [day.date, day.n]));
  const cells: DayCell[] = [];
  for (let date = received; date <= count.due; date = addDays(date, 1)) {
    const kind = calendar.dayKind(date);
    const n = numbers.get(date) ?? null;
    const words = kind.kind === 'working' ? null : nameInSentence(kind);
    const own = words === null ? null : { vi: capital(words.vi), en: capital(words.en) };
    const weekend = kind.kind === 'weekend';
    if (date === count.due) cells.push({ date, role: 'due', n, reason: own, weekend: false });
    else if (date === received) cells.push({ date, role: 'received', n: null, reason: own, weekend: false });
    else if (n !== null) cells.push({ date, role: 'counted', n, reason: own, weekend });
    else if (date <= start && own === null) {
      const reason = { vi: 'Chuyển đến cơ quan có thẩm quyền', en: 'On its way to the competent agency' };
      cells.push({ date, role: 'off', n: null, reason, weekend: false });
    } else cells.push({ date, role: 'off', n: null, reason: own, weekend });
  }
  return cells;
}
