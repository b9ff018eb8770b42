import type { WorkingCalendar } from './calendar.ts';
import { dateOf, type LocalDateTime } from './civil-date.ts';
import { applyMark } from './clock-apply.ts';
import type { ClockFault, ClockMark, ClockStep, PauseReason } from './clock-marks.ts';
import { type ClockState, momentOf, NOT_STARTED, unitDays } from './clock-state.ts';
import { clockWords } from './clock-words.ts';

export type { ClockFault, ClockLimit, ClockMark, ClockStep } from './clock-marks.ts';

/** The processing clock as it stands at a moment. */
export interface ClockView {
  readonly state: 'waiting' | 'running' | 'paused' | 'finished';
  /** Null before the start, while it stands still, and where the calendar gives none. */
  readonly dueAt: LocalDateTime | null;
  /** Days of the limit already used, today included: working days, or calendar days for a limit of those. */
  readonly used: number;
  /** Days from tomorrow to the due day; while paused, what was left then. Null without a due date. */
  readonly left: number | null;
  /** Whether the due moment has passed (or had, when it finished). */
  readonly late: boolean;
  /** Working days since the due day; 0 on the due day itself, even after closing time. */
  readonly overdue: number;
  readonly pausedSince: LocalDateTime | null;
  readonly pausedFor: PauseReason | null;
  readonly extensions: number;
  readonly steps: readonly ClockStep[];
  readonly faults: readonly ClockFault[];
}

const dueOf = (state: ClockState, calendar: WorkingCalendar): LocalDateTime | null =>
  state.deadline === null || state.phase === 'paused' ? null : momentOf(state.deadline.due, calendar);

/**
 * Folds the marks and reads the clock at `now` (Vietnam time; never before the last mark). Total: marks that do not
 * fit end in `faults`. A due date printed at receipt is never moved by a later calendar (decision 2).
 */
export function processingClock(marks: readonly ClockMark[], calendar: WorkingCalendar, now: LocalDateTime): ClockView {
  let state = NOT_STARTED;
  const steps: ClockStep[] = [];
  for (const mark of marks) {
    const before = state;
    state = applyMark(before, mark, calendar);
    const dueAt = dueOf(state, calendar);
    const took = state.faults.slice(before.faults.length).map((f) => f.text);
    steps.push({ kind: mark.kind, at: mark.at, text: clockWords(mark, state.limit, dueAt, took), dueAt });
  }
  const asOf = state.finishedAt ?? (now < state.lastAt ? state.lastAt : now);
  const today = dateOf(asOf);
  const dueAt = dueOf(state, calendar);
  const runs = state.phase === 'running' && state.since !== null;
  const from = state.pause === null ? today : dateOf(state.pause.from);
  return {
    state: state.phase,
    dueAt,
    used: state.usedBefore + (runs ? unitDays(state.limit, state.since ?? today, today, calendar) : 0),
    left: state.deadline === null ? null : unitDays(state.limit, from, state.deadline.due, calendar),
    late: dueAt !== null && asOf > dueAt,
    overdue: dueAt === null || today < dateOf(dueAt) ? 0 : calendar.workingDaysBetween(dateOf(dueAt), today),
    pausedSince: state.pause?.at ?? null,
    pausedFor: state.pause?.reason ?? null,
    extensions: state.extensions,
    steps,
    faults: state.faults,
  };
}
