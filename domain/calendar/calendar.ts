import type { Bilingual } from '../text.ts';
import type { CalendarData, Certainty, SessionHours } from './calendar-data.ts';
import { inForce, never, ruleOn, specialDay } from './calendar-rules.ts';
import {
  addDays,
  type CivilDate,
  dateOf,
  daysBetween,
  type LocalDateTime,
  timeOf,
  type TimeOfDay,
  weekday,
} from './civil-date.ts';
import { type DayKind, kindWords } from './day-kind.ts';

export type { CalendarData } from './calendar-data.ts';
export type { DayKind } from './day-kind.ts';

/** The working calendar of one office. Every answer is about Vietnam dates and times. */
export interface WorkingCalendar {
  readonly version: string;
  readonly office: string | null;
  readonly horizon: { readonly from: CivilDate; readonly to: CivilDate };
  readonly officialUntil: CivilDate;
  /** Whether the calendar speaks about that day. Outside it nothing is a working day. */
  covers(date: CivilDate): boolean;
  /** What the day is, whether it counts, and why. */
  dayKind(date: CivilDate): DayKind;
  /** Whether the day counts in a limit of working days. */
  isWorkingDay(date: CivilDate): boolean;
  /** Whether a result may be promised for that day: a working day with office hours that is certain to be worked. */
  isReturnDay(date: CivilDate): boolean;
  /** Whether dossiers are received at that moment; a session's last minute is over at its `to`. */
  isOpen(moment: LocalDateTime): boolean;
  /** First working day after `date`; null past the horizon. */
  nextWorkingDay(date: CivilDate): CivilDate | null;
  /** First day after `date` a result may be promised for; null past the horizon. */
  nextReturnDay(date: CivilDate): CivilDate | null;
  /** Working days after `a` up to and including `b`; negative where `b` is earlier. */
  workingDaysBetween(a: CivilDate, b: CivilDate): number;
  /** Reception hours of the day, in order; empty where the office is closed. */
  sessionsOf(date: CivilDate): readonly SessionHours[];
  /** Latest moment that is still in time for work of the same day ("sau 15:00" is later than it). */
  sameDayCutoff(date: CivilDate): TimeOfDay;
}

/** The calendar of an office, or of an office without rules of its own where `office` is left out. */
export function createCalendar(data: CalendarData, office?: string): WorkingCalendar {
  const special = new Map(data.days.map((day) => [day.date, day]));
  const known = new Map<CivilDate, DayKind>();
  const isOwn = (row: { readonly office: string | null }): boolean => row.office !== null;
  const mine = <T extends { readonly office: string | null }>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => row.office === null || row.office === office);
  const hoursRows = mine(data.officeHours);
  const receptionRows = mine(data.weekendReception);
  const closures = data.closures.filter((row) => row.office === office);

  const covers = (date: CivilDate): boolean => data.horizon.from <= date && date <= data.horizon.to;

  function findKind(date: CivilDate): DayKind {
    const plain = (
      kind: DayKind['kind'],
      counts: boolean,
      weekly: boolean,
      source: string,
      status: Certainty,
      name: Bilingual | null,
    ): DayKind => ({
      date,
      kind,
      counts,
      certainToWork: counts && kind === 'working',
      weekly,
      status,
      name,
      reason: kindWords(kind, name, status),
      source,
    });
    if (!covers(date)) return plain('unknown', false, false, data.source, 'unconfirmed', null);
    const week = ruleOn(data.workingWeek, date, never);
    const weekly = week === undefined || !week.weekdays.includes(weekday(date));
    const day = special.get(date);
    const official = day === undefined ? undefined : specialDay(day, weekly);
    const worked = official === undefined ? !weekly : official.counts;
    const closure = closures.find((row) => inForce(row, date));
    if (worked && closure !== undefined) {
      return plain('office_closed', !closure.stopsLimits, weekly, closure.source, closure.status, closure.name);
    }
    if (official !== undefined) return official;
    const source = week?.source ?? data.source;
    return weekly
      ? plain('weekend', false, true, source, 'confirmed', null)
      : plain('working', true, false, source, 'confirmed', null);
  }

  function dayKind(date: CivilDate): DayKind {
    let kind = known.get(date);
    if (kind === undefined) {
      kind = findKind(date);
      if (covers(date)) known.set(date, kind);
    }
    return kind;
  }

  function sessionsOf(date: CivilDate): readonly SessionHours[] {
    const kind = dayKind(date);
    if (kind.kind === 'office_closed') return [];
    const day = weekday(date);
    if (kind.counts) {
      const rows = hoursRows.filter((row) => row.weekdays === null || row.weekdays.includes(day));
      return ruleOn(rows, date, isOwn)?.sessions ?? [];
    }
    if (kind.kind !== 'weekend' || closures.some((row) => inForce(row, date))) return [];
    const reception = ruleOn(
      receptionRows.filter((row) => row.weekday === day),
      date,
      isOwn,
    );
    return reception?.open === true ? reception.sessions : [];
  }

  const isWorkingDay = (date: CivilDate): boolean => dayKind(date).counts;
  const isReturnDay = (date: CivilDate): boolean => dayKind(date).certainToWork && sessionsOf(date).length > 0;

  function after(date: CivilDate, wanted: (d: CivilDate) => boolean): CivilDate | null {
    if (date < data.horizon.from) return null;
    for (let d = addDays(date, 1); covers(d); d = addDays(d, 1)) if (wanted(d)) return d;
    return null;
  }

  function workingDaysBetween(a: CivilDate, b: CivilDate): number {
    if (b < a) return -workingDaysBetween(b, a);
    let count = 0;
    for (let n = daysBetween(a, b); n > 0; n -= 1) if (isWorkingDay(addDays(a, n))) count += 1;
    return count;
  }

  return {
    version: data.version,
    office: office ?? null,
    horizon: data.horizon,
    officialUntil: data.officialUntil,
    covers,
    dayKind,
    isWorkingDay,
    isReturnDay,
    sessionsOf,
    workingDaysBetween,
    isOpen: (moment) => {
      const time = timeOf(moment);
      return sessionsOf(dateOf(moment)).some((s) => `${s.from}:00` <= time && time < `${s.to}:00`);
    },
    nextWorkingDay: (date) => after(date, isWorkingDay),
    nextReturnDay: (date) => after(date, isReturnDay),
    sameDayCutoff: (date) => ruleOn(data.sameDayCutoff, date, never)?.time ?? '00:00:00',
  };
}
