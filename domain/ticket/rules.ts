import type { CivilDate } from '../calendar/civil-date.ts';
import type { Bilingual } from '../text.ts';

/** The hall's rules as dated data (`catalogue/hall.json`); what an office sets for itself stands over them. */

interface InForce {
  readonly from: CivilDate;
  /** Last day; null: until changed. */
  readonly to: CivilDate | null;
}

/** A number series (dãy số): a letter, and the fields (lĩnh vực) that people take it for. */
export interface Series extends InForce {
  readonly letter: string;
  readonly name: Bilingual;
  /** A few things people come for, on the kiosk. */
  readonly hint: Bilingual;
  /** `unknown`: "Tôi không rõ", which every counter serves. `return`: results are given out (trả kết quả). */
  readonly kind: 'field' | 'return' | 'unknown';
  /** Codes of the catalogue's fields. */
  readonly fields: readonly string[];
  /** Minutes a person takes while nothing has been measured. */
  readonly minutes: number;
}

/** A priority class (diện ưu tiên). */
export interface PriorityClass extends InForce {
  readonly id: string;
  readonly name: Bilingual;
  readonly basis: string;
  /** Whether the basis is a law that was read; else by the centre's own regulation, an assumption. */
  readonly sure: boolean;
}

export interface HallSettings {
  /** Minutes within which every ticket is to be called while capacity allows (mức chờ). */
  readonly limitMinutes: number;
  /** Calls that nobody answers before a ticket is put back. */
  readonly calls: number;
  /** How often a ticket nobody answered to goes back to the end of the line before it expires. */
  readonly putBacks: number;
  /** Minutes a held ticket is kept. */
  readonly heldMinutes: number;
  /** Minutes before its time from which a booked person may be called. */
  readonly bookedEarlyMinutes: number;
  /** Minutes after its time up to which a booking counts; later it is a ticket like any other. */
  readonly bookedLateMinutes: number;
  /**
   * How the lanes are mixed in (xen kẽ): so many booked in a row one counter may call before somebody longer in line; then
   * that one is called. 0: they stand in line like anybody; `NO_BOUND`: as many as there are.
   */
  readonly bookedInARow: number;
  /** The same of the priority classes; one at least, since the law lets some of them go first. */
  readonly priorityInARow: number;
  /** The same of those who come back with papers. */
  readonly returnInARow: number;
}

/** As many in a row as there are. */
export const NO_BOUND = 9;

/** From when a board says that something comes (ngưỡng báo), for the office and for the province. */
export interface Alerts {
  /** Percent of the limit from which time presses on the office's board. */
  readonly officePercent: number;
  /** Percent of its limit from which an office is near it on the province's board. */
  readonly provincePercent: number;
  /** Without a word from an office for so many seconds the province takes its figures for old. */
  readonly staleSeconds: number;
}

/** In the order in which they are told. */
export const settingKeys = [
  'limitMinutes',
  'calls',
  'putBacks',
  'heldMinutes',
  'bookedEarlyMinutes',
  'bookedLateMinutes',
  'bookedInARow',
  'priorityInARow',
  'returnInARow',
] as const satisfies readonly (keyof HallSettings)[];

/** What each may be set to. */
export const settingBounds: Readonly<Record<keyof HallSettings, { readonly min: number; readonly max: number }>> = {
  limitMinutes: { min: 1, max: 480 },
  calls: { min: 1, max: 9 },
  putBacks: { min: 0, max: 9 },
  heldMinutes: { min: 1, max: 480 },
  bookedEarlyMinutes: { min: 0, max: 120 },
  bookedLateMinutes: { min: 0, max: 120 },
  bookedInARow: { min: 0, max: NO_BOUND },
  priorityInARow: { min: 1, max: NO_BOUND },
  returnInARow: { min: 0, max: NO_BOUND },
};

/** What an office sets of them for itself; absent: as the province has it. */
export type OwnValues = { readonly [K in keyof HallSettings]?: HallSettings[K] | undefined };

export interface HallData {
  readonly version: string;
  readonly source: string;
  readonly series: readonly Series[];
  readonly priorities: readonly PriorityClass[];
  readonly settings: readonly (InForce & { readonly source: string; readonly sure: boolean } & HallSettings)[];
  readonly alerts: readonly (InForce & { readonly source: string } & Alerts)[];
}

/** The rules of one day. */
export interface HallRules {
  readonly version: string;
  readonly series: readonly Series[];
  readonly priorities: readonly PriorityClass[];
  readonly settings: HallSettings;
  readonly alerts: Alerts;
}

/**
 * The rules in force on a day, with what the office has set for itself.
 * @throws RangeError where no settings are in force: `hallFaults` finds that in the data
 */
export function hallRules(data: HallData, date: CivilDate, own: OwnValues = {}): HallRules {
  const inForce = (row: InForce): boolean => row.from <= date && (row.to === null || date <= row.to);
  const settings = data.settings.find(inForce);
  const alerts = data.alerts.find(inForce);
  if (settings === undefined || alerts === undefined) throw new RangeError(`no settings of the hall on ${date}`);
  return {
    version: data.version,
    series: data.series.filter(inForce),
    priorities: data.priorities.filter(inForce),
    settings: settingsWith(settings, own),
    alerts,
  };
}

/** The province's values with what an office has set for itself. */
export function settingsWith(settings: HallSettings, own: OwnValues): HallSettings {
  return {
    limitMinutes: own.limitMinutes ?? settings.limitMinutes,
    calls: own.calls ?? settings.calls,
    putBacks: own.putBacks ?? settings.putBacks,
    heldMinutes: own.heldMinutes ?? settings.heldMinutes,
    bookedEarlyMinutes: own.bookedEarlyMinutes ?? settings.bookedEarlyMinutes,
    bookedLateMinutes: own.bookedLateMinutes ?? settings.bookedLateMinutes,
    bookedInARow: own.bookedInARow ?? settings.bookedInARow,
    priorityInARow: own.priorityInARow ?? settings.priorityInARow,
    returnInARow: own.returnInARow ?? settings.returnInARow,
  };
}

/** What is wrong with the data, in words for who edits it; empty where nothing is. */
export function hallFaults(data: HallData): string[] {
  const faults: string[] = [];
  const overlap = (a: InForce, b: InForce): boolean =>
    (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
  const pairs = <T extends InForce>(rows: readonly T[], clash: (a: T, b: T) => string | null): void => {
    rows.forEach((a, i) =>
      rows.slice(i + 1).forEach((b) => {
        const words = overlap(a, b) ? clash(a, b) : null;
        if (words !== null) faults.push(words);
      }),
    );
  };
  pairs(data.series, (a, b) => (a.letter === b.letter ? `letter ${a.letter} stands for two series` : null));
  pairs(data.series, (a, b) => {
    const twice = a.fields.find((field) => b.fields.includes(field));
    return twice === undefined ? null : `field ${twice} is in series ${a.letter} and ${b.letter}`;
  });
  pairs(data.priorities, (a, b) => (a.id === b.id ? `priority class ${a.id} stands twice` : null));
  pairs(data.settings, () => 'two settings are in force on one day');
  if (data.settings.every((row) => row.to !== null)) faults.push('the settings end');
  pairs(data.alerts, () => 'two rows of alerts are in force on one day');
  if (data.alerts.every((row) => row.to !== null)) faults.push('the alerts end');
  for (const row of [...data.series, ...data.priorities, ...data.settings, ...data.alerts]) {
    if (row.to !== null && row.to < row.from) faults.push(`a row ends ${row.to}, before it begins ${row.from}`);
  }
  return faults;
}
