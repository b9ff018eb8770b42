import type { WorkingCalendar } from '../calendar/calendar.ts';
import { addDays, dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { dayInSentence, plainDate, small, workingDays } from '../calendar/date-words.ts';
import type { DayKind } from '../calendar/day-kind.ts';
import type { Bilingual } from '../text.ts';

/** A dossier as the grouping looks at it. */
export interface DueRow {
  readonly dueAt: LocalDateTime | null;
  readonly paused: boolean;
  /** Whether its new date has been apologised for. */
  readonly apologised: boolean;
  /** Last lawful day for an apology with a new date; null where none may be asked any more. */
  readonly extendUntil: CivilDate | null;
}

export interface DueGroup<Row> {
  readonly kind: 'overdue' | 'day' | 'holiday' | 'later' | 'paused' | 'open';
  /** The day of a `day` or `holiday` group. */
  readonly date: CivilDate | null;
  /** Right side of the head: what the group is told about its dates. */
  readonly aside: Bilingual | null;
  readonly rows: readonly Row[];
  /** One working day is left, or none: it stands out. */
  readonly pressing: boolean;
}

/** Days each have a group of their own as far as the fifth working day from today; what is due later stands together. */
const DAYS_APART = 5;

/**
 * Rows by due date: overdue, today, each day with something due, holidays as a line of their own (people count on
 * working days), later, then what stands still and what has no date.
 */
export function dueGroups<Row extends DueRow>(
  rows: readonly Row[],
  calendar: WorkingCalendar,
  now: LocalDateTime,
): DueGroup<Row>[] {
  const today = dateOf(now);
  const running = rows.filter((row) => !row.paused && row.dueAt !== null);
  const overdue = running.filter((row) => row.dueAt !== null && row.dueAt < now);
  const ahead = running.filter((row) => row.dueAt !== null && row.dueAt >= now).toSorted(byDue);
  const groups: DueGroup<Row>[] = [];
  if (overdue.length > 0) {
    const sorted = overdue.toSorted(byDue);
    groups.push({
      kind: 'overdue',
      date: null,
      aside: overdueWords(sorted, today, calendar),
      rows: sorted,
      pressing: false,
    });
  }
  const far = farthest(today, calendar);
  const near = ahead.filter((row) => dayOf(row) <= far);
  const lastNear = near.at(-1);
  const end = lastNear === undefined ? today : dayOf(lastNear);
  for (let date = today; date <= end; date = addDays(date, 1)) {
    const due = near.filter((row) => dayOf(row) === date);
    const holiday = calendar.covers(date) ? holidayOn(calendar.dayKind(date)) : null;
    const pressing = calendar.workingDaysBetween(today, date) <= 1;
    if (due.length > 0) {
      groups.push({ kind: 'day', date, aside: dayWords(due, date, today, calendar), rows: due, pressing });
    } else if (holiday !== null) groups.push({ kind: 'holiday', date, aside: holiday, rows: [], pressing: false });
  }
  const later = ahead.filter((row) => dayOf(row) > far);
  if (later.length > 0)
    groups.push({ kind: 'later', date: null, aside: laterWords(later), rows: later, pressing: false });
  const still = rows.filter((row) => row.paused);
  if (still.length > 0) groups.push({ kind: 'paused', date: null, aside: null, rows: still, pressing: false });
  const open = rows.filter((row) => !row.paused && row.dueAt === null);
  if (open.length > 0) groups.push({ kind: 'open', date: null, aside: null, rows: open, pressing: false });
  return groups;
}

function byDue(a: DueRow, b: DueRow): number {
  return (a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : (a.dueAt ?? '') > (b.dueAt ?? '') ? 1 : 0;
}

function dayOf(row: DueRow): CivilDate {
  return dateOf(row.dueAt ?? '');
}

function farthest(today: CivilDate, calendar: WorkingCalendar): CivilDate {
  let day = today;
  for (let n = 0; n < DAYS_APART; n += 1) day = calendar.nextWorkingDay(day) ?? day;
  return day;
}

/** Days off in the week with a name: "nghỉ lễ, Ngày Văn hóa Việt Nam". Plain weekends are no news. */
function holidayOn(day: DayKind): Bilingual | null {
  return day.counts || day.weekly ? null : { vi: small(day.reason.vi), en: small(day.reason.en) };
}

function overdueWords(rows: readonly DueRow[], today: CivilDate, calendar: WorkingCalendar): Bilingual | null {
  const [first] = rows;
  if (first === undefined) return null;
  const without = rows.filter((row) => !row.apologised).length;
  if (rows.length > 1) {
    return without === 0 ? null : { vi: `${without} chưa xin lỗi`, en: `${without} without an apology` };
  }
  const day = dayInSentence(dayOf(first));
  const days = calendar.workingDaysBetween(dayOf(first), today);
  const over: Bilingual =
    days === 0
      ? { vi: 'quá giờ', en: 'past its hour' }
      : { vi: `quá ${workingDays(days).vi}`, en: `${workingDays(days).en} over` };
  const sorry: Bilingual = first.apologised
    ? { vi: 'đã xin lỗi', en: 'apologised' }
    : { vi: 'chưa xin lỗi', en: 'no apology yet' };
  return {
    vi: `hẹn ${day.vi}, ${over.vi}, ${sorry.vi}`,
    en: `due ${day.en}, ${over.en}, ${sorry.en}`,
  };
}

function dayWords(
  rows: readonly DueRow[],
  date: CivilDate,
  today: CivilDate,
  calendar: WorkingCalendar,
): Bilingual | null {
  if (date === today) {
    const time = (rows[0]?.dueAt ?? '').slice(11, 16);
    return { vi: `phải trả trước ${time}`, en: `to be returned before ${time}` };
  }
  const left = workingDays(calendar.workingDaysBetween(today, date));
  const last = rows.some((row) => row.extendUntil === today);
  return last
    ? {
        vi: `còn ${left.vi}, hôm nay là hạn cuối để xin lỗi nếu không kịp`,
        en: `${left.en} left, today is the last day to apologise if it cannot be kept`,
      }
    : { vi: `còn ${left.vi}`, en: `${left.en} left` };
}

function laterWords(rows: readonly DueRow[]): Bilingual | null {
  const days = [...new Set(rows.map(dayOf))];
  const [first, second] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return null;
  if (second === undefined) return { vi: plainDate(first), en: plainDate(first) };
  if (days.length === 2)
    return { vi: `${plainDate(first)} và ${plainDate(last)}`, en: `${plainDate(first)} and ${plainDate(last)}` };
  return { vi: `${plainDate(first)} đến ${plainDate(last)}`, en: `${plainDate(first)} to ${plainDate(last)}` };
}
