import type { WorkingCalendar } from '../calendar/calendar.ts';
import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import { momentOf } from '../calendar/clock-state.ts';
import { dayInSentence, workingDays } from '../calendar/date-words.ts';
import { processingClock } from '../calendar/processing-clock.ts';
import type { NewDue } from '../dossier/events/common.ts';
import type { DossierClock } from '../dossier/view.ts';
import type { Bilingual } from '../text.ts';

/** The date that follows from the rules, or null where the officer enters one with the reason; and why, in a sentence. */
export interface ComputedDue {
  readonly at: LocalDateTime | null;
  readonly calendarVersion: string;
  readonly words: Bilingual;
}

/**
 * The date promised once a clock that stands still goes on at `at` (decision 6): from zero after a supplement, with
 * what was left after a financial obligation, as the request said.
 */
export function dueAfterWait(clock: DossierClock, at: LocalDateTime, calendar: WorkingCalendar): ComputedDue {
  const how = clock.goesOnBy ?? 'resume';
  const before = processingClock(clock.marks, calendar, at);
  const after = processingClock([...clock.marks, { kind: how, at }], calendar, at);
  const due = after.dueAt;
  if (due === null) {
    return {
      at: null,
      calendarVersion: calendar.version,
      words: {
        vi: 'Chưa tính được ngày hẹn mới. Nhập ngày hẹn và căn cứ.',
        en: 'The new date cannot be computed. Enter the date and its basis.',
      },
    };
  }
  const day = dayInSentence(dateOf(due));
  const left = workingDays(after.left ?? 0);
  const words: Bilingual =
    how === 'restart'
      ? { vi: `Tính lại từ đầu, ${left.vi}, hẹn ${day.vi}`, en: `Counted again from zero, ${left.en}, due ${day.en}` }
      : {
          vi: `Tính tiếp ${workingDays(before.left ?? 0).vi} còn lại, hẹn ${day.vi}`,
          en: `Goes on with the ${workingDays(before.left ?? 0).en} left, due ${day.en}`,
        };
  return { at: due, calendarVersion: calendar.version, words };
}

/** A date entered by hand, with its basis, where none can be computed. */
export function enteredDue(date: CivilDate, because: string, calendar: WorkingCalendar): NewDue {
  return { at: momentOf(date, calendar), calendarVersion: calendar.version, enteredBecause: because };
}

/** A day the result may be promised for instead, and how many working days later than the day that holds now. */
export interface LaterDay {
  readonly date: CivilDate;
  readonly days: number;
}

/** The days an extension may move to: days of return after the due day and after today, the nearest first. */
export function laterDays(dueAt: LocalDateTime, today: CivilDate, calendar: WorkingCalendar, most: number): LaterDay[] {
  const due = dateOf(dueAt);
  const days: LaterDay[] = [];
  let date = calendar.nextReturnDay(due > today ? due : today);
  while (date !== null && days.length < most) {
    days.push({ date, days: calendar.workingDaysBetween(due, date) });
    date = calendar.nextReturnDay(date);
  }
  return days;
}

/** Why a day cannot be the new one. */
export type NotLater = 'not-after-due' | 'past' | 'day-off' | 'beyond-calendar';

/**
 * The new date of an extension, checked on the calendar: later than the one that holds, not in the past, a day on which
 * the office works. Past the calendar it needs the officer's reason (decision 4).
 */
export function extensionDue(
  clock: Pick<DossierClock, 'dueAt'>,
  date: CivilDate,
  because: string | null,
  today: CivilDate,
  calendar: WorkingCalendar,
): { readonly due: NewDue } | { readonly why: NotLater } {
  if (clock.dueAt !== null && date <= dateOf(clock.dueAt)) return { why: 'not-after-due' };
  if (date < today) return { why: 'past' };
  if (!calendar.covers(date)) {
    return because === null ? { why: 'beyond-calendar' } : { due: enteredDue(date, because, calendar) };
  }
  if (!calendar.isReturnDay(date)) return { why: 'day-off' };
  return { due: { at: momentOf(date, calendar), calendarVersion: calendar.version, enteredBecause: null } };
}
