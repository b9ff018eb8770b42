import { dateOf, type CivilDate, type LocalDateTime } from '../calendar/civil-date.ts';
import type { WorkingCalendar } from '../calendar/calendar.ts';
import type { DossierNotified } from '../dossier/events/result.ts';

/**
 * When somebody is reminded of a result nobody collects (kết quả chưa ai đến nhận), and what becomes of it. No law
 * gives these figures: a province sets its own, dated, in its catalogue.
 */
export interface UncollectedRule {
  /** First and last day of the rule; null: open. */
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  /** Working days from when it lay ready to the first reminder. */
  readonly firstAfter: number;
  /** Working days from one reminder to the next. */
  readonly every: number;
  /** How many there are. */
  readonly reminders: number;
  /** Working days from the last reminder to the archive. */
  readonly archiveAfter: number;
  /** Where the result goes then, in words: "Lưu trữ cơ quan". */
  readonly archivePlace: string;
  readonly basis: string;
  /** False: an assumption, no rule of the province was found. */
  readonly certain: boolean;
}

/** What comes next for a result that waits. */
export interface Uncollected {
  /** Working days it has lain ready; null past the calendar. */
  readonly waited: number | null;
  /** Reminders given. */
  readonly reminded: number;
  readonly next:
    | {
        readonly kind: 'reminder';
        /** 1 for the first. */
        readonly n: number;
        /** Null past the calendar. */
        readonly on: CivilDate | null;
        /** For the last one: the day after which it goes to the archive; null for the others, and past the calendar. */
        readonly lastDay: CivilDate | null;
      }
    | { readonly kind: 'archive'; readonly on: CivilDate | null }
    /** No rule holds. */
    | { readonly kind: 'none' };
  /** Whether that day has come. */
  readonly isDue: boolean;
}

/** The rule in force on a day, or null. */
export function uncollectedRule(rules: readonly UncollectedRule[], date: CivilDate): UncollectedRule | null {
  return rules.findLast((rule) => rule.from <= date && (rule.to === null || date <= rule.to)) ?? null;
}

/**
 * How long a result has waited and what is next: the first reminder `firstAfter` working days after it lay ready, each
 * further one `every` after the one before was given, the archive `archiveAfter` after the last.
 */
export function uncollected(
  readyAt: LocalDateTime,
  notices: readonly Pick<DossierNotified, 'about' | 'at'>[],
  rule: UncollectedRule | null,
  today: CivilDate,
  calendar: WorkingCalendar,
): Uncollected {
  const ready = dateOf(readyAt);
  // Those of an earlier wait (the result went back and came again) say nothing about this one.
  const given = notices.filter((notice) => notice.about === 'reminder' && notice.at >= readyAt);
  const reminded = given.length;
  const waited = calendar.covers(ready) && calendar.covers(today) ? calendar.workingDaysBetween(ready, today) : null;
  if (rule === null) return { waited, reminded, next: { kind: 'none' }, isDue: false };
  const last = given.reduce((latest, { at }) => (dateOf(at) > latest ? dateOf(at) : latest), ready);
  if (reminded >= rule.reminders) {
    const on = workingDaysAfter(last, rule.archiveAfter, calendar);
    return { waited, reminded, next: { kind: 'archive', on }, isDue: on !== null && on <= today };
  }
  const n = reminded + 1;
  const on = workingDaysAfter(last, n === 1 ? rule.firstAfter : rule.every, calendar);
  const said = on !== null && on > today ? on : today;
  const lastDay = n === rule.reminders ? workingDaysAfter(said, rule.archiveAfter, calendar) : null;
  return { waited, reminded, next: { kind: 'reminder', n, on, lastDay }, isDue: on !== null && on <= today };
}

/** The day so many working days after `date`; null past the calendar. */
function workingDaysAfter(date: CivilDate, days: number, calendar: WorkingCalendar): CivilDate | null {
  let day: CivilDate | null = date;
  for (let left = days; left > 0 && day !== null; left -= 1) day = calendar.nextWorkingDay(day);
  return day;
}
