import type { WorkingCalendar } from './calendar.ts';
import { type CivilDate, dateOf, type LocalDateTime } from './civil-date.ts';
import { type ClockFault, type ClockMark, type ClockStep, faultText, type PauseReason } from './clock-marks.ts';
import { type ClockState, type Deadline, momentOf, NOT_STARTED, resumed, unitDays } from './clock-state.ts';
import { clockWords } from './clock-words.ts';
import { countFrom } from './due-date.ts';

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

function fault(state: ClockState, code: ClockFault['code'], at: LocalDateTime): ClockState {
  return { ...state, faults: [...state.faults, { code, at, text: faultText(code) }] };
}

/** A deadline, or the fault that the calendar does not reach. */
function withDeadline(state: ClockState, deadline: Deadline | null, at: LocalDateTime): ClockState {
  const next = { ...state, deadline };
  return deadline === null ? fault(next, 'beyond-calendar', at) : next;
}

function started(
  state: ClockState,
  mark: Extract<ClockMark, { kind: 'start' }>,
  calendar: WorkingCalendar,
): ClockState {
  const counted = mark.limit === null ? null : countFrom(mark.at, mark.limit, calendar);
  const base: ClockState = { ...state, phase: 'running', limit: mark.limit, since: dateOf(mark.at) };
  if (mark.frozen === null) return withDeadline(base, counted, mark.at);
  if (counted?.due === mark.frozen) return { ...base, deadline: counted };
  const held = { ...base, deadline: { end: mark.frozen, due: mark.frozen } };
  return counted === null ? held : fault(held, 'calendar-changed', mark.at);
}

function extended(state: ClockState, at: LocalDateTime, until: CivilDate, calendar: WorkingCalendar): ClockState {
  let next = state;
  if (state.extensions > 0) next = fault(next, 'second-extension', at);
  if (state.deadline !== null && dateOf(at) >= state.deadline.due) next = fault(next, 'late-extension', at);
  if (calendar.covers(until) && !calendar.isReturnDay(until)) next = fault(next, 'extended-to-day-off', at);
  // A pause that goes on is measured from here: the new date already makes good what was waited before.
  const pause = next.pause === null ? null : { ...next.pause, from: at };
  return { ...next, deadline: { end: until, due: until }, extensions: next.extensions + 1, pause };
}

/** The next state. A mark that does not fit changes nothing but the list of faults. */
function apply(state: ClockState, given: ClockMark, calendar: WorkingCalendar): ClockState {
  const early = given.at < state.lastAt;
  const at = early ? state.lastAt : given.at;
  const mark: ClockMark = { ...given, at };
  const now = { ...(early ? fault(state, 'out-of-order', given.at) : state), lastAt: at };
  if (now.phase === 'finished') return fault(now, 'after-finish', at);
  if (mark.kind === 'start') {
    return now.phase === 'waiting' ? started(now, mark, calendar) : fault(now, 'started-twice', at);
  }
  if (now.phase === 'waiting' || now.since === null) return fault(now, 'not-started', at);
  const usedToday = now.usedBefore + (now.pause === null ? unitDays(now.limit, now.since, dateOf(at), calendar) : 0);
  switch (mark.kind) {
    case 'pause':
      if (now.pause !== null) return fault(now, 'already-paused', at);
      return { ...now, phase: 'paused', usedBefore: usedToday, pause: { at, from: at, reason: mark.reason } };
    case 'resume': {
      if (now.pause === null) return fault(now, 'not-paused', at);
      const going: ClockState = { ...now, phase: 'running', since: dateOf(at), pause: null };
      if (now.deadline === null) return going;
      return withDeadline(going, resumed(now.deadline, now.limit, now.pause.from, at, calendar), at);
    }
    case 'restart': {
      const fresh: ClockState = { ...now, phase: 'running', usedBefore: 0, since: dateOf(at), pause: null };
      if (now.limit === null) return fault({ ...fresh, deadline: null }, 'no-limit', at);
      return withDeadline(fresh, countFrom(at, now.limit, calendar), at);
    }
    case 'extend':
      return extended(now, at, mark.until, calendar);
    case 'finish':
      return { ...now, phase: 'finished', usedBefore: usedToday, pause: null, finishedAt: at };
  }
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
    state = apply(before, mark, calendar);
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
