import { addDays, type CivilDate } from '../calendar/civil-date.ts';
import { settingsWith, type HallSettings, type OwnValues } from './rules.ts';

/**
 * What an office sets of the hall's rules for itself (mức riêng của Trung tâm). Changes are added, never edited, and hold
 * from a day that has not begun: a day keeps the rules under which its numbers were taken and called.
 */
export interface OwnSettings {
  /** Counts on from 1 in each office. */
  readonly number: number;
  /** First day. */
  readonly from: CivilDate;
  /** What differs from the rules of the province; nothing: those hold again. */
  readonly settings: OwnValues;
}

/** The change in force on a day: of those begun the one that began last, of one day's the one decided last. Null: none. */
export function ownChangeOn<T extends OwnSettings>(changes: readonly T[], date: CivilDate): T | null {
  return changes.reduce<T | null>((held, each) => {
    if (each.from > date) return held;
    if (held === null || each.from > held.from) return each;
    return each.from === held.from && each.number > held.number ? each : held;
  }, null);
}

/** What would hold from a day on as things are. @param province the province's own values */
export function settingsFrom(province: HallSettings, changes: readonly OwnSettings[], from: CivilDate): HallSettings {
  return settingsWith(province, ownChangeOn(changes, from)?.settings ?? {});
}

/** Those that will hold on a later day as things are, the next first. */
export function changesAhead<T extends OwnSettings>(changes: readonly T[], today: CivilDate): T[] {
  return changes
    .filter((each) => each.from > today && ownChangeOn(changes, each.from) === each)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** From when a change decided today may hold. */
export function firstDayOfChange(today: CivilDate): CivilDate {
  return addDays(today, 1);
}
