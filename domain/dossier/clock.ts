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
  return isOurs(received) ? { ...clock, marks: [startMark(received, due.at, received.receivedAt, 'receipt')] } : clock;
}

function isOurs(received: DossierReceived): boolean {
  return received.competentOffice === received.receivingOffice;
}

/** The competent office has it now: its own clock begins, the promise on paper stays. */
export function arrived(clock: DossierClock, received: DossierReceived, at: LocalDateTime): DossierClock {
  if (clock.marks.length > 0 || clock.firstDue === null) return clock;
  const start = startMark(received, clock.dueAt ?? clock.firstDue, at, 'competent-agency');
  // It came while the citizen was still waited for: the clock begins standing still.
  const waits: ClockMark[] = clock.pausedFor === null ? [] : [{ kind: 'pause', at, reason: clock.pausedFor }];
  // Heard of after the end: it was taken before that, elsewhere.
  const over: ClockMark[] = clock.endedAt === null ? [] : [{ kind: 'finish', at: clock.endedAt }];
  return { ...clock, marks: [start, ...waits, ...over] };
}

function startMark(
  received: DossierReceived,
  due: LocalDateTime,
  at: LocalDateTime,
  by: 'receipt' | 'competent-agency',
): ClockMark {
  const { limit, enteredBecause } = received.due;
  return { kind: 'start', at, limit: enteredBecause === null ? limit : null, frozen: dateOf(due), by };
}

/** A mark on a clock that has begun; before that, only the promise moves. */
function marked(clock: DossierClock, mark: ClockMark): readonly ClockMark[] {
  return clock.marks.length === 0 ? [] : [...clock.marks, mark];
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
    marks: marked(clock, { kind: 'pause', at, reason }),
    dueAt: null,
    pausedSince: at,
    pausedFor: reason,
    goesOnBy,
  };
}

/** @param due null in `at`: no date is promised until an officer gives one. */
export function goesOn(clock: DossierClock, at: LocalDateTime, due: NewDue): DossierClock {
  // Not standing still (what stopped it was set aside): only the date that was given holds.
  if (clock.pausedSince === null) return { ...clock, dueAt: due.at ?? clock.dueAt };
  const frozen = due.at === null ? null : dateOf(due.at);
  return {
    ...clock,
    marks: marked(clock, { kind: clock.goesOnBy ?? 'resume', at, frozen }),
    dueAt: due.at,
    pausedSince: null,
    pausedFor: null,
    goesOnBy: null,
  };
}

export function extended(clock: DossierClock, at: LocalDateTime, due: NewDue): DossierClock {
  const extensions = clock.extensions + 1;
  if (due.at === null) return { ...clock, extensions };
  const marks = marked(clock, { kind: 'extend', at, until: dateOf(due.at) });
  return { ...clock, marks, dueAt: clock.pausedSince === null ? due.at : null, extensions };
}

/**
 * The receipt's date, limit or competent office was a mistake: what was printed first is no promise any more.
 * @param hasItSince when the competent office, as it is now known, took the paper; null: it has not
 */
export function corrected(
  clock: DossierClock,
  received: DossierReceived,
  hasItSince: LocalDateTime | null,
): DossierClock {
  const fresh = started(received);
  if (fresh.firstDue === null) return { ...clock, marks: [], firstDue: null, dueAt: null };
  const isUnmoved = clock.dueAt === clock.firstDue;
  const dueAt = isUnmoved ? fresh.dueAt : clock.dueAt;
  const next: DossierClock = { ...clock, firstDue: fresh.firstDue, dueAt };
  const at = isOurs(received) ? received.receivedAt : hasItSince;
  if (at === null) return { ...next, marks: [] };
  const start = startMark(received, fresh.firstDue, at, isOurs(received) ? 'receipt' : 'competent-agency');
  const [first, ...rest] = clock.marks;
  if (first?.kind === 'start' && first.at === start.at) return { ...next, marks: [start, ...rest] };
  const waits: ClockMark[] = clock.pausedFor === null ? [] : [{ kind: 'pause', at, reason: clock.pausedFor }];
  return { ...next, marks: [start, ...waits] };
}

export function ended(clock: DossierClock, at: LocalDateTime): DossierClock {
  if (clock.endedAt !== null) return clock;
  return {
    ...clock,
    marks: marked(clock, { kind: 'finish', at }),
    pausedSince: null,
    pausedFor: null,
    goesOnBy: null,
    endedAt: at,
  };
}
