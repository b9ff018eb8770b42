import { dateOf, timeOf, weekday, type LocalDateTime } from '../calendar/civil-date.ts';
import { spreadOf, type Spread } from './waits.ts';

/** One wait that is over, as it is kept for the history of waits (lịch sử chờ). */
export interface PastWait {
  /** Id of its ticket. */
  readonly ticket: string;
  readonly text: string;
  readonly series: string;
  /** Code of the procedure of the dossier that came of it; null: none did. */
  readonly procedure: string | null;
  readonly issuedAt: LocalDateTime;
  /** Seconds; null: it expired, was booked for later, or is left out. */
  readonly wait: number | null;
  /** Serving time, seconds; null: none, or left out. */
  readonly service: number | null;
  /** The limit of its day, seconds. */
  readonly limit: number;
}

/** What the history is told by: giờ lấy số, thứ trong tuần, lĩnh vực, thủ tục. */
export const historyParts = ['hour', 'weekday', 'series', 'procedure'] as const;
export type HistoryPart = (typeof historyParts)[number];

export interface HistoryRow {
  /** "07" · "1" (Monday) to "7" · letter · code of the procedure, empty where no dossier came of it. */
  readonly key: string;
  readonly tickets: number;
  readonly wait: Spread | null;
  readonly longest: number | null;
  /** Those who waited past the limit of their day. */
  readonly breached: number;
  /** Mean serving time, seconds. */
  readonly service: number | null;
}

export function historyBy(part: HistoryPart, waits: readonly PastWait[]): HistoryRow[] {
  return [...Map.groupBy(waits, (each) => keyOf(part, each))]
    .map(([key, rows]) => historyRow(key, rows))
    .sort((a, b) =>
      part === 'procedure' ? b.tickets - a.tickets || (a.key < b.key ? -1 : 1) : a.key < b.key ? -1 : 1,
    );
}

export function historyRow(key: string, rows: readonly PastWait[]): HistoryRow {
  const waited = rows.flatMap(({ wait }) => wait ?? []);
  const times = rows.flatMap(({ service }) => service ?? []);
  return {
    key,
    tickets: rows.length,
    wait: spreadOf(waited),
    longest: waited.length === 0 ? null : waited.reduce((most, each) => Math.max(most, each), 0),
    breached: rows.filter(({ wait, limit }) => wait !== null && wait > limit).length,
    service: times.length === 0 ? null : Math.round(times.reduce((sum, each) => sum + each, 0) / times.length),
  };
}

export function keyOf(part: HistoryPart, { issuedAt, series, procedure }: PastWait): string {
  switch (part) {
    case 'hour':
      return timeOf(issuedAt).slice(0, 2);
    case 'weekday':
      return String(weekday(dateOf(issuedAt)));
    case 'series':
      return series;
    case 'procedure':
      return procedure ?? '';
  }
}
