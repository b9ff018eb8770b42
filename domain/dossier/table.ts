import type { DossierEventType } from './events.ts';
import { dossierStates, type DossierState } from './states.ts';

/**
 * The state × event table, complete: a missing cell does not compile.
 *
 * `allowed`; `override`: lawful only when a named person allowed it with a reason (decision 13); `flag`: kept and shown,
 * without effect, until a person settles it. No history is impossible, because two offline desks can each do what only
 * one may; the table says what each is worth.
 */
export type Cell = 'allowed' | 'override' | 'flag';

/** `nothing`: no event of the dossier is known yet. */
export type Before = 'nothing' | DossierState;

const A = 'allowed';
const O = 'override';
const F = 'flag';

/** One cell for each of: nothing, then `dossierStates` in their order. */
type Row = readonly [Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell, Cell];

const rows: Readonly<Record<DossierEventType, Row>> = {
  //                                not sub gui ref rec pro sup fin wit fsh ret arc sto can don
  'dossier.submitted': /*       */ [A, F, F, F, F, F, F, F, F, F, F, F, F, F, F],
  'dossier.guided': /*          */ [A, A, O, F, F, F, F, F, F, F, F, F, F, F, F],
  'dossier.refused': /*         */ [A, A, A, F, F, F, F, F, F, F, F, F, F, F, F],
  'dossier.received': /*        */ [A, A, A, O, F, F, F, F, F, F, F, F, F, F, F],
  'dossier.slipIssued': /*      */ [F, A, A, A, A, A, A, A, A, A, A, A, A, A, A],
  'dossier.handedOver': /*      */ [A, F, F, F, A, A, A, A, A, A, F, F, A, A, F],
  // Given on, or taken, by its slip where nobody had heard of it.
  'dossier.handoverAccepted': /**/ [A, F, F, F, A, A, A, A, A, A, A, A, A, A, F],
  'dossier.paperFound': /*      */ [F, F, F, F, A, A, A, A, A, A, A, A, A, A, A],
  'dossier.assigned': /*        */ [F, F, F, F, A, A, A, A, A, F, F, F, F, F, F],
  'dossier.stepSet': /*         */ [F, F, F, F, A, A, A, A, A, F, F, F, F, F, F],
  'dossier.supplementRequested': [F, F, F, F, A, A, F, F, F, F, F, F, F, F, F],
  'dossier.supplemented': /*    */ [F, F, F, F, F, F, A, F, F, F, F, F, F, F, F],
  'dossier.financialRequested': [F, F, F, F, A, A, F, F, F, F, F, F, F, F, F],
  'dossier.financialFulfilled': [F, F, F, F, F, F, F, A, F, F, F, F, F, F, F],
  'dossier.opinionAsked': /*    */ [F, F, F, F, A, A, A, A, F, F, F, F, F, F, F],
  'dossier.opinionReceived': /* */ [F, F, F, F, A, A, A, A, A, A, A, A, A, A, F],
  'dossier.opinionReported': /* */ [F, F, F, F, A, A, A, A, A, A, A, A, A, A, F],
  'dossier.withdrawalRequested': [F, A, F, F, A, A, A, A, F, F, F, F, F, F, F],
  'dossier.stopped': /*         */ [F, F, F, F, O, O, O, O, A, F, F, F, F, F, F],
  'dossier.extended': /*        */ [F, F, F, F, A, A, F, F, F, F, F, F, F, F, F],
  'dossier.finished': /*        */ [F, F, F, F, A, A, A, A, O, F, F, F, F, F, F],
  'dossier.resultShelved': /*   */ [F, F, F, F, F, F, F, F, F, A, F, F, A, F, F],
  'dossier.notified': /*        */ [F, A, A, A, A, A, A, A, A, A, A, A, A, A, A],
  'dossier.returned': /*        */ [F, F, F, F, F, F, F, F, F, A, F, O, F, F, F],
  'dossier.archived': /*        */ [F, F, F, F, F, F, F, F, F, A, F, F, F, F, F],
  'dossier.feePaid': /*         */ [F, A, F, F, A, A, A, A, A, A, A, A, A, F, A],
  'dossier.feeRefunded': /*     */ [F, A, F, A, A, A, A, A, A, A, A, A, A, A, A],
  'dossier.corrected': /*       */ [F, F, F, F, A, A, A, A, A, O, O, O, F, F, A],
  'dossier.cancelled': /*       */ [F, A, A, F, A, O, O, O, O, O, F, F, F, F, A],
  'dossier.noted': /*           */ [F, A, A, A, A, A, A, A, A, A, A, A, A, A, A],
  'dossier.settled': /*         */ [F, A, A, A, A, A, A, A, A, A, A, A, A, A, A],
  'dossier.paperDigitised': /*  */ [F, A, A, A, A, A, A, A, A, A, A, A, A, A, A],
  'dossier.digitisedRemoved': /**/ [F, A, A, A, A, A, A, A, A, A, A, A, A, A, A],
  'dossier.erased': /*          */ [F, A, A, A, A, A, A, A, A, A, A, A, A, A, A],
};

/** What an event of this type is worth in this state. */
export function cellOf(state: Before, type: DossierEventType): Cell {
  const row = rows[type];
  return (state === 'nothing' ? row[0] : row[dossierStates.indexOf(state) + 1]) ?? F;
}

/** Events that begin a dossier: whoever they name is concerned by it from then on. */
export const openers: ReadonlySet<DossierEventType> = new Set([
  'dossier.submitted',
  'dossier.guided',
  'dossier.refused',
  'dossier.received',
]);
