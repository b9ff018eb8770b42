import type { Bilingual } from '../text.ts';
import type { CivilDate, TimeOfDay } from './civil-date.ts';

/** How sure a row is. `computed`: worked out from the law and the lunar calendar; `unconfirmed`: text not read. */
export type Certainty = 'confirmed' | 'computed' | 'unconfirmed';

/**
 * The four kinds of special day (Bộ luật Lao động 45/2019/QH14 Điều 111, 112): ngày nghỉ theo luật; nghỉ bù for a
 * holiday on a weekly day off; a working day swapped into a day off (hoán đổi); the Saturday worked instead (làm bù).
 */
export type SpecialDayKind = 'statutory' | 'compensatory' | 'swap_off' | 'makeup_workday';

export interface CalendarDay {
  readonly date: CivilDate;
  readonly kind: SpecialDayKind;
  readonly name: Bilingual;
  readonly status: Certainty;
  readonly source: string;
  readonly note?: string;
}

/** First and last day a rule holds; `to` null: until changed. */
export interface InForce {
  readonly from: CivilDate;
  readonly to: CivilDate | null;
  readonly status: Certainty;
  readonly source: string;
}

/** Part of a day, 'HH:mm' to 'HH:mm'; open at `from`, closed at `to`. */
export interface SessionHours {
  readonly from: string;
  readonly to: string;
}

/** Office hours (giờ làm việc). `office` null: every office without a row of its own; `weekdays` null: every working day. */
export interface OfficeHours extends InForce {
  readonly office: string | null;
  readonly weekdays: readonly number[] | null;
  readonly sessions: readonly SessionHours[];
}

/** Weekdays (1 Monday … 7 Sunday) that are worked and count in time limits. */
export interface WorkingWeek extends InForce {
  readonly weekdays: readonly number[];
}

/**
 * Reception on a weekly day off (tiếp nhận sáng thứ Bảy): the office is open, and the day is no working day when a
 * limit is counted (decision 3). `open` false: that office does not take part. Never on a public holiday.
 */
export interface WeekendReception extends InForce {
  readonly office: string | null;
  readonly weekday: number;
  readonly open: boolean;
  readonly sessions: readonly SessionHours[];
}

/** Latest moment ('HH:mm:ss', still in time) for work of the same day and for handover on the same day. */
export interface SameDayCutoff extends InForce {
  readonly time: TimeOfDay;
}

/** Days one office is closed beyond the public ones. `stopsLimits` false: limits run on, but no result is promised then. */
export interface OfficeClosure extends InForce {
  readonly office: string;
  readonly name: Bilingual;
  readonly stopsLimits: boolean;
}

/** The working calendar (lịch làm việc) of a province as handed out: rules and days, each dated, with its source. */
export interface CalendarData {
  /** Date of the edition and its running number: "2026-11-23.1". */
  readonly version: string;
  readonly source: string;
  /** Days the calendar speaks about; beyond them the officer enters a date with a reason (decision 4). */
  readonly horizon: { readonly from: CivilDate; readonly to: CivilDate };
  /** Last day of the official announcements; later days are the program's own reckoning. */
  readonly officialUntil: CivilDate;
  readonly workingWeek: readonly WorkingWeek[];
  readonly officeHours: readonly OfficeHours[];
  readonly weekendReception: readonly WeekendReception[];
  readonly sameDayCutoff: readonly SameDayCutoff[];
  readonly closures: readonly OfficeClosure[];
  readonly days: readonly CalendarDay[];
}
