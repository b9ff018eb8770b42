import { dateOf, type LocalDateTime } from '../calendar/civil-date.ts';
import type { DossierState } from '../dossier/states.ts';
import type { Lane } from './events.ts';
import type { HallRules, Series } from './rules.ts';
import { secondsBetween } from './ticket.ts';

/** The dossier whose slip was shown when a number was taken. */
export interface ShownSlip {
  readonly state: DossierState;
  /** The appointment (giờ hẹn trả). */
  readonly dueAt: LocalDateTime | null;
}

/** What a slip gives: back with papers · its result is ready · its appointment is now · nothing but a number. */
export type SlipGives = 'papers' | 'result' | 'appointment' | 'number';

/**
 * Its appointment counts from as long before its time as anybody may have to wait (mức chờ), up to `bookedLateMinutes` after:
 * who comes in the morning for the afternoon waits like everybody.
 */
export function slipGives(slip: ShownSlip, rules: HallRules, now: LocalDateTime): SlipGives {
  if (slip.state === 'supplement' || slip.state === 'guided') return 'papers';
  if (slip.state === 'finished') return 'result';
  const { dueAt } = slip;
  if (dueAt === null || dateOf(dueAt) !== dateOf(now)) return 'number';
  const { limitMinutes, bookedLateMinutes } = rules.settings;
  const until = secondsBetween(now, dueAt) / 60;
  return until <= limitMinutes && until >= -bookedLateMinutes ? 'appointment' : 'number';
}

/** The lane of a number with that slip; results are given out in the series for it alone, where there is one. */
export function laneOfSlip(
  slip: ShownSlip,
  series: Pick<Series, 'kind'> | null,
  rules: HallRules,
  now: LocalDateTime,
): { readonly lane: Lane; readonly bookedFor: LocalDateTime | null } {
  const isForResults = series?.kind === 'return' || rules.series.every(({ kind }) => kind !== 'return');
  switch (slipGives(slip, rules, now)) {
    case 'papers':
      return { lane: 'return', bookedFor: null };
    case 'result':
      return { lane: isForResults ? 'return' : 'ordinary', bookedFor: null };
    case 'appointment':
      return isForResults ? { lane: 'booked', bookedFor: slip.dueAt } : { lane: 'ordinary', bookedFor: null };
    case 'number':
      return { lane: 'ordinary', bookedFor: null };
  }
}
