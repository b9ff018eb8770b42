import type { WorkingCalendar } from './calendar.ts';
import { type CivilDate, dateOf, type LocalDateTime } from './civil-date.ts';
import { type ClockFault, type ClockMark, faultText } from './clock-marks.ts';
import { type ClockState, type Deadline, resumed, unitDays } from './clock-state.ts';
import { countFrom } from './due-date.ts';

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
  return promised(base, counted, mark.frozen, mark.at);
}

/** The date that was given holds, whatever the present calendar makes of it (decision 2). */
function promised(
  state: ClockState,
  counted: Deadline | null,
  frozen: CivilDate | null | undefined,
  at: LocalDateTime,
): ClockState {
  if (frozen === null || frozen === undefined) return withDeadline(state, counted, at);
  if (counted?.due === frozen) return { ...state, deadline: counted };
  const held = { ...state, deadline: { end: frozen, due: frozen } };
  return counted === null ? held : fault(held, 'calendar-changed', at);
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
export function applyMark(state: ClockState, given: ClockMark, calendar: WorkingCalendar): ClockState {
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
      const counted = now.deadline === null ? null : resumed(now.deadline, now.limit, now.pause.from, at, calendar);
      if (counted === null && now.deadline === null && (mark.frozen ?? null) === null) return going;
      return promised(going, counted, mark.frozen, at);
    }
    case 'restart': {
      const fresh: ClockState = { ...now, phase: 'running', usedBefore: 0, since: dateOf(at), pause: null };
      if (now.limit === null && (mark.frozen ?? null) === null)
        return fault({ ...fresh, deadline: null }, 'no-limit', at);
      return promised(fresh, now.limit === null ? null : countFrom(at, now.limit, calendar), mark.frozen, at);
    }
    case 'extend':
      return extended(now, at, mark.until, calendar);
    case 'finish':
      return { ...now, phase: 'finished', usedBefore: usedToday, pause: null, finishedAt: at };
  }
}
