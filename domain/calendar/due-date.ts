import type { Bilingual } from '../text.ts';
import type { Channel } from '../procedure/catalogue.ts';
import type { WorkingCalendar } from './calendar.ts';
import { type CivilDate, dateOf, type LocalDateTime, timeOf } from './civil-date.ts';
import { closing, type Count, countDays, sameDay } from './count-days.ts';
import { type DayCell, dayCells } from './day-cells.ts';
import { askWords } from './due-ask.ts';
import { dueSteps, type DueStep } from './due-steps.ts';
import { dueWarnings } from './due-warnings.ts';
import { handoverRule } from './handover.ts';

export type { DayCell } from './day-cells.ts';
export type { DueStep } from './due-steps.ts';

/** A published time limit (thời hạn giải quyết), as in the catalogue's time rules. */
export interface TimeLimit {
  /** Number of units; 0 with SAME_DAY, null with UNKNOWN. */
  readonly value: number | null;
  readonly unit: 'WORKING_DAY' | 'DAY' | 'SAME_DAY' | 'UNKNOWN';
  readonly basis: string;
  /** False: the published number is doubtful, so the officer decides (decision 5). */
  readonly certain?: boolean;
}

/** Receipt for another authority (tiếp nhận phi địa giới hành chính, NĐ 118/2025 as amended by NĐ 309/2026). */
export interface ForeignReceipt {
  readonly competentOffice: string;
  /** When the competent agency received it; null while it is on its way: then the last lawful moment stands in. */
  readonly competentReceivedAt: LocalDateTime | null;
}

export interface DueRequest {
  /** The moment on the slip: the clock starts then (NĐ 309/2026, Điều 17 khoản 3). */
  readonly receivedAt: LocalDateTime;
  /** Null: none is known. */
  readonly limit: TimeLimit | null;
  readonly procedure: { readonly code: string };
  readonly channel: Channel;
  readonly phiDiaGioi?: ForeignReceipt;
}

export interface DueOnDate {
  readonly kind: 'date';
  readonly date: CivilDate;
  /** End of the afternoon session, 'HH:mm' (decision 1). */
  readonly time: string;
  readonly at: LocalDateTime;
  readonly limit: { readonly value: number; readonly unit: 'WORKING_DAY' | 'DAY' | 'SAME_DAY' };
  /** When the processing clock starts: at receipt, or when the competent agency has (or must have) it. */
  readonly startAt: LocalDateTime;
  readonly steps: readonly DueStep[];
  /** The day strip, from the day of receipt to the due day. */
  readonly days: readonly DayCell[];
  readonly certainty: 'certain' | 'warning';
  readonly warnings: readonly Bilingual[];
  readonly calendarVersion: string;
}

/** The officer enters the date and its basis. */
export interface DueToAsk {
  readonly kind: 'ask';
  readonly code: 'no-limit' | 'uncertain-limit' | 'beyond-calendar';
  readonly reason: Bilingual;
  readonly calendarVersion: string;
}

export type DueResult = DueOnDate | DueToAsk;

/** The limit where it can be counted: a whole number of days from 1, or the same day. */
export function usableLimit(limit: TimeLimit): DueOnDate['limit'] | null {
  if (limit.certain === false || limit.value === null || limit.unit === 'UNKNOWN') return null;
  if (limit.unit === 'SAME_DAY') return { value: 0, unit: 'SAME_DAY' };
  return Number.isSafeInteger(limit.value) && limit.value > 0 ? { value: limit.value, unit: limit.unit } : null;
}

/** Counts a limit from a moment. Null where the calendar does not reach. */
export function countFrom(startAt: LocalDateTime, limit: DueOnDate['limit'], calendar: WorkingCalendar): Count | null {
  const start = dateOf(startAt);
  if (!calendar.covers(start)) return null;
  if (limit.unit !== 'SAME_DAY') return countDays(start, { value: limit.value, unit: limit.unit }, calendar);
  const due = sameDay(start, timeOf(startAt), calendar);
  return due === null ? null : { days: [], end: due, due };
}

/** When the competent agency has it; never before the receipt itself, whatever another agency's clock says. */
function foreignStart(
  receivedAt: LocalDateTime,
  foreign: ForeignReceipt,
  calendar: WorkingCalendar,
): LocalDateTime | null {
  const arrived = foreign.competentReceivedAt;
  if (arrived === null) return handoverRule(receivedAt, calendar)?.by ?? null;
  return arrived < receivedAt ? receivedAt : arrived;
}

/**
 * The due date (hẹn trả kết quả) with its explanation, the same online and offline. It is frozen at receipt with the
 * calendar's version (decision 2). `ask` where no date can be answered for: no usable limit, or past the calendar.
 */
export function computeDueDate(request: DueRequest, calendar: WorkingCalendar): DueResult {
  const ask = (code: DueToAsk['code']): DueToAsk => ({
    kind: 'ask',
    code,
    reason: askWords(code, request.procedure.code, calendar),
    calendarVersion: calendar.version,
  });
  if (request.limit === null) return ask('no-limit');
  const limit = usableLimit(request.limit);
  if (limit === null) return ask(request.limit.certain === false ? 'uncertain-limit' : 'no-limit');

  const foreign = request.phiDiaGioi;
  const startAt = foreign === undefined ? request.receivedAt : foreignStart(request.receivedAt, foreign, calendar);
  const count = startAt === null ? null : countFrom(startAt, limit, calendar);
  const time = count === null ? null : closing(count.due, calendar);
  if (startAt === null || count === null || time === null || !calendar.covers(dateOf(request.receivedAt))) {
    return ask('beyond-calendar');
  }
  const facts = { request, limit, startAt, count };
  const warnings = dueWarnings(facts, calendar);
  return {
    kind: 'date',
    date: count.due,
    time,
    at: `${count.due}T${time}:00`,
    limit,
    startAt,
    steps: dueSteps(facts, calendar),
    days: dayCells(dateOf(request.receivedAt), dateOf(startAt), count, calendar),
    certainty: warnings.length === 0 ? 'certain' : 'warning',
    warnings,
    calendarVersion: calendar.version,
  };
}
