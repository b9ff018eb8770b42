import type { ClockMark } from '../calendar/processing-clock.ts';
import { dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import type { NewDue } from './events/common.ts';
import type { DossierReceived } from './events/receipt.ts';
import type { DossierClock } from './view.ts';

/** How events move the processing clock. Every date is the one its event says: the fold has no calendar. */

export const NO_CLOCK: DossierClock = {
  marks: [],
  firstDue: null,
  dueAt: null,
  pausedSince: null,
  pausedFor: null,
  goesOnBy: null,
  extensions: 0,
  endedAt: null,
};

/** Started at receipt, or, where another office decides, once that office has it (NĐ 309/2026, Điều 17 khoản 3). */
export function started(received: DossierReceived): DossierClock {
  const { due } = received;
  if (due.at === null) return NO_CLOCK;
  const clock = { ...NO_CLOCK, firstDue: due.at, dueAt: due.at };
  const isOurs = received.competentOffice === received.receivingOffice;
  return isOurs ? { ...clock, marks: [startMark(received, received.receivedAt, 'receipt')] } : clock;
}

/** The competent office has it now: its own clock begins, the promise on paper stays. */
export function arrived(clock: DossierClock, received: DossierReceived, at: LocalDateTime): DossierClock {
  if (clock.marks.length > 0 || clock.firstDue === null) return clock;
  return { ...clock, marks: [startMark(received, at, 'competent-agency')] };
}

function startMark(received: DossierReceived, at: LocalDateTime, by: 'receipt' | 'competent-agency'): ClockMark {
  const { limit, at: due, enteredBecause } = received.due;
  return {
    kind: 'start',
    at,
    limit: enteredBecause === null ? limit : null,
    frozen: due === null ? null : dateOf(due),
    by,
  };
}

export function paused(
  clock: DossierClock,
  at: LocalDateTime,
  reason: 'supplement' | 'financial',
  goesOnBy: 'restart' | 'resume',
): DossierClock {
  if (clock.pausedSince !== null) return clock;
  return {
    ...clock,
    marks: [...clock.marks, { kind: 'pause', at, reason }],
    dueAt: null,
    pausedSince: at,
    pausedFor: reason,
    goesOnBy,
  };
}

export function goesOn(clock: DossierClock, at: LocalDateTime, due: NewDue): DossierClock {
  const frozen = due.at === null ? null : dateOf(due.at);
  return {
    ...clock,
    marks: [...clock.marks, { kind: clock.goesOnBy ?? 'resume', at, frozen }],
    dueAt: due.at,
    pausedSince: null,
    pausedFor: null,
    goesOnBy: null,
  };
}

export function extended(clock: DossierClock, at: LocalDateTime, due: NewDue): DossierClock {
  if (due.at === null) return clock;
  return {
    ...clock,
    marks: [...clock.marks, { kind: 'extend', at, until: dateOf(due.at) }],
    dueAt: due.at,
    extensions: clock.extensions + 1,
  };
}

/** The date of the receipt was a mistake: what was printed first is no promise any more. */
export function corrected(clock: DossierClock, received: DossierReceived): DossierClock {
  const [first, ...rest] = clock.marks;
  const fresh = started(received);
  if (first === undefined || first.kind !== 'start') return fresh;
  const start = startMark(received, first.at, first.by);
  const isUnmoved = clock.dueAt === clock.firstDue;
  return { ...clock, marks: [start, ...rest], firstDue: fresh.firstDue, dueAt: isUnmoved ? fresh.dueAt : clock.dueAt };
}

export function ended(clock: DossierClock, at: LocalDateTime): DossierClock {
  if (clock.endedAt !== null) return clock;
  return {
    ...clock,
    marks: clock.marks.length === 0 ? [] : [...clock.marks, { kind: 'finish', at }],
    pausedSince: null,
    pausedFor: null,
    goesOnBy: null,
    endedAt: at,
  };
}
